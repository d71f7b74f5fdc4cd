"""Bulk work: one step over several reports, at once where they are few, behind the window where not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from annotator.ui.jobs import Tell
from annotator.ui.projects import Projects
from annotator.ui.reading.behind import size_of
from annotator.ui.reading.sheet import Sheet
from annotator.workspace.projects import Project
from annotator.workspace.reading import Done, OpenReport

AT_ONCE = 24
"""Reports that are changed together with the one on the page, in place; more are changed apart from it."""


class BulkWork(Protocol):
    """A step over several reports; `opened` is the one on the page, where it is to be changed in place."""

    def __call__(
        self, project: Project, opened: OpenReport | None, tell: Tell, stopped: Callable[[], bool]
    ) -> Done | None:
        """Do the step; None when it changes nothing."""
        ...


class Bulk(QObject):
    """Runs steps over several reports and shows what came of them."""

    def __init__(self, sheet: Sheet, projects: Projects) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._projects = projects

    def run(
        self, title: str, reports: int, work: BulkWork, then: Callable[[], object], *, spans: int = 1
    ) -> None:
        """Do a step over so many reports, then something more once it is shown; a refusal is said.

        `spans` is how many it may touch, as far as that is known.
        """
        if reports <= AT_ONCE and self._sheet.open_report is not None:

            def step(report: OpenReport) -> Done | None:
                return work(report.project, report, _silent, _never)

            self._sheet.put_large(step, size_of(spans=spans, reports=reports), lambda _: then())
            return

        def behind(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Done | None:
            return work(project, None, tell, stopped)

        def done(outcome: Done | None) -> None:
            if outcome is not None:
                self._projects.rows_changed.emit()
                if self._sheet.open_report is not None:
                    self._sheet.reload()
                    self._sheet.edited.emit(outcome)
                self._sheet.notices.say(self._sheet.saying(outcome))
            then()

        self._projects.run(title, behind, done)


def _silent(done: int, whole: int, name: str) -> None:
    """Tell nobody how far the work is: it is over before anybody could read it."""


def _never() -> bool:
    return False
