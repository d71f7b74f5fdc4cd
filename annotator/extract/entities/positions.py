"""Official titles: POSITION by head and body, or a bare head before a name or in a signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from annotator.domain.spans import Evidence
from annotator.extract.base import Match
from annotator.extract.entities.bodies import COMMON_LEVELS, Body, body_at
from annotator.extract.entities.names import bare_place, person_end, tail_at
from annotator.extract.entities.pages import LOWER, NUMBER, TITLE, Page
from annotator.extract.entities.words import Words

_OVER: Final = frozenset(
    {"ban", "phòng", "đoàn", "công", "tiểu", "khoa", "đội", "trạm", "đài", "hạt", "đồn", "chi", "văn"}
    | {"thanh", "khối", "tổ", "bộ", "ca", "ty", "cơ", "bql", "bcđ", "vp", "điện", "hội", "trung", "cảnh"}
)
_ADDRESSED: Final = frozenset({"tm", "tl", "tuq", "kt", "q"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title read at a token: where it ends, its score, the rule and the head that found it."""

    end: int
    score: float
    rule: str
    head: str


def find_positions(page: Page, words: Words) -> Iterator[Match]:
    """Yield the official titles of a page."""
    firsts = words.positions.firsts
    at = 0
    while at < len(page.words) - 1:
        title = title_at(page, words, at) if page.words[at] in firsts else None
        if title is None:
            at += 1
            continue
        yield Match(
            page.starts[at],
            page.ends[title.end - 1],
            "POSITION",
            title.score,
            Evidence(title.rule, title.head),
        )
        at = title.end


def title_at(page: Page, words: Words, at: int) -> Title | None:
    """Read the title that begins at a token, the longest reading first; None when none does."""
    best: Title | None = None
    for found in words.positions.all(page.words, at):
        title = _completed(page, words, at, found.end, found.value)
        if title is not None and (best is None or title.end > best.end):
            best = title
    return best


def _completed(page: Page, words: Words, at: int, end: int, kind: str) -> Title | None:
    head = " ".join(page.words[at:end])
    if kind == "over":
        return _over(page, words, at, end, head)
    if kind == "unit":
        return _village(page, words, at, end, head)
    if kind == "country":
        place = bare_place(page, words, end)
        if place is not None:
            return Title(place, 0.9, "position-country", head)
        return _bare(page, words, at, end, head)
    body = body_at(page, words, end, inner=True) if kind in ("body", "alone") else None
    if body is not None and _names_person(page, words, end, body):
        body = None
    if (
        body is not None
        and (page.raised(at) or _body_named(page, end, body))
        and not _common(page, at, end, body)
    ):
        return Title(body.end, _score(page, at, body), f"position-{body.kind}-{body.tail}", head)
    if kind == "alone":
        return _alone(page, words, at, end, head)
    return _bare(page, words, at, end, head)


def _common(page: Page, at: int, end: int, body: Body) -> bool:
    """Tell whether a title in lower case speaks of any commune's (`phó trưởng công an xã`)."""
    lower = not page.raised(at) and not page.raised(end)
    return lower and body.tail == "level" and page.words[body.end - 1] in COMMON_LEVELS


def _names_person(page: Page, words: Words, at: int, body: Body) -> bool:
    """Tell whether a body of one word and capitals is rather the end of a title and its holder."""
    if body.tail != "none" or body.end - at < 3 or page.raised(at):
        return False
    return person_end(page, words, at + 1) == body.end and bare_place(page, words, at + 1) is None


def _body_named(page: Page, at: int, body: Body) -> bool:
    return page.raised(at) or body.tail in ("level", "place")


def _score(page: Page, at: int, body: Body) -> float:
    score = 0.95 if body.tail in ("level", "place", "class") or body.kind in ("whole", "level") else 0.85
    if body.tail == "none" and body.kind == "tail":
        return 0.8
    return score - 0.1 if page.shapes[at] == LOWER else score


def _over(page: Page, words: Words, at: int, end: int, head: str) -> Title | None:
    """Read a title that joins with its body's head word: `Trưởng` + `Ban Tổ chức Tỉnh ủy`."""
    if page.words[end] not in _OVER:
        return None
    body = body_at(page, words, end, inner=True)
    if (
        body is None
        or _names_person(page, words, end, body)
        or (body.kind == "whole" and head == "phó")
        or _common(page, at, end, body)
    ):
        return None
    if not page.raised(at) and not (_body_named(page, end, body) and (body.field or body.tail != "none")):
        return None
    if body.tail == "none" and not body.field and body.kind not in ("whole", "level"):
        return None
    return Title(body.end, 0.93 if page.raised(at) else 0.8, f"position-over-{body.tail}", head)


def _village(page: Page, words: Words, at: int, end: int, head: str) -> Title | None:
    stop = end + 1 if page.shapes[end] == NUMBER else page.run(end, longest=3)
    if stop == end or person_end(page, words, end):
        return _bare(page, words, at, end, head)
    if page.shapes[stop] == NUMBER and stop > end + 1 and len(page.words[stop]) == 1:
        stop += 1
    return Title(stop, 0.75, "position-village", head)


def _alone(page: Page, words: Words, at: int, end: int, head: str) -> Title | None:
    if not page.raised(at):
        return None
    tail = tail_at(page, words, end)
    if (
        tail.kind in ("level", "place") and head.endswith(("viên", "thường vụ", "chấp hành", "bch", "btv"))
    ) or (tail.kind == "place" and person_end(page, words, end) is None):
        end = tail.end
    return Title(end, 0.9, "position-alone", head)


def _bare(page: Page, words: Words, at: int, end: int, head: str) -> Title | None:
    """Accept a head without its body directly before a person's name, or alone on a signature's line."""
    if _before_person(page, words, end) and (page.raised(at) or len(head) > 8):
        return Title(end, 0.85 if page.raised(at) else 0.7, "position-before-person", head)
    if not page.closes_line(end) or not page.raised(at):
        return None
    signs = page.words[at - 1] in (".", "/") and page.words[at - 2] in _ADDRESSED
    signs = signs or (page.words[at - 1] in ("t", "kt", "tm") and page.capitals[at])
    if signs or (page.capitals[at] and page.opens_line(at)):
        return Title(end, 0.95 if signs else 0.9, "position-signature", head)
    if page.opens_line(at) and _followed_by_name_line(page, words, end):
        return Title(end, 0.85, "position-signature", head)
    return None


def _before_person(page: Page, words: Words, at: int) -> bool:
    if page.shapes[at] != TITLE:
        return False
    return person_end(page, words, at) is not None and bare_place(page, words, at) is None


def _followed_by_name_line(page: Page, words: Words, at: int) -> bool:
    while at < len(page.words) - 1 and not page.words[at][0].isalnum():
        at += 1
    end = person_end(page, words, at)
    return end is not None and page.closes_line(end)
