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
        self._formats = {label: _format(number) for number, label in enumerate(_labels(made))}
        self._ranges: dict[int, dict[str, QTextLayout.FormatRange]] = {}

    def open(self) -> None:
        """Load the text, give every span its format and paint."""
        self.widget.setPlainText(self.made.report.text)
        document = self.widget.document()
        self._ranges.clear()
        for span in self.made.spans:
            block = document.findBlock(span.start)
            held = self._ranges.setdefault(block.blockNumber(), {})
            held[span.id] = self._range(span, span.label, block.position())
        for number, ranges in self._ranges.items():
            document.findBlockByNumber(number).layout().setFormats(list(ranges.values()))
        self.paint()

    def reformat(self, span: Span, label: str) -> None:
        """Give one span the format of a label and repaint the viewport."""
        document = self.widget.document()
        block = document.findBlock(span.start)
        held = self._ranges[block.blockNumber()]
        held[span.id] = self._range(span, label, block.position())
        block.layout().setFormats(list(held.values()))
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

    def _range(self, span: Span, label: str, start: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = span.start - start, span.end - span.start
        made.format = self._formats[label]
        return made


def _labels(made: Made) -> list[str]:
    return sorted({span.label for span in made.spans})


def _format(number: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(QColor.fromHsl(number * 360 // 14, 160, 230))
    made.setFontUnderline(True)
    return made
