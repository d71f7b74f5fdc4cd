"""Accessibility: what a screen reader is told of the page: its text, its caret and the current span."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr, getCppPointer

from annotator.domain.spans import Span
from annotator.ui.reading.finding import position_at, rect_of
from annotator.ui.reading.positions import Positions
from annotator.ui.titles import state_title

if TYPE_CHECKING:
    from annotator.ui.reading.page import Page


class PageText(QAccessibleTextInterface):
    """The report's text to a screen reader; its offsets are UTF-16 units, as Qt's are.

    Qt's own calls for selections and text attributes cannot be answered from Python: no selection is
    told of here, the page announces it instead.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._made: tuple[str, Positions] | None = None

    def characterCount(self) -> int:
        """Return the length of the text in UTF-16 units."""
        return self._places().to_qt(len(self._page.report.text))

    def text(self, start: int, end: int) -> str:
        """Return the text between two units."""
        places = self._places()
        return self._page.report.text[places.to_report(start) : places.to_report(end)]

    def cursorPosition(self) -> int:
        """Return the unit the caret stands at."""
        return self._places().to_qt(self._page.caret)

    def setCursorPosition(self, position: int) -> None:
        """Put the caret at a unit."""
        self._page.set_caret(self._places().to_report(position))

    def selectionCount(self) -> int:
        """Return 0: a selection cannot be handed over from Python."""
        return 0

    def setSelection(self, index: int, start: int, end: int) -> None:
        """Select the text between two units."""
        places = self._places()
        self._page.select(places.to_report(start), places.to_report(end))

    def addSelection(self, start: int, end: int) -> None:
        """Select the text between two units."""
        self.setSelection(0, start, end)

    def removeSelection(self, index: int) -> None:
        """Select nothing."""
        self._page.clear_selection()

    def scrollToSubstring(self, start: int, end: int) -> None:
        """Bring the text between two units into view."""
        self._page.scroll_to(self._places().to_report(start))

    def characterRect(self, offset: int) -> QRect:
        """Return where a letter stands on the screen."""
        place = rect_of(self._page, self._places().to_report(offset)).toRect()
        return QRect(self._page.viewport().mapToGlobal(place.topLeft()), place.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        """Return the unit at a point of the screen."""
        local = self._page.viewport().mapFromGlobal(point)
        return self._places().to_qt(position_at(self._page, local.toPointF()))

    def _places(self) -> Positions:
        text = self._page.report.text
        if self._made is None or self._made[0] is not text:
            self._made = text, Positions(text)
        return self._made[1]


class PageInterface(QAccessibleWidget):
    """The page to a screen reader: a document whose value is the current span."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, QAccessible.Role.Document, "")
        self._page = page
        self._text = PageText(page)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Return the text side of the page, and what Qt gives for every other side."""
        if kind == QAccessible.InterfaceType.TextInterface:
            # Declared as a number; Qt takes a pointer only in this wrapping.
            return VoidPtr(getCppPointer(self._text)[0])  # type: ignore[return-value]
        return super().interface_cast(kind)

    def text(self, kind: QAccessible.Text) -> str:
        """Return the page's name, what it is, and the current span as its value."""
        if kind == QAccessible.Text.Name:
            return self._page.accessibleName() or QCoreApplication.translate("Page", "Report page")
        if kind == QAccessible.Text.Value:
            span = self._page.current_span
            return spoken(self._page, span) if span else ""
        return super().text(kind)


def install() -> None:
    """Tell Qt how pages are made accessible; further calls change nothing."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface_of)


def announce(page: Page) -> None:
    """Say the current span, where a screen reader listens."""
    span = page.current_span
    if span is not None and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(page, spoken(page, span)))


def tell_caret(page: Page) -> None:
    """Say that the caret moved, where a screen reader listens."""
    if QAccessible.isActive():
        unit = Positions(page.report.text[: page.caret]).to_qt(page.caret)
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(page, unit))


def spoken(page: Page, span: Span) -> str:
    """Return label, text, state and score of a span in the language of the window."""
    words = " ".join(page.report.text[span.start : span.end].split())
    parts = [page.title_of(span), words, state_title(span.state)]
    if span.score is not None and span.is_undecided:
        parts.append(page.locale().toString(span.score, "f", 2))
    if span.flagged:
        parts.append(QCoreApplication.translate("Page", "flagged"))
    return ", ".join(parts)


def _interface_of(name: str, thing: QObject) -> QAccessibleInterface | None:
    from annotator.ui.reading.page import Page

    return PageInterface(thing) if isinstance(thing, Page) else None


_installed: list[bool] = []
