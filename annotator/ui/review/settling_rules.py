"""Settling by a rule: every open dispute that the same boundary rule answers, shown and settled at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.domain.errors import UserError
from annotator.ui.dialogs.ticking import TickDialog, TickedRows, TickRow
from annotator.ui.jobs import Jobs, Tell
from annotator.ui.notices import Notices
from annotator.ui.projects import Projects
from annotator.ui.review.answering import Answering
from annotator.ui.review.telling import rule_title
from annotator.workspace.ruling import Bulk, bulk_preview, settle_bulk

if TYPE_CHECKING:
    from annotator.workspace.projects import Project


class SettlingRules(QObject):
    """Works the preview out behind the window; nothing is settled before it is confirmed."""

    def __init__(self, answering: Answering, projects: Projects, notices: Notices, jobs: Jobs) -> None:
        super().__init__(answering)
        self._answering = answering
        self._projects = projects
        self._notices = notices
        self._jobs = jobs
        self.dialog: TickDialog | None = None

    def begin(self) -> None:
        """Show what the boundary rule of the current dispute settles."""
        self._answering.refuse()
        rule = self._answering.chosen().rule
        if not rule:
            message = self.tr("no boundary rule says what is right here; take a version or write one")
            raise UserError("no-rule", message)

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> list[Bulk]:
            return bulk_preview(project, rule)

        job = self._projects.aside(self.tr("looking for disputes of this rule"), work)
        job.done.connect(lambda bulks: self._show(rule, bulks))
        job.failed.connect(lambda error: self._notices.catch(type(error), error, error.__traceback__))
        self._jobs.read(job)

    def _show(self, rule: str, bulks: list[Bulk]) -> None:
        heads = (self.tr("Report"), self.tr("Versions"), self.tr("Is to stand"))
        rows = [TickRow((each.report, " | ".join(each.before), each.after)) for each in bulks]
        title = self.tr("Settle all of this boundary rule")
        lead = self.tr("Rule: %1").replace("%1", rule_title(rule))
        apply = self.tr("Settle %1")
        dialog = TickDialog(self._answering.panel.window(), title, lead, apply, TickedRows(heads, rows))
        dialog.accepted.connect(
            self._notices.guarded(lambda: self._settle([bulks[number] for number in dialog.model.chosen]))
        )
        dialog.finished.connect(self._close)
        self.dialog = dialog
        dialog.open()

    def _settle(self, chosen: list[Bulk]) -> None:
        versions = self._answering.panel.versions
        settle_bulk(self._projects.held, chosen, reason=versions.reason.text())
        versions.clear_words()
        self._answering.refresh(list(dict.fromkeys(bulk.dispute.report_id for bulk in chosen)))
        self._notices.say(self.tr("%1 disputes settled by the rule").replace("%1", str(len(chosen))))
        self._answering.begin()

    def _close(self) -> None:
        self.dialog = None
        self._answering.panel.page.setFocus()
