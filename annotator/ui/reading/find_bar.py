"""The find bar under the page: words looked for in the open report, every hit marked, one selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from annotator.ui.reading.seeking import Seeking
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
        self._seeking = Seeking(self)
        self._follows = False
        self._then: Callable[[], object] | None = None
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
        self._seeking.near_found.connect(self._near_found)
        self._seeking.done.connect(self._found)
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
        """Return where the words stand in the open report, as far as it was looked through."""
        return self._seeking.ranges

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

    def close_bar(self) -> None:
        """Hide the bar and its marks, look no further; the hit stays selected, the page has the focus."""
        if self._seeking.is_running:
            self._seeking.stop()
        self._sheet.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._sheet.page.hits = ()

    def go_next(self) -> None:
        """Go to the next hit, from the last to the first."""
        self._once_found(lambda: self._go(after(self.hits, self._place()[1])))

    def go_previous(self) -> None:
        """Go to the hit before, from the first to the last."""
        self._once_found(lambda: self._go(before(self.hits, self._place()[0])))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, Shift+Enter and Escape, and keep every other key from the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.go_previous if back else self.go_next)()
        event.accept()

    def _once_found(self, go: Callable[[], object]) -> None:
        """Go once every hit is known; where there is nothing to look for, ask for it."""
        if self._wanted.is_empty:
            self.open_bar()
        else:
            self._search(then=lambda: go() if self.hits else self._say_missing())

    def _say_missing(self) -> None:
        self._sheet.notices.say(self.tr("“%1” is not in this report").replace("%1", self.field.text()))

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
        self._search(follow=True)

    def _toggled(self, on: bool) -> None:
        self._settings.remember(_TONES, on)
        self._typed("")

    def _opened(self) -> None:
        """Look for the same words in the report that is opened."""
        self._seeking.forget()
        if self._sheet.open_report is None:
            self.hide()
        elif self.isVisible():
            self._began = (0, None)
            self._search()

    def _search(self, *, follow: bool = False, then: Callable[[], object] | None = None) -> None:
        """Find every hit, those behind the place where finding began first; what was looked for is dropped.

        A large report is looked through between the events of the window; `then` is called at its end.
        """
        text, wanted = self._sheet.report.report.text, self._wanted
        self._then = then
        if follow or not self._seeking.is_of(text, wanted):
            self._follows = follow
            self._seeking.start(text, wanted, near=self._began[0])
            self._tell()
        elif not self._seeking.is_running:
            self._found()

    def _near_found(self) -> None:
        """Show the hits that are known, and go to the first where the words were just typed."""
        self._mark()
        if self._follows:
            self._go(after(self.hits, self._began[0]))
            self._follows = False

    def _found(self) -> None:
        """Show every hit, and do what waited for them."""
        self._mark()
        follows, self._follows = self._follows, False
        then, self._then = self._then, None
        if follows:
            position, current = self._began
            if not self.hits:
                self._sheet.set_current(current)
                self._sheet.page.set_caret(position)
            self._go(after(self.hits, position))
        if then is not None:
            then()
        self._tell()

    def _mark(self) -> None:
        if self.isVisible():
            self._sheet.page.hits = self.hits or ()

    def _go(self, number: int) -> None:
        """Select a hit; where a span has the very same range, that becomes the current one instead."""
        if number >= 0:
            self._sheet.go_to(*self.hits[number])
        self._tell()

    def _tell(self) -> None:
        """Say which hit of how many is selected."""
        place, whole = self._place(), len(self.hits)
        at = after(self.hits, place[0])
        if self._wanted.is_empty:
            said = ""
        elif self._seeking.is_running:
            said = "…"
        elif not whole:
            said = self.tr("no hit")
        elif self.hits[at] == place:
            said = self.tr("%1 of %2").replace("%1", str(at + 1)).replace("%2", str(whole))
        else:
            said = self.tr("%1 hits").replace("%1", str(whole))
        self.count.setText(said)
        self.field.setProperty("refused", said == self.tr("no hit"))
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
