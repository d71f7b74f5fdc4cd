"""Cut the words before a figure into parts at commas, and find where a name may begin and end in them."""

from __future__ import annotations

from itertools import pairwise

from annotator.extract.figures.judging import NEEDS_MORE, theme_at
from annotator.extract.figures.leads import Lead
from annotator.extract.figures.participles import kept_until
from annotator.extract.figures.sentences import DATE
from annotator.extract.figures.vocabulary import longest_at, names_of, words_of

_HARD = frozenset([";", ".", "!", "?", "…", ":"])
_PAID_OUT = frozenset(["giải ngân được", "giải ngân đạt"])
_DONE = frozenset(["thực hiện", "giải ngân", "huy động"])
_COUNTED = frozenset(["số", "diện"])
"""Amounts of which a verb tells which is meant: `số căn đã hoàn thành là 12 căn`."""
_OPENING = frozenset([",", ";", "và", "(", "song", "nhưng"])
_QUOTES = frozenset(["“", "”", '"'])


def hard_floor(words: list[str], lead: Lead) -> int:
    """Return the word index after the last mark that no name crosses."""
    depth = int(words[lead.stop] == ")")
    quoted = sum(word in _QUOTES for word in words[lead.cut : lead.at]) % 2 == 0
    for index in range(lead.stop - 1, lead.cut - 1, -1):
        if words[index] == "gồm" and theme_at(words, index + 1, lead.stop):
            return index + 1
        if words[index] in _HARD or (words[index] in _QUOTES and not quoted):
            return index + 1
        depth += (words[index] == ")") - (words[index] == "(")
        if depth < 0:
            return index + 1
    return lead.cut


def give_back(words: list[str], floor: int, lead: Lead) -> int:
    """Return where the name may end: `bình quân` and `cao nhất` before a verb belong to it."""
    stop = lead.stop
    if any(words[index] in _COUNTED for index in range(floor, max(floor, stop - 1))):
        kept = kept_until(words, stop, lead.at)
        if kept > stop:
            return kept
    for role in reversed(lead.roles):
        written = " ".join(words[role.start : role.end])
        if role.start == stop > floor and written in _PAID_OUT and words[stop - 1] != ",":
            return stop + 2
        is_mean = written in {"bình quân", "trung bình", "bình quân chung"}
        is_limit = (
            written in {"cao nhất", "thấp nhất", "tối đa", "tối thiểu"}
            and words[role.start - 1] not in {"tăng", "giảm"}
            and role.end < lead.at
            and any(other.name in {"level", "direction"} and other.start >= role.end for other in lead.roles)
        )
        is_done = written in _DONE and stop - 1 >= floor and _is_stated_after(lead, role.end)
        if (
            role.start != stop
            or stop == floor
            or words[stop - 1] == ","
            or not (is_mean or is_limit or is_done)
        ):
            break
        stop = role.end
    return stop


def _is_stated_after(lead: Lead, end: int) -> bool:
    """Tell whether a date or a level is stated after a word index: a verb before belongs to the name."""
    return any(role.start >= end and role.name in {"level", "status", "date"} for role in lead.roles)


def parts_of(words: list[str], floor: int, stop: int) -> list[tuple[int, int]]:
    """Return the parts of `words[floor:stop]` between commas, in order."""
    commas = [index for index in range(floor, stop) if words[index] == ","]
    if commas:
        commas = _outside_sectors(words, floor, stop, commas)
    return [(left + 1, right) for left, right in pairwise([floor - 1, *commas, stop])]


def _outside_sectors(words: list[str], floor: int, stop: int, commas: list[int]) -> list[int]:
    """Leave out the commas that belong to the name of a sector: `công nghiệp chế biến, chế tạo`."""
    sectors = names_of("sector")
    inside: set[int] = set()
    for index in range(floor, stop):
        inside.update(range(index, index + longest_at(sectors, words[:stop], index)))
    return [comma for comma in commas if comma not in inside]


def trimmed(words: list[str], first: int, last: int) -> int:
    """Return where a part begins without the words that only lead up to a name."""
    while first < last:
        if head_at(words, first, last) or theme_at(words, first, last) > 1:
            break
        if words[first] in {DATE, "-", "–", "+", "•", "*", "(", ")", "“", '"', ">"}:
            first += 1
            continue
        if len(words[first]) < 3 and words[first + 1 : first + 2] == [")"]:
            first += 2
            continue
        length = longest_at(words_of("lead"), words[:last], first) or longest_at(
            words_of("place"), words[:last], first
        )
        if not length:
            break
        first += length
    return first


def head_at(words: list[str], first: int, last: int) -> int:
    """Return the length of the head of a name at a word index, 0 when there is none."""
    if first >= last:
        return 0
    length = longest_at(names_of("head"), words[:last], first)
    if not length or longest_at(names_of("other"), words[:last], first) >= length:
        return 0
    if first + length == last and " ".join(words[first:last]) in NEEDS_MORE:
        return 0
    return length


def goes_on(words: list[str], first: int, last: int) -> bool:
    """Tell whether a part goes on with the name before it rather than begins something else."""
    theme = theme_at(words, first, last)
    if last - first > 7 or words[first] == DATE or longest_at(names_of("actor"), words, first) > theme:
        return False
    verb = longest_at(names_of("deed"), words, first)
    return not any(longest_at(words_of(role), words, first) > verb for role in ("lead", "place", "stop"))


def is_glued(words: list[str], lead: Lead, floor: int) -> bool:
    """Tell whether the first part goes on from the figure before without a mark between them."""
    return lead.has_previous and floor == lead.cut and words[floor] not in _OPENING
