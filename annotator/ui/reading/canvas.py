"""The canvas: a scroll area that shows one report as a page and repaints only the lines that change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.schema import Schema
from annotator.domain.spans import Span
from annotator.resources import default_schema
from annotator.ui.reading.blocks import BlockKind, Blocks, Run
from annotator.ui.reading.choices import Choice
from annotator.ui.reading.lanes import shapes_of
from annotator.ui.reading.layout import Typesetter
from annotator.ui.reading.margin_map import WIDTH, MarginMap
from annotator.ui.reading.painting import Painting
from annotator.ui.reading.paper import Paper
from annotator.ui.reading.placing import Placing
from annotator.ui.reading.scenes import Scene
from annotator.ui.reading.scrolling import Scrolling
from annotator.ui.reading.typography import typography
from annotator.ui.theme import Theme, load_theme

_SIDE, _NARROW_SIDE = 56, 20
"""Room on the paper beside the column, and the least of it in a narrow window."""

_TOP, _BOTTOM = 32, 56
_MARGIN = 36
"""What is kept free around the line that is gone to."""

_ABOVE, _BELOW = 20, 8
"""How far a line's chip goes above the line's own room, and its ring below it."""


class Canvas(QAbstractScrollArea):
    """The paper, its spans and its scrolling; what is current and where the caret stands is the page's.

    Pixels are those of the viewport, positions code points of the report.
    """

    threshold: Choice[float] = Choice(0.0, layout=False)
    show_chips: Choice[bool] = Choice(False, layout=True)
    show_relations: Choice[bool] = Choice(False, layout=False)
    show_rejected: Choice[bool] = Choice(False, layout=False)
    fold_furniture: Choice[bool] = Choice(True, layout=True)
    zoom: Choice[int] = Choice(100, layout=True)
    line_width: Choice[int] = Choice(76, layout=True)
    hits: Choice[Sequence[tuple[int, int]]] = Choice((), layout=False)
    """What was looked for and found, in order, marked faintly."""
    hints: Choice[Mapping[int, str]] = Choice(MappingProxyType({}), layout=False)
    """Letters to type, by the position of the word's border they stand for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 0, WIDTH, 0)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.report = Report("", "")
        self.placing = Placing()
        self._mapped: tuple[Placing, float] | None = None
        self.schema = default_schema()
        self.theme = load_theme("light").with_schema(self.schema)
        self.folded: set[int] = set()
        self._folding = True
        self.map = MarginMap(self)
        self.map.set_theme(self.theme)
        self.map.jumped.connect(lambda position: self.scroll_to(position, always=True))
        self.scrolling = Scrolling(self.verticalScrollBar())
        self.chip_rect: QRectF | None = None
        self._lay_out(Blocks(self.report))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, with the colours the schema gives its labels."""
        coloured = theme.with_schema(self.schema)
        if coloured == self.theme:
            return
        self.theme = coloured
        self.map.set_theme(self.theme)
        self.choice_changed(layout=True)

    def set_schema(self, schema: Schema) -> None:
        """Take another schema: its labels' shapes, codes and colours."""
        if schema != self.schema:
            self.schema = schema
            self.set_theme(self.theme)
            self.choice_changed(layout=True)

    def show_text(self, report: Report) -> None:
        """Show a report from its top, without spans; long runs of page furniture come folded."""
        self.report = report
        self.hits = ()
        self.placing = Placing()
        blocks = Blocks(report)
        self._fold_all(blocks)
        self._lay_out(blocks)

    def set_spans(self, spans: Iterable[Span], relations: Iterable[Relation] = ()) -> None:
        """Show these spans and relations in place of all others."""
        self.placing = Placing(spans, relations)
        self.paper.take(self.placing)
        self.scrolling.settle()
        self._fill_map()
        self._update_view()

    def replace_spans(self, removed: Iterable[str], added: Iterable[Span]) -> None:
        """Take spans out and put others in, repainting the lines they touch and no others."""
        new = list(added)
        ids = dict.fromkeys((*removed, *(span.id for span in new)))
        old = [span for span_id in ids if (span := self.placing.remove(span_id)) is not None]
        for span in new:
            self.placing.add(span)
        self.map.change(old, new)
        blocks = {block for span in (*old, *new) for block in self.paper.blocks.touched(span.start, span.end)}
        moved = [block for block in sorted(blocks) if self.paper.refresh(block)]
        if moved:
            self.scrolling.settle()
            self._update_view()
        for start, end in {(span.start, span.end) for span in (*old, *new)}:
            self.update_range(start, end)

    def replace_relations(self, removed: Iterable[Relation], added: Iterable[Relation]) -> None:
        """Take relations out and put others in, repainting the lines of the spans they join."""
        for span in self.placing.relink(removed, added):
            self.update_range(span.start, span.end)

    def scroll_to(self, position: int, *, always: bool = False, by_line: bool = False) -> None:
        """Bring a position into view, unfolding page furniture it lies in.

        A place in view stays where it is unless `always`; `by_line` moves the view no farther than it must.
        """
        run = self.paper.folded_run(self.paper.blocks.at(position))
        if run is not None:
            self.fold(run, folded=False)
        margin = round(_MARGIN * self.zoom / 100)
        if self.scrolling.reveal(position, margin=margin, always=always, by_line=by_line):
            self._update_view()

    def visible_range(self) -> tuple[int, int]:
        """Return the range of positions in view, whole blocks at its ends."""
        shown = [laid.block for laid, _ in self.scrolling.visible()]
        if not shown:
            return 0, 0
        return self.scrolling.first_position(), self.paper.blocks.ends[shown[-1]]

    def choice_changed(self, *, layout: bool) -> None:
        """Lay the report out again, the first line in view staying, or only repaint."""
        if layout:
            first = self.scrolling.held_position()
            if self._folding != self.fold_furniture:
                self._fold_all(self.paper.blocks)
            self._lay_out(self.paper.blocks)
            if first:
                self.scrolling.hold(first)
        self._fill_map()
        self._update_view()

    def fold(self, run: Run, *, folded: bool) -> None:
        """Fold or unfold a run of page furniture."""
        self.paper.fold(run, folded=folded)
        self.scrolling.settle()
        self._update_view()

    def scene(self) -> Scene:
        """Return what is to be drawn beside the text."""
        return Scene(threshold=self.threshold)

    def update_range(self, start: int, end: int) -> None:
        """Repaint the lines `[start, end]` lies on, with the room of ring and chip."""
        left, width = self._sheet.left(), self._sheet.width()
        above, below = round(_ABOVE * self.zoom / 100), round(_BELOW * self.zoom / 100)
        for block, line in self.paper.lines(start, end):
            top = round(self.scrolling.y_of(block) + line.top)
            self.viewport().update(left, top - above, width, round(line.height) + above + below)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the part of the page that changed."""
        painter = QPainter(self.viewport())
        clip = event.rect()
        if not self._sheet.contains(clip):
            _draw_desk(painter, clip, self._sheet, self.theme)
            edge = self.theme.accent if self.hasFocus() else self.theme.line
            painter.fillRect(self.focus_mark(), QColor(edge))
        painter.fillRect(self._sheet.intersected(clip), self._page_colour)
        painter.translate(self.left, 0)
        shown = QRectF(clip.translated(-self.left, 0))
        chip = self.painting.draw(painter, self.scrolling.visible(), shown, self.scene())
        if chip is not None or clip.contains(self.viewport().rect()):
            self.chip_rect = chip.translated(self.left, 0) if chip is not None else None
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to another size of the view."""
        area = self.viewport().geometry()
        self.map.setGeometry(area.right() + 1, area.top(), WIDTH, area.height())
        if self._fitting_column() != self._column:
            self.choice_changed(layout=True)
        self._place_sheet()
        self.scrolling.resized(self.viewport().height())
        self._update_view()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bar."""
        if self.scrolling.moved():
            self._update_view()

    @property
    def left(self) -> int:
        """Return the x of the text column in the view."""
        return self._left

    @property
    def line_pitch(self) -> int:
        """Return the room of a line of running text in pixels."""
        return self._sizes.face(BlockKind.TEXT).pitch

    def focus_mark(self) -> QRect:
        """Return the left edge of the paper, which shows that the page has the focus."""
        width = 2 if self.hasFocus() else 1
        return QRect(self._sheet.left() - width, 0, width, self._sheet.height())

    def _place_sheet(self) -> None:
        """Work out where the paper lies in the view."""
        view = self.viewport().size()
        self._left = round((view.width() - self._column) / 2)
        side = round(min(_SIDE * self.zoom / 100, max(0, self._left - 4)))
        self._sheet = QRect(self._left - side, 0, self._column + 2 * side, view.height())

    def _fitting_column(self) -> int:
        return max(120, min(self._sizes.column, self.viewport().width() - 2 * _NARROW_SIDE))

    def _lay_out(self, blocks: Blocks) -> None:
        """Make everything that depends on the sizes, the theme or the report anew."""
        codes = self.show_chips or self.theme.always_chips
        self._sizes = typography(zoom=self.zoom, line_width=self.line_width, chips=codes)
        self._column = self._fitting_column()
        self._place_sheet()
        self._page_colour = QColor(self.theme.page)
        setter = Typesetter(blocks, self._sizes, muted=self.theme.muted, column=self._column)
        self.paper = Paper(blocks, setter, self.placing, shapes_of(self.schema), self.folded)
        self.painting = Painting(self.theme, self._sizes, self._column)
        above, below = (round(room * self.zoom / 100) for room in (_TOP, _BOTTOM))
        self.scrolling.attach(self.paper, above=above, below=below)
        self.verticalScrollBar().setSingleStep(self.line_pitch)

    def _fold_all(self, blocks: Blocks) -> None:
        """Fold the page furniture of more than one line, or unfold all of it, as is chosen."""
        self._folding = self.fold_furniture
        runs = blocks.furniture if self._folding else ()
        self.folded = {run.first for run in runs if run.last > run.first}

    def _fill_map(self) -> None:
        shown = self.placing, self.threshold
        # Counting a hundred thousand spans anew takes too long for a choice that changes none of them.
        if shown != self._mapped:
            self._mapped = shown
            spans = self.placing.by_id.values()
            self.map.set_spans(spans, length=len(self.report.text), threshold=self.threshold)
        self.map.set_hits(self.hits)

    def _update_view(self) -> None:
        self.map.set_view(*self.visible_range())
        self.viewport().update()


def _draw_desk(painter: QPainter, clip: QRect, sheet: QRect, theme: Theme) -> None:
    """Draw what lies beside the paper, and the paper's right edge."""
    painter.fillRect(clip, QColor(theme.window))
    painter.fillRect(QRect(sheet.right() + 1, 0, 1, clip.bottom() + 1), QColor(theme.line))
