"""Reviewing: the disputes of a project as a queue, one report's disputes with their versions, what holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from annotator.domain.disputes import (
    UNSETTLED,
    Answer,
    Dispute,
    Line,
    Outcome,
    Wanted,
    outcomes,
    worst_first,
)
from annotator.domain.errors import UserError
from annotator.domain.progress import is_shown
from annotator.domain.reports import Report
from annotator.domain.sets import AnnotationSet
from annotator.review.disputes import Comparison, compared
from annotator.review.resolved import resolved, set_saying
from annotator.review.strategies import TRUST, are_equal, check_strategy
from annotator.text.words import sentences
from annotator.workspace import blinding

if TYPE_CHECKING:
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project

OPEN = Wanted()
REPORT = ""
"""The dispute that stands for a report as a whole."""
_AT_ONCE = 20
"""Reports whose lists are written together: so few that no decision has to wait long for it."""
SURFACE = 60
"""Code points of a disputed place that a line of the queue shows."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What a project does without asking: the strategy that merges agreed spans, how far numbers may differ.

    `strategy` is `unanimous`, `majority` or `trust=NAME`. Two numbers count as one when they differ by no
    more than `tolerance` of the larger: 0.001 is one in a thousand, 0 asks for equal ones.
    """

    strategy: str = "unanimous"
    tolerance: Decimal = Decimal(0)


@dataclass(frozen=True)
class ReportReview:
    """One report under review: its visible sets, its disputes in reading order, and what holds of them.

    `resolved` is what the report comes to as it stands: agreed spans and what resolutions say, nothing where
    a dispute is open. `gold` is what it came to when a reviewer made it gold, None where nobody did or a
    dispute is open since. `sentences` are half-open ranges of code points.
    """

    report: Report
    sets: tuple[AnnotationSet, ...]
    disputes: tuple[Dispute, ...]
    outcomes: Mapping[str, Outcome]
    resolved: AnnotationSet
    gold: AnnotationSet | None
    sentences: tuple[tuple[int, int], ...]

    @property
    def is_gold(self) -> bool:
        """Tell whether a reviewer settled the report and no dispute is open since."""
        return self.gold is not None

    @property
    def has_moved(self) -> bool:
        """Tell whether sets or answers have changed since the report was made gold, without a dispute."""
        return self.gold is not None and not are_equal([self.gold, self.resolved])

    @property
    def open(self) -> tuple[Dispute, ...]:
        """Return the disputes that no answer holds for, in reading order."""
        return tuple(each for each in self.disputes if not self.outcome(each.id).is_settled)

    def dispute(self, dispute_id: str) -> Dispute | None:
        """Return a dispute by its id, None when there is none any more."""
        return next((each for each in self.disputes if each.id == dispute_id), None)

    def outcome(self, dispute_id: str) -> Outcome:
        """Return what the resolutions of a dispute come to, or those of the report under `""`."""
        return self.outcomes.get(dispute_id, UNSETTLED)

    def sentence(self, dispute: Dispute) -> tuple[int, int]:
        """Return the range from the sentence a dispute begins in to that it ends in (code points)."""
        if not self.sentences:
            return dispute.start, dispute.end
        starts = [start for start, _ in self.sentences]
        first = self.sentences[max(bisect_right(starts, dispute.start) - 1, 0)]
        last = self.sentences[max(bisect_right(starts, dispute.end - 1) - 1, 0)]
        return min(first[0], dispute.start), max(last[1], dispute.end)


def visible_sets(project: Project, report_id: str) -> list[AnnotationSet]:
    """Return the persons' sets that count for disputes: finished ones (as imported ones are) one may see."""
    return [held for held in blinding.visible_sets(project, report_id) if held.finished]


def policy(project: Project) -> Policy:
    """Return what the project merges without asking."""
    setting = project.store.setting
    return Policy(setting("merge_strategy", "unanimous"), Decimal(setting("tolerance", "0")))


def set_policy(project: Project, wanted: Policy) -> None:
    """Keep what the project merges without asking.

    Raises UserError `bad-strategy`, `unknown-author`, `bad-tolerance`.
    """
    refuse_strategy(project, wanted.strategy)
    if not 0 <= wanted.tolerance < 1:
        raise UserError("bad-tolerance", "the tolerance is a share of at least 0 and below 1, such as 0.001")
    with project.store.writing():
        project.store.set_setting("merge_strategy", wanted.strategy)
        project.store.set_setting("tolerance", f"{wanted.tolerance:f}")


def refuse_strategy(project: Project, strategy: str) -> None:
    """Raise UserError `bad-strategy`, or `unknown-author` where it trusts nobody the project knows."""
    from annotator.store.authors import authors

    check_strategy(strategy)
    if strategy.startswith(TRUST):
        name = strategy.removeprefix(TRUST)
        known = [author.name for author in authors(project.store) if author.kind == "person"]
        if name not in known:
            there = ", ".join(known) or "nobody"
            raise UserError("unknown-author", f"{name} is not in this project; known: {there}")


def read_tolerance(text: str) -> Decimal:
    """Read a tolerance as somebody wrote it; raise UserError `bad-tolerance`."""
    try:
        return Decimal(text.strip().replace(",", "."))
    except InvalidOperation as error:
        message = "the tolerance is a number such as 0.001; write one and repeat"
        raise UserError("bad-tolerance", message) from error


def review(project: Project, report_id: str, *, machines: bool = False) -> ReportReview:
    """Return a report with its disputes, those with extractors and models too where `machines` is set."""
    report, sets, known = _held(project, report_id)
    rules = policy(project)
    persons = compared_by(report, sets, rules)
    shown = compared_by(report, sets, rules, _machines(project, report_id)) if machines else persons
    made = resolved(report_id, persons, known, sets=sets)
    return ReportReview(
        report,
        tuple(sets),
        shown.disputes,
        known,
        made,
        _gold(project, made, persons, known),
        tuple(sentences(report.text, report.sections)),
    )


def _held(project: Project, report_id: str) -> tuple[Report, list[AnnotationSet], Mapping[str, Outcome]]:
    from annotator.store.resolutions import resolutions

    # What reviewers say tells of others' work, which may still be hidden.
    seen = blinding.may_see(project, report_id)
    known = outcomes(resolutions(project.store, report_id) if seen else ())
    return project.report(report_id), visible_sets(project, report_id), known


def _gold(
    project: Project, made: AnnotationSet, found: Comparison, known: Mapping[str, Outcome]
) -> AnnotationSet | None:
    """Return what a report came to when it was made gold, where that still counts; `made` is what it is now.

    It was written down then: who mends their own work afterwards has it open again, and gold stays. A later
    answer of a reviewer that changes something asks for gold anew.
    """
    holds = known.get(REPORT, UNSETTLED).holds
    is_open = any(not known.get(each.id, UNSETTLED).is_settled for each in found.disputes)
    if holds is None or holds.answer is not Answer.GOLD or is_open:
        return None
    sets = blinding.visible_sets(project, made.report_id)
    gold = set_saying(made.report_id, holds.ruling.statements, sets=sets)
    answers = (outcome.holds for dispute, outcome in known.items() if dispute != REPORT)
    is_late = any(row is not None and (row.clock, row.id) > (holds.clock, holds.id) for row in answers)
    return None if is_late and not are_equal([gold, made]) else gold


def compared_by(
    report: Report, sets: Sequence[AnnotationSet], rules: Policy, machines: Sequence[AnnotationSet] = ()
) -> Comparison:
    """Lay the sets of one report over each other as a project's policy has it."""
    return compared(
        sets, text=report.text, candidates=machines, tolerance=rules.tolerance, strategy=rules.strategy
    )


def queue(
    project: Project,
    wanted: Wanted = OPEN,
    *,
    machines: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Line]:
    """Return the disputes asked for, the worst first; may take seconds the first time, so run it in a job.

    What was found is kept with the project; only reports worked on since are looked at again.
    """
    lines = _lines(project, machines, progress, cancelled)[0]
    return worst_first(line for line in lines if wanted.takes(line))


def recount(
    project: Project,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[str]:
    """Bring the library's counts of disputes up to date; return the reports that were looked at again."""
    return _lines(project, False, progress, cancelled)[1]


def _lines(
    project: Project, machines: bool, progress: Progress | None, cancelled: Callable[[], bool] | None
) -> tuple[list[Line], list[str]]:
    """Return the lines of all reports, and the reports that had to be looked at again."""
    from annotator.store.dispute_lists import kept_lists, marks

    stamps = _stamps(project, marks(project.store, machines=machines))
    kept = kept_lists(project.store, machines=machines)
    hidden = blinding.hidden_reports(project)
    stale = [name for name, stamp in stamps.items() if name in hidden or kept.get(name, ("",))[0] != stamp]
    fresh: dict[str, list[Line]] = {}
    unkept: dict[str, tuple[str, list[Line]]] = {}
    for number, report_id in enumerate(stale):
        if cancelled is not None and cancelled():
            break
        if progress is not None:
            progress(number, len(stale), "")
        fresh[report_id] = report_lines(project, report_id, machines=machines)
        if report_id not in hidden:
            unkept[report_id] = stamps[report_id], fresh[report_id]
        if len(unkept) == _AT_ONCE:
            _keep(project, unkept, machines)
            unkept = {}
    _keep(project, unkept, machines)
    # What there was no time to look at again is as it was kept.
    known = {name: lines for name, (_, lines) in kept.items() if name not in hidden} | fresh
    found = [line for name in stamps for line in known.get(name, ())]
    return found, [name for name in fresh if name not in hidden]


def report_lines(project: Project, report_id: str, *, machines: bool = False) -> list[Line]:
    """Return the lines of one report as they now stand, in reading order, settled ones too."""
    report, sets, known = _held(project, report_id)
    proposed = _machines(project, report_id) if machines else ()
    found = compared_by(report, sets, policy(project), proposed)
    return [_line(report, each, known.get(each.id, UNSETTLED)) for each in found.disputes]


def following(lines: Sequence[Line], dispute_id: str) -> Line | None:
    """Return the line to go to once a dispute is settled: the next that is open, else the first; or None."""
    place = next((number for number, line in enumerate(lines) if line.id == dispute_id), -1)
    turned = (*lines[place + 1 :], *lines[: max(place, 0)])
    return next((line for line in turned if not line.is_settled), None)


def with_lines(lines: Iterable[Line], report_id: str, fresh: Iterable[Line]) -> list[Line]:
    """Return a queue with the lines of one report as they now are, each where it stood, new ones last."""
    new = {line.id: line for line in fresh}
    kept = [new.pop(line.id, None) if line.report_id == report_id else line for line in lines]
    return [line for line in kept if line is not None] + list(new.values())


def _machines(project: Project, report_id: str) -> list[AnnotationSet]:
    """Return what extractors and models propose, faint candidates left out."""
    from annotator.store.sets import extractor_sets

    threshold = project.threshold
    return [
        replace(held, spans={n: s for n, s in held.spans.items() if is_shown(s.score, threshold)})
        for held in extractor_sets(project.store, report_id)
    ]


def _line(report: Report, dispute: Dispute, outcome: Outcome) -> Line:
    surface = report.text[dispute.start : dispute.end]
    return Line(
        id=dispute.id,
        report_id=dispute.report_id,
        report=report.title or report.name,
        layer=dispute.layer,
        start=dispute.start,
        end=dispute.end,
        kinds=dispute.kinds,
        labels=dispute.labels,
        authors=tuple(version.names for version in dispute.versions),
        surface=surface if len(surface) <= SURFACE else f"{surface[: SURFACE - 1]}…",
        severity=dispute.severity,
        rule=dispute.rule,
        has_majority=dispute.majority >= 0,
        is_settled=outcome.is_settled,
    )


def _stamps(project: Project, marks: Mapping[str, str]) -> dict[str, str]:
    rules = policy(project)
    ends = f"{rules.strategy}:{rules.tolerance}:{project.threshold}"
    return {name: f"{mark}:{ends}" for name, mark in marks.items()}


def _keep(project: Project, lists: Mapping[str, tuple[str, list[Line]]], machines: bool) -> None:
    from annotator.store.dispute_lists import keep_lists

    if lists and not project.read_only:
        keep_lists(project.store, lists, machines=machines)
