"""Answering: what the keys of the review page do to the current dispute, and where they go next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotator.domain.disputes import Dispute, Line, Resolution
from annotator.domain.errors import UserError
from annotator.ui.notices import Notices
from annotator.ui.projects import Projects
from annotator.ui.review.looking_ahead import LookingAhead
from annotator.ui.review.page import dispute_of
from annotator.ui.review.panel import ReviewPanel
from annotator.ui.review.queue_panel import QueuePanel
from annotator.ui.review_commands import VERSIONS
from annotator.workspace import settling
from annotator.workspace.permitting import refuse_unless_reviewer
from annotator.workspace.reviewing import REPORT, ReportReview, following, review

if TYPE_CHECKING:
    from annotator.workspace.projects import Project


class Answering(QObject):
    """Holds the current dispute; an answer is on disk before the page shows what comes next."""

    settled = Signal(list)
    """Ids of the reports that were answered in."""

    def __init__(self, projects: Projects, notices: Notices, panel: ReviewPanel, ahead: LookingAhead) -> None:
        super().__init__(panel)
        self._projects = projects
        self._notices = notices
        self.panel = panel
        self._ahead = ahead
        self.found: ReportReview | None = None
        self.line: Line | None = None
        panel.queue.chosen.connect(notices.guarded(self.go_to))
        panel.page.span_clicked.connect(notices.guarded(self._clicked))
        panel.page.passed.connect(notices.guarded(lambda: self.step(1)))
        panel.versions.taken.connect(notices.guarded(self.take))
        panel.versions.left.connect(panel.page.setFocus)
        panel.versions.comment_sent.connect(notices.guarded(self.send_comment))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the review's commands by the rest of their ids."""
        versions = self.panel.versions
        return {
            **{f"take_{number + 1}": partial(self.take, number) for number in range(VERSIONS)},
            "majority": self.take_majority,
            "none": self.none_right,
            "next": lambda: self.step(1),
            "previous": lambda: self.step(-1),
            "reason": versions.reason.setFocus,
            "comment": versions.comment.setFocus,
            "reopen": self.reopen,
            "gold": self.make_gold,
        }

    @property
    def project(self) -> Project:
        """Return the open project; refuse when none is."""
        return self._projects.held

    def chosen(self) -> Dispute:
        """Return the current dispute; refuse when there is none."""
        held = self.found.dispute(self.line.id) if self.found and self.line else None
        if held is None:
            raise UserError("no-dispute", self.tr("no dispute is chosen; N goes to the next one"))
        return held

    def refuse(self) -> None:
        """Refuse to settle anything for one who may not; raise what `refuse_unless_reviewer` does."""
        refuse_unless_reviewer(self.project)

    def forget(self) -> None:
        """Let go of report and dispute."""
        self.found = self.line = None
        self._ahead.forget()
        self.panel.page.forget()

    def begin(self) -> None:
        """Show the current dispute as it now stands, else the first of the queue, else what to do."""
        self._ahead.forget()
        held = None if self.line is None else self.panel.queue.model.every.get(self.line.id)
        lines = self.panel.queue.model.lines
        if held is not None and self.panel.queue.model.row_of(held) >= 0:
            self._read(held.report_id)
            self.go_to(held)
        elif lines:
            self.go_to(lines[0])
        else:
            self.forget()
            self.panel.say(why_empty(self.panel.queue))

    def go_to(self, line: Line) -> None:
        """Show a dispute."""
        found = self.found
        if found is None or found.report.id != line.report_id:
            found = self._read(line.report_id)
        dispute = found.dispute(line.id)
        if dispute is None:
            raise UserError("dispute-gone", self.tr("that dispute is not there any more; choose another"))
        self.line = line
        self.panel.show_dispute(found, dispute, line, self.project.schema)
        self.panel.page.setFocus()
        coming = following(self.panel.queue.model.lines, line.id)
        if coming is not None and coming.report_id != line.report_id:
            self._ahead.look(coming.report_id, machines=self.panel.queue.machines.isChecked())

    def take(self, number: int) -> None:
        """Let a version stand, by its number from 0, and go on."""
        dispute = self.chosen()
        if number >= len(dispute.versions):
            message = self.tr("there are only %1 versions here").replace("%1", str(len(dispute.versions)))
            raise UserError("no-version", message)
        self._settle(partial(settling.take, version=dispute.versions[number]))

    def take_majority(self) -> None:
        """Let the majority's version stand and go on."""
        self._settle(settling.take_majority)

    def none_right(self) -> None:
        """Let nothing stand and go on."""
        self._settle(settling.none_right)

    def send_comment(self) -> None:
        """Write the comment without an answer."""
        dispute, versions = self.chosen(), self.panel.versions
        settling.comment(self.project, dispute.report_id, dispute.id, versions.comment.text())
        versions.comment.clear()
        self.refresh([dispute.report_id])
        self._show_again()
        self._notices.say(self.tr("comment sent"))

    def reopen(self) -> None:
        """Open the current dispute again, or the gold report where that is all there is."""
        self.refuse()
        found, versions = self.found, self.panel.versions
        if found is None:
            self.chosen()
            return
        dispute = None if self.line is None else found.dispute(self.line.id)
        name = REPORT if dispute is None else dispute.id
        if not found.outcome(name).is_settled:
            raise UserError("is-open", self.tr("that is open already; settle it"))
        settling.reopen(
            self.project,
            found.report.id,
            name,
            reason=versions.reason.text(),
            comment=versions.comment.text(),
        )
        versions.clear_words()
        self.refresh([found.report.id])
        self._show_again()
        self._notices.say(self.tr("opened again"))

    def make_gold(self) -> None:
        """Make the report gold and go on to the next report."""
        self.refuse()
        found = self.found
        if found is None:
            self.chosen()
            return
        settling.make_gold(self.project, found.report.id, comment=self.panel.versions.comment.text())
        self.panel.versions.clear_words()
        self.refresh([found.report.id])
        self._notices.say(self.tr("%1 is gold").replace("%1", found.report.title or found.report.name))
        self.line = None
        self.begin()

    def undo(self) -> None:
        """Take back this reviewer's last step and go to it."""
        self._travel(settling.undo, self.tr("no answer of yours to undo"), self.tr("answer taken back"))

    def redo(self) -> None:
        """Do again what was last taken back and go to it."""
        self._travel(settling.redo, self.tr("no answer of yours to redo"), self.tr("answered again"))

    def step(self, way: int) -> None:
        """Go to the next dispute of the queue (1) or the one before (-1), round and round."""
        lines = self.panel.queue.model.lines
        if not lines:
            self._notices.say(self.tr("no dispute is listed"))
            return
        row = -1 if self.line is None else self.panel.queue.model.row_of(self.line)
        if row < 0 and way < 0:
            row = 0
        self.go_to(lines[(row + way) % len(lines)])

    def settle_with(self, write: Callable[[Project, Dispute, str, str], Resolution]) -> None:
        """Settle the current dispute with reason and comment as they are written, and go on."""
        self.refuse()
        dispute, versions, model = self.chosen(), self.panel.versions, self.panel.queue.model
        ahead = following(model.lines, dispute.id)
        write(self.project, dispute, versions.reason.text(), versions.comment.text())
        versions.clear_words()
        self.found = None
        self.panel.queue.put([replace(model.every[dispute.id], is_settled=True)])
        is_last = not any(
            line.report_id == dispute.report_id and not line.is_settled for line in model.every.values()
        )
        if is_last or ahead is None:
            self._stop_here(dispute.report_id)
        else:
            self.go_to(model.every[ahead.id])
        self.settled.emit([dispute.report_id])

    def refresh(self, report_ids: list[str]) -> None:
        """Bring the lines of reports in step with what was answered in them."""
        every = self.panel.queue.model.every
        self._ahead.forget()
        for report_id in report_ids:
            found = review(self.project, report_id, machines=self.panel.queue.machines.isChecked())
            if self.found is not None and self.found.report.id == report_id:
                self.found = found
            held = (every.get(dispute.id) for dispute in found.disputes)
            self.panel.queue.put(
                [replace(line, is_settled=found.outcome(line.id).is_settled) for line in held if line]
            )
        self.settled.emit(report_ids)

    def _settle(self, answer: Callable[..., Resolution]) -> None:
        self.settle_with(
            lambda project, dispute, reason, comment: answer(project, dispute, reason=reason, comment=comment)
        )

    def _stop_here(self, report_id: str) -> None:
        """Stay with a report in which nothing is left to settle, so that one key makes it gold."""
        self.line = None
        found = self._read(report_id)
        if found.open:
            self.begin()
            return
        keys = self.tr("Everything here is settled. G makes the report gold, N goes to the next dispute.")
        self.panel.show_report(found, keys, self.project.schema)
        self.panel.page.setFocus()
        self._notices.say(keys)

    def _show_again(self) -> None:
        if self.line is not None:
            self.go_to(self.panel.queue.model.every.get(self.line.id, self.line))

    def _travel(self, move: Callable[[Project], list[Resolution]], nothing: str, said: str) -> None:
        self.refuse()
        rows = move(self.project)
        if not rows:
            self._notices.say(nothing)
            return
        self.refresh(list(dict.fromkeys(row.report_id for row in rows)))
        line = self.panel.queue.model.every.get(rows[0].dispute)
        if line is not None:
            self.go_to(line)
        self._notices.say(said)

    def _read(self, report_id: str) -> ReportReview:
        machines = self.panel.queue.machines.isChecked()
        ready = self._ahead.taken(report_id, machines=machines)
        self.found = ready or review(self.project, report_id, machines=machines)
        return self.found

    def _clicked(self, span_id: str) -> None:
        line = self.panel.queue.model.every.get(dispute_of(span_id))
        if line is not None:
            self.go_to(line)


def why_empty(queue: QueuePanel) -> str:
    """Say why no dispute is listed, and what to do about it."""
    translate = QCoreApplication.translate
    every = len(queue.model.every)
    if not every:
        return translate(
            "Review",
            "No disputes: nobody else has finished a report that you or others have finished too.\n"
            "Let two persons finish the same report, or import or merge a colleague's work.",
        )
    if queue.is_narrowed:
        return translate("Review", "No dispute is like that. Choose other filters above the list.")
    said = translate("Review", "All %1 disputes are settled. Ctrl+Shift+E exports the gold.")
    return said.replace("%1", str(every))
