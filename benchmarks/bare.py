"""The reference of the page's budgets: a bare read-only QPlainTextEdit that shows the same report."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from annotator.domain.spans import Span
from benchmarks.reports import Made


class Bare:
    """A plain text edit with one block-layout format a span."""

    def __init__(self, made: Made, size: QSize) -> None:
        self.made = made
        self.widget = QPlainTextEdit()
        self.widget.setReadOnly(True)
        self.widget.resize(size)
        self.widget.show()
        self._format = QTextCharFormat()
        self._format.setBackground(QColor("#e3eefc"))
        self._format.setFontUnderline(True)

    def open(self) -> None:
        """Load the text, give every span its format and paint."""
        self.widget.setPlainText(self.made.report.text)
        document = self.widget.document()
        by_block: dict[int, list[QTextLayout.FormatRange]] = {}
        for span in self.made.spans:
            block = document.findBlock(span.start)
            by_block.setdefault(block.blockNumber(), []).append(self._range(span, block.position()))
        for number, ranges in by_block.items():
            document.findBlockByNumber(number).layout().setFormats(ranges)
        self.paint()

    def reformat(self, span: Span) -> None:
        """Give one span another format and repaint the viewport."""
        document = self.widget.document()
        block = document.findBlock(span.start)
        block.layout().setFormats([self._range(span, block.position())])
        document.markContentsDirty(span.start, span.end - span.start)
        self.paint()

    def go_to(self, span: Span) -> None:
        """Bring a span into view and paint."""
        bar = self.widget.verticalScrollBar()
        bar.setValue(self.widget.document().findBlock(span.start).blockNumber())
        self.paint()

    def scroll(self, value: int) -> None:
        """Scroll to a line and paint."""
        self.widget.verticalScrollBar().setValue(value)
        self.paint()

    def paint(self) -> None:
        """Repaint the whole viewport now."""
        self.widget.viewport().update()
        QApplication.sendPostedEvents()
        QApplication.processEvents()

    def close(self) -> None:
        """Let go of the widget."""
        self.widget.close()
        self.widget.deleteLater()

    def _range(self, span: Span, start: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = span.start - start, span.end - span.start
        made.format = self._format
        return made
