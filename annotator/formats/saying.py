"""What is said of a span beside its place, label and attributes: who decided it, why, with what note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.domain.gold import GoldReport
from annotator.domain.spans import Evidence, Span

READ_BACK = ("extractor", "evidence", "note", "flagged")
"""What of it a reader takes; who decided when is the importing author's from then on."""


def about_span(span: Span, gold: GoldReport) -> dict[str, Any]:
    """Return its state, author, time, extractor, evidence, note and flag, those that are not empty."""
    said = {
        "state": span.state.value,
        "author": gold.authors.get(span.id, ""),
        "decided_at": gold.decided_at.get(span.id, ""),
        "extractor": span.extractor,
        "evidence": evidence_object(span.evidence),
        "note": span.note,
        "flagged": span.flagged,
    }
    return {name: value for name, value in said.items() if value}


def read_back(held: object) -> dict[str, Any]:
    """Return what a reader takes of an object that `about_span` made; nothing of anything else."""
    given = held if isinstance(held, Mapping) else {}
    return {name: given[name] for name in READ_BACK if name in given}


def evidence_object(evidence: Evidence) -> dict[str, Any]:
    """Return evidence as JSON has it: the rule, the entry, the pieces in code points; empty for none."""
    pieces = [
        {"attribute": piece.attribute, "start": piece.start, "end": piece.end} for piece in evidence.pieces
    ]
    said = {"rule": evidence.rule, "entry": evidence.entry, "pieces": pieces}
    return {name: value for name, value in said.items() if value}


def decisions_of(gold: GoldReport) -> list[dict[str, Any]]:
    """Return how the gold came to be: every decision on a span of it, in order, empty fields left out."""
    return [
        {
            name: value
            for name, value in (
                ("id", each.id),
                ("span", each.span_id),
                ("author", each.author),
                ("at", each.at),
                ("action", each.action),
                ("candidate", each.candidate_id),
                ("seconds", each.seconds),
                ("reason", each.reason),
            )
            if value not in {"", None}
        }
        for each in gold.decisions
    ]
