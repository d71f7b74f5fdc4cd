"""The review view's parts put together: the queue, the page with its legend, and the versions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.domain.disputes import Dispute, Line
from annotator.domain.schema import Schema
from annotator.ui.front import CARD, LIBRARY
from annotator.ui.review.page import ReviewPage
from annotator.ui.review.queue_panel import QueuePanel
from annotator.ui.review.telling import kind_title
from annotator.ui.review.versions import VersionsPanel
from annotator.ui.theme import Theme
from annotator.workspace.reviewing import ReportReview


class ReviewPanel(QSplitter):
    """Queue, page and versions side by side; without a dispute the page says why."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.queue = QueuePanel(theme)
        self.page = ReviewPage()
        self.page.set_theme(theme)
        self.page.setAccessibleName(self.tr("Report under review"))
        self.versions = VersionsPanel()
        self.side = QStackedWidget()
        self.side.addWidget(self.versions)
        self.legend = QLabel()
        self.legend.setObjectName("legend")
        self.legend.setWordWrap(True)
        self.empty = QLabel()
        self.empty.setObjectName("empty")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._centre = QStackedWidget()
        read = QWidget()
        column = QVBoxLayout(read)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addWidget(self.legend)
        self._centre.addWidget(self.empty)
        self._centre.addWidget(read)
        for part in (self.queue, self._centre, self.side):
            self.addWidget(part)
        self.setSizes([LIBRARY, 860, CARD])
        self.setHandleWidth(1)
        self.setStretchFactor(1, 1)

    @property
    def is_drafting(self) -> bool:
        """Tell whether the page shows a version being written."""
        return self._centre.currentIndex() > 1

    def add_draft(self, page: QWidget, card: QWidget) -> None:
        """Take the page and the card on which a version is written."""
        self._centre.addWidget(page)
        self.side.addWidget(card)

    def show_draft(self) -> None:
        """Show the version being written in place of the page under review."""
        self._centre.setCurrentIndex(2)
        self.side.setCurrentIndex(1)

    def end_draft(self) -> None:
        """Show the page under review again."""
        self._centre.setCurrentIndex(1)
        self.side.setCurrentIndex(0)

    def say(self, words: str) -> None:
        """Say why there is no report to see."""
        self.empty.setText(words)
        self._centre.setCurrentIndex(0)
        self.side.setCurrentIndex(0)
        self.versions.show_nothing("")

    def show_report(self, found: ReportReview, words: str, schema: Schema) -> None:
        """Show a report without a dispute, and say why in place of the versions."""
        self.end_draft()
        self.page.set_schema(schema)
        self.page.show_review(found, None, "")
        self.legend.hide()
        self.versions.show_nothing(words)

    def show_dispute(self, found: ReportReview, dispute: Dispute, line: Line, schema: Schema) -> None:
        """Show a dispute in its report and its versions beside it."""
        self.end_draft()
        self.page.set_schema(schema)
        row, count = self.queue.model.row_of(line), len(self.queue.model.lines)
        title = kind_title(dispute.kind).upper()
        chip = f"{title} · {row + 1} / {count}" if row >= 0 else title
        self.page.show_review(found, dispute, chip)
        self._tell_lanes(dispute)
        outcome = found.outcome(dispute.id)
        self.versions.show_dispute(dispute, outcome, found.report.text, schema)
        self.queue.select(line)

    def _tell_lanes(self, dispute: Dispute) -> None:
        """Name the authors of each lane, from the letters outwards."""
        lanes = [
            ", ".join(name for number in numbers for name in dispute.versions[number].names)
            for numbers in self.page.lanes(dispute)
        ]
        none = [name for version in dispute.versions if not version.statements for name in version.names]
        lane = self.tr("lane %1: %2")
        parts = [
            lane.replace("%1", str(number)).replace("%2", names) for number, names in enumerate(lanes, 1)
        ]
        parts += [self.tr("nothing marked: %1").replace("%1", ", ".join(none))] if none else []
        self.legend.setText(
            " · ".join((*parts, self.tr("dashed: in dispute; all else is agreed or settled")))
        )
        self.legend.show()
