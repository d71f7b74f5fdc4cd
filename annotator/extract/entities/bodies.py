"""Bodies of Party, state, front, unions and business: ORG by head, field of work, level and place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from annotator.domain.spans import Evidence
from annotator.extract.base import Match
from annotator.extract.entities.names import PLURALS, Tail, bare_place, person_end, tail_at
from annotator.extract.entities.pages import BREAK, LOWER, MARK, NUMBER, TITLE, UPPER, Page
from annotator.extract.entities.words import Words

_LOWER_HEADS: Final = frozenset(
    {"tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "ủy ban nhân dân", "hội đồng nhân dân", "công an"}
    | {"đảng bộ", "ban thường vụ", "ban chấp hành", "sở", "chi cục", "cục", "bộ đội biên phòng"}
    | {"mặt trận tổ quốc", "bộ chỉ huy quân sự", "tỉnh đoàn", "trường", "bệnh viện", "trung tâm"}
)
_NAMED_AFTER: Final = frozenset({"tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "đảng ủy"})
_ADDRESSED: Final = frozenset({"tm", "tl", "tuq", "kt"})
_STATE_MARKS: Final = frozenset({"và", "-", ",", "&"})
_ENDINGS: Final = frozenset({"và", "-", "&", "quốc", "khu"})


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


def body_at(page: Page, words: Words, at: int, *, inner: bool = False) -> Body | None:
    """Read the body whose head begins at a token, the longest reading first; None when none does.

    `inner` says that the body follows a title or another body, where a head in lower case is no obstacle.
    """
    best: Body | None = None
    for found in words.bodies.all(page.words, at):
        if not (inner or _may_open(page, at, found.end)):
            continue
        body = _completed(page, words, at, found.end, found.value)
        if body is not None and (best is None or body.end > best.end):
            best = body
    return best


def _may_open(page: Page, at: int, end: int) -> bool:
    """Tell whether a head can begin a name here: capitalised, or one that is a body's in lower case too."""
    return page.raised(at) or " ".join(page.words[at:end]) in _LOWER_HEADS


def _completed(page: Page, words: Words, at: int, end: int, kind: str) -> Body | None:
    head = " ".join(page.words[at:end])
    end, inner = _after_abbreviation(page, words, end)
    field = ""
    if kind in ("field", "strict", "firm", "paper"):
        reached, field = _field(page, words, end, kind)
        if reached == end and inner is None:
            if kind != "paper" and head not in ("văn phòng", "thanh tra", "phòng", "ban"):
                return None
            field = ""
        end = reached
    if inner is None:
        inner = body_at(page, words, end, inner=True) if _chains(page, words, end) else None
    if inner is not None:
        return Body(inner.end, head, kind, inner.tail if inner.tail != "none" else "place", field or "listed")
    tail = _tail(page, words, head, kind, end)
    if kind in ("field", "firm") and not field and tail.kind not in ("level", "place"):
        return None
    if kind == "field" and not field and head in ("phòng", "ban"):
        return None
    return Body(tail.end, head, kind, tail.kind, field)


def _after_abbreviation(page: Page, words: Words, end: int) -> tuple[int, Body | None]:
    """Step over an abbreviation in brackets when the name goes on after it (`Ban Chấp hành (BCH) Đảng bộ`)."""
    if page.words[end] == "(" and page.words[end + 2 : end + 3] == [")"] and page.shapes[end + 1] == UPPER:
        inner = body_at(page, words, end + 3)
        if inner is not None or tail_at(page, words, end + 3).kind in ("level", "place"):
            return end + 3, inner
    return end, None


def _chains(page: Page, words: Words, at: int) -> bool:
    """Tell whether another body's name follows directly (`Thường trực` before `HĐND tỉnh`)."""
    found = words.bodies.longest(page.words, at)
    if found is None:
        return False
    return page.raised(at) or " ".join(page.words[at : found.end]) in _LOWER_HEADS - {"trung tâm", "trường"}


def _tail(page: Page, words: Words, head: str, kind: str, end: int) -> Tail:
    tail = tail_at(page, words, end)
    if tail.kind == "none" and head in _NAMED_AFTER:
        stop = page.run(end, longest=4)
        if stop > end and person_end(page, words, end) is None:
            return Tail(stop, "place")
    return tail


def _field(page: Page, words: Words, at: int, kind: str) -> tuple[int, str]:
    """Read the words a body is named after; return their end, and whether a lexicon knew them."""
    listed = words.fields.longest(page.words, at)
    if kind == "firm":
        end = name_end(page, words, at, firm=True)
        return end, "shaped" if end > at else ""
    if listed is not None and kind in ("field", "strict"):
        end = _more_fields(page, words, listed.end)
        return end, "listed"
    if page.named(at) and kind != "strict" and not _is_other_head(page, words, at):
        end = name_end(page, words, at)
        return end, "shaped" if end > at else ""
    return at, ""


def _more_fields(page: Page, words: Words, end: int) -> int:
    """Go on over further known fields: directly, or joined when they are capitalised."""
    while True:
        found = words.fields.longest(page.words, end)
        if found is None and page.words[end] in _STATE_MARKS - {","} and page.named(end + 1):
            if words.bodies.longest(page.words, end + 1) is None:
                found = words.fields.longest(page.words, end + 1)
        if found is None or not (
            page.raised(end) or page.raised(found.end - 1) or page.words[end] in _ENDINGS
        ):
            return end
        end = found.end


def name_end(page: Page, words: Words, at: int, *, firm: bool = False) -> int:
    """Return where a name of mixed capitals and field words ends; `at` when none begins there.

    It goes over capitalised words, known fields, and words in lower case that are usual inside a field's
    name or stand between two capitalised ones; it stops before a level, a mark or any other word.
    """
    end = at
    while True:
        if page.words[end] == BREAK or words.levels.longest(page.words, end):
            return end
        if end > at and not firm and (person_end(page, words, end) and not bare_place(page, words, end)):
            return end
        listed = words.fields.longest(page.words, end)
        if listed is not None and (end > at or page.named(end)):
            end = listed.end
        elif page.named(end) or (end > at and _goes_on(page, words, end, firm=firm)):
            end += 1
        elif end > at and (bridge := _bridge(page, words, end, firm=firm)):
            end = bridge
        else:
            return end


def _goes_on(page: Page, words: Words, at: int, *, firm: bool) -> bool:
    if page.shapes[at] == NUMBER:
        return firm and len(page.words[at]) < 4 and page.shapes[at + 1] != LOWER
    return page.shapes[at] == LOWER and (page.words[at - 1], page.words[at]) in words.pairs


def _bridge(page: Page, words: Words, at: int, *, firm: bool) -> int | None:
    """Return the end after a joint and a capitalised word or field (`và Xây dựng`, `- Thương mại`)."""
    if page.words[at] in ("và", "-", "&") and page.named(at + 1) and not _is_other_head(page, words, at + 1):
        return at + 2
    if firm and page.words[at] in (".", "'") and page.ends[at - 1] == page.starts[at]:
        if page.starts[at + 1] == page.ends[at] and page.shapes[at + 1] != MARK:
            return at + 2
    return None


def _is_other_head(page: Page, words: Words, at: int) -> bool:
    """Tell whether a new body, title or event begins at a token."""
    if (found := words.bodies.longest(page.words, at)) and (found.end - at > 1 or found.value == "whole"):
        return True
    return words.positions.longest(page.words, at) is not None


def find_bodies(page: Page, words: Words) -> Iterator[Match]:
    """Yield the bodies of a page, each with a score by how sure its kind of reading is."""
    firsts = words.bodies.firsts
    class_until = -1
    at = 0
    while at < len(page.words) - 1:
        if page.words[at] == "đảng" or page.words[at] == "trung":
            if (single := _single(page, at)) is not None:
                yield single
        body = body_at(page, words, at) if page.words[at] in firsts else None
        if body is None:
            at += 1
            continue
        plural = page.words[at - 1] in PLURALS or (at == class_until) or page.shapes[at - 1] == NUMBER
        if body.tail == "class" or (plural and body.tail == "none" and body.kind in ("whole", "level")):
            class_until = body.end + 1 if page.words[body.end] in (",", "và") else -1
        elif (score := _score(page, words, at, body)) > 0:
            rule = f"body-{body.kind}-{body.tail}"
            yield _match(page, at, body.end, score, rule, body.head)
            at = body.end
            continue
        at += 1


def _match(page: Page, at: int, end: int, score: float, rule: str, entry: str) -> Match:
    return Match(page.starts[at], page.ends[end - 1], "ORG", score, Evidence(rule, entry))


def _score(page: Page, words: Words, at: int, body: Body) -> float:
    """Return how likely a reading is right, 0 for one that is no name."""
    placed = body.tail in ("level", "place")
    if page.shapes[at] == LOWER:
        lower = body.head in _LOWER_HEADS - {"trường", "bệnh viện", "trung tâm"} or body.field == "shaped"
        return 0.6 if placed and lower else 0.0
    if body.kind == "tail":
        return 0.93 if placed else 0.0
    if body.kind == "whole":
        return 0.95
    if body.kind == "level":
        return 0.95 if placed else _bare_score(page, words, at, body)
    if body.field == "listed":
        return 0.92 if placed or body.head in ("sở", "bộ", "cục", "chi cục") else 0.8
    if body.kind == "paper":
        return 0.7 if placed or body.field else 0.0
    return 0.8 if placed else 0.75


def _bare_score(page: Page, words: Words, at: int, body: Body) -> float:
    """Score a body that needs a level and has none: sure in a signature, good in a list that ends in one."""
    if page.words[at - 1] == "." and page.words[at - 2] in _ADDRESSED:
        return 0.97
    if page.words[body.end] in (",", "và", "-", "/"):
        other = body_at(page, words, body.end + 1, inner=False)
        if other is not None:
            return 0.0 if other.tail == "class" else 0.9
    if page.opens_line(at) and page.closes_line(body.end):
        return 0.9
    return 0.6


def _single(page: Page, at: int) -> Match | None:
    """Read the bare capital names `Đảng` and `Trung ương`."""
    if not page.named(at):
        in_capitals = page.capitals[at] and page.words[at - 2 : at] == ["xây", "dựng"]
        if not (in_capitals and page.words[at] == "đảng"):
            return None
    if page.words[at] == "đảng":
        return _party(page, at)
    if page.words[at + 1] != "ương" or page.shapes[at + 1] == UPPER:
        return None
    before = page.words[at - 1]
    if before in ("của", "do", "theo", "với", "được", "và"):
        sure = before in ("của", "do")
        return _match(page, at, at + 2, 0.9 if sure else 0.6, "body-central", "Trung ương")
    return None


_PARTY_COMPOUNDS: Final = frozenset(
    {"bộ", "ủy", "viên", "đoàn", "phái", "phí", "tính", "cộng", "sâm", "vụ", "nhân", "dân", "cầm"}
)


def _party(page: Page, at: int) -> Match | None:
    if page.words[at + 1] in _PARTY_COMPOUNDS or page.shapes[at + 1] == TITLE:
        return None
    return _match(page, at, at + 1, 0.9, "body-party", "Đảng")
