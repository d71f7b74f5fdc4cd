"""Evaluating: the candidates of `prelabel` against a folder of gold, as tables, as JSON, with every error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.schema import Schema
from annotator.domain.sets import AnnotationSet, set_of
from annotator.formats.base import ParsedReport, refuse
from annotator.formats.jsonl import read_lines
from annotator.formats.markup import read_folder
from annotator.resources import default_schema
from annotator.review.findings import Finding, findings
from annotator.review.scores import Scores, scored
from annotator.review.tables import (
    finding_lines,
    finding_object,
    relation_lines,
    score_lines,
    scores_object,
    share_lines,
    span_lines,
)


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One gold report against its predictions: the layers its gold has, its scores, its errors."""

    name: str
    text: str
    layers: tuple[str, ...]
    scores: Scores
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All reports, their sum, and what had no counterpart by equal text on either side."""

    reports: tuple[Evaluated, ...]
    total: Scores
    layers: tuple[str, ...]
    schema: Schema
    without_predictions: tuple[str, ...] = ()
    without_gold: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def evaluate(gold_dir: Path, predictions: Path, *, schema: Schema | None = None) -> Evaluation:
    """Score predictions (JSON lines of `prelabel`) against a folder of gold in inline markup.

    Reports are matched by equal text. Raises UserError that lists every problem of the files at once, and
    `no-match` when no prediction has the text of a gold report.
    """
    schema = schema or default_schema()
    golds = read_folder(gold_dir, schema=schema)
    refuse((p for gold in golds for p in gold.problems), code="bad-gold", what=f"{gold_dir} cannot be used")
    lines = list(read_lines(predictions, schema=schema))
    refuse(
        (p for line in lines for p in line.problems),
        code="bad-predictions",
        what=f"{predictions} cannot be used",
    )
    by_text = {line.text: line for line in lines}
    pairs = [(gold, by_text[gold.text]) for gold in golds if gold.text in by_text]
    if not pairs:
        raise UserError(
            "no-match",
            f"no line of {predictions} has the text of a report in {gold_dir}; "
            "prelabel the reports the gold was made from",
        )
    known = {gold.text for gold in golds}
    evaluated = tuple(_evaluated(gold, predicted) for gold, predicted in pairs)
    return Evaluation(
        reports=evaluated,
        total=sum((each.scores for each in evaluated), Scores()),
        layers=tuple(layer for layer in schema.layers if any(layer in each.layers for each in evaluated)),
        schema=schema,
        without_predictions=tuple(gold.name for gold in golds if gold.text not in by_text),
        without_gold=tuple(line.name for line in lines if line.text not in known),
        notes=(*(str(note) for gold in golds for note in gold.notes), *_same_names(golds, lines)),
    )


def report_lines(evaluation: Evaluation, *, errors: bool = True) -> list[str]:
    """Return the evaluation as lines for a shell: tables with aligned columns, then the errors."""
    total = evaluation.total
    tables = [
        span_lines(total, evaluation.layers, evaluation.schema),
        share_lines(total),
        relation_lines(total),
        score_lines((each.name, each.scores) for each in evaluation.reports),
        [f"gold without predictions: {name}" for name in evaluation.without_predictions],
        [f"predictions without gold: {name}" for name in evaluation.without_gold],
        [f"left out: {note}" for note in evaluation.notes],
    ]
    if errors:
        tables += [_error_lines(each) for each in evaluation.reports if each.findings]
    lines = [line for table in tables if table for line in (*table, "")]
    return lines[:-1]


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """Return the evaluation as one JSON value; offsets are code points, shares and scores floats."""
    return {
        "reports": [
            {
                "name": each.name,
                "scored_layers": list(each.layers),
                **scores_object(each.scores, each.layers),
                "errors": [finding_object(finding, each.text) for finding in each.findings],
            }
            for each in evaluation.reports
        ],
        "total": scores_object(evaluation.total, evaluation.layers),
        "without_predictions": list(evaluation.without_predictions),
        "without_gold": list(evaluation.without_gold),
        "notes": list(evaluation.notes),
    }


def _error_lines(evaluated: Evaluated) -> list[str]:
    lines = [f"errors in {evaluated.name}: {len(evaluated.findings)}"]
    for finding in evaluated.findings:
        lines += finding_lines(finding, evaluated.text)
    return lines


def _evaluated(gold: ParsedReport, predicted: ParsedReport) -> Evaluated:
    left, right = _set_of(gold), _set_of(predicted)
    return Evaluated(
        gold.name,
        gold.text,
        gold.layers,
        scored(left, right, layers=gold.layers),
        tuple(findings(left, right, text=gold.text, layers=gold.layers)),
    )


def _same_names(golds: Sequence[ParsedReport], lines: Sequence[ParsedReport]) -> Iterator[str]:
    """Name the predictions that are called as a gold report is and yet have another text."""
    texts = {gold.name: gold.text for gold in golds}
    for line in lines:
        name = Path(line.name).stem
        if texts.get(name, line.text) != line.text:
            yield f"{name}: the text of its predictions differs from the gold's; prelabel the same file"


def _set_of(report: ParsedReport) -> AnnotationSet:
    return set_of("", report.name, report.spans, report.relations)
