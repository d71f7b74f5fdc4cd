"""Spans: half-open ranges of code points with a label, a state and attributes."""

from __future__ import annotations

import copyreg
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from hashlib import blake2b
from types import MappingProxyType

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


def _read_only(held: dict[str, str]) -> MappingProxyType[str, str]:
    return MappingProxyType(held)


# Worker processes send spans home pickled, and a read-only view does not pickle by itself.
copyreg.pickle(MappingProxyType, lambda view: (_read_only, (dict(view),)))


class State(StrEnum):
    """Where a span stands between proposal and gold."""

    CANDIDATE = "candidate"
    SUPPRESSED = "suppressed"
    """A candidate whose string was rejected before: drawn faint, skipped by Tab."""
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    DRAWN = "drawn"
    IMPORTED = "imported"
    REJECTED = "rejected"
    NOT_SHOWN = "not_shown"
    """A faint candidate that was closed with its report unseen: neither gold nor a no."""


UNDECIDED = frozenset({State.CANDIDATE, State.SUPPRESSED})
STANDING = frozenset({State.ACCEPTED, State.CORRECTED, State.DRAWN, State.IMPORTED})
"""The states a person decided for: what export takes."""

# To hash a member of an enumeration takes longer than to compare it with a few others.
_STANDING = tuple(STANDING)


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters that gave one attribute of a span: half-open, code points of the report."""

    attribute: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an extractor proposed before a remembered correction changed it: half-open, code points."""

    label: str
    start: int
    end: int
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why an extractor proposed a span: its rule, the lexicon entry if any, and the pieces read.

    `recalled_from` is set where the span arrived corrected, as its string was corrected before.
    """

    rule: str = ""
    entry: str = ""
    pieces: tuple[Piece, ...] = ()
    recalled_from: Proposal | None = None


NO_EVIDENCE = Evidence()


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled range `[start, end)` of code points in one report.

    `id` is unique in the report and the same in every set that speaks of the same candidate, so that a
    decision in an analyst's set answers the candidate of that id. `attributes` are those of the annotation
    guidelines, numbers as plain decimal strings. `score` is in `[0, 1]`, None where no extractor spoke.
    """

    id: str
    start: int
    end: int
    layer: str
    label: str
    state: State = State.CANDIDATE
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    score: float | None = None
    extractor: str = ""
    evidence: Evidence = NO_EVIDENCE
    note: str = ""
    flagged: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def is_undecided(self) -> bool:
        """Tell whether nobody has answered this span yet."""
        return self.state is State.CANDIDATE or self.state is State.SUPPRESSED

    @property
    def is_standing(self) -> bool:
        """Tell whether a person decided for this span."""
        return self.state in _STANDING

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def decided(self, state: State) -> Span:
        """Return this span in another state, all else kept."""
        return replace(self, state=state)


_FILL = tuple(Span.__dict__[field.name].__set__ for field in fields(Span))
_blank = object.__new__


def spans_of_columns(columns: Sequence[Iterable[object]], count: int) -> list[Span]:
    """Return as many spans from their columns, one a field in order, of values that were checked before.

    Takes a third of the time of the constructor, which opening a report of ten thousand spans would wait for.
    """
    made = [_blank(Span) for _ in range(count)]
    for fill, column in zip(_FILL, columns, strict=True):
        deque(map(fill, made, column), maxlen=0)
    return made


def reading_order(spans: Iterable[Span]) -> list[Span]:
    """Sort spans by start, the longer first where starts are equal, then by layer and id."""
    return sorted(spans, key=lambda span: (span.start, -span.end, span.layer, span.id))


def candidate_id(extractor: str, layer: str, label: str, start: int, end: int) -> str:
    """Name a candidate by what it proposes, so that extracting again gives the same id.

    Offsets are code points of the report; the id is 12 hex digits and unique within one report only.
    """
    words = f"{extractor}\x1f{layer}\x1f{label}\x1f{start}\x1f{end}".encode()
    return blake2b(words, digest_size=6).hexdigest()


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Keep spans of one layer so that none overlap, in reading order.

    The longest wins, then the higher score, then the first, then the lower id. Takes n log n steps.
    """
    ranked = sorted(
        spans, key=lambda span: (span.start - span.end, -(span.score or 0.0), span.start, span.id)
    )
    kept: list[Span] = []
    starts: list[int] = []
    for span in ranked:
        at = bisect_left(starts, span.end)
        if at == 0 or kept[at - 1].end <= span.start:
            starts.insert(at, span.start)
            kept.insert(at, span)
    return kept
