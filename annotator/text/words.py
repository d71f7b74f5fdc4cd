"""Cut text into syllables, sentences and paragraphs, and fold it for matching; pure functions of text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal

from annotator.domain.reports import Section

# One token: a number with its separators, a unit that ends in a digit, letters with their loose marks,
# a run of one filler character, or any other single character that is not white space. Letters and digits
# that touch (`1.500ha`) are two tokens, since a figure may begin or end between them.
_TOKEN = re.compile(
    r"\d++(?:[.,]\d++)*+"
    r"|(?:[kcdhm]?m|KM|M)[23](?!\d|[.,]\d)"
    r"|(?:[^\W\d_]++[\u0300-\u036f]*+)++"
    r"|\.\.++|---++(?!\d)|==++|__++|\*\*++"
    r"|[^\s\w]|_"
)

_WHITE = re.compile(r"\s")
_BLOCK = 4096


def syllables(text: str) -> list[tuple[int, int]]:
    """Return the tokens of a text: syllables, numbers, units, punctuation; white space is in none.

    Half-open code points, in order, never empty; every border a figure or a name can have is one of theirs.
    """
    return [found.span() for found in _TOKEN.finditer(text)]


class WordBorders:
    """The token borders of one text, to move the ends of a span by syllable.

    Asking looks only at the text around, so that a long report is not cut up before anybody asks.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._last = len(text) // _BLOCK
        self._blocks: dict[int, tuple[list[int], list[int]]] = {}

    def next(self, position: int, *, edge: Literal["start", "end"] = "end") -> int:
        """Return the first token end (or start) after a code-point position; the position when none is.

        The end of a span goes from token end to token end, its start from start to start: so white space
        is skipped.
        """
        for block in range(self._block_of(position), self._last + 1):
            borders = self._borders(block)[edge == "end"]
            at = bisect_right(borders, position)
            if at < len(borders):
                return borders[at]
        return position

    def previous(self, position: int, *, edge: Literal["start", "end"] = "start") -> int:
        """Return the last token start (or end) before a code-point position; the position when none is."""
        for block in range(self._block_of(position), -1, -1):
            borders = self._borders(block)[edge == "end"]
            at = bisect_left(borders, position) - 1
            if at >= 0:
                return borders[at]
        return position

    def word_at(self, position: int) -> tuple[int, int] | None:
        """Return the token at a code-point position, else the one that ends there, else the next or last.

        None when the text has no token.
        """
        start = self.previous(position + 1)
        if start <= position <= (end := self.next(start)):
            return start, end
        end = self.next(position)
        if end == position:
            end = self.previous(position, edge="end")
        start = self.previous(end)
        return (start, end) if start < end else None

    def _block_of(self, position: int) -> int:
        """Return the block that a position lies in: the last that begins at or before it."""
        block = min(max(position, 0) // _BLOCK, self._last)
        while block > 0 and self._begin(block) > position:
            block -= 1
        return block

    def _begin(self, block: int) -> int:
        """Return where a block begins: at white space, so that it cuts through no token."""
        if block == 0:
            return 0
        found = _WHITE.search(self._text, block * _BLOCK)
        return found.start() if found else len(self._text)

    def _borders(self, block: int) -> tuple[list[int], list[int]]:
        """Return the starts and the ends of the tokens of a block."""
        if block not in self._blocks:
            end = self._begin(block + 1) if block < self._last else len(self._text)
            tokens = [found.span() for found in _TOKEN.finditer(self._text, self._begin(block), end)]
            self._blocks[block] = [start for start, _ in tokens], [end for _, end in tokens]
        return self._blocks[block]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the lines of a text that are not blank: half-open code points without the line break."""
    return [found.span() for found in re.finditer(r"[^\n]+", text) if not found.group().isspace()]


# It begins with a set of characters, which the engine looks for many times faster than for two branches.
_STOP = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*+"
    r"|(?<!\n)(?<![.!?…][.!?…])[.!?…]*+[\"'”’»)\]]*+(?=[^\S\n]++[\"'“‘«(\[]*+([^\s\W_])))"
)
_SHORT_FORM = re.compile(
    r"(?:.*\.)?(?:tp|tx|tt|kt|tm|tl|tuq|p?gs|th?s|cn|ks|bs|ds|mrs?|ms|dr|st|no|nxb|tr|vd|đc|s?đt)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"kh[óo][áa]|thứ|quý|nhóm|loại|hạng|cấp|phần|chương|mục|tập|bậc", re.IGNORECASE)
_HONORIFIC = re.compile(r"ông|bà|anh|chị|cụ|chí", re.IGNORECASE)
# Read backwards, from the stop, which is many times faster than looking for a match that ends there.
_LAST_WORDS = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*+)(?:[^\S\n]+([^\W\d_]+))?")
_LIST_NUMBER = re.compile(
    r"[^\S\n]*(?:[-–•+*][^\S\n]*)?(?:(?:Bảng|Biểu|Hình|Phụ lục|Phần|Chương|Mục|Điều|Khoản)[^\S\n]+)?"
    r"(?:[IVXLC]{1,6}|\d{1,3}(?:\.\d{1,3})*|[A-Za-zĐđ])\Z"
)
_LOOK_BACK = 48


def sentences(text: str, sections: Iterable[Section] = ()) -> list[tuple[int, int]]:
    """Return the sentences of a text, white space at their ends left out.

    Half-open code points, in order. A line break ends a sentence, so rows of a table are sentences of their
    own; so does the border of a section, which keeps chrome apart from the text beside it.
    """
    cuts = set(_sentence_ends(text))
    cuts.update(border for section in sections for border in (section.start, section.end))
    cuts.add(len(text))
    start = 0
    found = []
    for cut in sorted(cuts):
        piece = text[start:cut]
        left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
        if left < right:
            found.append((start + left, start + right))
        start = cut
    return found


def _sentence_ends(text: str) -> Iterator[int]:
    """Yield where a stop or a line break ends a sentence: the code point after it."""
    line = 0
    for found in _STOP.finditer(text):
        follower = found.group(1)
        if follower is None:
            yield found.start()
            line = found.end()
        elif not follower.islower() and not _is_inner_point(text, line, found):
            yield found.end()


def _is_inner_point(text: str, line: int, stop: re.Match[str]) -> bool:
    """Tell whether a single full stop belongs to a short form, an initial or a list number."""
    if stop.group() != ".":
        return False
    at = stop.start()
    if at - line <= _LOOK_BACK and _LIST_NUMBER.fullmatch(text, line, at):
        return True
    words = _LAST_WORDS.match(text[max(line, at - _LOOK_BACK) : at][::-1])
    if words is None:
        return False
    before, word = (words.group(2) or "")[::-1], words.group(1)[::-1]
    if len(word) == 1 and word.isupper():
        # `V. Bình` is an initial; after a name (`Trần Văn A.`) or a count (`khóa X.`) the stop is a stop.
        is_name = before[:1].isupper() and not _HONORIFIC.fullmatch(before)
        return not (is_name or _COUNTED.fullmatch(before))
    return _SHORT_FORM.fullmatch(word) is not None


# The older tone placement is the canonical one: `hòa`, `khỏe`, `thủy`, not `hoà`, `khoẻ`, `thuỷ`.
# It differs from the newer one only in open syllables in oa, oe and uy; the u of `qu` is no vowel.
_TONED = {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}
_CARRIER = {"o": "òóỏõọ", "u": "ùúủũụ"}
_OLDER = {
    carrier + toned: carried + vowel
    for carrier, vowel in ("oa", "oe", "uy")
    for carried, toned in zip(_CARRIER[carrier], _TONED[vowel], strict=True)
}
_NEWER_PLACEMENT = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![^\W\d_])")


def fold(text: str) -> str:
    """Return text in lower case and with one tone placement, for matching lexicons.

    The result has as many code points as the text, so that offsets hold for both.
    """
    lower = text.replace("İ", "i").lower()
    return _NEWER_PLACEMENT.sub(lambda found: _OLDER[found.group()], lower)


class _BareLetters(dict[int, str]):
    """Letters without tone or vowel marks by code point, worked out when first met."""

    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFD", chr(code))[0].lower()[0]
        self[code] = bare = "d" if letter == "đ" else letter
        return bare


_BARE_LETTERS = _BareLetters()


def folded_for_search(text: str) -> str:
    """Return text in lower case without tones, vowel marks and the stroke of đ; as many code points."""
    return text.translate(_BARE_LETTERS)
