"""Looking ahead: the report of the next dispute compared behind the window while this one is looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.jobs import Jobs, Tell
from annotator.ui.lists.reading_aside import ReadingAside
from annotator.ui.notices import Notices
from annotator.ui.projects import Projects
from annotator.workspace.reviewing import ReportReview, review

if TYPE_CHECKING:
    from annotator.workspace.projects import Project


class LookingAhead(QObject):
    """Holds one report got ready; whoever changes a report lets go of it."""

    def __init__(self, projects: Projects, jobs: Jobs, notices: Notices) -> None:
        super().__init__(projects)
        self._reading = ReadingAside(projects, jobs, notices)
        self._wanted = ("", False)
        self._held: ReportReview | None = None
        projects.left.connect(self.forget)

    def look(self, report_id: str, *, machines: bool) -> None:
        """Get a report ready, unless it is or is being made so."""
        wanted = (report_id, machines)
        if self._wanted == wanted:
            return
        self.forget()
        self._wanted = wanted

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> ReportReview:
            return review(project, report_id, machines=machines)

        self._reading.start(self.tr("looking ahead"), work, self._take)

    def taken(self, report_id: str, *, machines: bool) -> ReportReview | None:
        """Return a report that is ready, which is let go; None for one that is not."""
        held = self._held if self._wanted == (report_id, machines) else None
        self.forget()
        return held

    def forget(self) -> None:
        """Let go of what was got ready, since it may be so no more."""
        self._reading.stop()
        self._wanted, self._held = ("", False), None

    def _take(self, found: ReportReview) -> None:
        self._held = found
