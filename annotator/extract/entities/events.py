"""Events: EVENT for sessions and congresses by ordinal, named meetings, feasts, jubilees and campaigns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from annotator.domain.spans import Evidence
from annotator.extract.base import Match
from annotator.extract.entities.bodies import body_at
from annotator.extract.entities.event_names import (
    NUMBER_WORDS,
    after_ordinal,
    far_end,
    ordinal_end,
    proper_name,
    quoted_end,
    term_end,
    trail,
    year_end,
)
from annotator.extract.entities.names import bare_place
from annotator.extract.entities.pages import BREAK, LOWER, NUMBER, TITLE, UPPER, Page
from annotator.extract.entities.words import Words

Reading = tuple[int, float, str]
"""Where an event ends (token after it), its score and the rule."""

_SUBJECTS: Final = frozenset(
    {"tổng kết", "sơ kết", "triển khai", "đánh giá", "quán triệt", "giao ban", "tập huấn", "công bố", "bàn"}
    | {"thông báo", "lấy ý", "góp ý", "nghe", "rút kinh", "trực tuyến", "học tập", "phổ biến", "tiếp xúc"}
)
_RANKS: Final = frozenset({"nhất", "nhì", "ba", "tư", "khuyến", "a", "b", "c", "đặc", "vàng", "bạc", "đồng"})


def find_events(page: Page, words: Words) -> Iterator[Match]:
    """Yield the named events of a page."""
    firsts = words.events.firsts
    at = 0
    while at < len(page.words) - 1:
        read = event_at(page, words, at) if page.words[at] in firsts else None
        if read is None:
            at += 1
            continue
        end, score, rule = read
        yield Match(page.starts[at], page.ends[end - 1], "EVENT", score, Evidence(rule, page.words[at]))
        at = end


def event_at(page: Page, words: Words, at: int) -> Reading | None:
    """Read the event whose head begins at a token, the longest head first; None when none does."""
    for found in words.events.all(page.words, at):
        read = _READERS[found.value](page, words, at, found.end)
        if read is not None:
            return read
    return None


def meeting_end(page: Page, words: Words, at: int, *, bare_body: bool = False) -> int | None:
    """Return where a congress or session that begins at a token ends, by ordinal before or after its body.

    `bare_body` lets a body without ordinal count, as in a resolution's name.
    """
    found = words.events.longest(page.words, at)
    if found is None:
        return None
    end = found.end
    if (ordinal := ordinal_end(page, end)) is not None:
        return after_ordinal(page, words, ordinal)
    body = body_at(page, words, end, inner=True)
    if body is not None and body.tail != "class":
        stop = body.end
    elif page.words[end] == "đảng":
        stop = end + 3 if page.words[end + 1 : end + 3] == ["toàn", "quốc"] else end + 1
    elif page.words[end : end + 2] == ["toàn", "quốc"]:
        stop = end + 2
    else:
        return None
    ordinal = ordinal_end(page, stop)
    if ordinal is not None:
        return year_end(page, term_end(page, ordinal))
    return stop if bare_body and body is not None and body.placed else None


def _meeting(page: Page, words: Words, at: int, end: int) -> Reading | None:
    if (stop := meeting_end(page, words, at)) is not None:
        return stop, 0.93 if page.raised(at) else 0.75, "event-ordinal"
    if page.raised(at) and page.named(end) and body_at(page, words, end) is None:
        if " ".join(page.words[end : end + 2]) in _SUBJECTS or page.words[end] in _SUBJECTS:
            return None
        return _named(page, words, at, end)
    return None


def _session(page: Page, words: Words, at: int, end: int) -> Reading | None:
    ordinal = ordinal_end(page, end)
    if ordinal is None and page.words[at] == "hội" and page.shapes[end] == NUMBER:
        ordinal = end + 1
    if ordinal is None:
        return None
    return after_ordinal(page, words, ordinal), 0.93 if page.raised(at) else 0.8, "event-session"


def _feast(page: Page, words: Words, at: int, end: int) -> Reading | None:
    if not page.raised(at) and page.shapes[end] != TITLE and page.words[end] != '"':
        return None
    if words.documents.longest(page.words, end) is not None:
        return None
    if (stop := quoted_end(page, end)) is not None:
        return stop, 0.75, "event-quoted"
    if page.words[end] in _RANKS and page.words[at] == "giải":
        return None
    inner = words.events.longest(page.words, end)
    if inner is not None and page.raised(end) and (read := event_at(page, words, end)) is not None:
        return read[0], 0.85, "event-of-event"
    if page.named(end):
        return _named(page, words, at, end)
    return _subject(page, words, at, end)


def _subject(page: Page, words: Words, at: int, end: int) -> Reading | None:
    """Read a name in lower case that an ordinal or a year closes (`Lễ hội đua bò Bảy Núi lần thứ 27`)."""
    stop = far_end(page, words, end) if page.raised(at) and end - at > 1 else None
    return None if stop is None else (stop, 0.75, "event-subject")


def _named(page: Page, words: Words, at: int, end: int) -> Reading | None:
    stop = proper_name(page, words, end)
    if stop == end or (not page.raised(at) and stop - end < 2):
        return None
    sure = page.raised(at) and stop - end > 1
    return stop, 0.8 if sure else 0.6, "event-name"


def _jubilee(page: Page, words: Words, at: int, end: int) -> Reading | None:
    """Read `kỷ niệm 50 năm Ngày giải phóng tỉnh` up to a mark; `, thành lập tỉnh` goes on."""
    index = end
    if page.shapes[index] == NUMBER and page.words[index + 1] in ("năm", "ngày"):
        index += 2
    elif page.words[index] != "ngày" or not page.raised(index):
        return None
    stop = index
    while stop < index + 24 and not _ends_jubilee(page, words, stop):
        stop += 1
    return (stop, 0.85, "event-jubilee") if stop > end + 1 else None


def _ends_jubilee(page: Page, words: Words, at: int) -> bool:
    word = page.words[at]
    if word == ",":
        return not (page.words[at + 1] in ("thành", "tái", "thống", "giải") and page.shapes[at + 1] == LOWER)
    if word == "-":
        return page.shapes[at + 1] == NUMBER
    if word == "và":
        return not (page.shapes[at + 1] in (TITLE, UPPER) and page.words[at + 1] in ("quốc", "ngày"))
    return word in words.stops["event"] or word == BREAK or word in '.;:()"!?|/'


def _day(page: Page, words: Words, at: int, end: int) -> Reading | None:
    """Read a named day, week, month or year: a head and a capital name."""
    if bare_place(page, words, at) is not None or not (page.named(at) or page.words[at] == "tuần"):
        return None
    if page.shapes[end] != TITLE or page.capitals[end]:
        return _subject(page, words, at, end)
    if page.words[at] in ("năm", "tháng") and page.words[end] in NUMBER_WORDS | {"giêng", "chạp"}:
        return None
    read = _named(page, words, at, end)
    if read is None or read[0] - end < 2:
        return None
    return read[0], 0.85 if page.words[at] == "ngày" else 0.75, "event-day"


def _whole(page: Page, words: Words, at: int, end: int) -> Reading | None:
    """Read an event whose whole name is listed; a day, an ordinal, a place and a year may follow."""
    if not page.raised(at) and page.words[at] != "chiến":
        return None
    if page.shapes[end] == NUMBER and page.words[end + 1] in ("/", "-") and page.shapes[end + 2] == NUMBER:
        end += 3
    elif page.shapes[end] == NUMBER and len(page.words[end]) < 4:
        end += 1
    return trail(page, words, ordinal_end(page, end) or end), 0.8, "event-listed"


def _drive(page: Page, words: Words, at: int, end: int) -> Reading | None:
    if (stop := quoted_end(page, end)) is not None:
        return stop, 0.7, "event-quoted"
    return _named(page, words, at, end) if page.raised(at) and page.named(end) else None


_READERS: Final[dict[str, Callable[[Page, Words, int, int], Reading | None]]] = {
    "meeting": _meeting,
    "session": _session,
    "feast": _feast,
    "jubilee": _jubilee,
    "day": _day,
    "named": _whole,
    "drive": _drive,
}
