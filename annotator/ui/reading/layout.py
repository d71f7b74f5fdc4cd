"""Layout: one block of the report broken into lines, its spans placed on them, nothing drawn yet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from annotator.domain.spans import Span
from annotator.ui.reading.blocks import BlockKind, Blocks
from annotator.ui.reading.lanes import HIDDEN, Reach, Shape, lanes_of
from annotator.ui.reading.positions import Positions
from annotator.ui.reading.tables import Columns
from annotator.ui.reading.typography import Face, Typography

_CLEAR = 2.5
"""What stays free between the marks of one line and the letters of the next, in pixels of the sketches."""

_ROOM_BELOW = 6.5

BOX_ROOM = 8
"""Above and below the lines of page furniture: the inside and the outside of its box."""


@dataclass(slots=True)
class Line:
    """A laid-out line, `[start, end)` in code points without white space at its end; pixels of its block."""

    start: int
    end: int
    text: QTextLine
    places: Positions
    x: float
    top: float = 0.0
    baseline: float = 0.0
    height: float = 0.0

    def x_at(self, position: int) -> float:
        """Return where a code point begins; one beyond the line counts as the line's end."""
        inside = min(max(position, self.start), self.end)
        return self.x + _first(self.text.cursorToX(self.places.to_qt(inside)))

    def position_at(self, x: float) -> int:
        """Return the code point whose border is nearest to an x of the block."""
        return min(self.places.to_report(self.text.xToCursor(x - self.x)), self.end)


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a span on one line, from `left` to `right` in pixels of its block."""

    span: Span
    shape: Shape
    lane: int
    left: float
    right: float
    opens: bool
    closes: bool


@dataclass(slots=True)
class LaidBlock:
    """A block as it stands on the page: its lines, the segments on each, and its height in pixels."""

    block: int
    start: int
    end: int
    kind: BlockKind
    face: Face
    lines: list[Line]
    layouts: list[QTextLayout]
    height: int = 0
    folded: bool = False
    summary: str = ""
    """What stands for folded page furniture."""
    frame: tuple[bool, bool] | None = None
    """Page furniture: whether this block is the first and the last of its box."""
    segments: list[list[Segment]] = field(default_factory=list)
    reaches: list[Reach] = field(default_factory=list)
    placed: dict[str, tuple[tuple[int, Segment], ...]] = field(default_factory=dict)
    """The segments of each span with the numbers of their lines."""

    def line_of(self, position: int) -> Line | None:
        """Return the line a code point lies on, the later one at a border; None in a block without lines."""
        at = bisect_right(self.lines, position, key=lambda line: line.start) - 1
        return self.lines[max(0, at)] if self.lines else None

    def line_at(self, y: float, x: float) -> Line | None:
        """Return the line at a point of the block, the nearest one where none is."""

        def away(line: Line) -> tuple[float, float]:
            width = line.x_at(line.end) - line.x
            return (
                max(line.top - y, 0.0, y - line.top - line.height + 1),
                max(line.x - x, 0.0, x - line.x - width),
            )

        return min(self.lines, key=away, default=None)


class Typesetter:
    """Lays out blocks of one report in one typography."""

    def __init__(self, blocks: Blocks, sizes: Typography, *, muted: str, column: int) -> None:
        self._blocks = blocks
        self._sizes = sizes
        self._column = column
        self._tables: dict[int, Columns] = {}
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._quiet = QTextCharFormat()
        self._quiet.setForeground(QColor(muted))
        self._inline_chrome = QTextCharFormat(self._quiet)
        self._inline_chrome.setFont(sizes.face(BlockKind.CHROME).font)

    def estimate(self) -> list[int]:
        """Return a height for every block without laying any out."""
        sizes = self._sizes
        pitch, gap = sizes.face(BlockKind.TEXT).pitch, sizes.paragraph_gap
        in_line = max(1, int(self._column / sizes.letter))
        spread = zip(self._blocks.starts, self._blocks.ends, strict=True)
        heights = [
            (1 + (end - start) // in_line) * pitch + gap if end > start else sizes.blank
            for start, end in spread
        ]
        for block, kind in self._blocks.special():
            lines = 1 if kind is BlockKind.ROW else 1 + heights[block] // pitch
            heights[block] = lines * sizes.face(kind).pitch
        return heights

    def lay(self, block: int) -> LaidBlock:
        """Break a block into lines; `place` then gives them their heights and spans."""
        kind = self._blocks.kind(block)
        start, end = self._blocks.place(block)
        laid = LaidBlock(block, start, end, kind, self._sizes.face(kind), [], [])
        run = self._blocks.run_of(self._blocks.furniture, block)
        if run is not None:
            laid.frame = (block == run.first, block == run.last)
        if kind is BlockKind.ROW:
            self._lay_row(laid)
        else:
            inset = self._sizes.px(10) if kind is BlockKind.CHROME else 0.0
            self._lay_piece(laid, start, end, inset, self._column - 2 * inset)
        return laid

    def fold(self, block: int) -> LaidBlock:
        """Return a block of folded page furniture: one line's room for the first of its run, else none."""
        face = self._sizes.face(BlockKind.CHROME)
        laid = LaidBlock(block, *self._blocks.place(block), BlockKind.CHROME, face, [], [], folded=True)
        run = self._blocks.run_of(self._blocks.furniture, block)
        if run is not None and block == run.first:
            laid.height = face.pitch + 2 * round(self._sizes.px(BOX_ROOM))
            laid.frame = (True, True)
            laid.summary = "▸ " + " ".join(self._blocks.words_of(run).split())
        return laid

    def place(self, laid: LaidBlock, spans: Sequence[Span], shapes: Mapping[str, Shape]) -> bool:
        """Put spans on the lines and give each line its room; tell whether a line moved or grew."""
        if laid.folded:
            return False
        before_segments, before_reaches = laid.segments, laid.reaches
        self._place_spans(laid, spans, shapes)
        if before_reaches:
            # Most lines are as they were: a decision changes one of them.
            pairs = zip(laid.segments, before_segments, before_reaches, strict=True)
            reaches = [held if now == then else _reach(now) for now, then, held in pairs]
        else:
            reaches = [_reach(segments) for segments in laid.segments]
        if laid.height and reaches == laid.reaches:
            return False
        laid.reaches = reaches
        before = [(line.top, line.baseline) for line in laid.lines], laid.height
        self._stack(laid)
        return before != ([(line.top, line.baseline) for line in laid.lines], laid.height)

    def _place_spans(self, laid: LaidBlock, spans: Sequence[Span], shapes: Mapping[str, Shape]) -> None:
        """Cut spans into segments, those that did not change taken over as they are."""
        lanes = lanes_of(spans, shapes)
        held, laid.placed = laid.placed, {}
        laid.segments = [[] for _ in laid.lines]
        for span in spans:
            lane = lanes.get(span.id, 0)
            pieces = held.get(span.id, ())
            if not pieces or pieces[0][1].span is not span or pieces[0][1].lane != lane:
                pieces = tuple(_segments(laid, span, shapes.get(span.label, Shape.UNDER), lane))
            laid.placed[span.id] = pieces
            for at, segment in pieces:
                laid.segments[at].append(segment)

    def _stack(self, laid: LaidBlock) -> None:
        """Give every line its top, baseline and height; cells of a row stand side by side."""
        face, px = laid.face, self._sizes.px
        top, deepest, piece = self._lead(laid), 0.0, None
        for line, reach in zip(laid.lines, laid.reaches, strict=True):
            if line.places is not piece and laid.kind is BlockKind.ROW:
                top, piece = 0.0, line.places
            above = max(float(face.above), px(reach.above + _CLEAR))
            below = max(px(_ROOM_BELOW), px(reach.below + _CLEAR))
            slack = face.pitch - face.above - face.ascent - face.descent - px(_ROOM_BELOW)
            if laid.kind is BlockKind.CHROME and reach == Reach():
                below, slack = 0.0, face.pitch - face.above - face.ascent - face.descent
            line.top = top
            line.baseline = round(top + above + face.ascent)
            line.height = round(above + face.ascent + face.descent + below + slack)
            top += line.height
            deepest = max(deepest, top)
        laid.height = (
            round(deepest) + self._gap(laid) if laid.kind is not BlockKind.BLANK else self._sizes.blank
        )

    def _lead(self, laid: LaidBlock) -> float:
        """Return the room above the first line: that of the box around page furniture."""
        return round(self._sizes.px(BOX_ROOM)) if laid.frame and laid.frame[0] else 0

    def _gap(self, laid: LaidBlock) -> int:
        if laid.frame:
            return round(self._sizes.px(BOX_ROOM)) if laid.frame[1] else 0
        return 0 if laid.kind is BlockKind.ROW else self._sizes.paragraph_gap

    def _lay_row(self, laid: LaidBlock) -> None:
        table = self._blocks.run_of(self._blocks.tables, laid.block)
        assert table is not None
        columns = self._tables.get(table.first)
        if columns is None:
            columns = Columns(self._blocks, table, self._sizes, self._column)
            self._tables[table.first] = columns
        bold = laid.face.font if laid.block != table.first else columns.head_font
        laid.face = replace(laid.face, font=bold)
        for column, (start, end) in enumerate(self._blocks.cells(laid.block)):
            if start < end:
                left, width = columns.place(column)
                lines = self._lay_piece(laid, start, end, left, width)
                for line in lines if columns.is_numeric(column) else ():
                    line.x += max(0.0, width - line.text.naturalTextWidth())

    def _lay_piece(self, laid: LaidBlock, start: int, end: int, x: float, width: float) -> list[Line]:
        text = self._blocks.text[start:end]
        places = Positions(text, start)
        layout = QTextLayout(text, laid.face.font)
        layout.setTextOption(self._option)
        layout.setCacheEnabled(True)
        self._give_formats(laid, layout, places)
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            first = places.to_report(line.textStart())
            last = places.to_report(line.textStart() + line.textLength())
            shown = len(text[first - start : last - start].rstrip())
            lines.append(Line(first, first + shown, line, places, x))
        layout.endLayout()
        laid.layouts.append(layout)
        laid.lines += lines
        return lines

    def _give_formats(self, laid: LaidBlock, layout: QTextLayout, places: Positions) -> None:
        formats = []
        ranges = [] if laid.kind is BlockKind.BLANK else self._blocks.chrome_in(laid.block)
        for start, end in ranges:
            piece = QTextLayout.FormatRange()
            piece.start = max(0, places.to_qt(start))
            piece.length = places.to_qt(end) - piece.start
            piece.format = self._quiet if laid.kind is BlockKind.CHROME else self._inline_chrome
            formats.append(piece)
        if formats:
            layout.setFormats(formats)


def _segments(laid: LaidBlock, span: Span, shape: Shape, lane: int) -> Iterator[tuple[int, Segment]]:
    first = max(0, bisect_right(laid.lines, span.start, key=lambda line: line.start) - 1)
    for at in range(first, len(laid.lines)):
        line = laid.lines[at]
        if line.start >= span.end:
            return
        if line.end <= span.start:
            continue
        yield (
            at,
            Segment(
                span,
                shape,
                lane,
                line.x_at(span.start),
                line.x_at(span.end),
                span.start >= line.start,
                span.end <= line.end,
            ),
        )


def _reach(segments: Sequence[Segment]) -> Reach:
    reach = Reach()
    for segment in segments:
        if segment.span.state not in HIDDEN:
            reach = reach.with_mark(segment.shape, segment.lane)
    return reach


def _first(pair: object) -> float:
    """Return the x of what `cursorToX` gives; its stubs know only that it is an object."""
    return float(pair[0]) if isinstance(pair, tuple) else 0.0
