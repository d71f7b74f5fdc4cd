"""Scores as people and scripts read them: aligned lines for a shell, plain objects for JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from annotator.domain.schema import Schema
from annotator.review.findings import Finding
from annotator.review.scores import ENTITY, FIGURE, Counts, LabelScore, Scores, Share

Row = Sequence[str]


def aligned_lines(rows: Iterable[Row]) -> list[str]:
    """Return rows as lines: the first column to the left, the others to the right, two spaces between."""
    table = [list(row) for row in rows]
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    return [
        "  ".join(cell.rjust(width) if at else cell.ljust(width) for at, (cell, width) in columns).rstrip()
        for columns in (list(enumerate(zip(row, widths, strict=True))) for row in table)
    ]


def span_lines(scores: Scores, layers: Collection[str], schema: Schema) -> list[str]:
    """Return precision, recall and F1 of every label and layer, strict and overlapping."""
    rows: list[Row] = [("label", "gold", "found", "P", "R", "F1", "overlap P", "R", "F1")]
    for layer in layers:
        rows += [
            _span_row(label.name, scores.labels[layer, label.name])
            for label in schema.labels
            if (layer, label.name) in scores.labels
        ]
        rows.append(_span_row(f"= {layer}", scores.layer(layer)))
    return aligned_lines(rows)


def share_lines(scores: Scores) -> list[str]:
    """Return how the attributes of figures, their indicator links and the dates were read."""
    rows: list[Row] = [("read right", "gold", "matched", "right", "of gold", "of matched")]
    shares = {**scores.shares, "indicator link": scores.links, "date": scores.dates}
    rows += [
        (name, str(s.gold), str(s.matched), str(s.right), _number(s.of_gold), _number(s.of_matched))
        for name, s in shares.items()
        if s.gold
    ]
    return aligned_lines(rows) if len(rows) > 1 else []


def relation_lines(scores: Scores) -> list[str]:
    """Return precision, recall and F1 of every relation; one the gold does not use is not scored."""
    rows: list[Row] = [("relation", "gold", "found", "P", "R", "F1")]
    for name, counts in scores.relations.items():
        numbers = _triple(counts) if counts.gold else ("-", "-", "-")
        rows.append((name, str(counts.gold), str(counts.predicted), *numbers))
    rows.append(("= all", *_totals(scores)))
    return aligned_lines(rows)


def scores_object(scores: Scores, layers: Collection[str]) -> dict[str, Any]:
    """Return all scores as JSON knows them; a relation the gold does not use has null for its scores."""
    return {
        "layers": {layer: _label_object(scores.layer(layer)) for layer in layers},
        "labels": {name: _label_object(score) for (_, name), score in scores.labels.items()},
        "figures": {name: _share_object(share) for name, share in scores.shares.items()},
        "indicator_link": _share_object(scores.links),
        "dates": _share_object(scores.dates),
        "relations": {name: _counts_object(counts) for name, counts in scores.relations.items()},
        "relations_all": _counts_object(scores.all_relations),
    }


def finding_object(finding: Finding, text: str) -> dict[str, Any]:
    """Return a finding with its sentence; offsets are code points of the report."""
    return {
        "fault": finding.fault.value,
        "layer": finding.layer,
        "label": finding.label,
        "start": finding.start,
        "end": finding.end,
        "name": finding.name,
        "expected": finding.expected,
        "found": finding.found,
        "sentence": text[slice(*finding.sentence)],
    }


def finding_lines(finding: Finding, text: str) -> list[str]:
    """Return a finding as two lines: what differs, and its sentence with the place in brackets."""
    start, end = finding.sentence
    sides = f"{finding.expected or 'nothing'} -> {finding.found or 'nothing'}"
    name = f" {finding.name}" if finding.name else ""
    shown = (text[start : finding.start], text[finding.start : finding.end], text[finding.end : end])
    before, inside, after = (" ".join(f"|{part}|".split())[1:-1] for part in shown)
    return [
        f"{finding.fault}{name} [{finding.start}, {finding.end}) {' '.join(sides.split())}",
        f"    {before}[{inside}]{after}",
    ]


def score_lines(reports: Iterable[tuple[str, Scores]]) -> list[str]:
    """Return one line a report: strict F1 of both layers, and the shares that matter most."""
    rows: list[Row] = [("report", "entity F1", "figure F1", "value", "unit", "direction", "link")]
    for name, scores in reports:
        strict = [scores.layer(layer).strict for layer in (ENTITY, FIGURE)]
        layer_scores = [_number(counts.f1) if counts.gold + counts.predicted else "-" for counts in strict]
        shares = [scores.shares.get(key, Share()) for key in ("value", "unit", "direction")]
        rest = [_number(share.of_gold) if share.gold else "-" for share in (*shares, scores.links)]
        rows.append((name, *layer_scores, *rest))
    return aligned_lines(rows)


def _number(value: float) -> str:
    return f"{value:.3f}"


def _triple(counts: Counts) -> tuple[str, str, str]:
    return _number(counts.precision), _number(counts.recall), _number(counts.f1)


def _span_row(name: str, score: LabelScore) -> Row:
    strict = score.strict
    return (name, str(strict.gold), str(strict.predicted), *_triple(strict), *_triple(score.overlapping))


def _totals(scores: Scores) -> tuple[str, ...]:
    counts = scores.all_relations
    return (str(counts.gold), str(counts.predicted), *_triple(counts))


def _counts_object(counts: Counts) -> dict[str, Any]:
    scored: Mapping[str, float | None] = (
        {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1}
        if counts.gold or counts.correct
        else {"precision": None, "recall": None, "f1": None}
    )
    return {"gold": counts.gold, "predicted": counts.predicted, "correct": counts.correct, **scored}


def _label_object(score: LabelScore) -> dict[str, Any]:
    return {"strict": _span_object(score.strict), "overlapping": _span_object(score.overlapping)}


def _span_object(counts: Counts) -> dict[str, Any]:
    given = {"gold": counts.gold, "predicted": counts.predicted, "correct": counts.correct}
    return {**given, "precision": counts.precision, "recall": counts.recall, "f1": counts.f1}


def _share_object(share: Share) -> dict[str, Any]:
    return {
        "gold": share.gold,
        "matched": share.matched,
        "right": share.right,
        "of_gold": share.of_gold if share.gold else None,
        "of_matched": share.of_matched if share.matched else None,
    }
