"""Places: LOC by type word and name, in lists after a type word, or a bare name of a province or district."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from annotator.domain.spans import Evidence
from annotator.extract.base import Match
from annotator.extract.entities.names import all_raised, bare_place, person_end, region_end, unit_name
from annotator.extract.entities.pages import BREAK, LOWER, MARK, NUMBER, TITLE, UPPER, Page
from annotator.extract.entities.words import Words
from annotator.extract.lexicons import Phrases
from annotator.extract.overlaps import Taken

_BETWEEN: Final = frozenset({",", "và", ";", "hoặc"})
_PLURALS: Final = frozenset({"các", "những"})
_SIDES: Final = frozenset({"đông", "tây", "nam", "bắc"})


def find_places(page: Page, words: Words, others: list[Match]) -> Iterator[Match]:
    """Yield the places of a page that begin outside `others`, the matches of other labels."""
    first = list(_first_reading(page, words, Taken(others, len(page.text))))
    yield from first
    yield from _again(page, words, first, Taken([*others, *first], len(page.text)))


def _again(page: Page, words: Words, first: list[Match], taken: Taken) -> Iterator[Match]:
    """Find the names read with a type word wherever they stand without it (`xã Ia Dêr`, then `Ia Dêr`)."""
    known = Phrases(
        (names, True)
        for match in first
        if match.evidence.rule == "place-unit" and len(names := _bare_words(page, words, match)) > 1
    )
    firsts = known.firsts
    for at, word in enumerate(page.words):
        found = known.longest(page.words, at) if word in firsts else None
        if found is None or not page.named(at) or not all_raised(page, at, found.end):
            continue
        alone = page.shapes[found.end] != TITLE and (
            page.shapes[at - 1] != TITLE or _opens_clause(page, words, at - 1)
        )
        if alone and not taken.covers(page.starts[at], page.ends[found.end - 1]):
            yield _match(page, at, found.end, 0.8, "place-again")


def _bare_words(page: Page, words: Words, match: Match) -> list[str]:
    """Return the words of a typed name without its type word."""
    at = bisect_left(page.starts, match.start)
    level = words.levels.longest(page.words, at)
    return page.words[level.end if level else at : bisect_left(page.starts, match.end)]


def _first_reading(page: Page, words: Words, taken: Taken) -> Iterator[Match]:
    at = 0
    last = len(page.words) - 1
    openers = words.place_openers
    while at < last:
        if page.words[at] not in openers and not page.raised(at):
            at += 1
            continue
        inside = taken.covers(page.starts[at], page.ends[at])
        found = None if inside else _typed(page, words, at) or _bare(page, words, at)
        if found is None:
            at += 1
            continue
        end, score, rule = found
        yield _match(page, at, end, score, rule)
        if rule in ("place-unit", "place-work", "place-village"):
            listed = list(_list(page, words, at, end))
            yield from listed
            end = max((_index_after(page, match.end, end) for match in listed), default=end)
        at = end


def _index_after(page: Page, offset: int, at: int) -> int:
    while page.starts[at] < offset:
        at += 1
    return at


def _match(page: Page, at: int, end: int, score: float, rule: str) -> Match:
    return Match(page.starts[at], page.ends[end - 1], "LOC", score, Evidence(rule, page.words[at]))


def _typed(page: Page, words: Words, at: int) -> tuple[int, float, str] | None:
    """Read a type word with its name: a unit of the state, a settlement, a work, a road or a region."""
    level = words.levels.longest(page.words, at)
    if level is not None:
        end = unit_name(page, words, level.end, level.value)
        if end is not None:
            return end, 0.95, "place-unit"
    if (page.words[at - 1], page.words[at]) in words.compounds:
        return None
    for found in words.place_heads.all(page.words, at):
        read = _headed(page, words, at, found.end, found.value)
        if read is not None:
            return read
    return None


def _headed(page: Page, words: Words, at: int, end: int, kind: str) -> tuple[int, float, str] | None:
    if kind == "road":
        return _road(page, words, at, end)
    if kind == "region":
        region = words.places.longest(page.words, end)
        if region is not None and page.raised(region.end - 1):
            joined = page.words[region.end] == "-" and page.raised(region.end + 1)
            other = words.places.longest(page.words, region.end + 1) if joined else None
            return region.end if other is None else other.end, 0.92, "place-region"
        stop = page.run(end, longest=4)
        first = stop
        while stop > end and page.words[stop] == "-" and page.shapes[stop + 1] == TITLE:
            stop = page.run(stop + 1, longest=4)
        sure = stop > first or stop - end > 1 or bare_place(page, words, end) is not None
        return (stop, 0.75, "place-region") if sure and stop > end else None
    if kind in ("unit", "number") and page.shapes[end] == NUMBER and len(page.words[end]) < 5:
        lone = page.shapes[end + 1] == MARK or page.words[end + 1] in _BETWEEN
        return (end + 1, 0.8, "place-village") if kind == "unit" and lone else None
    if kind == "number" or not page.named(end) or _in_name(page, words, at, end):
        return None
    stop = _name_end(page, words, end)
    if stop == end or (person_end(page, words, end) == stop and kind == "unit" and stop - end > 2):
        return None
    if kind == "work" and _works_of_province(page, words, at, end, stop):
        return None
    return stop, 0.85, "place-village" if kind == "unit" else "place-work"


def _works_of_province(page: Page, words: Words, at: int, end: int, stop: int) -> bool:
    """Tell whether a head is a plural of works in a province (`các khu công nghiệp Hà Nam`), not a list."""
    plural = any(
        page.words[first - 1] in _PLURALS
        and page.shapes[first] == LOWER
        and any(found.end == end for found in words.place_heads.all(page.words, first))
        for first in range(max(1, at - 3), at + 1)
    )
    listed = page.words[stop] in _BETWEEN and page.shapes[stop + 1] == TITLE
    unit = words.units.longest(page.words, end)
    return plural and not listed and unit is not None and unit.value.is_province and unit.end == stop


def _in_name(page: Page, words: Words, at: int, end: int) -> bool:
    """Tell whether a capitalised head (`Hồ`, `Đình`) is rather part of a person's name."""
    if page.shapes[at] != TITLE or end - at > 1:
        return False
    if page.shapes[at - 1] == TITLE and not _opens_clause(page, words, at - 1):
        return True
    if page.words[at : at + 3] == ["hồ", "chí", "minh"]:
        return True
    if page.words[at] == "hồ" and (not page.opens_sentence(at) or _titled(page, words, at)):
        return True
    if _signs(page, words, at) or _after_degree(page, words, at):
        return True
    return page.words[at + 1] in ("văn", "thị") and person_end(page, words, at) is not None


def _titled(page: Page, words: Words, at: int) -> bool:
    """Tell whether a run of three capitals or more goes on with a comma and a title, as a person does."""
    end = page.run(at, longest=5)
    return (
        end - at > 2 and page.words[end] == "," and words.positions.longest(page.words, end + 1) is not None
    )


def _after_degree(page: Page, words: Words, at: int) -> bool:
    """Tell whether a degree or a form of address with a full stop stands before (`TS. Hồ Quang Sáng`)."""
    if page.words[at - 1] != ".":
        return False
    found = words.honorifics.longest(page.words, at - 2)
    return found is not None and found.end >= at - 1


def _signs(page: Page, words: Words, at: int) -> bool:
    """Tell whether a line of three capitals or more stands under a line that opens with a title."""
    end = page.run(at, longest=5)
    if end - at < 3 or not page.opens_line(at) or not page.closes_line(end):
        return False
    above = at - 1
    while above > 0 and page.words[above] in (BREAK, ")", "(", "đã", "ký"):
        above -= 1
    while above > 0 and not page.opens_line(above):
        above -= 1
    return any(words.positions.longest(page.words, above + skip) is not None for skip in (0, 2, 3))


def _opens_clause(page: Page, words: Words, at: int) -> bool:
    """Tell whether a capital comes from the start of a sentence and not from a family name."""
    return page.opens_sentence(at) and words.surnames.longest(page.words, at) is None


def _name_end(page: Page, words: Words, at: int) -> int:
    """Return the end of a work's or settlement's name: capitals, a number, a second name after a dash."""
    end = page.run(at, longest=5)
    if end == at and page.shapes[at] == UPPER and not page.capitals[at]:
        end = at + 1
    if end - at == 1 and page.shapes[end] == LOWER and page.named(end + 1) and page.words[end] in _SECONDS:
        end = page.run(end + 1, longest=4)
    if page.shapes[end] == UPPER and page.words[end] in ("ii", "iii", "iv", "vi"):
        end += 1
    known = bare_place(page, words, at)
    end = known if known is not None and known > end else end
    if page.shapes[end] == NUMBER and len(page.words[end]) < 3 and _number_closes(page, words, end):
        end += 1
    if page.words[end] == "-" and page.shapes[end + 1] == TITLE and not page.capitals[end + 1]:
        end = page.run(end + 1, longest=5)
    return end


_SECONDS: Final = frozenset(["thắng", "niệm", "tàng", "sử", "cứ", "chứng", "tích"])


def _number_closes(page: Page, words: Words, at: int) -> bool:
    """Tell whether a number ends a name (`Hướng Linh 7 đang`) rather than counts what follows."""
    following = page.words[at + 1]
    if page.shapes[at + 1] == LOWER:
        return following not in words.stops["counted"] and len(page.words[at]) == 1
    return following not in ("/", "%") and not (following in (".", ",") and page.shapes[at + 2] == NUMBER)


def _road(page: Page, words: Words, at: int, end: int) -> tuple[int, float, str] | None:
    """Read a road by number or name (`Quốc lộ 6A`, `ĐT.664`, `đường ĐT 741`, `cao tốc Nội Bài - Lào Cai`)."""
    inner = words.place_heads.longest(page.words, end)
    if page.words[at:end] == ["đường"] and inner is not None and inner.value == "road" and page.raised(end):
        read = _road(page, words, end, inner.end)
        if read is not None:
            return read
    numbered = end + 1 if page.words[end] in (".", "số") else end
    short = page.shapes[at] == UPPER or page.words[at] not in ("đt", "tl", "ql")
    head = " ".join(page.words[at:end])
    is_phone = page.words[numbered].startswith("0")
    if (
        page.shapes[numbered] == NUMBER
        and short
        and not is_phone
        and head not in ("đường", "phố", "đường sắt")
    ):
        stop = numbered + 1
        if page.starts[stop] == page.ends[stop - 1] and page.shapes[stop] in (TITLE, UPPER):
            stop += 1
        return stop, 0.95, "place-road"
    if not page.named(end) or page.shapes[at] == UPPER:
        return None
    stop = _name_end(page, words, end)
    while page.words[stop] == "-" and page.shapes[stop + 1] == TITLE:
        stop = page.run(stop + 1, longest=4)
    if page.words[stop] == "phía" and page.words[stop + 1] in _SIDES and page.raised(stop + 1):
        stop += 2
    return (stop, 0.85, "place-road") if stop > end else None


def _list(page: Page, words: Words, at: int, end: int) -> Iterator[Match]:
    """Yield the further names of a list that a type word opens (`các huyện A, B và C`)."""
    plural = page.words[at - 1] in _PLURALS or page.shapes[at - 1] == NUMBER
    while page.words[end] in _BETWEEN and page.shapes[end + 1] == TITLE and not page.capitals[end + 1]:
        start = end + 1
        known = bare_place(page, words, start)
        unit = words.units.longest(page.words, start)
        stop = page.run(start, longest=4)
        if page.shapes[stop] == UPPER and page.words[stop] in ("ii", "iii", "iv", "vi"):
            stop += 1
        elif known is not None and (known - start > 1 or not plural):
            stop = known
        elif unit is not None and all_raised(page, start, unit.end):
            stop = unit.end
        elif not plural:
            return
        if words.bodies.longest(page.words, start) or words.positions.longest(page.words, start):
            return
        if stop > start and page.shapes[stop] == NUMBER and plural and len(page.words[stop]) < 3:
            stop += _number_closes(page, words, stop)
        if stop == start or (stop - start > 2 and person_end(page, words, start) == stop and not plural):
            return
        yield _match(page, start, stop, 0.9 if plural else 0.8, "place-list")
        end = stop


def _bare(page: Page, words: Words, at: int) -> tuple[int, float, str] | None:
    """Read a name that stands without type word, outside a run of capitals."""
    if page.opens_line(at) and (dated := _dateline(page, at)):
        return dated, 0.95, "place-dateline"
    if (stop := region_end(page, words, at)) is not None:
        return stop, 0.9, "place-region"
    region = words.places.longest(page.words, at)
    end = bare_place(page, words, at)
    if end is None or (page.named(at - 1) and not _opens_clause(page, words, at - 1)):
        return None
    if page.shapes[end] == TITLE and page.words[end][0].isalpha() and not _head_follows(page, words, end):
        return None
    if region is not None and region.end == end and region.value.startswith("country"):
        if region.value == "country1" and page.words[at - 1] not in (
            "nước",
            "(",
            ",",
            "và",
            "từ",
            "sang",
            "tại",
        ):
            return None
        return end, 0.9, "place-country"
    unit = words.units.longest(page.words, at)
    province = unit is None or unit.value.is_province
    if page.capitals[at] and not province:
        return end, 0.6, "place-district"
    return end, 0.92 if province else 0.75, "place-province" if province else "place-district"


def _dateline(page: Page, at: int) -> int:
    """Return the end of the place a paper is dated at (`Vinh, ngày 23/8/2024`), 0 where there is none."""
    end = page.run(at, longest=5)
    if page.words[end] == "-":
        end = page.run(end + 1, longest=4)
    dated = page.words[end] == "," and page.words[end + 1] == "ngày" and page.shapes[end + 2] == NUMBER
    return end if dated and end > at else 0


def _head_follows(page: Page, words: Words, at: int) -> bool:
    return words.positions.longest(page.words, at) is not None or person_end(page, words, at) is not None
