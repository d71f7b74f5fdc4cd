"""Holders: which PERSON holds which POSITION, by what stands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotator.domain.relations import HOLDS, Relation
from annotator.domain.spans import Span
from annotator.extract.base import Placed
from annotator.text.words import fold

_ADDRESS: Final = (
    r"(?:đồng chí|đ/c|ông|bà|anh|chị|bác s[ĩỹ]|(?:đại|thượng|trung|thiếu) (?:tá|tướng|úy)"
    r"|(?:p?gs|ts|th?s|bs|đ/c)\.?|là|:)"
)
_TERM: Final = r"(?:\s*\(?khóa\s+\w+\)?|,?\s*nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4})?"
_FORMER: Final = r"(?:(?:nguyên|quyền|hiện là|nguyên là|kiêm)\s+)?"
_GIVEN: Final = (
    r"(?:là|làm|hiện là|nguyên là|nay là|giữ chức(?: vụ)?|giữ chức danh|đảm nhiệm chức vụ|tái (?:đắc )?cử"
    r"|được (?:\w+ \w+,? )?(?:bầu|bổ nhiệm|điều động|luân chuyển|phân công|chỉ định|giới thiệu|phê chuẩn|cử)"
    r"(?: và bổ nhiệm)?(?: (?:giữ|đảm nhiệm|đảm nhận)(?: chức(?: vụ| danh)?)?| làm| tái cử| tham gia)?"
    r"|trúng cử(?: chức)?)"
)
_TITLE_THEN_NAME: Final = re.compile(rf"{_TERM}[^\S\n]*(?:{_ADDRESS}[^\S\n]*)*")
_NAME_THEN_TITLE: Final = re.compile(
    rf"(?:\s*[,(:–-]\s*| *[\t|] *|\s*,?\s+{_GIVEN}\s+){_FORMER}(?:{_GIVEN}\s+)?"
)
_NEXT_TITLE: Final = re.compile(
    rf"{_TERM}(?:\s*[,–-]\s*(?:kiêm\s+)?| *[\t|] *"
    rf"|\s+kiêm\s+|\s+và\s+|,?\s*đồng thời là\s+|,?\s+{_GIVEN}\s+){_FORMER}"
)
_JOINED: Final = re.compile(rf"{_TERM}\s*,\s*(?:kiêm\s+)?")
_SIGNED: Final = re.compile(
    r"\s*\n(?:\s|\(đã ký\)|\(ký[^)\n]*\)|(?:đại|thượng|trung|thiếu) (?:tá|tướng|úy)|bs\w*|\.)*"
)


def holder_relations(text: str, spans: Sequence[Span]) -> frozenset[Relation]:
    """Return the `holds` relations among spans of one report, in any order."""
    order = sorted(spans, key=lambda span: span.start)
    return frozenset(
        Relation(HOLDS, order[person].id, order[title].id) for person, title in holds(text, order)
    )


def holds(text: str, placed: Sequence[Placed]) -> list[tuple[int, int]]:
    """Return (person, position) as indices into `placed`, which is in reading order.

    Read are `A, p1, p2; B, p3`, `A - p1, p2`, `p1, p2 A` and a signature's title above a name. Titles go to
    a name until a semicolon, another person or other words stand between.
    """
    folded = fold(text)
    order = [index for index, item in enumerate(placed) if item.label in ("PERSON", "POSITION")]
    people = [at for at, index in enumerate(order) if placed[index].label == "PERSON"]
    after = {at: _after(folded, placed, order, at) for at in people}
    taken = {title for titles in after.values() for title in titles}
    pairs: set[tuple[int, int]] = set()
    for at in people:
        titles = [*_before(folded, placed, order, at, taken), *after[at]]
        pairs.update((order[at], title) for title in titles)
    return sorted(pairs)


def _before(text: str, placed: Sequence[Placed], order: Sequence[int], at: int, taken: set[int]) -> list[int]:
    """Return the title that stands directly before a name, and those joined to it by commas."""
    found: list[int] = []
    joint, end = _TITLE_THEN_NAME, placed[order[at]].start
    for index in reversed(order[:at]):
        item = placed[index]
        signed = not found and _SIGNED.fullmatch(text, item.end, end) is not None
        linked = signed or joint.fullmatch(text, item.end, end) is not None
        if item.label != "POSITION" or index in taken or not linked:
            break
        found.append(index)
        if signed:
            break
        joint, end = _JOINED, item.start
    return found


def _after(text: str, placed: Sequence[Placed], order: Sequence[int], at: int) -> list[int]:
    """Return the titles that follow a name; the last goes to a person who stands right behind it."""
    found: list[int] = []
    end = placed[order[at]].end
    joint = _NAME_THEN_TITLE
    rest = order[at + 1 :]
    for index in rest:
        item = placed[index]
        if item.label != "POSITION" or not joint.fullmatch(text, end, item.start):
            break
        found.append(index)
        end, joint = item.end, _NEXT_TITLE
    following = placed[rest[len(found)]] if len(found) < len(rest) else None
    if found and following is not None and following.label == "PERSON":
        between = text[end : following.start]
        if "\n" not in between and _TITLE_THEN_NAME.fullmatch(between) and "," not in between:
            found.pop()
    return found
