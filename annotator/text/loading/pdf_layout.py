"""Put the lines of a page in the order they are read: columns, letterheads, rows, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.text.loading.pdf_words import Line, box_of, chunks, text_of
from annotator.text.spelling import is_syllable
from annotator.text.words import fold

_FEWEST_ROWS_OF_COLUMNS = 4
_SHORTEST_PROSE = 22
_NARROWEST_GUTTER = 8.0
_INDENT = 0.9
_LEADING = 1.9
_BEGINS = re.compile(
    r"[-–—•+*▪►]\s?|\(?[a-zđ0-9]{1,3}[.)]\s|[IVXLC]{1,5}\.\s|(?:Điều|Chương|Mục|Phần|Bảng|Biểu)\s+\w"
)
_MOTTO = re.compile(r"độc lập\s*[-–]\s*tự do|cộng hòa xã hội chủ nghĩa")
_MOST_OF_LETTERHEAD = 12
_HYPHENS = ("-", "\u00ad", "\u2010")
_CUT = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’»)\]]*$")
_LOWER_OR_DIGIT = re.compile(r"[a-zà-ỹđ\d]")
_MOST_OF_LINE = 0.75
_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")


def paragraphs(lines: Sequence[Line], right: float) -> list[str]:
    """Return the lines of a stretch of a page as paragraphs in reading order, rows of tables with tabs.

    `right` is where full lines of the page end, in points.
    """
    found: list[str] = []
    at = 0
    while at < len(lines):
        columns, end = _columns(lines, at)
        for column in columns:
            if _is_letterhead(columns):
                found += map(text_of, column)
            else:
                found += joined(column, max(box_of(line)[2] for line in column))
        if not columns:
            end = at + 1
            while end < len(lines) and not _columns(lines, end)[0]:
                end += 1
            found += joined(lines[at:end], right)
        at = end
    return found


def _columns(lines: Sequence[Line], at: int) -> tuple[list[list[Line]], int]:
    """Return the two columns that begin at a line and the line after them; none where there are none."""
    parts = chunks(lines[at])
    if len(parts) != 2:
        return [], at
    left, right = box_of(parts[0])[2], box_of(parts[1])[0]
    columns: tuple[list[Line], list[Line]] = [], []
    both = end = at
    for number in range(at, len(lines)):
        sides = [[w for w in lines[number] if w.right <= right], [w for w in lines[number] if w.left >= left]]
        if len(sides[0]) + len(sides[1]) != len(lines[number]) or (sides[0] and sides[0][0] in sides[1]):
            break
        edges = (
            max([left, *(word.right for word in sides[0])]),
            min([right, *(word.left for word in sides[1])]),
        )
        if edges[1] - edges[0] < _NARROWEST_GUTTER:
            break
        left, right = edges
        for column, side in zip(columns, sides, strict=True):
            if side:
                column.append(side)
        both += bool(sides[0] and sides[1])
        end = number + 1
    return ([list(each) for each in columns], end) if _is_read_down(columns, both - at) else ([], at)


def _is_read_down(columns: Sequence[Sequence[Line]], rows: int) -> bool:
    """Tell whether two columns are read one after the other: prose, or the two sides of a letterhead."""
    if any(len(chunks(line)) > 1 for column in columns for line in column):
        return False
    if _is_letterhead(columns):
        return True
    means = [sum(len(text_of(line)) for line in column) / len(column) for column in columns if column]
    return rows >= _FEWEST_ROWS_OF_COLUMNS and min(means) >= _SHORTEST_PROSE


def _is_letterhead(columns: Sequence[Sequence[Line]]) -> bool:
    """Tell whether columns are the two sides of a letterhead, whose lines stand each for itself."""
    texts = (fold(" ".join(map(text_of, column))) for column in columns)
    return max(map(len, columns)) <= _MOST_OF_LETTERHEAD and any(_MOTTO.search(text) for text in texts)


def joined(lines: Sequence[Line], right: float) -> Iterator[str]:
    """Yield paragraphs: lines that go on are put together, the word a hyphen cut included.

    `right` is where full lines end, in points.
    """
    margins = min((box_of(line)[0] for line in lines), default=0.0), right
    text, last = "", None
    for line in lines:
        parts = chunks(line)
        if len(parts) > 1:
            if text:
                yield text
            yield "\t".join(map(text_of, parts))
            text, last = "", None
            continue
        if last is not None and _goes_on(last, line, margins):
            text = together(text, text_of(line))
        else:
            if text:
                yield text
            text = text_of(line)
        last = line
    if text:
        yield text


def _goes_on(last: Line, line: Line, margins: tuple[float, float]) -> bool:
    """Tell whether a line goes on with the paragraph of the one above it, whose next word had no room."""
    size = max(word.height for word in last)
    above, here = box_of(last), box_of(line)
    if here[1] - above[1] > size * _LEADING or _BEGINS.match(text_of(line)):
        return False
    if max(word.height for word in line) > size * 1.3 or size > max(word.height for word in line) * 1.3:
        return False
    if _CUT.search(text_of(last)) and text_of(line)[0].islower():
        return True
    is_open = not _SENTENCE_END.search(text_of(last)) and _LOWER_OR_DIGIT.match(text_of(line))
    if is_open and above[2] - above[0] > (margins[1] - margins[0]) * _MOST_OF_LINE:
        return True
    is_indented = here[0] - margins[0] > size * _INDENT and here[0] - above[0] > size * _INDENT
    had_room = above[2] + size * 0.3 + (line[0].right - line[0].left) < margins[1] - size * 0.2
    if _SENTENCE_END.search(text_of(last)) and not text_of(line)[0].islower():
        had_room = above[2] < margins[1] - size / 2
    return not is_indented and not had_room


def together(text: str, more: str) -> str:
    """Return two stretches of a paragraph as one, a hyphen between them kept where it joins two syllables."""
    if text.endswith("/"):
        return text + more
    if not text.endswith(_HYPHENS) or len(text) < 2 or not text[-2].isalpha() or not more[:1].isalpha():
        return f"{text} {more}"
    before, after = _LAST.search(text[:-1]), _FIRST.match(more)
    is_kept = text[-1] == "-" and (more[0].isupper() or _are_two(before, after))
    return text + more if is_kept else text[:-1] + more


def _are_two(before: re.Match[str] | None, after: re.Match[str] | None) -> bool:
    """Tell whether the words around a hyphen are syllables of their own rather than halves of one."""
    if before is None or after is None:
        return False
    apart = is_syllable(before[0].lower()) and is_syllable(after[0].lower())
    return apart and not is_syllable(before[0].lower() + after[0].lower())
