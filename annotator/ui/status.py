"""The status line: what was just done, how much is left, where we are, who works here, what runs behind."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from annotator.domain.spans import Span
from annotator.ui.jobs import Job, Jobs
from annotator.ui.reading.sheet import Sheet
from annotator.ui.titles import code_of, state_title


class Notice(QWidget):
    """One line of text, cut where it is too long; a new text moves nothing and waits for the page's paint."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text = ""
        self._refused = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.update)

    def text(self) -> str:
        """Return the text that is shown."""
        return self._text

    def show_text(self, text: str, *, refused: bool) -> None:
        """Show another text, as a refusal or not."""
        if refused != self._refused:
            self._refused = refused
            self.setProperty("refused", refused)
            self.style().unpolish(self)
            self.style().polish(self)
        self._text = text
        self.setAccessibleName(text)
        self._late.start()

    def sizeHint(self) -> QSize:
        """Return the room of one line."""
        return QSize(0, self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the text."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width() - 16)
        place = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(self.rect().adjusted(8, 0, -8, 0), place, shown)
        painter.end()


class StatusLine(QStatusBar):
    """One line of text at the left, counts in the middle, the running job and the author at the right."""

    def __init__(self, sheet: Sheet, jobs: Jobs) -> None:
        super().__init__()
        self._sheet = sheet
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.refresh)
        self.setSizeGripEnabled(False)
        self.notice = Notice()
        self.counts = QLabel()
        self.place = QLabel()
        self.author = QLabel()
        self.job = QLabel()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(140)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setFlat(True)
        self.cancel.clicked.connect(jobs.cancel)
        self.addWidget(self.notice, 1)
        for part in (self.counts, self.place, self.job, self.bar, self.cancel, self.author):
            self.addPermanentWidget(part)
        self._hide_job()
        self.bar.setAccessibleName(self.tr("Progress"))
        jobs.began.connect(self._show_job)
        jobs.ended.connect(self._hide_job)
        for changed in (sheet.current_changed, sheet.edited, sheet.opened):
            changed.connect(self._late.start)

    def say(self, text: str, *, refused: bool = False) -> None:
        """Show one line until the next; a refusal is marked by a sign and its colour."""
        self.notice.show_text(f"! {text}" if refused else text, refused=refused)
        self.notice.setToolTip(text)

    def refresh(self) -> None:
        """Show the counts of the open report and the label of the current span."""
        self._late.stop()
        report = self._sheet.open_report
        if report is None:
            self.counts.clear()
            self.place.clear()
            return
        left = report.view.counts.left
        done = self.tr(" · finished") if report.view.finished else ""
        self.counts.setText(self.tr("%1 candidates left").replace("%1", str(left)) + done)
        current = self._sheet.current
        self.place.setText("" if current is None else self._told(current))

    def _told(self, span: Span) -> str:
        label = self._sheet.report.project.schema.label(span.label)
        told = f"{code_of(label)} · {state_title(span.state)}"
        page = self._sheet.report.report.page_at(span.start)
        return told if page is None else told + self.tr(" · page %1").replace("%1", str(page))

    def _show_job(self, job: Job) -> None:
        for part in (self.job, self.bar, self.cancel):
            part.show()
        self.job.setText(job.title)
        self.bar.setRange(0, 0)
        job.progressed.connect(self._progress)

    def _progress(self, done: int, whole: int, name: str) -> None:
        self.bar.setRange(0, max(1, whole))
        self.bar.setValue(done)
        self.job.setText(f"{done} / {whole}")
        self.job.setToolTip(name)

    def _hide_job(self, _: object = None) -> None:
        for part in (self.job, self.bar, self.cancel):
            part.hide()
