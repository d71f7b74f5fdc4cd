"""Put the pages of a PDF together: tables among text, running heads told apart, paragraphs over page ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.text.loading.pdf_layout import paragraphs, together
from annotator.text.loading.pdf_tables import Rule, tables
from annotator.text.loading.pdf_words import Line, Word, box_of, lines_of, text_of

_EDGE = 0.12
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s.]*", re.IGNORECASE)
_OPEN_END = re.compile(r"[^.!?…:;\"”»)\]]$")
_LONG = 60
_FEWEST_LINES = 12


@dataclass(frozen=True)
class Page:
    """A page as it was drawn: its size in points, its words and rules, and whether a picture covers it."""

    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    has_picture: bool


@dataclass(frozen=True)
class Pages:
    """The text of a file, where each page with text begins in it (code points), and its running heads."""

    text: str
    starts: tuple[tuple[int, int], ...]
    heads: tuple[str, ...]
    feet: tuple[str, ...]


def assembled(pages: Sequence[Page]) -> Pages:
    """Return the text of pages without what repeats at their edges; a paragraph may go on over a page end."""
    lines = [lines_of(page.words) for page in pages]
    repeated, right = _repeated(pages, lines), _right_edge(pages, lines)
    heads: dict[str, None] = {}
    feet: dict[str, None] = {}
    parts: list[str] = []
    starts: list[tuple[int, int]] = []
    size = 0
    for number, (page, held) in enumerate(zip(pages, lines, strict=True), start=1):
        kept = []
        for line in held:
            if not _is_running(page, line, repeated, number, len(pages)):
                kept.append(line)
            elif not _PAGE_NUMBER.fullmatch(text_of(line)):
                side = heads if box_of(line)[1] < page.height / 2 else feet
                side[text_of(line)] = None
        found = _page_lines(page, kept, right)
        if not found:
            continue
        if parts and _goes_over(parts[-1], found[0]):
            whole = together(parts[-1], found[0])
            size += len(whole) - len(parts[-1])
            starts.append((number, size - len(found[0])))
            parts[-1] = whole
            found = found[1:]
        else:
            starts.append((number, size + (1 if parts else 0)))
        for line_text in found:
            size += len(line_text) + (1 if parts else 0)
            parts.append(line_text)
    return Pages("\n".join(parts), tuple(starts), tuple(heads), tuple(feet))


def _page_lines(page: Page, lines: Sequence[Line], right: float) -> list[str]:
    """Return the lines of text of a page, ruled tables where they stand."""
    grids = tables(page.rules)
    left = [word for line in lines for word in line]
    found: list[str] = []
    for grid in grids:
        inside = [word for word in left if grid.holds(word)]
        above = [word for word in left if word.middle[1] < grid.rows[0] and not grid.holds(word)]
        if not inside:
            continue
        found += [*paragraphs(lines_of(above), right), *grid.lines(inside)]
        gone = {id(word) for word in (*inside, *above)}
        left = [word for word in left if id(word) not in gone]
    return [*found, *paragraphs(lines_of(left), right)]


def _right_edge(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> float:
    """Return where full lines end in a file: as nearly its longest ones do, few as far off as lines begin."""
    edges = sorted(box_of(line)[2] for held in lines for line in held)
    if len(edges) >= _FEWEST_LINES:
        return edges[len(edges) * 19 // 20]
    begin = min((box_of(line)[0] for held in lines for line in held), default=0.0)
    return max([min((page.width for page in pages), default=0.0) - begin, *edges])


def _repeated(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Return what stands at the same edge of at least half the pages, and of two; numbers may differ."""
    counted = Counter(
        key
        for page, held in zip(pages, lines, strict=True)
        for key in {_key(page, line) for line in held if _is_at_edge(page, line)}
    )
    needed = max(2, len(pages) / 2)
    return frozenset(key for key, count in counted.items() if count >= needed)


def _key(page: Page, line: Line) -> str:
    side = "head" if box_of(line)[1] < page.height / 2 else "foot"
    return f"{side} {_NUMBER.sub('#', text_of(line))}"


def _is_at_edge(page: Page, line: Line) -> bool:
    _, top, _, bottom = box_of(line)
    return bottom < page.height * _EDGE or top > page.height * (1 - _EDGE)


def _is_running(page: Page, line: Line, repeated: frozenset[str], number: int, count: int) -> bool:
    if not _is_at_edge(page, line):
        return False
    text = text_of(line)
    is_number = _PAGE_NUMBER.fullmatch(text) is not None and (count > 1 or text.strip(" -–—") == str(number))
    return is_number or (_key(page, line) in repeated and len(text) < 200)


def _goes_over(last: str, first: str) -> bool:
    """Tell whether a page begins in the middle of the sentence that the page before it ended in."""
    is_open = len(last) >= _LONG and _OPEN_END.search(last) is not None
    return is_open and first[:1].islower() and "\t" not in last and "\t" not in first
