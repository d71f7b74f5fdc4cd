"""Acting as a team: people and reports put together, work bundled for a colleague and brought together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from annotator.domain.errors import UserError
from annotator.ui.dialogs.reading import show_text
from annotator.ui.jobs import Jobs, Tell
from annotator.ui.library.following import Following
from annotator.ui.library.panel import LibraryPanel
from annotator.ui.projects import Projects
from annotator.ui.reading.sheet import Sheet
from annotator.ui.refusals import in_words
from annotator.workspace.bundling import SUFFIX, Bundled
from annotator.workspace.projects import SUFFIX as PROJECT
from annotator.workspace.projects import Project

if TYPE_CHECKING:
    from annotator.ui.team.assigning import Share
    from annotator.ui.team.people import PeopleDialog
    from annotator.workspace.merging import Merged


class Team(QObject):
    """Opens what a team needs over the window, and does what is chosen there."""

    def __init__(
        self,
        window: QWidget,
        sheet: Sheet,
        projects: Projects,
        library: LibraryPanel,
        following: Following,
        jobs: Jobs,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._sheet = sheet
        self._projects = projects
        self._library = library
        self._following = following
        self._jobs = jobs

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the team's commands by id."""
        return {
            "project.bundle": self.ask_bundle,
            "project.merge": self.ask_merge,
            "project.people": self.show_people,
            "selected.assign": self.ask_assign,
        }

    def ask_bundle(self) -> None:
        """Ask where this author's work is to be written for a colleague."""
        project = self._projects.held
        name = f"{project.name}-{project.author}{SUFFIX}"
        kind = self.tr("Bundles (*%1)").replace("%1", SUFFIX)
        place = str(project.path.with_name(name))
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Bundle my work"), place, kind)
        if chosen:
            self.bundle(Path(chosen))

    def bundle(self, path: Path) -> None:
        """Write this author's work into a file, behind the window."""
        from annotator.workspace.bundling import bundle

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Bundled:
            return bundle(project, path, author=project.author, progress=tell, cancelled=stopped)

        self._projects.run(self.tr("bundling"), work, self._bundled)

    def ask_merge(self) -> None:
        """Ask which files of colleagues are to be brought together here."""
        title, folder = self.tr("Bring work together"), str(self._projects.held.path.parent)
        kind = self.tr("Bundles and projects (*%1 *%2)").replace("%1", SUFFIX).replace("%2", PROJECT)
        chosen, _ = QFileDialog.getOpenFileNames(self._window, title, folder, kind)
        if chosen:
            self.merge([Path(name) for name in chosen])

    def merge(self, paths: list[Path]) -> None:
        """Bring files together behind the window, which takes no decisions meanwhile."""
        from annotator.workspace.merging import merge

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Merged:
            return merge(project, paths, progress=tell, cancelled=stopped)

        job = self._projects.aside(self.tr("bringing work together"), work)
        waiting = self._waiting()
        job.progressed.connect(lambda done, whole, _: _advance(waiting, done, whole))
        for ended in (job.done, job.failed):
            ended.connect(lambda _: waiting.deleteLater())
        job.done.connect(self._merged)
        job.failed.connect(lambda error: self._sheet.notices.catch(type(error), error, error.__traceback__))
        waiting.canceled.connect(job.cancel)
        if not self._jobs.run(job):
            waiting.deleteLater()
            raise UserError("busy", self.tr("something else is running; wait for it or cancel it"))

    def show_people(self) -> None:
        """Open the people of the project."""
        from annotator.ui.team.people import PeopleDialog
        from annotator.workspace.assigning import add_member
        from annotator.workspace.blinding import set_blind

        dialog = PeopleDialog(self._window)

        def give(name: str, role: str) -> None:
            add_member(self._projects.held, name, "reviewer" if role == "reviewer" else "analyst")
            self._show_members(dialog)

        def hide(on: bool) -> None:
            set_blind(self._projects.held, on)
            self._show_members(dialog)

        dialog.role_chosen.connect(self._sheet.notices.guarded(give))
        dialog.blind_chosen.connect(self._sheet.notices.guarded(hide))
        self._show_members(dialog)
        dialog.open()
        dialog.name.setFocus()

    def ask_assign(self) -> None:
        """Ask who is to annotate the selected reports."""
        from annotator.ui.team.assigning import AssignDialog
        from annotator.workspace.assigning import members

        rows = self._library.selected
        if not rows:
            message = self.tr("no report is selected; choose some in the library with Shift or Ctrl")
            raise UserError("nothing-selected", message)
        people = [each for each in members(self._projects.held) if each.kind == "person"]
        held = frozenset(name for row in rows for name in row.assignees)
        dialog = AssignDialog(self._window, people, reports=len(rows), held=held)
        ids = [row.id for row in rows]
        assign = self._sheet.notices.guarded(self.assign)
        dialog.accepted.connect(lambda: assign(ids, dialog.share))
        dialog.open()

    def assign(self, report_ids: list[str], share: Share) -> None:
        """Assign reports as chosen, and show who has them."""
        from annotator.workspace.assigning import assign, put_assignees

        project = self._projects.held
        if share.per_report:
            assign(project, share.names, per_report=share.per_report, report_ids=report_ids)
        else:
            put_assignees(project, report_ids, share.names)
        self._following.read()
        said = self.tr("%1 reports assigned").replace("%1", str(len(report_ids)))
        self._sheet.notices.say(said)

    def _show_members(self, dialog: PeopleDialog) -> None:
        from annotator.workspace.assigning import members
        from annotator.workspace.blinding import is_blind

        project = self._projects.held
        dialog.show_members(members(project), blind=is_blind(project.store))
        self._following.read()

    def _waiting(self) -> QProgressDialog:
        """Open a bar over the window: a decision would have to wait for the merge, and the window with it."""
        waiting = QProgressDialog(self._window)
        waiting.setWindowTitle(self.tr("Bring work together"))
        waiting.setLabelText(self.tr("The work of your colleagues is being brought together…"))
        waiting.setCancelButtonText(self.tr("Cancel"))
        waiting.setWindowModality(Qt.WindowModality.WindowModal)
        waiting.setAutoClose(False)
        waiting.setAutoReset(False)
        waiting.setMinimumDuration(0)
        waiting.setRange(0, 0)
        waiting.show()
        return waiting

    def _bundled(self, done: Bundled) -> None:
        said = self.tr("%1 steps over %2 reports written to %3").replace("%3", str(done.path))
        self._sheet.notices.say(said.replace("%1", str(done.entries)).replace("%2", str(done.reports)))

    def _merged(self, done: Merged) -> None:
        self._following.read()
        self._projects.rows_changed.emit()
        if self._sheet.open_report is not None:
            self._sheet.reload()
        said = self.tr("%1 steps and %2 resolutions came, in %3 reports").replace("%1", str(done.entries))
        said = said.replace("%2", str(done.resolutions)).replace("%3", str(done.reports))
        self._sheet.notices.say(said)
        backup = self.tr("The project as it was is kept as %1.")
        lead = f"{said}.\n{backup.replace('%1', done.backup.name)}" if done.backup else f"{said}."
        lines = "\n".join(map(in_words, done.lines))
        show_text(self._window, self.tr("Bring work together"), lead, lines)


def _advance(waiting: QProgressDialog, done: int, whole: int) -> None:
    waiting.setRange(0, max(1, whole))
    waiting.setValue(min(done, whole))
