"""Feedback: what reviewers changed in an author's work, and why, with what was said of it since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.domain.disputes import (
    UNSETTLED,
    DisputeKind,
    Outcome,
    Resolution,
    Ruling,
    Statement,
    Version,
    outcomes,
)
from annotator.domain.reports import Report
from annotator.review.differences import are_alike, differences
from annotator.review.disputes import EXACT, statements_of
from annotator.workspace.blinding import hidden_reports
from annotator.workspace.reviewing import REPORT

if TYPE_CHECKING:
    from annotator.workspace.projects import Project


@dataclass(frozen=True, slots=True)
class Change:
    """One place (code points) where what holds is not what an author has.

    `mine` is what the author has there, `decided` what is to stand; `before` and `after` are their texts.
    `kinds` and `names` say in what they differ: `missing` what the author lacks, `spurious` what is to go.
    `resolution` is the answer: it names the reviewer, the time, the reason. `thread` is everything said of
    the dispute, in order. `is_open` tells that the dispute was opened again since.
    """

    report_id: str
    report: str
    dispute: str
    layer: str
    start: int
    end: int
    kinds: tuple[DisputeKind, ...]
    names: tuple[str, ...]
    mine: tuple[Statement, ...]
    decided: tuple[Statement, ...]
    before: str
    after: str
    resolution: Resolution
    thread: tuple[Resolution, ...]
    is_open: bool


def changes(project: Project, author: str = "") -> list[Change]:
    """Return what reviewers changed in an author's work, this author's by default, report by report.

    What the author has put right since is left out, and so are reports this author may not see yet.
    """
    from annotator.store.resolutions import resolutions

    rows: dict[str, list[Resolution]] = {}
    for row in resolutions(project.store):
        rows.setdefault(row.report_id, []).append(row)
    hidden = hidden_reports(project)
    reviewed = [name for name in project.report_ids() if name in rows and name not in hidden]
    return [
        change
        for name in reviewed
        for change in _of_report(project, name, outcomes(rows[name]), author or project.author)
    ]


def _of_report(
    project: Project, report_id: str, known: Mapping[str, Outcome], author: str
) -> Iterator[Change]:
    held = project.decisions(report_id, author)
    if not held.finished and not _was_finished(project, report_id, author):
        return
    report = project.report(report_id)
    said = statements_of(held)
    answered = {dispute: _answer(each) for dispute, each in known.items() if dispute != REPORT}
    for dispute, row in sorted(answered.items(), key=lambda each: _place(each[1])):
        if row is not None:
            mine = _overlapping(said, row.ruling)
            if not are_alike(mine, row.ruling.statements, EXACT):
                yield _change(report, row, mine, known.get(dispute, UNSETTLED))


def _was_finished(project: Project, report_id: str, author: str) -> bool:
    """Tell whether an author finished a report once: who puts things right has it open again."""
    from annotator.store.journal import entries

    written = entries(project.store, report_id, set_author=author)
    return any(entry.edit.after.finished for entry in written)


def _answer(outcome: Outcome) -> Resolution | None:
    """Return the answer that holds, else the last one before the dispute was opened again."""
    return outcome.holds or next(iter(outcome.others), None)


def _place(row: Resolution | None) -> tuple[int, int]:
    return (0, 0) if row is None else (row.ruling.start, row.ruling.end)


def _overlapping(said: Sequence[Statement], ruling: Ruling) -> tuple[Statement, ...]:
    return tuple(
        one for one in said if one.layer == ruling.layer and one.start < ruling.end and ruling.start < one.end
    )


def _change(report: Report, row: Resolution, mine: tuple[Statement, ...], outcome: Outcome) -> Change:
    decided = row.ruling.statements
    kinds, names = _told(mine, decided)
    return Change(
        report_id=report.id,
        report=report.title or report.name,
        dispute=row.dispute,
        layer=row.ruling.layer,
        start=row.ruling.start,
        end=row.ruling.end,
        kinds=kinds,
        names=names,
        mine=mine,
        decided=decided,
        before=_text(report, mine),
        after=_text(report, decided),
        resolution=row,
        thread=outcome.comments,
        is_open=not outcome.is_settled,
    )


def _told(
    mine: tuple[Statement, ...], decided: tuple[Statement, ...]
) -> tuple[tuple[DisputeKind, ...], tuple[str, ...]]:
    if not mine or not decided:
        return (DisputeKind.SPURIOUS if mine else DisputeKind.MISSING,), ()
    found = differences([Version(("mine",), mine), Version(("decided",), decided)], 2, EXACT)
    kinds = dict.fromkeys(kind for kind, _ in found)
    return tuple(kinds), tuple(name for name in dict.fromkeys(name for _, name in found) if name)


def _text(report: Report, said: Sequence[Statement]) -> str:
    return "; ".join(report.text[one.start : one.end] for one in said)
