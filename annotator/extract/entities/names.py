"""How far a name goes: levels, places, people's names and the words between, from one token on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from annotator.extract.entities.gazetteer import TIERS, Unit
from annotator.extract.entities.pages import LOWER, NUMBER, TITLE, UPPER, Page
from annotator.extract.entities.words import Words
from annotator.extract.lexicons import Found

TailKind = Literal["none", "level", "place", "class"]

PLURALS: Final = frozenset({"các", "những", "mỗi", "mọi", "từng", "nhiều", "một", "hai", "cả"})
CLASS_WORDS: Final = frozenset({"các", "cấp", "mỗi", "từng", "mọi", "những"})
MIDDLE_NAMES: Final = frozenset({"văn", "thị"})
_JOINTS: Final = frozenset({",", "và", "-", "/"})
_BEASTS: Final = frozenset({"lợn", "heo", "voi", "điểu"})
_TOWNS: Final = frozenset({"thành phố", "thị xã"})


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a body's head: where it ends; whether it names a place, a level or a class of bodies."""

    end: int
    kind: TailKind


def tail_at(page: Page, words: Words, at: int, *, bare: bool = True) -> Tail:
    """Read a level with or without its place (`tỉnh`, `huyện Than Uyên`), or a bare place (`Lai Châu`)."""
    level = words.levels.longest(page.words, at)
    if level is not None:
        return _level_tail(page, words, level)
    if page.words[at] == "trung" and page.words[at + 1] == "ương":
        return Tail(at + 2, "level")
    if page.words[at] in CLASS_WORDS or (page.shapes[at] == NUMBER and _level_word(page, words, at + 1)):
        return Tail(at, "class")
    if (village := village_end(page, words, at)) is not None:
        return Tail(village, "place")
    found = region_end(page, words, at) or (bare_place(page, words, at) if bare else None)
    if found is not None:
        return Tail(found, "place")
    return Tail(at, "none")


def _level_tail(page: Page, words: Words, level: Found[str]) -> Tail:
    place = unit_name(page, words, level.end, level.value, heading=True)
    if place is not None:
        return Tail(place, "place")
    at = level.end
    if page.words[at] in _JOINTS and (other := words.levels.longest(page.words, at + 1)) is not None:
        lone = unit_name(page, words, other.end, other.value) is None
        if lone and (page.shapes[at + 1] == LOWER or page.capitals[at + 1]):
            return Tail(at, "class")
    return Tail(at, "level")


def _level_word(page: Page, words: Words, at: int) -> bool:
    return words.levels.longest(page.words, at) is not None


def unit_name(page: Page, words: Words, at: int, level: str, *, heading: bool = False) -> int | None:
    """Return where the name of a unit of this level ends, None when none begins at the token.

    The gazetteer decides; a name it lacks counts in every level but the province when it is capitalised,
    and in a line of capitals when `heading` says that a body's or a unit's name fills the line.
    """
    if page.shapes[at] == NUMBER:
        numbered = level in ("phường", "quận") and not page.words[at].startswith("000")
        return at + 1 if numbered and len(page.words[at]) < 3 else None
    for found in words.units.all(page.words, at):
        before_middle = page.words[found.end] in MIDDLE_NAMES and page.raised(found.end)
        if _fits(found.value, level) and _looks_named(page, at, found.end) and not before_middle:
            return found.end
    listed = words.places.longest(page.words, at)
    if listed is not None and listed.value in ("province", "district") and page.raised(at):
        return listed.end
    if level == "tỉnh":
        return None
    if page.capitals[at]:
        return _rest_of_line(page, at) if heading else None
    end = page.run(at, longest=4)
    surnamed = words.surnames.longest(page.words, at) is not None
    if end == at or page.words[end] == ":" or (heading and surnamed and end - at > 2):
        return None
    return _before_person(page, words, at, end)


def _rest_of_line(page: Page, at: int) -> int | None:
    """Take what a line in capitals has after a level as its place: one to four words."""
    end = at
    while page.shapes[end] in (TITLE, UPPER) and end < at + 5 and page.words[at] != "hội":
        end += 1
    return end if page.closes_line(end) and 0 < end - at < 5 else None


def _fits(unit: Unit, level: str) -> bool:
    if level in unit.types:
        return True
    tiers = {TIERS.get(kind, 3) for kind in unit.types}
    return TIERS.get(level, 3) in tiers or (level in _TOWNS and (unit.is_district or unit.is_province))


def _looks_named(page: Page, at: int, end: int) -> bool:
    """Tell whether a name is capitalised, one slip allowed when it has several words (`tỉnh lai Châu`)."""
    raised = sum(page.raised(index) for index in range(at, end) if page.words[index].isalpha())
    count = sum(1 for index in range(at, end) if page.words[index][0].isalpha())
    return raised >= count or (count > 1 and raised == count - 1)


def _before_person(page: Page, words: Words, at: int, end: int) -> int | None:
    """Cut a capitalised run where a person's name begins (`xã Nậm Xe` before `Lò Văn Ơn`)."""
    for index in range(at, end):
        middle = page.words[index + 1] in MIDDLE_NAMES and page.shapes[index + 1] == TITLE
        if middle and words.surnames.longest(page.words, index):
            return index if index > at else None
    return end


def bare_place(page: Page, words: Words, at: int) -> int | None:
    """Return where a province, district or country without type word ends, None when none begins."""
    if not page.raised(at) or page.words[at - 1] == "nghĩa" or _of_a_kind(page, at):
        return None
    best = None
    listed = words.places.longest(page.words, at)
    if listed is not None and listed.value not in ("tail", "weak") and all_raised(page, at, listed.end):
        best = listed.end
    for found in words.units.all(page.words, at):
        unit = found.value
        known = unit.is_province or (unit.is_district and found.end - at > 1)
        if known and unit.name != "hồ chí minh" and all_raised(page, at, found.end):
            return max(found.end, best or 0)
    return best


def _of_a_kind(page: Page, at: int) -> bool:
    """Tell whether a continent names a kind of animal or its plague (`dịch tả lợn châu Phi`)."""
    return page.words[at] == "châu" and page.words[at - 1] in _BEASTS


def village_end(page: Page, words: Words, at: int) -> int | None:
    """Return where a village with its head ends (`bản Tả Phìn`, `khu phố 3`), None when none begins."""
    head = words.place_heads.longest(page.words, at)
    if head is None or head.value != "unit":
        return None
    end = head.end + 1 if page.shapes[head.end] == NUMBER else page.run(head.end, longest=3)
    return end if end > head.end else None


def region_end(page: Page, words: Words, at: int) -> int | None:
    """Return where a region's name ends (`miền Bắc`, `Đồng bằng sông Cửu Long`), None when none begins."""
    listed = words.places.longest(page.words, at)
    if listed is None or not page.raised(listed.end - 1):
        return None
    if listed.value == "country" and page.words[at] == "châu":
        named = all_raised(page, at + 1, listed.end) and not _of_a_kind(page, at)
        return listed.end if named and page.shapes[at] == LOWER else None
    if listed.value != "region":
        return None
    opens = page.raised(at) or page.words[at] in ("miền", "đồng", "trung", "vịnh", "duyên")
    return listed.end if opens else None


def all_raised(page: Page, start: int, end: int) -> bool:
    """Tell whether every word of a phrase begins with a capital, but for syllables after a hyphen."""
    return all(
        page.raised(at) or not page.words[at][0].isalpha() or (at > start and page.words[at - 1] == "-")
        for at in range(start, end)
    )


def person_end(page: Page, words: Words, at: int) -> int | None:
    """Return where a person's name of a known family name ends, None when none begins: 2 to 5 words."""
    if page.shapes[at] not in (TITLE, UPPER):
        return None
    surname = words.surnames.longest(page.words, at)
    end = person_run(page, at)
    if surname is None:
        return end if end - at > 2 and page.words[at + 1] in MIDDLE_NAMES else None
    return end if end - at >= 2 and end >= surname.end else None


def person_run(page: Page, at: int, *, longest: int = 5) -> int:
    """Return the end of a run of words of one case, as the parts of a person's name are."""
    shape = page.shapes[at]
    if shape not in (TITLE, UPPER):
        return at
    end = at
    while end < at + longest and _part_of_name(page, end, shape):
        end += 1
    return end


def _part_of_name(page: Page, at: int, shape: int) -> bool:
    if shape == TITLE:
        return page.shapes[at] == TITLE
    size = page.ends[at] - page.starts[at]
    return page.shapes[at] == UPPER or (size == 1 and page.shapes[at] == TITLE)
