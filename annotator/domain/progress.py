"""Progress: how far one author is with one report, as the library shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import State

DEFAULT_THRESHOLD = 0.5
"""The score under which candidates are faint, where a project sets no other."""


class Stage(StrEnum):
    """Where a report stands for one author."""

    UNTOUCHED = "untouched"
    IN_WORK = "in_work"
    DISPUTED = "disputed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Counts:
    """What one author's view of one report holds.

    `left` counts undecided candidates at or above the threshold, suppressed ones not; `decided` counts
    every span answered by a person, rejections too; `figures` counts standing and open spans of layer figure.
    """

    left: int = 0
    decided: int = 0
    figures: int = 0
    flagged: int = 0


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of the library, as its author may know it.

    `assignees` are those who are to annotate it; `disputes` counts what is open between who finished it.
    """

    id: str
    name: str
    title: str
    date: str
    characters: int
    stage: Stage
    counts: Counts
    seconds: float = 0.0
    assignees: tuple[str, ...] = ()
    disputes: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a project had come when its library was read: its last journal row and its last report."""

    entry: int = 0
    report: int = 0


def counts_of(view: AnnotationSet, *, threshold: float) -> Counts:
    """Count what a combined view holds; `threshold` is a score in `[0, 1]`."""
    left = decided = figures = flagged = 0
    for span in view.spans.values():
        state = span.state
        if state is State.CANDIDATE:
            left += span.score is None or span.score >= threshold
        elif state in _ANSWERED:
            decided += 1
        if span.flagged:
            flagged += 1
        if span.layer == "figure" and state not in _CLOSED:
            figures += 1
    return Counts(left, decided, figures, flagged)


def is_shown(score: float | None, threshold: float) -> bool:
    """Tell whether a candidate of this score is stopped at; without a score it always is."""
    return score is None or score >= threshold


# Tuples, since hashing a member of an enumeration takes longer than comparing it with a few others.
_ANSWERED = (State.ACCEPTED, State.CORRECTED, State.DRAWN, State.IMPORTED, State.REJECTED)
_CLOSED = (State.REJECTED, State.NOT_SHOWN)
