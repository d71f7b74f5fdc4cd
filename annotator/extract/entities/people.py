"""People: PERSON by family name, form of address, neighbouring title, byline or signature."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from annotator.domain.spans import Evidence
from annotator.extract.base import Match
from annotator.extract.entities.names import MIDDLE_NAMES, all_raised, bare_place, person_run
from annotator.extract.entities.pages import BREAK, MARK, TITLE, UPPER, Page
from annotator.extract.entities.words import Words
from annotator.extract.lexicons import Phrases
from annotator.extract.overlaps import Taken

_BYLINES: Final = frozenset(
    {"ảnh", "tin", "bài", "tác giả", "người viết", "thực hiện", "biên tập", "tin bài"}
)
_UNSURE_PLACES: Final = frozenset({"place-district", "place-again", "place-list"})
"""Places read by a bare name alone, which a name between title and address outweighs (`Mai Sơn`)."""
_IN_CAPITALS: Final = frozenset({"chí", "ông", "bà"})
_BETWEEN: Final = frozenset({",", "-", "và", "/", "&", ";", "|"})
_NO_NAME: Final = frozenset(
    {
        "ttxvn",
        "ctv",
        "tổng",
        "báo",
        "theo",
        "internet",
        "tư",
        "cổng",
        "sở",
        "ban",
        "phòng",
        "văn",
        "tttđt",
        "pv",
    }
)


def find_people(page: Page, words: Words, others: list[Match]) -> Iterator[Match]:
    """Yield the people of a page; `others` are the matches of other labels, which names do not enter."""
    sure = [match for match in others if match.evidence.rule not in _UNSURE_PLACES]
    taken = Taken(sure, len(page.text))
    titles_end = {match.end for match in others if match.label == "POSITION"}
    titles_start = {match.start for match in others if match.label == "POSITION"}
    first = list(_first_reading(page, words, taken, titles_end, titles_start))
    first.extend(
        match for match in _name_line(page, words, first) if not taken.covers(match.start, match.end)
    )
    yield from first
    yield from _again(page, taken, first)


def _first_reading(
    page: Page, words: Words, taken: Taken, titles_end: set[int], titles_start: set[int]
) -> Iterator[Match]:
    at = 0
    while at < len(page.words) - 1:
        if page.shapes[at] not in (TITLE, UPPER):
            byline = _byline(page, at)
            at += 1
            if byline:
                yield from (match for match in byline if not taken.covers(match.start, match.end))
            continue
        found = _person_at(page, words, at, titles_end, titles_start)
        if found is None or taken.covers(page.starts[at], page.ends[found[0] - 1]):
            byline = _byline(page, at)
            yield from (match for match in byline if not taken.covers(match.start, match.end))
            at += 1
            continue
        end, score, rule = found
        yield _match(page, at, end, score, rule)
        at = end


def _match(page: Page, at: int, end: int, score: float, rule: str) -> Match:
    return Match(page.starts[at], page.ends[end - 1], "PERSON", score, Evidence(rule, page.words[at]))


def _person_at(
    page: Page, words: Words, at: int, titles_end: set[int], titles_start: set[int]
) -> tuple[int, float, str] | None:
    """Read a person's name at a token: its end, its score and the rule; None when none begins."""
    if page.shapes[at - 1] in (TITLE, UPPER) and not _follows_title(page, words, at, titles_end):
        return None
    if _is_address(page, words, at):
        return None
    end = person_run(page, at)
    size = end - at
    surnamed = _surnamed(page, words, at)
    kind = _address_before(page, words, at)
    if kind and (size >= 2 or (kind in ("address", "rank") and page.shapes[at] == TITLE)):
        sure = surnamed and size >= 2
        return end, 0.97 if sure else (0.85 if size > 1 else 0.6), f"person-after-{kind}"
    if page.ends[at - 1] in titles_end and size >= 2 and page.shapes[at - 1] != MARK:
        return end, 0.96 if surnamed else 0.85, "person-after-title"
    if size < 2 or page.capitals[at]:
        return _signature(page, at, end, surnamed) if size >= 2 else None
    if _title_follows(page, end, titles_start) and (surnamed or size >= 2):
        return end, 0.95 if surnamed else 0.7, "person-before-title"
    if page.opens_line(at) and page.closes_line(end):
        return _signature(page, at, end, surnamed or _title_above(page, at, titles_end))
    return _plain(page, words, at, end, surnamed)


def _surnamed(page: Page, words: Words, at: int) -> bool:
    """Tell whether a run begins with a family name, or has `Văn` or `Thị` in the second place."""
    return words.surnames.longest(page.words, at) is not None or page.words[at + 1] in MIDDLE_NAMES


def _is_address(page: Page, words: Words, at: int) -> bool:
    """Tell whether a capitalised form of address opens a sentence here (`Ông` before a name)."""
    found = words.honorifics.longest(page.words, at)
    return found is not None and page.raised(found.end) and page.opens_sentence(at)


def _follows_title(page: Page, words: Words, at: int, titles_end: set[int]) -> bool:
    return page.ends[at - 1] in titles_end or bool(_address_before(page, words, at))


def _address_before(page: Page, words: Words, at: int) -> str:
    """Return the kind of the form of address or rank that ends before a token, empty when none does."""
    for back in range(1, 5):
        if at - back < 0 or page.words[at - back] == BREAK:
            return ""
        found = words.honorifics.longest(page.words, at - back)
        if found is None or found.end != at:
            continue
        compound = (page.words[at - back - 1], page.words[at - back]) in words.compounds
        capitals = (
            page.capitals[at]
            and found.value in ("address", "weak")
            and page.words[at - 1] not in _IN_CAPITALS
        )
        if not compound and not capitals and page.words[at - 1 : at + 1] != ["bác", "hồ"]:
            return found.value
    return ""


def _title_follows(page: Page, end: int, titles_start: set[int]) -> bool:
    """Tell whether a title comes after a name and a comma, dash, colon or bracket."""
    return page.words[end] in (",", "-", "(", ":") and page.starts[end + 1] in titles_start


def _title_above(page: Page, at: int, titles_end: set[int]) -> bool:
    """Tell whether the last words before a line are an official title."""
    index = at - 1
    while index > 0 and not page.words[index][0].isalpha():
        index -= 1
    return page.ends[index] in titles_end


def _signature(page: Page, at: int, end: int, surnamed: bool) -> tuple[int, float, str] | None:
    """Accept a name that has a line to itself."""
    if not surnamed or not page.opens_line(at) or not page.closes_line(end) or end - at > 5:
        return None
    return end, 0.9 if end - at > 2 else 0.75, "person-signature"


def _plain(page: Page, words: Words, at: int, end: int, surnamed: bool) -> tuple[int, float, str] | None:
    """Accept a name by its family name and shape alone."""
    if page.words[at:end] == ["hồ", "chí", "minh"]:
        return end, 0.95, "person-listed"
    if not surnamed or end - at > 4 or bare_place(page, words, at) is not None:
        return None
    if words.units.longest(page.words, at) is not None and page.words[at + 1] not in MIDDLE_NAMES:
        return None
    if page.words[at + 1] in MIDDLE_NAMES and end - at > 2:
        return end, 0.9, "person-middle-name"
    return (end, 0.75, "person-shape") if end - at == 3 else None


def _byline(page: Page, at: int) -> list[Match]:
    """Read the names of a byline whose colon is the token after this one (`Tin, ảnh: A - B`)."""
    if page.words[at + 1] != ":":
        return []
    if page.words[at] not in _BYLINES and " ".join(page.words[at - 1 : at + 1]) not in _BYLINES:
        return []
    found: list[Match] = []
    index = at + 2
    while (end := person_run(page, index)) > index and page.words[index] not in _NO_NAME:
        if page.words[end] == ":":
            break
        while page.words[end] == "." and page.ends[end] == page.starts[end + 1] and page.raised(end + 1):
            end += 2  # initials: `N.Đ`
        alone = page.shapes[index] == TITLE and not page.words[end].isalpha()  # `thông tin: Cả năm` has none
        if end - index > 1 or alone:
            found.append(_match(page, index, end, 0.92, "person-byline"))
        if page.words[end] not in _BETWEEN:
            break
        index = end + 1
    return found


def _name_line(page: Page, words: Words, first: list[Match]) -> list[Match]:
    """Read a last line that holds only names joined by dashes or commas: the authors of a report."""
    end = len(page.words) - 1
    while end > 0 and page.words[end - 1] == BREAK:
        end -= 1
    start = end
    while start > 0 and page.words[start - 1] != BREAK:
        start -= 1
    runs: list[tuple[int, int]] = []
    index = start
    while index < end and (stop := person_run(page, index, longest=4)) - index > 1:
        runs.append((index, stop))
        if stop < end and page.words[stop] not in _BETWEEN:
            return []
        index = stop + 1
    held = {match.start for match in first}
    if not runs or index < end or any(page.capitals[at] for at, _ in runs):
        return []
    if not any(_surnamed(page, words, at) for at, _ in runs) and (
        len(runs) > 1 or _is_known(page, words, runs[0])
    ):
        return []
    return [_match(page, at, stop, 0.8, "person-authors") for at, stop in runs if page.starts[at] not in held]


def _is_known(page: Page, words: Words, run: tuple[int, int]) -> bool:
    """Tell whether a run on a last line is a place's, a body's or a title's rather than a pen name."""
    at, end = run
    if end - at > 3 or not _after_full_stop(page, at):
        return True
    trees = (words.bodies, words.positions, words.events, words.documents, words.place_heads)
    return words.units.longest(page.words, at) is not None or any(
        tree.longest(page.words, at) for tree in trees
    )


def _after_full_stop(page: Page, at: int) -> bool:
    index = at - 1
    while index > 0 and page.words[index] == BREAK:
        index -= 1
    return page.words[index] in (".", '"', ")", "…", "!")


def _again(page: Page, taken: Taken, first: list[Match]) -> Iterator[Match]:
    """Find the full names already read wherever they stand alone."""
    known: Phrases[str] = Phrases()
    for match in first:
        start, end = bisect_left(page.starts, match.start), bisect_left(page.starts, match.end)
        if end - start > 1 and match.score >= 0.85:
            known.add(page.words[start:end], match.evidence.entry)
    held = Taken(first, len(page.text))
    firsts = known.firsts
    for at, word in enumerate(page.words):
        found = known.longest(page.words, at) if word in firsts else None
        if found is None or not all_raised(page, at, found.end):
            continue
        start, end = page.starts[at], page.ends[found.end - 1]
        if not held.covers(start, end) and not taken.covers(start, end):
            yield Match(start, end, "PERSON", 0.85, Evidence("person-again", found.value))
