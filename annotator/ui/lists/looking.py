"""Looking through the project: the concordance joined with the search, the page and the keys of labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from annotator.domain.errors import UserError
from annotator.ui.bulk import Bulk
from annotator.ui.dialogs.reading import show_text
from annotator.ui.jobs import Jobs, Tell
from annotator.ui.lists.concordance import Concordance
from annotator.ui.lists.revealing import reveal
from annotator.ui.lists.searching import Search
from annotator.ui.projects import Projects
from annotator.ui.reading.sheet import Sheet
from annotator.ui.refusals import in_words
from annotator.workspace.annotating import annotate
from annotator.workspace.concording import Passage, labelled
from annotator.workspace.projects import Project
from annotator.workspace.reading import Done, OpenReport

_PAUSE = 150
"""Milliseconds of rest after an edit before the places are told anew: typing never waits for it."""


class Looking(QObject):
    """Searches when asked, opens what is chosen, and gives labels to the chosen places."""

    def __init__(
        self,
        panel: Concordance,
        sheet: Sheet,
        projects: Projects,
        jobs: Jobs,
        bulk: Bulk,
        open_report: Callable[[str], None],
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._sheet = sheet
        self._projects = projects
        self._bulk = bulk
        self._open_report = open_report
        self._search = Search(jobs)
        notices = sheet.notices
        panel.asked.connect(lambda wanted: self._search.start(self._projects.held, wanted))
        panel.opened.connect(notices.guarded(self.go_to))
        self._search.found.connect(panel.take)
        self._search.ended.connect(panel.end)
        self._search.failed.connect(lambda error: notices.catch(type(error), error, error.__traceback__))
        self._stale: set[str] = set()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PAUSE)
        self._late.timeout.connect(self.refresh)
        sheet.edited.connect(self._edited)
        projects.changed.connect(self._changed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the concordance's commands by id."""
        return {"find.project": self.open}

    def open(self) -> None:
        """Show the concordance, looking at once for what is selected or for the current span's text."""
        reveal(self._panel)
        report, current = self._sheet.open_report, self._sheet.current
        place = self._sheet.page.selection or (current and (current.start, current.end))
        words = report.report.text[slice(*place)] if report is not None and place else ""
        self._panel.open_with("" if "\n" in words else " ".join(words.split()))

    def set_labels(self, actions: Sequence[QAction]) -> None:
        """Let the keys of the labels act on the chosen places while the table has the focus."""
        # Actions of an earlier schema are gone from the table since they are gone altogether.
        self._panel.table.addActions(list(actions))

    def giving(self, label: str, otherwise: Callable[[str], object]) -> Callable[[], object]:
        """Return what the key of a label does: in the concordance another thing than on the page."""
        return lambda: self.give(label) if self._panel.table.hasFocus() else otherwise(label)

    def go_to(self, passage: Passage) -> None:
        """Open the report of a place and select it there."""
        held = self._sheet.open_report
        if held is None or held.report_id != passage.report_id:
            self._open_report(passage.report_id)
        self._sheet.go_to(passage.start, passage.end)
        self._sheet.page.setFocus()

    def give(self, label: str) -> None:
        """Label the chosen places as one step; those that cross decided spans are listed."""
        chosen = self._panel.chosen
        if not chosen:
            raise UserError("no-place", self.tr("no place is chosen; select rows of the list first"))
        refused: list[tuple[Passage, str]] = []

        def work(
            project: Project, opened: OpenReport | None, tell: Tell, stopped: Callable[[], bool]
        ) -> Done | None:
            outcome = annotate(project, chosen, label, opened=opened, progress=tell, cancelled=stopped)
            refused.extend(outcome.refused)
            return outcome.done

        reports = {passage.report_id for passage in chosen}
        self._bulk.run(self.tr("labelling"), len(reports), work, lambda: self._tell(chosen, refused))

    def refresh(self) -> None:
        """Tell anew what stands over the places of reports that were edited."""
        project, stale = self._projects.project, self._stale
        self._stale = set()
        if project is not None:
            self._panel.model.change(stale, partial(labelled, project))

    def _tell(self, chosen: Sequence[Passage], refused: Sequence[tuple[Passage, str]]) -> None:
        """Show what stands over the places now, and which were refused."""
        self._stale |= {passage.report_id for passage in chosen}
        self.refresh()
        if refused:
            lines = [
                f"{p.report}: …{p.left[-30:]}«{p.hit}»{p.right[:30]}… — {in_words(why)}" for p, why in refused
            ]
            lead = self.tr("%1 of %2 places were left as they are.").replace("%2", str(len(chosen)))
            show_text(
                self._panel.window(),
                self.tr("Not every place was labelled"),
                lead.replace("%1", str(len(lines))),
                "\n".join(lines),
            )

    def _edited(self, done: Done) -> None:
        """Follow an edit of the page, or a step that went over several reports."""
        self._stale |= {*done.report_ids, self._sheet.report.report_id}
        self._late.start()

    def _changed(self) -> None:
        """Forget everything of a project that was closed."""
        self._search.stop()
        self._late.stop()
        self._stale.clear()
        self._panel.forget()
