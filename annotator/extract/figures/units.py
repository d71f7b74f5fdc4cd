"""Find what follows a number: a unit, a counted noun, and what either is per."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotator.domain.figures import plain as plain_number
from annotator.extract.figures.numerals import AMOUNT, SCALES, Style, read_amount
from annotator.extract.figures.pages import Page
from annotator.extract.figures.vocabulary import Unit, counted_nouns, of_project, units, words_of

_NEXT_WORDS = re.compile(r" {0,2}([^\W\d_]+(?:-[^\W\d_]+)*(?: [^\W\d_]+(?:-[^\W\d_]+)*){0,4})")
_PER_NUMBER = re.compile(rf"(?:{AMOUNT}) ?")
_PER_SCALE = re.compile(r"(vạn|nghìn|triệu) ")
_SLASH = re.compile(r" ?/ ?")
_SMALL_WORD = re.compile(r"[^\W\d_A-ZĐ]{2,}(?![^\W_]|/)")
_FAR_SLASH = re.compile(
    r"(?: [^\W\d_]+){1,3}"
    r"(?= ?/ ?(?:\d|(?:ha|năm|người|hộ|vạn|xã|thôn|bản|đơn vị|trường|lớp)\b))"
)
_AGAINST = re.compile(r" ?/ ?(?:kh\b|kế hoạch|dự toán|dt\b|chỉ tiêu|tổng|cùng kỳ|ck\b|nq\b)")
_ADMIN = frozenset(["xã", "phường", "thị trấn", "huyện", "tỉnh", "thành phố", "sở", "ban", "thôn", "bản"])


@dataclass(frozen=True, slots=True)
class Following:
    """What stands after a number up to `end` (code points): a unit or noun, and what it is per."""

    end: int
    label: str
    name: str
    factor: int
    rule: str
    per: str = ""
    per_start: int = 0
    known: bool = True


@of_project
def _unit_pattern() -> re.Pattern[str]:
    """Return one pattern for all units, the longest spelling first."""
    written = sorted(units(), key=len, reverse=True)
    worded = "|".join(re.escape(unit) for unit in written if unit[-1].isalnum())
    signs = "|".join(re.escape(unit) for unit in written if not unit[-1].isalnum())
    return re.compile(
        rf"(?: {{0,2}}|\.(?=đ))(?:({signs})|({worded})(?![^\W_]|-[^\W\d_])"
        r"(?<!\sđồng(?= chí| bào| hồ| ruộng)))"
    )


def unit_at(page: Page, position: int) -> Following | None:
    """Return the unit written at a position (spaces before it allowed), with its `per`, or None."""
    found = _unit_pattern().match(page.plain, position)
    if found is None:
        return None
    unit: Unit = units()[found.group(1) or found.group(2)]
    end = found.end()
    if unit.name == "g" and page.text[end - 1] == "G":
        return None
    per_end, per = per_at(page, end, open_list=True)
    label = "RATE" if per and unit.label == "MEASURE" else unit.label
    return Following(
        end=per_end, label=label, name=unit.name, factor=unit.factor, rule="unit", per=per, per_start=end
    )


def per_at(page: Page, position: int, *, open_list: bool = False) -> tuple[int, str]:
    """Return the end and the text of what stands after slashes at a position: `người/tháng`, `10000 dân`.

    `open_list` lets any one word in small letters stand there, not only a known one.
    """
    parts: list[str] = []
    end = position
    while (slash := _SLASH.match(page.plain, end)) and not _AGAINST.match(page.plain, end):
        at = slash.end()
        number = _PER_NUMBER.match(page.plain, at)
        value = ""
        scale = _PER_SCALE.match(page.plain, at)
        if scale:
            value, at = f"{SCALES[scale.group(1)]} ", scale.end()
        elif number and page.plain[at : at + 1].isdigit():
            value = plain_number(read_amount(number.group(), Style(vietnamese=True), whole=True).value) + " "
            if value.strip("0 ") != "1":
                break
            at = number.end()
        length = _per_noun(page, at) or (_one_word(page, at) if open_list else 0)
        if not length:
            break
        end = at + length
        written = " ".join(page.text[at:end].split())
        parts.append(("" if value == "1 " else value) + written)
    return end, "/".join(parts)


def _one_word(page: Page, position: int) -> int:
    """Return the length of a word in small letters at a position, 0 when there is none."""
    found = _SMALL_WORD.match(page.text, position)
    return len(found.group()) if found else 0


def _per_noun(page: Page, position: int) -> int:
    """Return the length of the thing a figure is per at a position, 0 when there is none."""
    window = page.plain[position : position + 40]
    found = re.match(r"[^\W\d_]+[23²³]?(?:[ -][^\W\d_]+[23²³]?){0,3}", window)
    if not found:
        return 0
    words = found.group().split(" ")
    for length in range(len(words), 0, -1):
        if tuple(words[:length]) in words_of("per") or tuple(words[:length]) in counted_nouns():
            return len(" ".join(words[:length]))
    return 0


def noun_at(page: Page, position: int) -> Following | None:
    """Return the noun counted at a position, or None where what follows is no noun."""
    found = _NEXT_WORDS.match(page.plain, position)
    if found is None:
        return None
    start = found.start(1)
    words = found.group(1).split(" ")
    length, known = _noun_length(page, start, words)
    if not length:
        return None
    end = start + len(" ".join(words[:length]))
    return _with_per(page, start, end, known=known)


def _with_per(page: Page, start: int, end: int, *, known: bool) -> Following:
    """Return the counted noun `[start, end)` with what it is per, which makes it a RATE."""
    name = page.plain[start:end]
    far = _FAR_SLASH.match(page.plain, end)
    per_from = far.end() if far else end
    per_end, per = per_at(page, per_from)
    if per and not (name in _ADMIN and per in _ADMIN):
        written = " ".join(page.text[start:per_from].split())
        return Following(
            end=per_end,
            label="RATE",
            name=written,
            factor=1,
            rule="noun",
            per=per,
            per_start=per_from,
            known=known,
        )
    written = " ".join(page.text[start:end].split())
    return Following(end=end, label="COUNT", name=written, factor=1, rule="noun", known=known)


def _noun_length(page: Page, start: int, words: list[str]) -> tuple[int, bool]:
    """Return how many words the noun at `start` has, and whether a table holds it; 0 for no noun."""
    nouns, stops = counted_nouns(), words_of("stop")
    for length in range(len(words), 0, -1):
        if tuple(words[:length]) in nouns:
            if length == 1 and tuple(words[:2]) in stops:
                return 0, False
            return length, True
    surface = page.text[start : start + len(words[0])]
    if words[0] == "tuổi" and _AGE.search(page.plain, max(0, start - 90), start):
        return 1, True
    if (words[0],) in stops or tuple(words[:2]) in stops:
        return 0, False
    if surface.isupper() and 1 < len(surface) < 8:
        return 1, False
    if surface[0].isupper() or len(surface) < 2:
        return 0, False
    if len(words) > 1 and (words[1],) not in stops and _is_lower(page, start, words):
        return 2, False
    return 1, False


_AGE = re.compile(r"(?:tuổi thọ|tuổi bình quân|tuổi trung bình|tuổi đời)[^.;\n]*\Z")
"""What makes a number of years a size: `tuổi thọ trung bình đạt 74 tuổi`."""


def _is_lower(page: Page, start: int, words: list[str]) -> bool:
    """Tell whether the second word is written in lower case, so no name."""
    return page.text[start + len(words[0]) + 1].islower()
