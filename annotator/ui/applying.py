"""Applying to all: the dialog joined with the search, the report on the page and the step that is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from annotator.ui.appearance import Appearance
from annotator.ui.bulk import Bulk
from annotator.ui.dialogs.applying import ApplyDialog
from annotator.ui.dialogs.reading import show_text
from annotator.ui.jobs import Jobs, Tell
from annotator.ui.lists.searching import Search
from annotator.ui.projects import Projects
from annotator.ui.reading.sheet import Sheet
from annotator.ui.refusals import in_words
from annotator.workspace.annotating import Annotated
from annotator.workspace.applying import Example, apply_to_all, example_of, others, others_here
from annotator.workspace.concording import Passage
from annotator.workspace.projects import Project
from annotator.workspace.reading import Done, OpenReport


class Applying(QObject):
    """Asks at which other places of the current span's words the same is to be done, and does it."""

    def __init__(
        self, sheet: Sheet, projects: Projects, jobs: Jobs, bulk: Bulk, appearance: Appearance
    ) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._projects = projects
        self._bulk = bulk
        self._appearance = appearance
        self._search = Search(jobs)
        self._search.found.connect(self._found)
        self._search.ended.connect(self._ended)
        self._search.failed.connect(
            lambda error: sheet.notices.catch(type(error), error, error.__traceback__)
        )
        self._dialog: ApplyDialog | None = None
        self._example: Example | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handler of the command by its id."""
        return {"span.apply_to_all": self.open}

    def open(self) -> None:
        """List the other places of what the current span says, those of this report at first."""
        report, span = self._sheet.report, self._sheet.chosen()
        self._example = example_of(report.report, span)
        dialog = ApplyDialog(
            self._sheet.page.window(), self._example, self._appearance.theme, report.project.schema
        )
        dialog.everywhere_asked.connect(self._list)
        dialog.accepted.connect(self._apply)
        dialog.finished.connect(self._close)
        self._dialog = dialog
        self._list(False)
        dialog.open()
        dialog.table.setFocus()

    def _list(self, everywhere: bool) -> None:
        dialog, example = self._dialog, self._example
        if dialog is None or example is None:
            return
        self._search.stop()
        dialog.model.clear()
        if everywhere:
            dialog.show_places([], more=True)
            self._search.start(self._projects.held, example.wanted)
        else:
            dialog.show_places(others_here(self._sheet.report, example))

    def _found(self, portion: list[Passage]) -> None:
        dialog, example = self._dialog, self._example
        if dialog is not None and example is not None:
            project = self._projects.held
            reports = {each.report_id: project.report(each.report_id) for each in portion}
            dialog.show_places(others(portion, example, reports), more=True)

    def _ended(self) -> None:
        if self._dialog is not None:
            self._dialog.show_places([])

    def _close(self) -> None:
        self._search.stop()
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
            self._sheet.page.window().activateWindow()
            self._sheet.page.setFocus()

    def _apply(self) -> None:
        dialog, example = self._dialog, self._example
        if dialog is None or example is None:
            return
        chosen, outcomes = dialog.model.chosen, list[Annotated]()

        def work(
            project: Project, opened: OpenReport | None, tell: Tell, stopped: Callable[[], bool]
        ) -> Done | None:
            outcomes.append(
                apply_to_all(project, chosen, example, opened=opened, progress=tell, cancelled=stopped)
            )
            return outcomes[0].done

        def then() -> None:
            if outcomes:
                self._tell(chosen, outcomes[0])

        reports = {passage.report_id for passage in chosen}
        self._bulk.run(self.tr("applying to all"), len(reports), work, then, spans=len(chosen))

    def _tell(self, chosen: Sequence[Passage], outcome: Annotated) -> None:
        """Show which places were refused."""
        if not outcome.refused:
            return
        lines = [
            f"{p.report}: …{p.left[-30:]}«{p.hit}»{p.right[:30]}… — {in_words(why)}"
            for p, why in outcome.refused
        ]
        lead = self.tr("%1 of %2 places were left as they are.").replace("%2", str(len(chosen)))
        lead = lead.replace("%1", str(len(lines)))
        title = self.tr("Not every place was changed")
        show_text(self._sheet.page.window(), title, lead, "\n".join(lines))
