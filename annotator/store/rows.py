"""Rows: spans and fragments as the tables keep them, and back."""

from __future__ import annotations

import gc
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from annotator.domain.edits import NOTHING, Fragment
from annotator.domain.relations import Relation
from annotator.domain.spans import (
    NO_ATTRIBUTES,
    NO_EVIDENCE,
    Evidence,
    Piece,
    Proposal,
    Span,
    State,
    spans_of_columns,
)
from annotator.store.limits import inflated

SPAN_COLUMNS = (
    'span_id, start, "end", layer, label, state, attributes, score, extractor, evidence, note, flagged'
)
"""The columns of `spans` in the order `span_row` gives and `spans_from` takes them."""

_STATE, _ATTRIBUTES, _EVIDENCE, _FLAGGED = 5, 6, 9, 11
SpanRow = tuple[str, int, int, str, str, str, str, float | None, str, str, str, int]

_LARGE = 2000
"""Characters from which a fragment is kept compressed."""
_STATES = {state.value: state for state in State}


def span_row(span: Span) -> SpanRow:
    """Return a span as its row."""
    return (
        span.id,
        span.start,
        span.end,
        span.layer,
        span.label,
        span.state.value,
        _compact(dict(span.attributes)) if span.attributes else "",
        span.score,
        span.extractor,
        evidence_text(span.evidence),
        span.note,
        int(span.flagged),
    )


def spans_from(rows: Iterable[SpanRow]) -> list[Span]:
    """Return the spans of rows; equal attributes and evidence are read once and shared."""
    held = list(rows)
    if not held:
        return []
    columns: list[Iterable[Any]] = list(zip(*held, strict=True))
    attributes = _read_once(columns[_ATTRIBUTES])
    evidence = {text: evidence_from(found) for text, found in _read_once(columns[_EVIDENCE]).items()}
    attributes[""], evidence[""] = NO_ATTRIBUTES, NO_EVIDENCE
    columns[_STATE] = map(_STATES.__getitem__, columns[_STATE])
    columns[_ATTRIBUTES] = map(attributes.__getitem__, columns[_ATTRIBUTES])
    columns[_EVIDENCE] = map(evidence.__getitem__, columns[_EVIDENCE])
    columns[_FLAGGED] = map(bool, columns[_FLAGGED])
    return spans_of_columns(columns, len(held))


def _read_once(texts: Iterable[str]) -> dict[str, Any]:
    """Return what each different JSON text says; they are read as one list, which is many times faster."""
    different = dict.fromkeys(texts)
    different.pop("", None)
    return dict(zip(different, json.loads(f"[{','.join(different)}]"), strict=True))


def packed(fragment: Fragment) -> str | bytes:
    """Return a fragment as JSON text, compressed when it is large."""
    held: dict[str, Any] = {}
    if fragment.spans:
        held["spans"] = [_span(span) for span in fragment.spans]
    if fragment.relations:
        held["relations"] = [[r.label, r.source, r.target] for r in sorted(fragment.relations)]
    if fragment.finished is not None:
        held["finished"] = fragment.finished
    text = _compact(held)
    return text if len(text) < _LARGE else zlib.compress(text.encode(), 6)


def unpacked(value: str | bytes) -> Fragment:
    """Return the fragment that `packed` wrote; raise ValueError or KeyError for anything else."""
    if value == "{}":
        return NOTHING
    held = json.loads(value if isinstance(value, str) else inflated(value))
    return Fragment(
        tuple(_span_from(entry) for entry in held.get("spans", ())),
        frozenset(Relation(*parts) for parts in held.get("relations", ())),
        held.get("finished"),
    )


def _span(span: Span) -> dict[str, Any]:
    held: dict[str, Any] = {
        "id": span.id,
        "start": span.start,
        "end": span.end,
        "layer": span.layer,
        "label": span.label,
        "state": span.state.value,
    }
    given = {
        "attributes": dict(span.attributes) or None,
        "score": span.score,
        "extractor": span.extractor or None,
        "evidence": _evidence(span.evidence) if span.evidence != NO_EVIDENCE else None,
        "note": span.note or None,
        "flagged": span.flagged or None,
    }
    return held | {name: value for name, value in given.items() if value is not None}


def _span_from(held: Mapping[str, Any]) -> Span:
    return Span(
        id=held["id"],
        start=held["start"],
        end=held["end"],
        layer=held["layer"],
        label=held["label"],
        state=_STATES[held["state"]],
        attributes=held.get("attributes") or NO_ATTRIBUTES,
        score=held.get("score"),
        extractor=held.get("extractor", ""),
        evidence=evidence_from(held["evidence"]) if "evidence" in held else NO_EVIDENCE,
        note=held.get("note", ""),
        flagged=held.get("flagged", False),
    )


def evidence_text(evidence: Evidence) -> str:
    """Return evidence as its column holds it, empty for none."""
    return _compact(_evidence(evidence)) if evidence != NO_EVIDENCE else ""


def _evidence(evidence: Evidence) -> list[Any]:
    """Return evidence as `[rule, entry, [[attribute, start, end], ...]]`, and what it was recalled from."""
    held: list[Any] = [
        evidence.rule,
        evidence.entry,
        [[p.attribute, p.start, p.end] for p in evidence.pieces],
    ]
    first = evidence.recalled_from
    return held if first is None else [*held, [first.label, first.start, first.end, dict(first.attributes)]]


def evidence_from(held: list[Any]) -> Evidence:
    """Return the evidence of a column's JSON; raise ValueError or TypeError for anything else."""
    rule, entry, pieces, *first = held
    recalled_from = Proposal(*first[0]) if first else None
    return Evidence(rule, entry, tuple(Piece(*piece) for piece in pieces), recalled_from)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@contextmanager
def collection_paused() -> Iterator[None]:
    """Put the garbage collector off: among ten thousand new spans it would search in vain, for long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
