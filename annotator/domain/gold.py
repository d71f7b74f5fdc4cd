"""Gold: the agreed spans of a finished report with who decided them, as export hands it to a format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Decision:
    """One journalled answer to a span: what was done, by whom, when, against which candidate.

    `at` is ISO 8601 in UTC; `seconds` is the time spent on it, None where unknown.
    """

    id: str
    span_id: str
    author: str
    at: str
    action: str
    candidate_id: str = ""
    seconds: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One report's gold. Spans are in reading order; `authors` and `decided_at` are by span id.

    `split` is `train`, `dev`, `test` or empty.
    """

    report: Report
    spans: tuple[Span, ...]
    relations: tuple[Relation, ...] = ()
    authors: Mapping[str, str] = field(default_factory=dict)
    decided_at: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    split: str = ""
