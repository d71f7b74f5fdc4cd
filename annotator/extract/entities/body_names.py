"""The own words of a body's name: its field of work, a company's name, a board's long subject."""

from __future__ import annotations

from typing import Final

from annotator.extract.entities.names import bare_place, person_end, region_end, tail_at
from annotator.extract.entities.pages import BREAK, LOWER, MARK, NUMBER, TITLE, UPPER, Page
from annotator.extract.entities.words import Words

LISTED: Final = "listed"
SHAPED: Final = "shaped"

_SCALES: Final = frozenset({"nghìn", "ngàn", "triệu", "tỷ", "tỉ", "đồng", "ha", "tấn", "km"})
_JOINTS: Final = frozenset({"và", "-", "&"})
_LONGEST_SUBJECT: Final = 16


def sector_end(page: Page, words: Words, at: int, *, strict: bool) -> tuple[int, str]:
    """Read the field of a department (`Y tế`, `Nông nghiệp và PTNT`): its end, and how it was known."""
    listed = words.fields.longest(page.words, at)
    if listed is not None and (not strict or page.raised(at)):
        return _more_fields(page, words, listed.end), LISTED
    if strict or not page.named(at) or begins_other(page, words, at):
        return at, ""
    end = name_end(page, words, at)
    return (end, SHAPED) if end - at > 1 or page.shapes[end] != LOWER else (at, "")


def _more_fields(page: Page, words: Words, end: int) -> int:
    """Go on over further known fields, directly or joined, when they are capitalised."""
    while True:
        start = end + 1 if page.words[end] in _JOINTS else end
        found = words.fields.longest(page.words, start) if page.raised(start) else None
        if page.words[end : end + 2] == ["quốc", "gia"]:
            return end + 2
        if found is None or (start > end and words.bodies.longest(page.words, start) is not None):
            return end
        end = found.end


def open_end(page: Page, words: Words, at: int) -> tuple[int, str]:
    """Read the name of a centre, society or fund: known fields and capitals mixed."""
    listed = words.fields.longest(page.words, at)
    if listed is not None and (page.raised(at) or listed.end - at > 1):
        if page.named(at):
            return name_end(page, words, at), LISTED
        goes_on = page.named(listed.end) and not _is_person(page, words, listed.end)
        return name_end(page, words, listed.end) if goes_on else listed.end, LISTED
    if not page.named(at) or begins_other(page, words, at):
        return at, ""
    end = name_end(page, words, at)
    return (end, SHAPED) if end - at > 1 or page.shapes[end] != LOWER else (at, "")


def board_end(page: Page, words: Words, at: int, *, longest: int = _LONGEST_SUBJECT) -> tuple[int, str]:
    """Read a name that may run on in lower case up to its level, as that of a board or committee does."""
    end, how = open_end(page, words, at)
    if how and (words.levels.longest(page.words, end) or page.words[end] == ","):
        return end, how
    index = at
    while index < max(at, end) + longest:
        listed = words.fields.longest(page.words, index)
        if listed is None and _ends_subject(page, words, index):
            break
        index = index + 1 if listed is None else listed.end
    if index > end and (words.levels.longest(page.words, index) or _is_central(page, index)):
        return index, LISTED if how == LISTED else SHAPED
    if not how and page.shapes[at] == NUMBER and len(page.words[at]) < 4:
        return at + 1, SHAPED
    return end, how


def _is_central(page: Page, at: int) -> bool:
    return page.words[at : at + 2] in (["trung", "ương"], ["quốc", "gia"])


def _ends_subject(page: Page, words: Words, at: int) -> bool:
    word = page.words[at]
    if _is_central(page, at):
        return True
    if page.shapes[at] == LOWER and (page.words[at - 1], word) in words.pairs:
        return False
    if word == ",":
        return page.shapes[at + 1] != LOWER and not page.capitals[at + 1]
    if page.shapes[at] == MARK:
        return word not in ("-", "&", "/")
    return (
        word in words.stops["subject"]
        or word in words.stops["verb"]
        or words.levels.longest(page.words, at) is not None
    )


def firm_end(page: Page, words: Words, at: int) -> tuple[int, str]:
    """Read the own name of a company, school or hospital."""
    end = name_end(page, words, at, firm=True)
    return end, SHAPED if end > at else ""


def troop_end(page: Page, words: Words, at: int) -> tuple[int, str]:
    """Read the number or name of a unit of army or police (`Sư đoàn 346`, `Đồn Biên phòng Sóc Giang`)."""
    if page.shapes[at] == NUMBER or page.words[at] in ("i", "ii", "iii", "iv", "v"):
        return at + 1, LISTED
    if words.fields.longest(page.words, at) is not None and page.raised(at):
        return name_end(page, words, at), LISTED
    head = words.place_heads.longest(page.words, at)
    start = head.end if head is not None and page.raised(at) and head.end - at > 1 else at
    end = page.run(start, longest=4)
    return end, SHAPED if end > at else ""


def name_end(page: Page, words: Words, at: int, *, firm: bool = False) -> int:
    """Return where a name of mixed capitals and field words ends; `at` when none begins there.

    It goes over capitalised words, known fields, and words in lower case that are usual inside a field's
    name; it stops before a level, a person, a mark or any other word.
    """
    end = at
    while page.words[end] != BREAK and not _is_level(page, words, end):
        if end > at and not firm and _is_person(page, words, end):
            break
        step = _step(page, words, at, end, firm=firm)
        if step == end:
            break
        end = step
    return end


def _step(page: Page, words: Words, at: int, end: int, *, firm: bool) -> int:
    """Return the end after the next part of a name, the same end when the name goes on no further."""
    if page.raised(end) and (head := _inner_head(page, words, end)):
        return max(head, page.run(head, longest=4))
    if page.raised(end) and end > at and (place := bare_place(page, words, end)) is not None:
        return place
    if (region := region_end(page, words, end)) is not None:
        return region
    listed = words.fields.longest(page.words, end)
    if listed is not None and (
        page.raised(end) or (end > at and _field_goes_on(page, words, end, listed.end))
    ):
        return listed.end
    if page.named(end):
        return end + 1
    if end == at:
        return end
    if page.shapes[end] == NUMBER:
        if page.words[end + 1] in ("-", "/") and page.shapes[end + 2] == NUMBER and page.named(end + 3):
            return end + 3
        return end + 1 if firm and _closing_number(page, end) else end
    usual = (page.words[end - 1], page.words[end]) in words.pairs
    if page.shapes[end] == LOWER and page.raised(end - 1) and usual:
        return end + 1
    if _is_second_syllable(page, words, end):
        return end + 1
    return _bridge(page, words, end, firm=firm)


def _is_second_syllable(page: Page, words: Words, at: int) -> bool:
    """Tell whether one word in lower case between two capitalised ones ends a word (`Cố đô Huế`)."""
    if page.shapes[at] != LOWER or page.shapes[at - 1] != TITLE or not page.named(at + 1):
        return False
    return page.words[at] not in words.stops["verb"] and not begins_other(page, words, at + 1)


def _inner_head(page: Page, words: Words, at: int) -> int:
    """Return the end of a head of several words inside a name (`Tập đoàn`, `Nhà máy`), 0 where none is."""
    for tree in (words.bodies, words.place_heads):
        found = tree.longest(page.words, at)
        if found is not None and found.end - at > 1 and found.value in ("firm", "work"):
            return found.end
    return 0


def _field_goes_on(page: Page, words: Words, at: int, end: int) -> bool:
    """Tell whether a field in lower case belongs to the name before it rather than to the sentence."""
    phrase = " ".join(page.words[at:end])
    if phrase.replace(" ,", ",") in words.stops["phrase"]:
        return (page.words[at - 1], page.words[at]) in words.pairs and page.named(end)
    if (
        page.raised(at - 2)
        and " ".join(page.words[at - 2 : at]) in words.stops["phrase"] | words.stops["object"]
    ):
        return True
    return end - at > 2 or page.named(end) or _is_level(page, words, end) or page.words[at] == "quốc"


def _is_level(page: Page, words: Words, at: int) -> bool:
    found = words.levels.longest(page.words, at)
    return found is not None and (page.shapes[at] == LOWER or page.capitals[at] or found.end - at > 1)


def _is_person(page: Page, words: Words, at: int) -> bool:
    if person_end(page, words, at) is None or bare_place(page, words, at) is not None:
        return False
    return words.fields.longest(page.words, at) is None and words.bodies.longest(page.words, at) is None


def _closing_number(page: Page, at: int) -> bool:
    """Tell whether a number ends a firm's name rather than counts or measures what follows."""
    following = page.words[at + 1]
    goes_on = following in (".", ",") and page.shapes[at + 2] == NUMBER
    measures = following in ("/", "%") or following in _SCALES or page.shapes[at + 1] == NUMBER
    return len(page.words[at]) < 4 and not goes_on and not measures


def _bridge(page: Page, words: Words, at: int, *, firm: bool) -> int:
    """Return the end after a joint and a capitalised word (`và Xây dựng`, `- Thương mại`), else the token."""
    if page.words[at] in _JOINTS and page.named(at + 1) and not begins_other(page, words, at + 1):
        return at + 2
    inside = page.ends[at - 1] == page.starts[at] and page.starts[at + 1] == page.ends[at]
    if firm and inside and page.words[at] in (".", "'") and page.shapes[at + 1] != MARK:
        return at + 2
    return at


def begins_other(page: Page, words: Words, at: int) -> bool:
    """Tell whether a new body, title or place begins at a token."""
    found = words.bodies.longest(page.words, at)
    short_form = page.shapes[at] == UPPER and not page.capitals[at]
    if found is not None and (found.end - at > 1 or short_form or found.value in ("whole", "level")):
        return True
    if (
        found is not None
        and found.value in ("sector", "strict")
        and words.fields.longest(page.words, found.end)
    ):
        return True
    return words.positions.longest(page.words, at) is not None


def place_chain(page: Page, words: Words, at: int) -> int:
    """Return the end after a second place joined by a dash (`Nha Trang - Khánh Hòa`), else the token."""
    if page.words[at] == "-" and page.raised(at + 1):
        tail = tail_at(page, words, at + 1)
        if tail.kind == "place":
            return tail.end
    return at
