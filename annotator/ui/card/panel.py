"""The card's panel: label, text, reading, relations, evidence, note and history of the current span."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.schema import Schema
from annotator.domain.spans import Span
from annotator.ui.card.fields import STEPS, AttributeFields
from annotator.ui.card.parts import body, caption, fill, warning
from annotator.ui.card.readings import Readings, choose_reading
from annotator.ui.card.statement import StatementTable
from annotator.ui.card.telling import (
    evidence_line,
    history_lines,
    memory_lines,
    nothing_line,
    piece_lines,
    relation_lines,
)
from annotator.ui.doubt_titles import SIGN, doubt_title
from annotator.ui.flow import FlowLayout
from annotator.ui.fonts import scaled, window_font
from annotator.ui.numbers import reading_line
from annotator.ui.reading.sheet import Sheet
from annotator.ui.theme import LARGE, SMALLEST
from annotator.ui.titles import code_of, title_of
from annotator.workspace import editing, valuing
from annotator.workspace.doubting import doubts, statement_of
from annotator.workspace.numbering import Reading, readings

_COLUMNS = 7
_MOST_LETTERS = 200


class SpanCard(QScrollArea):
    """Shows the current span a moment after the page has; fields give the focus back to the page."""

    label_chosen = Signal(str)
    answered = Signal()
    """The current span was open when its values were asked for, and now they are as they should be."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._chips: dict[str, QToolButton] = {}
        self._asked_for: str | None = None
        self._refused = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.refresh)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A click on a chip or beside one leaves the focus on the page.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("card")
        self._build()
        self.retranslate()
        sheet.current_changed.connect(self._late.start)
        sheet.page.selection_changed.connect(self._late.start)

    def _build(self) -> None:
        ground = QWidget()
        ground.setObjectName("cardBody")
        column = QVBoxLayout(ground)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self._heading = caption()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setFont(window_font(LARGE))
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._chip_area = QWidget()
        self._chip_rows = FlowLayout(self._chip_area, spacing=3)
        self._value = QLabel()
        self._value.setObjectName("value")
        self._value.setWordWrap(True)
        self._pieces = body()
        self._doubts = warning()
        self.readings = Readings()
        self._fields = AttributeFields()
        self._links_caption, self._links = caption(), body()
        self._same_caption, self.statement = caption(), StatementTable()
        self._evidence_caption, self._evidence = caption(), body()
        self._memory_caption, self._memory = caption(), body()
        self._memory.setObjectName("memory")
        self._note_caption, self._note = caption(), QLineEdit()
        self._history_caption, self._history = caption(), body()
        self._parts = [self._text, self._chip_area, self._doubts, self.readings, self._value, self._pieces]
        self._parts += [self._fields, self._links_caption, self._links, self._same_caption, self.statement]
        self._parts += [self._evidence_caption, self._evidence, self._memory_caption, self._memory]
        self._parts += [self._note_caption, self._note]
        self._parts += [self._history_caption, self._history]
        self._always = [self._text, self._chip_area, self._fields, self._note_caption, self._note]
        self._empty = body()
        for part in (self._heading, self._empty, *self._parts):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(ground)
        self._connect()

    def _connect(self) -> None:
        self.readings.chosen.connect(self._take_reading)
        self.readings.left.connect(self._back)
        self._fields.edited.connect(self._give)
        self._fields.unsure.connect(self._ask)
        self._fields.left.connect(self._back)
        self._fields.taken.connect(self._go_on)
        self._fields.spread.connect(self._spread)
        self._links.linkActivated.connect(self._follow)
        self.statement.chosen.connect(self._follow)
        self.statement.left.connect(self._back)
        self._note.editingFinished.connect(self._write_note)
        self._note.returnPressed.connect(self._back)

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self._empty.setText(
            self.tr(
                "No span is current. Tab goes to the next candidate; "
                "select text and press a label's key to add one."
            )
        )
        self._links_caption.setText(self.tr("Links"))
        self._same_caption.setText(self.tr("Figures of this indicator"))
        self.statement.setAccessibleName(self._same_caption.text())
        self._evidence_caption.setText(self.tr("Evidence"))
        self._memory_caption.setText(self.tr("Remembered of these words"))
        self._note_caption.setText(self.tr("Note"))
        self._history_caption.setText(self.tr("History"))
        self._note.setAccessibleName(self.tr("Note on the span"))
        self.setAccessibleName(self.tr("Span card"))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the keys that choose between two readings of a number."""
        return {
            "span.as_thousands": lambda: self._choose_reading(0),
            "span.as_decimal": lambda: self._choose_reading(1),
        }

    def set_schema(self, schema: Schema) -> None:
        """Make chips and fields for a schema."""
        for chip in self._chips.values():
            chip.deleteLater()
        self._chips.clear()
        for label in schema.offered:
            chip = QToolButton()
            chip.setText(code_of(label))
            chip.setCheckable(True)
            chip.setObjectName("chip")
            wide = QFontMetrics(window_font(SMALLEST, bold=True)).horizontalAdvance(chip.text())
            chip.setMinimumWidth(max(scaled(36), wide + 8))
            title = title_of(label)
            chip.setAccessibleName(title)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(lambda _=False, name=label.name: self.label_chosen.emit(name))
            chip.clicked.connect(self._late.start)
            self._chips[label.name] = chip
            self._chip_rows.addWidget(chip)
        self._fields.set_schema(schema)
        self.refresh()

    def focus_on(self, what: str) -> None:
        """Put the cursor into the value, or into the note; a span without a value gets its first field."""
        self.refresh()
        current = self._sheet.current
        self._asked_for = current.id if current is not None and self._sheet.is_fresh(current) else None
        self._refused = False
        if what == "note":
            self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._fields.focus("value"):
            self._sheet.notices.say(
                self.tr(
                    "D direction, B against what, U status, Q qualifier; Enter goes on, "
                    "Ctrl+Enter gives what was stepped to the rest of the list"
                )
            )
        elif not any(self._fields.focus(name) for name in ("date_from", "duration")):
            self._sheet.notices.say(self.tr("this label has no value"))

    def refresh(self) -> None:
        """Show what a label would be given to: the selection, else the current span as it stands."""
        self._late.stop()
        selection, span = self._sheet.page.selection, self._sheet.current
        for part in self._parts if span is None or selection is not None else self._always:
            # What is not always there shows itself: to show and hide a part again takes longer than a paint.
            part.setVisible(span is not None and selection is None)
        self._empty.setVisible(span is None and selection is None)
        self._empty.setText(nothing_line(self._sheet.open_report))
        self._heading.setText(self.tr("Selected text") if selection else self.tr("Current span"))
        if selection is not None:
            self._show_selection(*selection)
        elif span is not None:
            self._show(span)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Show with the chips of labels which key gives them."""
        for name, chip in self._chips.items():
            key = keys.get(name, "")
            chip.setToolTip(f"{chip.accessibleName()} · {key}" if key else chip.accessibleName())

    def _show_selection(self, start: int, end: int) -> None:
        text = self._sheet.report.report.text[start:end].replace("\xa0", " ")
        self._text.setText(text if len(text) <= _MOST_LETTERS else text[:_MOST_LETTERS] + "…")
        for chip in self._chips.values():
            chip.setChecked(False)
            chip.setEnabled(not self._sheet.report.project.read_only)
        self._text.show()
        self._chip_area.show()

    def _show(self, span: Span) -> None:
        report = self._sheet.report
        self._text.setText(report.report.text[span.start : span.end].replace("\xa0", " "))
        for name, chip in self._chips.items():
            chip.setChecked(name == span.label)
            chip.setEnabled(not report.project.read_only)
        value = reading_line(span.attributes)
        self._value.setText(value)
        self._value.setVisible(bool(value))
        self._fields.show_span(span.label, span.attributes)
        self._fields.set_editable(not report.project.read_only)
        self._show_doubts(span)
        fill(None, self._pieces, piece_lines(report, span))
        fill(self._links_caption, self._links, relation_lines(report, span))
        self._show_statement(span)
        fill(self._evidence_caption, self._evidence, evidence_line(span))
        fill(self._memory_caption, self._memory, memory_lines(report, span))
        fill(self._history_caption, self._history, history_lines(report, span))
        if not self._note.hasFocus():
            self._note.setText(span.note)
        self._note.setEnabled(not report.project.read_only)

    def _show_doubts(self, span: Span) -> None:
        """Show what is doubtful, and the two readings of a number the report leaves open."""
        report = self._sheet.report
        said = [f"{SIGN} {doubt_title(each)}" for each in doubts(report.report, report.view, span)]
        self._doubts.setText("\n".join(said))
        self._doubts.setVisible(bool(said))
        is_open = bool(span.attributes.get("ambiguous")) and not report.project.read_only
        text = report.report.text[span.start : span.end]
        self.readings.offer(readings(text, span.attributes) if is_open else (), span.attributes)

    def _show_statement(self, span: Span) -> None:
        report = self._sheet.report
        held = statement_of(report.report, report.view, span)
        is_shown = len(held.figures) > (span.layer == "figure" and "value" in span.attributes)
        self._same_caption.setVisible(is_shown)
        self.statement.setVisible(is_shown)
        if is_shown:
            self.statement.show_statement(held, span.id, report.report.text, report.project.schema)

    def _ask(self, found: Sequence[Reading]) -> None:
        """Ask which of two readings of a typed number is meant."""
        span = self._sheet.current
        if span is not None:
            self._refused = True
            self.readings.offer(found, span.attributes)
            if self.isAncestorOf(self.window().focusWidget() or self._sheet.page):
                # Whoever went elsewhere meanwhile is not called back.
                self.readings.take_focus()
            self._sheet.notices.say(
                self.tr("K takes the thousands, P the decimal; Esc leaves the number as it is")
            )

    def _take_reading(self, values: dict[str, str]) -> None:
        self._give(values)
        self._go_on()

    def _choose_reading(self, number: int) -> None:
        span = self._sheet.chosen()
        is_fresh = self._sheet.is_fresh(span)
        if choose_reading(self._sheet, number) and is_fresh:
            self.answered.emit()

    def _follow(self, span_id: str) -> None:
        """Go to another span, on the page."""
        self._sheet.set_current(span_id)
        self._back()

    def _give(self, values: dict[str, str]) -> None:
        span = self._sheet.current
        if span is not None:
            if "value" in values and span.attributes.get("ambiguous"):
                # Whoever writes a number says which one is meant.
                values = {"ambiguous": "", **values}
            done = self._sheet.do(lambda desk: valuing.give(desk, [span.id], values))
            self._refused = done is None and any(span.attributes.get(n, "") != v for n, v in values.items())
            self.refresh()

    def _go_on(self) -> None:
        """Go back to the page, and on from a span that was open when its values were asked for."""
        if self._refused:
            self._refused = False
            return
        self._back()
        if self._asked_for is not None and self._asked_for == self._sheet.page.current:
            self.answered.emit()

    def _spread(self, names: list[str]) -> None:
        """Give the values stepped through, or all that have a letter, to the rest of the list."""
        span, report = self._sheet.current, self._sheet.report
        if span is None or self._refused:
            self._refused = False
            return
        values = {name: span.attributes.get(name, "") for name in names or STEPS.values()}
        end = report.sentence_end(span.start)
        rest = valuing.rest_of_list(report.report, report.view, span, end=end)
        self._back()
        if not rest:
            self._sheet.notices.say(self.tr("nothing follows in this list"))
        else:
            self._sheet.do(lambda desk: valuing.give(desk, [each.id for each in rest], values))

    def _write_note(self) -> None:
        span = self._sheet.current
        if span is not None and self._note.text() != span.note:
            note = self._note.text()
            self._sheet.do(lambda desk: editing.annotate(desk, span.id, note=note))

    def _back(self) -> None:
        self._sheet.page.setFocus(Qt.FocusReason.OtherFocusReason)
