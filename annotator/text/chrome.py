"""Find page furniture in the lines of a scraped page, as whole lines and as parts of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from annotator.text import furniture
from annotator.text.datelines import is_clock, is_stamp
from annotator.text.words import fold, paragraphs

Range = tuple[int, int]

SHORT_LINE = 200
_SHORT_CELL = 32
_SHORT_SENTENCE = 25
_SEPARATOR = re.compile(r"\s*[|\t»›·•]\s*|\s{3,}")
_SOUND = re.compile(r"[^\W_]")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: half-open code points of the text, without white space at its ends.

    `words` is the line folded. `chrome` are its parts that are furniture, `rest` the others that hold a
    letter or digit. `of_site` says that the furniture is the site's frame rather than the article's tools.
    """

    start: int
    end: int
    words: str
    chrome: tuple[Range, ...] = ()
    rest: tuple[Range, ...] = ()
    of_site: bool = False

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
        return replace(self, chrome=(*ranges, (self.start + at, self.end)), rest=kept, of_site=of_site)


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
    whole = ((line.start, line.end),)
    if len(line.words) > SHORT_LINE and not _SEPARATOR.search(line.words):
        return replace(line, rest=whole)
    if _is_menu(line.words):
        return line.as_chrome()
    pieces = list(_pieces(line.words))
    if not any(is_chrome for _, _, is_chrome, _ in pieces):
        return replace(line, rest=whole) if pieces else line
    chrome, rest = _shared_out(line, [(start, end, kind) for start, end, kind, _ in pieces])
    return replace(line, chrome=chrome, rest=rest, of_site=any(site for *_, site in pieces))


def _is_menu(words: str) -> bool:
    """Tell whether a line is a breadcrumb or a row of menu words, one of them sure."""
    if furniture.CRUMB.match(words):
        return len(words) <= SHORT_LINE
    row = cells(words)
    if len(row) < 3 or any(len(cell) > _SHORT_CELL for cell in row):
        return False
    known = sum(furniture.MENU_WORD.fullmatch(cell) is not None for cell in row)
    return known * 2 >= len(row) and any(furniture.SITE_WORD.fullmatch(cell) for cell in row)


def _pieces(words: str) -> Iterator[tuple[int, int, bool, bool]]:
    """Yield the sounding pieces of a line in order: start, end, whether furniture, whether the site's."""
    start = 0
    for border in (*_SEPARATOR.finditer(words), None):
        end = border.start() if border else len(words)
        if _SOUND.search(words, start, end):
            yield from _cell_pieces(words, start, end)
        start = border.end() if border else end


def _cell_pieces(words: str, start: int, end: int) -> Iterator[tuple[int, int, bool, bool]]:
    done = start
    for left, right, sure, site in _tools(words, start, end):
        before, after = words[done:left], words[right:end]
        is_bounded = _may_stand_beside(before), _may_stand_beside(after)
        if not all(is_bounded) and not (sure and any(is_bounded)):
            continue
        if _SOUND.search(before):
            yield done, left, False, False
        yield left, right, True, site
        done = right
    if _SOUND.search(words, done, end):
        yield done, end, False, False


def _tools(words: str, start: int, end: int) -> Iterator[tuple[int, int, bool, bool]]:
    """Yield runs of tools in a cell with nothing sounding between: start, end, any sure, any the site's."""
    run: tuple[int, int, bool, bool] | None = None
    for found in furniture.TOOL.finditer(words, start, end):
        left, right = found.span()
        if left > start and words[left - 1].isalnum():
            continue
        sure, site = found["sure"] is not None, found["site"] is not None
        if run and not _SOUND.search(words, run[1], left):
            run = (run[0], right, run[2] or sure, run[3] or site)
            continue
        if run:
            yield run
        run = (left, right, sure, site)
    if run:
        yield run


def _may_stand_beside(words: str) -> bool:
    """Tell whether tools are often found right beside such words: nothing, or a day."""
    return _SOUND.search(words) is None or is_stamp(words) or is_clock(words)


def _shared_out(
    line: Line, pieces: list[tuple[int, int, bool]]
) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Give every character between the line's ends to furniture or rest, separators to the furniture."""
    runs: list[tuple[int, int, bool]] = []
    for start, end, kind in pieces:
        if runs and runs[-1][2] == kind:
            runs[-1] = (runs[-1][0], end, kind)
        else:
            runs.append((start, end, kind))
    rest = [_trimmed(line.words, start, end) for start, end, kind in runs if not kind]
    borders = [0, *(border for piece in rest for border in piece), len(line.words)]
    gaps = zip(borders[::2], borders[1::2], strict=True)
    furnished = [
        _trimmed(line.words, start, end) for start, end in gaps if _SOUND.search(line.words, start, end)
    ]
    return _moved(furnished, line.start), _moved(rest, line.start)


def _trimmed(words: str, start: int, end: int) -> Range:
    piece = words[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _moved(ranges: list[Range], by: int) -> tuple[Range, ...]:
    return tuple((start + by, end + by) for start, end in ranges)
