"""Cut a report into its title, headings, datelines, paragraphs and tables, and find its page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from annotator.domain.reports import Section, SectionKind, sections_of
from annotator.text.chrome import Line
from annotator.text.datelines import day_of, is_clock, is_placed, is_stamp, lead_end, may_hold_day
from annotator.text.furniture import BYLINE
from annotator.text.pages import page_lines
from annotator.text.words import fold

_PAPER = re.compile(
    r"(?:báo cáo|thông cáo|kế hoạch|quyết định|tờ trình|nghị quyết|thông báo|công văn|chỉ thị|kết luận|đề án"
    r"|chương trình|hướng dẫn|công điện|thông tư|nghị định|phương án|biên bản)"
    r"(?:\s+(?:tóm tắt|tổng hợp|nhanh|báo chí))?"
)
_NUMBERED = re.compile(
    r"(?:[ivxlc]{1,5}|\d{1,2}|[a-zđ])\s?[.)/]\s|\d{1,2}(?:\.\d{1,2})+\.?\s"
    r"|(?:phần|chương|mục|điều|bảng|biểu|phụ lục)\s+\w"
)
_BULLET = re.compile(r"[-–•+*>(\"“‘|]")
_FOR_SOMEONE = re.compile(r"(?:kt|tm|tl|tuq|q)\s?\.|nơi nhận|(?:đại diện|thay mặt)\s")
_MOTTO = re.compile(r"độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc|cộng hòa xã hội chủ nghĩa việt nam")
_ROW = re.compile(r"[|\t]")
_LONGEST_TITLE = 300
_LONGEST_HEADING = 150
_LONGEST_BARE_HEADING = 90
_NEAR_TOP = 16


def sections(text: str) -> tuple[Section, ...]:
    """Return the sections of canonical text by start: half-open code points.

    Every line that is not blank lies in one section, rows of one table in a common one; furniture is
    `chrome`, beside or inside the section of the line it shares.
    """
    lines = page_lines(text)
    found = [*_furniture(text, lines), *_content(text, [line for line in lines if not line.is_chrome])]
    return tuple(sorted(found, key=lambda section: (section.start, -section.end)))


def title_of(text: str, found: Iterable[Section]) -> str:
    """Return the title of a report on one line, from the sections of its text; empty when it has none."""
    titles = sections_of(found, SectionKind.TITLE)
    return " ".join(word for title in titles for word in text[title.start : title.end].split())


def dateline_date(text: str, found: Iterable[Section]) -> str:
    """Return the day of the first dateline that names one, as an ISO date; empty when none does."""
    lines = sections_of(found, SectionKind.DATELINE)
    return next(filter(None, (day_of(fold(text[line.start : line.end])) for line in lines)), "")


def _furniture(text: str, lines: Iterable[Line]) -> Iterator[Section]:
    """Yield the furniture, ranges with only white space between them as one."""
    open_range: tuple[int, int] | None = None
    for start, end in (piece for line in lines for piece in line.chrome):
        if open_range and not text[open_range[1] : start].strip():
            open_range = (open_range[0], end)
            continue
        if open_range:
            yield Section(SectionKind.CHROME, *open_range)
        open_range = (start, end)
    if open_range:
        yield Section(SectionKind.CHROME, *open_range)


def _content(text: str, lines: list[Line]) -> Iterator[Section]:
    """Yield the sections of what is not furniture."""
    title = _title_lines(text, lines)
    number = 0
    is_closing = False
    while number < len(lines):
        line = lines[number]
        rows = _table_rows(text, lines, number)
        is_closing = is_closing or _FOR_SOMEONE.match(line.words) is not None
        if number in title:
            yield _section(SectionKind.TITLE, *lines[title.start : title.stop])
            number = title.stop
            continue
        if rows:
            yield _section(SectionKind.TABLE, *lines[number : number + rows])
        elif _is_dateline(line):
            yield _section(SectionKind.DATELINE, line)
        elif not is_closing and _is_heading(text, lines, number, before_title=number < title.start):
            yield _section(SectionKind.HEADING, line)
        else:
            yield from _paragraph(line)
        number += max(rows, 1)


def _section(kind: SectionKind, *lines: Line) -> Section:
    """Return the section of adjacent lines, from the first piece that is not furniture to the last."""
    pieces = [piece for line in lines for piece in line.rest or ((line.start, line.end),)]
    return Section(kind, pieces[0][0], pieces[-1][1])


def _paragraph(line: Line) -> Iterator[Section]:
    """Yield the paragraph of a line, and the dateline where the line begins with one."""
    begin = line.start
    if len(line.rest) > 1 and is_stamp(
        line.words[line.rest[0][0] - line.start : line.rest[0][1] - line.start]
    ):
        yield Section(SectionKind.DATELINE, *line.rest[0])
        begin = line.rest[1][0]
    elif lead := lead_end(line.words):
        yield Section(SectionKind.DATELINE, line.start, line.start + len(line.words[:lead].rstrip()))
        begin += lead
    whole = _section(SectionKind.PARAGRAPH, line)
    yield Section(whole.kind, max(begin, whole.start), whole.end)


def _title_lines(text: str, lines: list[Line]) -> range:
    """Return the numbers of the title's lines: a paper's kind with its subject, or the headline."""
    content = [number for number in range(min(_NEAR_TOP, len(lines))) if lines[number].rest]
    for number in content:
        if lines[number].is_prose:
            break
        if _PAPER.fullmatch(lines[number].words) and text[lines[number].start].isupper():
            return range(number, _end_of_block(text, lines, number))
    for number in content:
        line = lines[number]
        if _table_rows(text, lines, number) > 1:
            return range(0)
        if _is_dateline(line) or _MOTTO.search(line.words):
            continue
        is_title = len(line.words) <= _LONGEST_TITLE and not line.words.endswith((".", ":", ";", ",", "|"))
        is_alone = number + 1 == len(lines) or len(lines) < 2
        return (
            range(number, number + 1)
            if is_title and not is_alone and not _BULLET.match(line.words)
            else range(0)
        )
    return range(0)


def _end_of_block(text: str, lines: list[Line], number: int) -> int:
    """Return the number of the line after a title block: up to three lines without a blank one between."""
    end = number + 1
    while end < len(lines) and end < number + 4:
        above, line = lines[end - 1], lines[end]
        is_first = end == number + 1
        if _is_dateline(line) or line.is_prose or not line.rest or _NUMBERED.match(line.words):
            break
        if "\n\n" in text[above.end : line.start].replace(" ", "") and not is_first:
            break
        end += 1
    return end


def _is_dateline(line: Line) -> bool:
    if len(line.words) > _LONGEST_TITLE or not may_hold_day(line.words):
        return False
    parts = line.rest_words()
    if any(map(is_placed, (line.words, *parts))):
        return True
    beside = (is_stamp(part) or is_clock(part) or BYLINE.fullmatch(part) for part in parts)
    return any(map(is_stamp, parts)) and all(beside)


def _table_rows(text: str, lines: list[Line], number: int) -> int:
    """Return how many lines from here are rows of one table; 0 when it is none."""
    end = number
    while end < len(lines) and (width := _row_width(text, lines[end])) > 0:
        if end > number and text.count("\n", lines[end - 1].end, lines[end].start) > 1:
            break
        if width == 1 and end == number:
            break
        end += 1
    if end - number == 1 and _row_width(text, lines[number]) < 3:
        return 0
    return end - number


def _row_width(text: str, line: Line) -> int:
    """Return the number of sounding cells of a row; 0 when the line is no row, 1 for a ruler of a table."""
    if not ("\t" in line.words or "|" in line.words) or line.chrome:
        return 0
    if _MOTTO.search(line.words) or _is_dateline(line):
        return 0
    if not line.rest:
        return int(len(line.words) > 1)
    width = sum(1 for cell in _ROW.split(line.words) if any(map(str.isalnum, cell)))
    return width if width > 1 else 0


def _is_heading(text: str, lines: list[Line], number: int, *, before_title: bool) -> bool:
    line = lines[number]
    surface = text[line.start : line.end]
    if line.chrome or not line.rest or len(surface) > _LONGEST_HEADING:
        return False
    if before_title:
        return surface.isupper()
    if number + 1 == len(lines) or surface.endswith((".", ";", ",")) or _BULLET.match(surface):
        return False
    if _NUMBERED.match(line.words) or surface.isupper():
        return True
    below = lines[number + 1]
    is_bare = len(surface) <= _LONGEST_BARE_HEADING and not any(sign in surface for sign in ":|\t")
    return is_bare and surface[0].isupper() and (below.is_prose or _BULLET.match(below.words) is not None)
