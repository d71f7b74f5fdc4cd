"""Travelling through the history of a report: undo, redo, and several of either at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.ui.bulk import AT_ONCE, Bulk
from annotator.ui.jobs import Tell
from annotator.ui.reading.behind import size_of
from annotator.ui.reading.sheet import Sheet
from annotator.workspace.projects import Project
from annotator.workspace.reading import Done, OpenReport
from annotator.workspace.stepping import ahead, reports_ahead, spans_of, step_back


class Travelling(QObject):
    """Steps through the history; what goes over many reports is taken back behind the window."""

    def __init__(self, sheet: Sheet, bulk: Bulk) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._bulk = bulk

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of undo and redo by id."""
        return {"edit.undo": lambda: self._one(1), "edit.redo": lambda: self._one(-1)}

    def step(self, times: int) -> None:
        """Undo so many steps, or redo where negative, and go to what changed last."""
        if self._is_large(times):
            self._behind(times)
            return

        def then(done: Done | None) -> None:
            if done is not None:
                touched = [span.id for span in done.change.added]
                self._sheet.set_current(touched[0] if touched else None)
                self._sheet.notices.say(self._said(times))

        report = self._sheet.report
        size = size_of(spans=spans_of(ahead(report, times)), reports=reports_ahead(report, times))
        self._sheet.put_large(lambda held: step_back(held, times), size, then, say=False)

    def _one(self, way: int) -> None:
        if self._is_large(way):
            self._behind(way)
        else:
            (self._sheet.undo if way > 0 else self._sheet.redo)()

    def _is_large(self, times: int) -> bool:
        return reports_ahead(self._sheet.report, times) > AT_ONCE

    def _behind(self, times: int) -> None:
        report_id = self._sheet.report.report_id

        def work(
            project: Project, opened: OpenReport | None, tell: Tell, stopped: Callable[[], bool]
        ) -> Done | None:
            return step_back(opened or OpenReport(project, report_id), times)

        title = self.tr("taking back") if times > 0 else self.tr("doing again")
        self._bulk.run(title, AT_ONCE + 1, work, lambda: self._sheet.notices.say(self._said(times)))

    def _said(self, times: int) -> str:
        said = self.tr("%1 steps taken back") if times > 0 else self.tr("%1 steps done again")
        return said.replace("%1", str(abs(times)))
