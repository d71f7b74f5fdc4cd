"""Find page furniture in the lines of a scraped page, as whole lines and as parts of lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotator.text import furniture
from annotator.text.datelines import is_clock, is_stamp
from annotator.text.words import fold, paragraphs

Range = tuple[int, int]

SHORT_LINE = 200
_SHORT_CELL = 32
_SHORT_SENTENCE = 25
_SEPARATOR = re.compile(r"\s*[|\t»›·•]\s*|\s{3,}")
_COUNTER = re.compile(r"\d[\d.,]*|a\s?[+-]")
_LISTED = re.compile(r"[-–+•*]\s.*\d")
_LOOSE = "-–—(|,;·•"
_SPACES = " \t\u00a0"
_SOUND = re.compile(r"[^\W_]")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a line, half-open positions in its words: one or more tools, or what is no tool."""

    start: int
    end: int
    is_chrome: bool = False
    of_site: bool = False
    is_sure: bool = False
    is_period: bool = False

    def joined(self, other: _Piece) -> _Piece:
        """Return both as one."""
        return _Piece(
            self.start,
            other.end,
            self.is_chrome,
            self.of_site or other.of_site,
            self.is_sure or other.is_sure,
            self.is_period and other.is_period,
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: half-open code points of the text, without white space at its ends.

    `words` is the line folded. `chrome` are its parts that are furniture, `rest` the others that hold a
    letter or digit. `of_site` says that the furniture is the site's frame rather than the article's tools,
    `is_sure` that its words are hardly found in a report.
    """

    start: int
    end: int
    words: str
    chrome: tuple[Range, ...] = ()
    rest: tuple[Range, ...] = ()
    of_site: bool = False
    is_sure: bool = False

    @property
    def is_chrome(self) -> bool:
        """Tell whether all of the line is furniture."""
        return bool(self.chrome) and not self.rest

    @property
    def is_bare(self) -> bool:
        """Tell whether the line holds no letter or digit and is not known as furniture."""
        return not self.chrome and not self.rest

    @property
    def is_prose(self) -> bool:
        """Tell whether the line is text in sentences."""
        if not self.rest or furniture.FOOTER.match(self.words) or furniture.CONTACT.match(self.words):
            return False
        size = self.rest[-1][1] - self.rest[0][0]
        return size >= SHORT_LINE or (size >= _SHORT_SENTENCE and self.ends_sentence)

    @property
    def ends_sentence(self) -> bool:
        """Tell whether the line ends with a stop, a colon or a semicolon."""
        return _SENTENCE_END.search(self.words) is not None

    @property
    def is_day(self) -> bool:
        """Tell whether nothing is left of the line but a day, with or without its hour."""
        parts = self.rest_words()
        return any(map(is_stamp, parts)) and all(is_stamp(part) or is_clock(part) for part in parts)

    def rest_words(self) -> list[str]:
        """Return the folded words of what is not furniture, cell by cell."""
        pieces = [self.words[start - self.start : end - self.start] for start, end in self.rest]
        return [cell for piece in pieces for cell in cells(piece)]

    def as_chrome(self, *, at: int = 0, of_site: bool = True) -> Line:
        """Return the line as furniture from the position `at` in the line to its end."""
        cut = self.start + len(self.words[:at].rstrip())
        kept = tuple((start, min(end, cut)) for start, end in self.rest if start < cut)
        ranges = tuple(piece for piece in self.chrome if piece[1] <= cut)
        return replace(
            self, chrome=(*ranges, (self.start + at, self.end)), rest=kept, of_site=of_site, is_sure=True
        )

    def as_text(self) -> Line:
        """Return the line with nothing of it furniture."""
        return Line(self.start, self.end, self.words, rest=((self.start, self.end),))


def cells(words: str) -> list[str]:
    """Return the sounding parts of a line between separators: `|`, tab, `»`, bullets, wide gaps."""
    return [cell for cell in _SEPARATOR.split(words) if _SOUND.search(cell)]


def judged_lines(text: str) -> list[Line]:
    """Return the lines of a text that are not blank, each judged by itself: its chrome and its rest."""
    folded = fold(text)
    found = []
    for start, end in paragraphs(text):
        words = folded[start:end]
        begin = start + len(words) - len(words.lstrip())
        found.append(_judged(Line(begin, start + len(words.rstrip()), words.strip())))
    return found


def _judged(line: Line) -> Line:
    words = line.words
    is_running_text = len(words) > SHORT_LINE and not _SEPARATOR.search(words)
    if not (furniture.SURE_TOOL if is_running_text else furniture.TOOL).search(words):
        return line.as_text() if _SOUND.search(words) else line
    if _is_menu(words):
        return line.as_chrome()
    pieces = list(_pieces(words))
    is_sure = any(piece.is_sure for piece in pieces)
    if not pieces or not any(piece.is_chrome for piece in pieces):
        return line.as_text() if pieces else line
    if _LISTED.match(words) or (not is_sure and _may_be_of_report(words, pieces)):
        return line.as_text()
    chrome, rest = _shared_out(line, pieces)
    of_site = any(piece.of_site for piece in pieces)
    return replace(line, chrome=chrome, rest=rest, of_site=of_site, is_sure=is_sure)


def _may_be_of_report(words: str, pieces: list[_Piece]) -> bool:
    """Tell whether likely tools are a report's own words: cells of a table, or a single count by period."""
    if len(pieces) == 1:
        return pieces[0].is_period and len(_COUNTER.findall(words)) < 2
    return not all(_may_stand_in_bar(words, piece) for piece in pieces)


def _may_stand_in_bar(words: str, piece: _Piece) -> bool:
    """Tell whether a piece is often found in one line with likely tools, as the cells of a table are not."""
    part = words[piece.start : piece.end].strip()
    return (
        piece.is_chrome
        or _may_stand_beside(part)
        or furniture.BANNER.fullmatch(part) is not None
        or _is_byline(part)
    )


def _is_menu(words: str) -> bool:
    """Tell whether a line is a breadcrumb or a row of menu words, one of them sure."""
    if furniture.CRUMB.match(words):
        return len(words) <= SHORT_LINE
    if furniture.MENU_ROW.fullmatch(words):
        return furniture.SITE_WORD.search(words) is not None
    row = cells(words)
    if len(row) < 3 or any(len(cell) > _SHORT_CELL for cell in row):
        return False
    known = sum(furniture.MENU_WORD.fullmatch(cell) is not None for cell in row)
    return known * 2 >= len(row) and any(furniture.SITE_WORD.fullmatch(cell) for cell in row)


def _pieces(words: str) -> Iterator[_Piece]:
    """Yield the sounding pieces of a line in order."""
    start = 0
    for border in (*_SEPARATOR.finditer(words), None):
        end = border.start() if border else len(words)
        if _SOUND.search(words, start, end):
            yield from _cell_pieces(words, start, end)
        start = border.end() if border else end


def _cell_pieces(words: str, start: int, end: int) -> Iterator[_Piece]:
    done = start
    for tool in _tools(words, start, end):
        before, itself, after = words[done : tool.start], words[tool.start : tool.end], words[tool.end : end]
        if not _is_in_place(before, itself, after, is_sure=tool.is_sure):
            continue
        if _SOUND.search(before):
            yield _Piece(done, tool.start)
        yield tool
        done = tool.end
    if _SOUND.search(words, done, end):
        yield _Piece(done, end)


def _is_in_place(before: str, tool: str, after: str, *, is_sure: bool) -> bool:
    """Tell whether tools stand where pages put them: alone or by a day; sure ones also by a byline or last.

    Several sure ones in a row, or one after a day, may have the whole text behind them.
    """
    left, right = (_may_stand_beside(words) or (is_sure and _is_byline(words)) for words in (before, after))
    if right:
        return left or (is_sure and _COUNTER.search(tool) is not None)
    return left and is_sure and (is_stamp(before) or len(_COUNTER.findall(tool)) > 1)


def _is_byline(words: str) -> bool:
    return furniture.BYLINE.fullmatch(words.strip(" -–,;")) is not None


def _tools(words: str, start: int, end: int) -> Iterator[_Piece]:
    """Yield runs of tools in a cell, with nothing sounding between those of a run."""
    run: _Piece | None = None
    for found in furniture.TOOL.finditer(words, start, end):
        tool = _Piece(
            *found.span(),
            is_chrome=True,
            of_site=found["site"] is not None or found["period"] is not None,
            is_sure=found["sure"] is not None,
            is_period=found["period"] is not None,
        )
        if run and not _SOUND.search(words, run.end, tool.start):
            run = run.joined(tool)
            continue
        if run:
            yield run
        run = tool
    if run:
        yield run


def _may_stand_beside(words: str) -> bool:
    """Tell whether tools are often found right beside such words: nothing, or a day."""
    return _SOUND.search(words) is None or is_stamp(words) or is_clock(words)


def _shared_out(line: Line, pieces: list[_Piece]) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Give every character between the line's ends to furniture or rest, separators to the furniture."""
    runs: list[_Piece] = []
    for piece in pieces:
        if runs and runs[-1].is_chrome == piece.is_chrome:
            runs[-1] = runs[-1].joined(piece)
        else:
            runs.append(piece)
    words = line.words
    rest = [_trimmed(words, run.start, run.end, loose=_LOOSE) for run in runs if not run.is_chrome]
    borders = [0, *(border for piece in rest for border in piece), len(words)]
    gaps = [gap for gap in zip(borders[::2], borders[1::2], strict=True) if _SOUND.search(words, *gap)]
    return _moved((_trimmed(words, *gap) for gap in gaps), line.start), _moved(rest, line.start)


def _trimmed(words: str, start: int, end: int, *, loose: str = "") -> Range:
    """Return the range without white space at its ends, nor signs in `loose` that lead to something else."""
    piece = words[start:end]
    right = len(piece.rstrip(loose + _SPACES)) if loose else len(piece.rstrip())
    left = len(piece) - len(piece.lstrip())
    return start + left, start + right


def _moved(ranges: Iterable[Range], by: int) -> tuple[Range, ...]:
    return tuple((start + by, end + by) for start, end in ranges)
