"""Reviewing: the disputes of a project as a queue, one report's disputes with their versions, what holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from annotator.domain.disputes import UNSETTLED, Dispute, Line, Outcome, Wanted
from annotator.domain.reports import Report
from annotator.domain.sets import AnnotationSet

if TYPE_CHECKING:
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project

OPEN = Wanted()


@dataclass(frozen=True, slots=True)
class Policy:
    """What a project does without asking: the strategy that merges agreed spans, how far numbers may differ.

    `strategy` is `unanimous`, `majority` or `trust=NAME`; `tolerance` is the greatest difference of two
    numbers that counts as none.
    """

    strategy: str = "unanimous"
    tolerance: Decimal = Decimal(0)


@dataclass(frozen=True)
class ReportReview:
    """One report under review: its visible sets, its disputes in reading order, and what holds of them.

    `resolved` is what the report comes to as it stands: agreed spans and what resolutions say, nothing where
    a dispute is open. `is_gold` tells whether a reviewer settled the report and nothing has opened since.
    """

    report: Report
    sets: tuple[AnnotationSet, ...]
    disputes: tuple[Dispute, ...]
    outcomes: Mapping[str, Outcome]
    resolved: AnnotationSet
    is_gold: bool

    @property
    def open(self) -> tuple[Dispute, ...]:
        """Return the disputes that no answer holds for, in reading order."""
        return tuple(each for each in self.disputes if not self.outcome(each.id).is_settled)

    def dispute(self, dispute_id: str) -> Dispute | None:
        """Return a dispute by its id, None when there is none any more."""
        return next((each for each in self.disputes if each.id == dispute_id), None)

    def outcome(self, dispute_id: str) -> Outcome:
        """Return what the resolutions of a dispute come to."""
        return self.outcomes.get(dispute_id, UNSETTLED)

    def sentence(self, dispute: Dispute) -> tuple[int, int]:
        """Return the range of the sentences a dispute lies in (code points)."""
        raise NotImplementedError


def visible_sets(project: Project, report_id: str) -> list[AnnotationSet]:
    """Return the persons' sets that count for disputes: finished ones, which imported ones are too."""
    raise NotImplementedError


def policy(project: Project) -> Policy:
    """Return what the project merges without asking."""
    raise NotImplementedError


def set_policy(project: Project, policy: Policy) -> None:
    """Keep what the project merges without asking; raise UserError `bad-strategy` or `bad-tolerance`."""
    raise NotImplementedError


def review(project: Project, report_id: str, *, machines: bool = False) -> ReportReview:
    """Return a report with its disputes, those with extractors and models too where `machines` is set."""
    raise NotImplementedError


def queue(
    project: Project,
    wanted: Wanted = OPEN,
    *,
    machines: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Line]:
    """Return the disputes asked for, the worst first; may take seconds the first time, so run it in a job."""
    raise NotImplementedError


def following(lines: Sequence[Line], dispute_id: str) -> Line | None:
    """Return the line to go to once a dispute is settled: the next that is open, else the first; or None."""
    raise NotImplementedError
