"""Settling: a reviewer's answers to disputes, written at once, taken back and done again over restarts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.domain.disputes import Dispute, Resolution, Statement, Version

if TYPE_CHECKING:
    from annotator.workspace.projects import Project


@dataclass(frozen=True, slots=True)
class Bulk:
    """One dispute that a boundary rule settles: what is to stand there, `version` -1 where none has it."""

    dispute: Dispute
    report: str
    statements: tuple[Statement, ...]
    version: int
    before: tuple[str, ...]
    """The text of each version."""
    after: str
    """The text of what is to stand."""


def take(
    project: Project, dispute: Dispute, version: Version, *, reason: str = "", comment: str = ""
) -> Resolution:
    """Let one version of a dispute stand."""
    raise NotImplementedError


def take_majority(project: Project, dispute: Dispute, *, reason: str = "", comment: str = "") -> Resolution:
    """Let the version of the majority stand; raise UserError `no-majority` when there is none."""
    raise NotImplementedError


def settle_own(
    project: Project,
    dispute: Dispute,
    statements: Sequence[Statement],
    *,
    reason: str = "",
    comment: str = "",
) -> Resolution:
    """Let a reviewer's own spans stand; raise UserError `empty-span`, `overlap`, `unknown-label`, ..."""
    raise NotImplementedError


def none_right(project: Project, dispute: Dispute, *, reason: str = "", comment: str = "") -> Resolution:
    """Let nothing stand at a dispute."""
    raise NotImplementedError


def comment(project: Project, report_id: str, dispute_id: str, text: str) -> Resolution:
    """Say something of a dispute (or of a report, with an empty `dispute_id`) and decide nothing."""
    raise NotImplementedError


def reopen(project: Project, report_id: str, dispute_id: str, *, reason: str = "") -> Resolution:
    """Open a dispute (or a gold report, with an empty `dispute_id`) again."""
    raise NotImplementedError


def make_gold(project: Project, report_id: str, *, comment: str = "") -> Resolution:
    """Settle a whole report; raise UserError `open-disputes` while there are any, `nobody-finished`."""
    raise NotImplementedError


def undo(project: Project) -> list[Resolution]:
    """Take back this reviewer's last step, bulk steps whole; return what was taken back, newest first."""
    raise NotImplementedError


def redo(project: Project) -> list[Resolution]:
    """Do again what was last taken back; return what was done again."""
    raise NotImplementedError


def bulk_preview(project: Project, rule: str, *, report_id: str = "") -> list[Bulk]:
    """Return what settling all open disputes of one boundary rule would do, in one report where given."""
    raise NotImplementedError


def settle_bulk(project: Project, bulks: Sequence[Bulk], *, reason: str = "") -> list[Resolution]:
    """Settle the chosen disputes of a rule as one step to undo."""
    raise NotImplementedError
