"""Bodies of Party, state, front, unions and business: ORG by head, field of work, level and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from annotator.domain.spans import Evidence
from annotator.extract.base import Match
from annotator.extract.entities import body_names
from annotator.extract.entities.names import PLURALS, Tail, bare_place, person_end, tail_at
from annotator.extract.entities.pages import LOWER, NUMBER, TITLE, UPPER, Page
from annotator.extract.entities.words import Words

_LOWER_HEADS: Final = frozenset(
    {"tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "ủy ban nhân dân", "hội đồng nhân dân", "công an"}
    | {"đảng bộ", "ban thường vụ", "ban chấp hành", "sở", "chi cục", "cục", "bộ đội biên phòng"}
    | {"mặt trận tổ quốc", "bộ chỉ huy quân sự", "tỉnh đoàn", "văn phòng"}
)
_NAMED_AFTER: Final = frozenset({"tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy"})
_ADDRESSED: Final = frozenset({"tm", "tl", "tuq", "kt"})
_HALF_NAMED: Final = frozenset({"văn phòng", "thanh tra", "phòng", "ban"})
_SURE_SECTORS: Final = frozenset({"sở", "bộ", "cục", "chi cục", "tổng cục"})
_FACILITIES: Final = frozenset({"trạm y tế", "trung tâm y tế", "trung tâm văn hóa", "bệnh viện đa khoa"})
COMMON_LEVELS: Final = frozenset({"xã", "phường", "trấn", "huyện", "thôn", "bản"})
"""Levels that name no one body when the head is in lower case (`công an xã`)."""
_TIERS: Final = frozenset({"hai", "ba", "2", "02", "3", "03"})
_ROMAN: Final = re.compile(r"[ivx]+")


@dataclass(frozen=True, slots=True)
class Body:
    """A body read at a token: where its name ends, what its head is, and how it was completed."""

    end: int
    head: str
    kind: str
    tail: str
    """`place`, `level`, `class` (a plural of bodies follows), or `none`."""
    field: str = ""
    """`listed`, `shaped` (by capitals only) or empty."""

    @property
    def placed(self) -> bool:
        """Tell whether a level or a place completes the name."""
        return self.tail in ("level", "place")


def body_at(page: Page, words: Words, at: int, *, inner: bool = False) -> Body | None:
    """Read the body whose head begins at a token, the longest reading first; None when none does.

    `inner` says that the body follows a title or another body, where a head in lower case is no obstacle.
    """
    best: Body | None = None
    for found in words.bodies.all(page.words, at):
        if not page.raised(at) and (page.words[at - 1], page.words[at]) in words.compounds:
            return None
        if not (inner or page.raised(at) or " ".join(page.words[at : found.end]) in _LOWER_HEADS):
            continue
        body = _completed(page, words, at, found.end, found.value, inner=inner)
        if body is not None and (best is None or body.end > best.end):
            best = body
    return None if best is None else _with_branch(page, words, best)


def _completed(page: Page, words: Words, at: int, end: int, kind: str, *, inner: bool) -> Body | None:
    head = " ".join(page.words[at:end])
    end, follower = _after_abbreviation(page, words, end)
    end, field = _own_words(page, words, end, kind)
    needs_field = kind in ("sector", "strict", "open", "board", "firm", "troop", "paper")
    if follower is None and _chains(page, words, end):
        follower = body_at(page, words, end, inner=True)
    if follower is not None:
        tail_kind = "place" if follower.tail == "none" else follower.tail
        return Body(follower.end, head, kind, tail_kind, field or body_names.LISTED)
    tail = _tail(page, words, head, kind, _after_tiers(page, words, end))
    tail = tail if tail.kind in ("level", "place") else _tail(page, words, head, kind, end)
    if needs_field and not field:
        if kind == "paper" and tail.kind == "place":
            return Body(tail.end, head, kind, tail.kind)
        half = head in _HALF_NAMED - {"phòng", "ban"} and tail.kind in ("level", "place")
        return Body(tail.end, head, kind, tail.kind) if half else None
    if kind == "tail" and tail.kind == "none" and not (inner or _fills_line(page, at, end)):
        return None
    return Body(tail.end, head, kind, tail.kind, field)


def _own_words(page: Page, words: Words, at: int, kind: str) -> tuple[int, str]:
    """Read the words of the name that follow its head, by the kind of head."""
    if kind in ("sector", "strict"):
        return body_names.sector_end(page, words, at, strict=kind == "strict")
    if kind == "paper":
        return body_names.open_end(page, words, at)
    if kind == "open" and not page.raised(at) and words.fields.longest(page.words, at) is None:
        return at, ""
    if kind == "open":
        return body_names.board_end(page, words, at, longest=4)
    if kind == "board":
        return body_names.board_end(page, words, at)
    if kind == "firm":
        return body_names.firm_end(page, words, at)
    if kind == "troop":
        return body_names.troop_end(page, words, at)
    return at, ""


def _after_abbreviation(page: Page, words: Words, end: int) -> tuple[int, Body | None]:
    """Step over an abbreviation in brackets inside a name (`Ban Chấp hành (BCH) Đảng bộ`)."""
    if page.words[end] == "(" and page.words[end + 2 : end + 3] == [")"] and page.shapes[end + 1] == UPPER:
        inner = body_at(page, words, end + 3)
        if inner is not None or tail_at(page, words, end + 3).kind in ("level", "place"):
            return end + 3, inner
    return end, None


def _after_tiers(page: Page, words: Words, end: int) -> int:
    """Step over the tiers of a body before its level or place (`Tòa án nhân dân hai cấp tỉnh`)."""
    tiers = page.words[end] in _TIERS and page.words[end + 1] == "cấp" and page.shapes[end + 1] != TITLE
    return end + 2 if tiers and words.levels.longest(page.words, end + 2) is not None else end


def _chains(page: Page, words: Words, at: int) -> bool:
    """Tell whether another body's name follows directly (`Thường trực` before `HĐND tỉnh`)."""
    found = words.bodies.longest(page.words, at)
    if found is None:
        return False
    return page.raised(at) or " ".join(page.words[at : found.end]) in _LOWER_HEADS


def _tail(page: Page, words: Words, head: str, kind: str, end: int) -> Tail:
    tail = tail_at(page, words, end)
    if tail.kind == "place" and kind in ("open", "firm", "board"):
        return Tail(body_names.place_chain(page, words, tail.end), "place")
    if kind == "board" and page.words[end : end + 3] in (["và", "các", "khu"], ["và", "các", "kcn"]):
        zones = words.fields.longest(page.words, end + 1)
        return Tail(end if zones is None else zones.end, "place")
    if tail.kind != "none":
        return tail
    if page.words[end : end + 2] == ["khu", "vực"]:
        return _zone_tail(page, end)
    if head in _NAMED_AFTER:
        stop = page.run(end, longest=4)
        if (
            stop > end
            and person_end(page, words, end) is None
            and (stop - end > 1 or page.shapes[stop] != LOWER)
        ):
            return Tail(stop, "place")
    return tail


def _zone_tail(page: Page, at: int) -> Tail:
    """Read `khu vực XIV`, `khu vực 3`, `khu vực Phan Thiết - Hàm Thuận`."""
    end = at + 2
    if page.shapes[end] == NUMBER or (page.raised(end) and _ROMAN.fullmatch(page.words[end])):
        return Tail(end + 1, "place")
    stop = page.run(end, longest=4)
    while stop > end and page.words[stop] == "-" and page.shapes[stop + 1] == TITLE:
        stop = page.run(stop + 1, longest=4)
    return Tail(stop, "place") if stop > end else Tail(at, "none")


def _with_branch(page: Page, words: Words, body: Body) -> Body:
    """Go on over `chi nhánh tỉnh Bắc Ninh` after a bank's or an institute's name."""
    at = body.end + 1 if page.words[body.end] == "-" else body.end
    if page.words[at : at + 2] != ["chi", "nhánh"]:
        return body
    tail = tail_at(page, words, at + 2)
    if tail.kind in ("level", "place"):
        return replace(body, end=tail.end, tail="place")
    stop = page.run(at + 2, longest=4)
    return replace(body, end=stop, tail="place") if stop > at + 2 else body


def _fills_line(page: Page, at: int, end: int) -> bool:
    return page.opens_line(at) and page.closes_line(end) and page.capitals[at]


def find_bodies(page: Page, words: Words) -> Iterator[Match]:
    """Yield the bodies of a page, each with a score by how sure its kind of reading is."""
    firsts = words.bodies.firsts
    class_until = -1
    at = 0
    while at < len(page.words) - 1:
        if page.words[at] in ("đảng", "trung") and (single := _single(page, at)) is not None:
            yield single
        skipped = page.words[at] not in firsts or _in_code(page, at) or _in_name(page, words, at)
        body = None if skipped else body_at(page, words, at)
        if body is None:
            at += 1
            continue
        plural = page.words[at - 1] in PLURALS or at == class_until or page.shapes[at - 1] == NUMBER
        if body.tail == "class" or (plural and body.tail == "none" and body.kind in ("whole", "level")):
            class_until = body.end + 1 if page.words[body.end] in (",", "và") else -1
        elif (score := _score(page, words, at, body)) > 0:
            yield _match(page, at, body.end, score, f"body-{body.kind}-{body.tail}", body.head)
            at = body.end
            continue
        at += 1


def _in_name(page: Page, words: Words, at: int) -> bool:
    """Tell whether a head of one word is rather part of a person's name (`Trần Trường Giang`)."""
    if page.shapes[at] != TITLE or page.shapes[at - 1] != TITLE or page.shapes[at + 1] != TITLE:
        return False
    first = at - 1
    while first > at - 3 and page.shapes[first - 1] == TITLE:
        first -= 1
    return any(words.surnames.longest(page.words, index) is not None for index in {first, at - 1})


def _in_code(page: Page, at: int) -> bool:
    """Tell whether a token is the end of a paper's number (`23/2018/QĐ-UBND`)."""
    joined = page.words[at - 1] in ("-", "/") and page.ends[at - 1] == page.starts[at]
    return (
        joined and page.ends[at - 2] == page.starts[at - 1] and any(map(str.isdigit, _code_before(page, at)))
    )


def _code_before(page: Page, at: int) -> str:
    """Return the text without blanks that ends at a token."""
    start = at
    while start > 0 and page.ends[start - 1] == page.starts[start]:
        start -= 1
    return page.text[page.starts[start] : page.starts[at]]


def _match(page: Page, at: int, end: int, score: float, rule: str, entry: str) -> Match:
    return Match(page.starts[at], page.ends[end - 1], "ORG", score, Evidence(rule, entry))


def _score(page: Page, words: Words, at: int, body: Body) -> float:
    """Return how likely a reading is right, 0 for one that is no name."""
    if page.shapes[at] == LOWER:
        common = body.tail == "level" and page.words[body.end - 1] in COMMON_LEVELS
        return 0.6 if body.placed and body.head in _LOWER_HEADS and not common else 0.0
    if body.kind == "whole":
        return 0.95
    if body.field == body_names.SHAPED and (bare_place(page, words, at) or 0) >= body.end:
        return 0.0
    if body.kind == "level" and body.tail != "place" and _in_common_use(page, at, body):
        return 0.0
    if body.kind == "level":
        return 0.95 if body.placed else _bare_score(page, words, at, body)
    if body.kind == "tail":
        return 0.93 if body.placed else (0.85 if _fills_line(page, at, body.end) else 0.0)
    if body.kind == "troop":
        return 0.9
    if body.kind == "paper":
        return 0.7
    if body.field == body_names.LISTED:
        return 0.94 if body.placed or body.head in _SURE_SECTORS else 0.85
    return 0.85 if body.placed or body.kind == "firm" else 0.7


def _in_common_use(page: Page, at: int, body: Body) -> bool:
    """Tell whether a head is capital only as a sentence begins (`Trạm y tế xã thiếu thuốc`)."""
    size = len(body.head.split())
    inner_capital = any(page.raised(index) for index in range(at + 1, at + size))
    return body.head in _FACILITIES and not inner_capital


def _bare_score(page: Page, words: Words, at: int, body: Body) -> float:
    """Score a body that needs a level and has none: sure in a signature, good in a list that ends in one."""
    if page.words[at - 1] in (".", "/") and page.words[at - 2] in _ADDRESSED:
        return 0.97
    if page.words[at - 3 : at] == ["t", "/", "m"]:
        return 0.97
    if (
        page.opens_line(at)
        and page.words[body.end] == "-"
        and page.starts[body.end] > page.ends[body.end - 1]
    ):
        return 0.0  # an agency's slug: `HĐND - Tại kỳ họp`
    if page.words[body.end] in (",", "và", "-", "/"):
        other = body_at(page, words, body.end + 1)
        if other is not None:
            return 0.0 if other.tail == "class" else 0.9
    if page.opens_line(at) and page.closes_line(body.end):
        return 0.9
    return 0.6


_ASKED: Final = frozenset({"theo", "với", "được", "nghị", "trình", "cáo", "xin"})


def _single(page: Page, at: int) -> Match | None:
    """Read the bare capital names `Đảng` and `Trung ương`."""
    if page.words[at] == "đảng":
        return _party(page, at)
    if not page.named(at) or page.words[at + 1] != "ương" or page.shapes[at + 1] == UPPER:
        return None
    before = page.words[at - 1]
    if before in ("của", "do"):
        return _match(page, at, at + 2, 0.9, "body-central", "Trung ương")
    if before in _ASKED or page.opens_sentence(at):
        return _match(page, at, at + 2, 0.6, "body-central", "Trung ương")
    return None


_PARTY_COMPOUNDS: Final = frozenset(
    {"bộ", "ủy", "viên", "đoàn", "phái", "phí", "tính", "cộng", "sâm", "vụ", "nhân", "dân", "cầm", "tịch"}
)


def _party(page: Page, at: int) -> Match | None:
    """Read a bare `Đảng`: capital, and no part of a longer word; in a line of capitals after `xây dựng`."""
    if not page.named(at) and not (page.capitals[at] and page.words[at - 2 : at] == ["xây", "dựng"]):
        return None
    if page.words[at + 1] in _PARTY_COMPOUNDS or page.shapes[at + 1] == TITLE:
        return None
    return _match(page, at, at + 1, 0.9, "body-party", "Đảng")
