"""Read table cells as figures: the unit from the head, the row or the caption, the name from the row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from annotator.domain.reports import SectionKind
from annotator.domain.spans import Piece
from annotator.extract.base import Match
from annotator.extract.figures.grids import Cell, Grid, grid_of
from annotator.extract.figures.judging import NAME, Subject
from annotator.extract.figures.numerals import read_amount
from annotator.extract.figures.pages import Page
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.readings import Reading
from annotator.extract.figures.unit_phrases import UnitPhrase, unit_phrase
from annotator.extract.figures.vocabulary import longest_at, names_of

_CAPTION = re.compile(r"(?:đơn vị(?: tính)?|đvt|đv tính)\s*[:：]\s*")
_BRACKETED = re.compile(r"\(([^()\n]{1,30})\)\s*\Z")
"""A unit at the end of the line above a table: `Diện tích gieo trồng theo huyện (ha)`."""
_COUNTED_HEAD = re.compile(r"(?:tổng )?số (?:lượng )?(?=\w)")
_NO_COLUMN = re.compile(r"(?:số )?(?:stt|tt|thứ tự)|mã(?: số)?|ghi chú|năm")
_UNIT_COLUMN = re.compile(r"đvt|đơn vị(?: tính)?|đv tính")
_LABEL = re.compile(
    r"(?:(?:\d+(?:\.\d+)*|[ivxlc]+|[a-zđ])[.)] |[-–+*•] ?|(?:trong đó|gồm)\s*:\s*|\(\d+\) ?)*"
)
_TAIL = re.compile(r"\s*(?:\([^()]*\)|[,:])\s*\Z")
_COMPARES = re.compile(r"so (?:với|sánh)?|%|tỷ lệ|tỉ lệ|tỷ trọng|cơ cấu|tăng|/")
_BASES = (
    (re.compile(r"cùng kỳ|\bck\b"), "same_period"),
    (re.compile(r"dự toán|\bdt\b"), "budget"),
    (re.compile(r"kế hoạch|\bkh\b|chỉ tiêu|mục tiêu|kịch bản"), "plan"),
    (re.compile(r"trước|đầu năm|cuối năm|năm 20\d\d|với 20\d\d"), "previous"),
    (re.compile(r"tỷ trọng|cơ cấu|tổng số"), "total"),
)
_STATUSES = (
    (re.compile(r"\bước\b|\bưth\b"), "estimate"),
    (re.compile(r"dự báo|dự kiến"), "forecast"),
    (re.compile(r"dự toán|kế hoạch|\bkh\b|mục tiêu|chỉ tiêu|phấn đấu"), "target"),
)
_LEVELS = frozenset(["huyện", "xã", "phường", "tỉnh", "thôn", "thành phố", "thị xã", "thị trấn", "đặc khu"])
_UNITS_OF = re.compile(
    r"(?:tên )?(?:(?:các )?(?:đơn vị|địa phương|địa bàn|huyện|xã|tỉnh|chủ đầu tư|nước|quốc gia|vùng)"
    r"|cơ quan|sở, ban, ngành|ngân hàng|doanh nghiệp|trường|bệnh viện)(?:[,/ ].*)?"
)
"""Heads of a column whose rows are units, so that the other columns' heads name what is measured."""
_COMPARING = re.compile(
    r"so (?:với|sánh)|tăng|giảm|đạt|tỷ lệ (?:so|%|thực hiện|đạt|hoàn)|tỷ lệ\Z|%|\(|th/|th so"
)
_COMPARED = 3
"""Under more names than the rows' own and two others, it is not said which one a comparison is of."""
_NOTHING = frozenset(
    ["kế hoạch", "thực hiện", "ước thực hiện", "dự toán", "số lượng", "tổng số", "đơn vị", "tổng"]
)
_NAME_END = re.compile(r" ?(?:\(|so (?:với|sánh)|trong (?:năm|kỳ|tháng|quý)|đến\Z|tính đến\Z|,\Z)")


@dataclass(frozen=True, slots=True)
class _Column:
    """What the head of one column says: its range, unit, and the attributes of figures under it."""

    start: int
    end: int
    words: str
    unit: UnitPhrase | None
    date: Match | None
    name: Subject | None = None


def cell_readings(page: Page) -> list[Reading]:
    """Return the figures of all tables of a report, read by row and column."""
    found: list[Reading] = []
    for section in page.sections:
        if section.kind is SectionKind.TABLE:
            grid = grid_of(page, section.start, section.end)
            if grid is not None:
                found.extend(_read_grid(page, grid))
    return found


def _read_grid(page: Page, grid: Grid) -> Iterator[Reading]:
    """Yield the figures of one table."""
    columns = {at: _column(page, cells) for at, cells in grid.heads.items()}
    columns = _named(page, columns)
    caption = _caption_unit(page, grid.start)
    for row in grid.rows:
        label = _label(row, columns)
        if label is None:
            continue
        row_unit = _row_unit(page, row, columns, label)
        for cell in row:
            column = columns.get(cell.column)
            if not cell.is_number or cell.column <= label.column or page.is_closed(cell.start, cell.end):
                continue
            if column is not None and _NO_COLUMN.fullmatch(column.words):
                continue
            unit = _unit_of(cell, column, row_unit, caption)
            if unit is not None:
                head = columns.get(label.column)
                of_units = head is not None and _UNITS_OF.fullmatch(head.words) is not None
                yield _reading(page, cell, column, unit, label, of_units=of_units)


def _named(page: Page, columns: dict[int, _Column]) -> dict[int, _Column]:
    """Return the columns with the names their heads give; one that compares has that of the one before."""
    named: dict[int, _Column] = {}
    names: list[Subject | None] = []
    for at, column in sorted(columns.items()):
        compares = _COMPARING.match(column.words) is not None
        if compares:
            stands_for = names[-1] if 0 < len(names) <= _COMPARED else None
        else:
            stands_for = _head_subject(page, column)
            names += [stands_for] if stands_for else []
        named[at] = replace(column, name=stands_for)
    return named


def _column(page: Page, cells: list[Cell]) -> _Column:
    """Return what the head cells of one column say."""
    unit = next((found for cell in cells if (found := _head_unit(page, cell))), None)
    return _Column(
        cells[0].start, cells[0].end, " ".join(cell.words for cell in cells), unit, _date_of(page, cells)
    )


def _date_of(page: Page, cells: list[Cell]) -> Match | None:
    """Return the last date that stands in the head cells of a column, or None."""
    inside = [date for date in page.dates for cell in cells if cell.start <= date.start < cell.end]
    return inside[-1] if inside else None


def _head_unit(page: Page, cell: Cell) -> UnitPhrase | None:
    """Return the unit a head states in brackets, after a comma, as `%`, or as `Số hộ`."""
    for found in re.finditer(r"\((?:đvt: ?|đơn vị(?: tính)?: ?)?|, ", cell.words):
        unit = unit_phrase(page, cell.start + found.end(), cell.end)
        if unit is not None:
            return unit
    sign = cell.words.find("%")
    if sign >= 0:
        return UnitPhrase("PERCENT", "%", "", Decimal(1), cell.start + sign, cell.start + sign + 1)
    counted = _COUNTED_HEAD.match(cell.words)
    return unit_phrase(page, cell.start + counted.end(), cell.end) if counted else None


def _caption_unit(page: Page, start: int) -> UnitPhrase | None:
    """Return the unit stated in the two lines above a table or in its head."""
    above = (
        page.plain.rfind("\n", 0, max(0, page.plain.rfind("\n", 0, max(0, page.plain.rfind("\n", 0, start)))))
        + 1
    )
    line_end = page.plain.find("\n", start)
    end = line_end if line_end > 0 else len(page.plain)
    stated = list(_CAPTION.finditer(page.plain, above, end))
    if stated:
        return unit_phrase(page, stated[-1].end(), end)
    bracket = _BRACKETED.search(page.plain, above, start)
    unit = unit_phrase(page, bracket.start(1), bracket.end(1)) if bracket else None
    return unit if unit and bracket and unit.end == bracket.end(1) else None


def _label(row: tuple[Cell, ...], columns: dict[int, _Column]) -> Cell | None:
    """Return the cell that names a row, or None."""
    for cell in row:
        if cell.is_number or cell.is_numbering:
            continue
        return cell
    return None


def _row_unit(
    page: Page, row: tuple[Cell, ...], columns: dict[int, _Column], label: Cell
) -> UnitPhrase | None:
    """Return the unit a row states in its unit column or after its name."""
    for cell in row:
        column = columns.get(cell.column)
        if column is not None and _UNIT_COLUMN.fullmatch(column.words):
            return unit_phrase(page, cell.start, cell.end) or _written_unit(page, cell)
    tail = re.search(r"\(([^()]*)\)\s*\Z|, ", label.words)
    if tail is None:
        return None
    is_listed = tail.group() == ", "
    unit = unit_phrase(page, label.start + tail.start() + 1 + is_listed, label.end)
    is_short_form = unit is not None and page.text[unit.start : unit.end].isupper()
    return None if unit and (is_listed or is_short_form) and unit.label == "COUNT" else unit


def _written_unit(page: Page, cell: Cell) -> UnitPhrase | None:
    """Return the words of a unit column as they stand, where no table knows them: `Tuổi`."""
    if not cell.words.replace(" ", "").isalpha() or len(cell.words) > 20:
        return None
    name = page.text[cell.start : cell.end]
    return UnitPhrase("COUNT", name, "", Decimal(1), cell.start, cell.end)


def _unit_of(
    cell: Cell, column: _Column | None, row_unit: UnitPhrase | None, caption: UnitPhrase | None
) -> UnitPhrase | None:
    """Return the unit of a cell: its own `%`, its column's, its row's, or the caption's."""
    if cell.words.endswith("%"):
        return UnitPhrase("PERCENT", "%", "", Decimal(1), cell.end - 1, cell.end)
    if column is not None and column.unit is not None:
        return column.unit
    return row_unit or caption


def _reading(
    page: Page, cell: Cell, column: _Column | None, unit: UnitPhrase, label: Cell, *, of_units: bool
) -> Reading:
    """Return one cell as a figure."""
    digits = cell.words.rstrip("%* ").lstrip("+-–")
    amount = read_amount(digits, page.style, whole=unit.label == "COUNT")
    sign = -1 if cell.words[0] in "-–" else 1
    end = cell.start + len(cell.words.rstrip("* "))
    quantity = Quantity(
        start=cell.start,
        end=end,
        label=unit.label,
        value=amount.value * unit.factor * sign,
        unit=unit.name,
        rule="table cell",
        per=unit.per,
        ambiguous=amount.ambiguous,
        signed=cell.words[0] in "+-–",
        entry=page.plain[unit.start : unit.end],
        pieces=(Piece("value", cell.start, end), Piece("unit", unit.start, unit.end)),
    )
    reading = Reading(quantity=quantity, subject=_subject(page, label, column, of_units=of_units))
    reading.attributes["status"] = "actual"
    if column is not None:
        _read_column(page, column, reading)
    if quantity.label == "PERCENT" and not {"basis", "direction"} & reading.attributes.keys():
        _read_growth(reading)
    return reading


def _read_growth(reading: Reading) -> None:
    """Give a rate of growth the direction its row's name tells."""
    subject, growth = reading.subject, names_of("growth")
    words = subject.entry.split() if subject is not None else []
    length = longest_at(growth, words, 0)
    if subject is not None and length:
        reading.say("direction", growth[tuple(words[:length])], subject.start, subject.end)


def _read_column(page: Page, column: _Column, reading: Reading) -> None:
    """Read what a column's head says of a figure: status, basis, direction, date."""
    words, quantity = column.words, reading.quantity
    compares = quantity.label == "PERCENT" and _COMPARES.search(words) is not None
    for pattern, value in _STATUSES:
        if pattern.search(words) and not (compares and value == "target"):
            reading.say("status", value, column.start, column.end)
            break
    if compares:
        for pattern, value in _BASES:
            if pattern.search(words):
                reading.say("basis", value, column.start, column.end)
                break
    if quantity.signed:
        reading.say("direction", "down" if quantity.value < 0 else "up", quantity.start, quantity.start + 1)
    elif "tăng" in words and "giảm" in words:
        reading.say("direction", "up", column.start, column.end)
    elif words.startswith(("mức giảm", "giảm")):
        reading.say("direction", "down", column.start, column.end)
    if not compares:
        reading.date = column.date


def _subject(page: Page, label: Cell, column: _Column | None, *, of_units: bool) -> Subject | None:
    """Return the name a cell measures: its row's, or its column's where the row names a place."""
    begin = _LABEL.match(label.words)
    start = label.start + (begin.end() if begin else 0)
    words = page.plain[start : label.end]
    while (tail := _TAIL.search(words)) and not _is_short_form(
        page, start + tail.start(), start + tail.end()
    ):
        words = words[: tail.start()]
    if not words or not any(map(str.isalpha, words)):
        return None
    if column is not None and (of_units or _is_place(page, start, words)):
        return column.name
    return Subject(NAME, rule="row", start=start, end=start + len(words), entry=words)


def _is_short_form(page: Page, start: int, end: int) -> bool:
    """Tell whether brackets hold the short form of the name before them: `(GRDP)`."""
    inner = page.text[start:end].strip(" ()")
    return inner.isupper() and inner.isalpha() and len(inner) > 1


def _is_place(page: Page, start: int, words: str) -> bool:
    """Tell whether a row's name is a place or a sum over places."""
    parts = words.split()
    if (
        parts[0] in _LEVELS
        or " ".join(parts[:2]) in _LEVELS
        or words in {"toàn tỉnh", "tổng cộng", "cả tỉnh", "tổng số", "cộng"}
    ):
        return True
    surfaces = page.text[start : start + len(words)].split()
    named = all(surface[0].isupper() and not surface.isupper() for surface in surfaces)
    return named and len(parts) > 1 and not longest_at(names_of("head"), parts, 0)


def _head_subject(page: Page, column: _Column) -> Subject | None:
    """Return the name a column's head gives: its words up to a date, a bracket or what it compares with."""
    if "\n" in column.words or _NO_COLUMN.fullmatch(column.words) or _UNIT_COLUMN.fullmatch(column.words):
        return None
    line = page.plain[column.start : column.end]
    date = next((date.start for date in page.dates if column.start < date.start < column.end), column.end)
    words = line[: date - column.start].rstrip(" ,-–")
    found = _NAME_END.search(words)
    words = words[: found.start()] if found else words
    if not words or not any(map(str.isalpha, words)) or words in _NOTHING:
        return None
    return Subject(NAME, rule="column", start=column.start, end=column.start + len(words), entry=words)
