"""Going: from a row of any list to its place in its report, on the page where reports are annotated."""

from __future__ import annotations

from collections.abc import Callable

from annotator.ui.reading.sheet import Sheet
from annotator.ui.views import ANNOTATE, Views


class Going:
    """Opens the report of a place, shows the view that has it, and selects the place there."""

    def __init__(self, sheet: Sheet, open_report: Callable[[str], None]) -> None:
        self._sheet = sheet
        self._open_report = open_report
        self._views: Views | None = None

    def join(self, views: Views) -> None:
        """Take the views of the window, once there are any."""
        self._views = views

    def to(self, report_id: str, start: int, end: int) -> None:
        """Go to `[start, end)` (code points) of a report."""
        held = self._sheet.open_report
        if held is None or held.report_id != report_id:
            self._open_report(report_id)
        self.back()
        self._sheet.go_to(start, end)
        self._sheet.page.setFocus()

    def back(self) -> None:
        """Show the view in which reports are annotated, where another one is shown."""
        if self._views is not None and self._views.current != ANNOTATE:
            self._views.show(ANNOTATE)
            self._sheet.page.setFocus()
