"""Holders: which PERSON holds which POSITION, by what stands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from annotator.text.words import fold


class Placed(Protocol):
    """Anything with borders (code points of the text) and a label: a match or a span."""

    @property
    def start(self) -> int:
        """Return the first code point."""
        ...

    @property
    def end(self) -> int:
        """Return the code point after the last."""
        ...

    @property
    def label(self) -> str:
        """Return the label."""
        ...


_TITLE_THEN_NAME = re.compile(
    r"\s*(?:,?\s*(?:đồng chí|đ/c|ông|bà|anh|chị|bác sĩ|bác sỹ|(?:đại|thượng|trung|thiếu) (?:tá|tướng|úy)"
    r"|gs|pgs|ts|ths|bs|[.,])\s*)*",
)
_TERM = r"(?:\s*\(?khóa\s+[\w]+\)?|,?\s*nhiệm kỳ\s+[\d\s–-]+)?"
_NAME_THEN_TITLE = re.compile(
    rf"{_TERM}\s*(?:[,(:–-]|\s(?:-|–|là|làm|giữ chức(?: vụ)?|được bầu(?: làm| giữ chức(?: vụ)?)?"
    r"|hiện là|nguyên là|nay là))\s*"
    r"(?:nguyên |quyền |hiện là |nguyên là |giữ chức(?: vụ)? )?"
)
_NEXT_TITLE = re.compile(
    rf"{_TERM}\s*(?:[,–-]|,?\s*kiêm|\s+và|,?\s*đồng thời là)\s*(?:kiêm |nguyên |quyền |hiện là |nguyên là )?"
)
_SIGNED = re.compile(
    r"\s*\n(?:\s|\(đã ký\)|\(ký[^)\n]*\)|(?:đại|thượng|trung|thiếu) (?:tá|tướng|úy))*", re.IGNORECASE
)


def holds(text: str, placed: Sequence[Placed]) -> list[tuple[int, int]]:
    """Return (person, position) as indices into `placed`, which is in reading order.

    Read are `A, p1, p2; B, p3`, `A - p1, p2`, `p A` and a signature's title above a name. Titles before a
    name go to it alone; titles after it go to it until a semicolon, another person or other words.
    """
    folded = fold(text)
    pairs: list[tuple[int, int]] = []
    taken: set[int] = set()
    order = [index for index, item in enumerate(placed) if item.label in ("PERSON", "POSITION")]
    for at, index in enumerate(order):
        if placed[index].label != "PERSON":
            continue
        before = _before(folded, placed, order, at, taken)
        after = _after(folded, placed, order, at)
        pairs.extend((index, title) for title in sorted(before + after))
        taken.update(before + after)
    return pairs


def _before(text: str, placed: Sequence[Placed], order: Sequence[int], at: int, taken: set[int]) -> list[int]:
    """Return the title that stands directly before a name, with the titles joined to it by commas."""
    if at == 0 or placed[order[at - 1]].label != "POSITION" or order[at - 1] in taken:
        return []
    title = order[at - 1]
    between = text[placed[title].end : placed[order[at]].start]
    if _SIGNED.fullmatch(between):
        return [title]
    if not _TITLE_THEN_NAME.fullmatch(between) or between.strip() == ",":
        return []
    return [title]


def _after(text: str, placed: Sequence[Placed], order: Sequence[int], at: int) -> list[int]:
    found: list[int] = []
    end = placed[order[at]].end
    joint = _NAME_THEN_TITLE
    for index in order[at + 1 :]:
        item = placed[index]
        if item.label != "POSITION" or not joint.fullmatch(text, end, item.start):
            break
        found.append(index)
        end = item.end
        joint = _NEXT_TITLE
    following = order[at + 1 + len(found)] if at + 1 + len(found) < len(order) else None
    if found and following is not None and placed[following].label == "PERSON":
        last = placed[found[-1]]
        between = text[last.end : placed[following].start]
        if between.strip(" ") == "":
            found.pop()  # `A, p1, p2 B`: p2 is B's
    return found
