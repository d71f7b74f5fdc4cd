"""Adding in the window: files, folders and what was copied, with a question where an encoding is in doubt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.domain.errors import UserError
from annotator.ui.dialogs.reading import show_text
from annotator.ui.jobs import Tell
from annotator.ui.notices import Notices
from annotator.ui.refusals import in_words

if TYPE_CHECKING:
    from annotator.ui.projects import Projects
    from annotator.workspace.adding import Added, HowToRead
    from annotator.workspace.projects import Project

    Batch = tuple[Sequence[Path], HowToRead]


class Adding(QObject):
    """Adds reports to the open project behind the page, then has their candidates found."""

    def __init__(self, window: QWidget, projects: Projects, notices: Notices) -> None:
        super().__init__(projects)
        self._window = window
        self._projects = projects
        self._notices = notices

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the commands that add, by id."""
        return {
            "report.add": self.ask_files,
            "report.add_whole": lambda: self.ask_files(whole=True),
            "report.add_folder": self.ask_folder,
            "report.paste": self.ask_text,
        }

    def ask_files(self, *, whole: bool = False) -> None:
        """Ask which files to add, with what frames the text on their pages or without."""
        from annotator.workspace.adding import HowToRead

        folder = str(self._projects.held.path.parent)
        title = self.tr("Add reports")
        chosen, _ = QFileDialog.getOpenFileNames(self._window, title, folder, self.kinds())
        if chosen:
            how = HowToRead(whole_page=whole, headers=whole)
            self._run([([Path(name) for name in chosen], how)])

    def ask_folder(self) -> None:
        """Ask which folder to add."""
        folder = str(self._projects.held.path.parent)
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Add a folder of reports"), folder)
        if chosen:
            self.add([Path(chosen)])

    def ask_text(self) -> None:
        """Ask for text to add, what was copied last already in its place, and for its name."""
        from annotator.ui.dialogs.pasting import PasteDialog

        dialog = PasteDialog(self._window, QGuiApplication.clipboard().text())
        dialog.accepted.connect(lambda: self.add_text(dialog.written, dialog.name.text()))
        dialog.open()

    def add_text(self, text: str, name: str) -> None:
        """Add pasted text under a name, then find candidates in it."""
        from annotator.workspace.adding import AS_THEY_SAY, add_text

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> list[Added]:
            return [add_text(project, text, name=name)]

        self._projects.filling.emit()
        self._projects.run(
            self.tr("adding reports"), work, lambda outcomes: self._added(outcomes, AS_THEY_SAY, 0)
        )

    def kinds(self) -> str:
        """Return the filters of the file dialog: reports by the suffixes that can be read, then all files."""
        from annotator.workspace.adding import readable_suffixes

        suffixes = " ".join(f"*{suffix}" for suffix in readable_suffixes())
        return f"{self.tr('Reports')} ({suffixes});;{self.tr('All files')} (*)"

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders, then find candidates in what is new."""
        from annotator.workspace.adding import AS_THEY_SAY

        self._run([(paths, AS_THEY_SAY)])

    def _run(self, batches: Sequence[Batch], *, before: int = 0) -> None:
        """Add files, each batch as it says; `before` were added already before somebody was asked."""
        from annotator.workspace.adding import add_paths

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> list[Added]:
            done = [
                add_paths(project, paths, how=how, progress=tell, cancelled=stopped) for paths, how in batches
            ]
            return [outcome for outcomes in done for outcome in outcomes]

        self._projects.filling.emit()
        self._projects.run(
            self.tr("adding reports"), work, lambda outcomes: self._added(outcomes, batches[0][1], before)
        )

    def _added(self, outcomes: list[Added], how: HowToRead, before: int) -> None:
        """Say what became of the files, and ask about those that somebody has to look at."""
        from annotator.workspace.adding import Outcome

        self._projects.rows_changed.emit()
        added = sum(outcome.outcome is Outcome.ADDED for outcome in outcomes)
        files = sum(outcome.outcome is not Outcome.UNSEEN for outcome in outcomes)
        said = self.tr("%1 of %2 reports added").replace("%1", str(added)).replace("%2", str(files))
        self._notices.say(said if files else self.tr("no report file was found there"))
        told = [outcome for outcome in outcomes if outcome.outcome is not Outcome.UNSURE]
        failed = [in_words(outcome.message) for outcome in told if outcome.message]
        notes = [in_words(outcome.note) for outcome in told if outcome.note]
        title = self.tr("Not everything went well") if failed else self.tr("Reports added")
        if failed or notes:
            show_text(self._window, title, said, "\n".join((*failed, *notes)))
        unsure = [Path(outcome.path) for outcome in outcomes if outcome.outcome is Outcome.UNSURE]
        self._ask_encodings(unsure, {}, how, before + added)

    def _ask_encodings(
        self, left: Sequence[Path], chosen: dict[Path, str], how: HowToRead, added: int
    ) -> None:
        """Ask how each file is to be read, one after the other, then add those that were answered for."""
        if self._projects.project is None:
            return
        if left:
            self._ask_encoding(left, chosen, how, added)
        elif chosen:
            self._run(batches_of(chosen, how), before=added)
        elif added:
            QTimer.singleShot(0, self._projects.extract_new)

    def _ask_encoding(
        self, left: Sequence[Path], chosen: dict[Path, str], how: HowToRead, added: int
    ) -> None:
        from annotator.ui.dialogs.encodings import EncodingDialog
        from annotator.workspace.previewing import previews

        first, *others = left
        try:
            found = previews(first)
        except UserError as error:
            self._notices.refuse(error)
            self._ask_encodings(others, chosen, how, added)
            return
        dialog = EncodingDialog(self._window, first.name, found, others=len(others))

        def answered() -> None:
            alike = left if dialog.for_all.isChecked() else [first]
            chosen.update(dict.fromkeys(alike, dialog.encoding))
            self._ask_encodings(left[len(alike) :], chosen, how, added)

        dialog.accepted.connect(answered)
        dialog.rejected.connect(lambda: self._ask_encodings(others, chosen, how, added))
        dialog.open()


def batches_of(chosen: Mapping[Path, str], how: HowToRead) -> list[Batch]:
    """Return files with how each is to be read, those in one encoding together."""
    names = dict.fromkeys(chosen.values())
    return [
        ([path for path in chosen if chosen[path] == name], replace(how, encoding=name)) for name in names
    ]
