"""The find bar under the page: words looked for in the open report, every hit marked, one selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from annotator.ui.reading.sheet import Sheet
from annotator.ui.settings import Settings
from annotator.workspace.searching import Range, Wanted, after, before

_TONES = "find/tones"


class FindBar(QWidget):
    """A field, the number of hits, and two arrows; the hit gone to is the page's selection."""

    def __init__(self, sheet: Sheet, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sheet = sheet
        self._settings = settings
        self._compared: dict[bool, str] = {}
        self._ranges: Sequence[Range] = ()
        self._began: tuple[int, str | None] = (0, None)
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.count = QLabel()
        self.count.setObjectName("findCount")
        self.tones = QCheckBox()
        self.tones.setChecked(settings.flag(_TONES))
        self._next, self._previous, self._close = QToolButton(), QToolButton(), QToolButton()
        self._lay_out()
        self.retranslate()
        self.field.textEdited.connect(self._typed)
        self.tones.toggled.connect(self._toggled)
        self._next.clicked.connect(self.go_next)
        self._previous.clicked.connect(self.go_previous)
        self._close.clicked.connect(self.close_bar)
        sheet.opened.connect(self._opened)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        self.field.setMinimumWidth(110)
        self.field.setMaximumWidth(360)
        arrows = {self._previous: Qt.ArrowType.UpArrow, self._next: Qt.ArrowType.DownArrow}
        for button, arrow in arrows.items():
            button.setArrowType(arrow)
            button.setIconSize(QSize(10, 10))
        self._close.setText("✕")
        row.addWidget(self.field, 1)
        for part in (self.count, self._previous, self._next, self.tones):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._close)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the commands that find by id."""
        return {
            "find.open": self.open_bar,
            "find.next": self.go_next,
            "find.previous": self.go_previous,
        }

    def beneath(self, page: QWidget) -> QWidget:
        """Return a widget that holds the page with this bar under it, so that text never moves for it."""
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(self)
        return pane

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self.setAccessibleName(self.tr("Find"))
        self.field.setPlaceholderText(self.tr("Find in this report…"))
        self.field.setAccessibleName(self.tr("Words to find in this report"))
        self.tones.setText(self.tr("Mind tones"))
        self.tones.setToolTip(self.tr("“dat” then does not find “đạt”"))
        for button, name, key in (
            (self._next, self.tr("Next hit"), "Enter"),
            (self._previous, self.tr("Previous hit"), "Shift+Enter"),
            (self._close, self.tr("Close"), "Esc"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})")

    @property
    def hits(self) -> Sequence[Range]:
        """Return where the words stand in the open report."""
        return self._ranges

    def open_bar(self) -> None:
        """Show the bar with what is selected in the field, ready to be typed over."""
        page = self._sheet.page
        selection = page.selection
        self._began = (selection[0] if selection else page.caret), page.current
        text = self._sheet.report.report.text[slice(*selection)] if selection else ""
        if text and "\n" not in text:
            self.field.setText(text)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()
        self._tell()

    def close_bar(self) -> None:
        """Hide the bar and its marks; the hit stays selected, the page has the focus."""
        self._sheet.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._sheet.page.hits = ()

    def go_next(self) -> None:
        """Go to the next hit, from the last to the first."""
        if self._ready():
            self._go(after(self._ranges, self._place()[1]))

    def go_previous(self) -> None:
        """Go to the hit before, from the first to the last."""
        if self._ready():
            self._go(before(self._ranges, self._place()[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, Shift+Enter and Escape, and keep every other key from the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.go_previous if back else self.go_next)()
        event.accept()

    def _ready(self) -> bool:
        """Tell whether there is something to look for; where there is not, ask for it."""
        if self._wanted.is_empty:
            self.open_bar()
            return False
        self._search()
        if not self._ranges:
            self._sheet.notices.say(self.tr("“%1” is not in this report").replace("%1", self.field.text()))
        return bool(self._ranges)

    def _place(self) -> Range:
        """Return where the search goes on: the selection, the span just labelled, or the caret."""
        page, current = self._sheet.page, self._sheet.current
        if page.selection is not None:
            return page.selection
        if current is not None and current.start == page.caret:
            return current.start, current.end
        return page.caret, page.caret

    @property
    def _wanted(self) -> Wanted:
        return Wanted(self.field.text(), folded=not self.tones.isChecked())

    def _typed(self, _: str) -> None:
        """Go to the first hit behind the place where finding began; without a hit, back to that place."""
        self._search()
        position, current = self._began
        if not self._ranges:
            self._sheet.set_current(current)
            self._sheet.page.set_caret(position)
        self._go(after(self._ranges, position))

    def _toggled(self, on: bool) -> None:
        self._settings.remember(_TONES, on)
        self._typed("")

    def _opened(self) -> None:
        """Look for the same words in the report that is opened."""
        self._compared.clear()
        self._ranges = ()
        if self._sheet.open_report is None:
            self.hide()
        elif self.isVisible():
            self._began = (0, None)
            self._search()
            self._tell()

    def _search(self) -> None:
        """Find every hit anew; the text is folded once a report."""
        wanted = self._wanted
        if wanted.folded not in self._compared:
            self._compared[wanted.folded] = wanted.of(self._sheet.report.report.text)
        self._ranges = wanted.ranges(self._compared[wanted.folded])
        if self.isVisible():
            self._sheet.page.hits = self._ranges

    def _go(self, number: int) -> None:
        """Select a hit; where a span has the very same range, that becomes the current one instead."""
        if number >= 0:
            self._sheet.go_to(*self._ranges[number])
        self._tell()

    def _tell(self) -> None:
        """Say which hit of how many is selected."""
        place, whole = self._place(), len(self._ranges)
        at = after(self._ranges, place[0])
        if self._wanted.is_empty:
            said = ""
        elif not whole:
            said = self.tr("no hit")
        elif self._ranges[at] == place:
            said = self.tr("%1 of %2").replace("%1", str(at + 1)).replace("%2", str(whole))
        else:
            said = self.tr("%1 hits").replace("%1", str(whole))
        self.count.setText(said)
        self.field.setProperty("refused", not whole and not self._wanted.is_empty)
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
