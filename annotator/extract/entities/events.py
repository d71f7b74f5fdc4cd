"""Events: EVENT for sessions and congresses by ordinal, named meetings, feasts, jubilees and campaigns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from annotator.domain.spans import Evidence
from annotator.extract.base import Match
from annotator.extract.entities.bodies import body_at
from annotator.extract.entities.body_names import name_end
from annotator.extract.entities.names import bare_place, tail_at
from annotator.extract.entities.pages import BREAK, LOWER, NUMBER, TITLE, UPPER, Page
from annotator.extract.entities.words import Words

_ROMAN: Final = re.compile(r"[ivxlc]+")
_SUBJECTS: Final = frozenset(
    {"tổng kết", "sơ kết", "triển khai", "đánh giá", "quán triệt", "giao ban", "tập huấn", "công bố"}
    | {
        "thông báo",
        "lấy ý",
        "góp ý",
        "bàn",
        "nghe",
        "rút kinh",
        "trực tuyến",
        "học tập",
        "phổ biến",
        "tiếp xúc",
    }
)
_NUMBER_WORDS: Final = frozenset(
    [
        "nhất",
        "hai",
        "ba",
        "tư",
        "năm",
        "sáu",
        "bảy",
        "tám",
        "chín",
        "mười",
        "hai",
        "mươi",
        "một",
        "mốt",
        "lăm",
        "bốn",
    ]
)


def find_events(page: Page, words: Words) -> Iterator[Match]:
    """Yield the named events of a page."""
    firsts = words.events.firsts
    at = 0
    while at < len(page.words) - 1:
        read = _event(page, words, at) if page.words[at] in firsts else None
        if read is None:
            at += 1
            continue
        end, score, rule = read
        entry = page.words[at]
        yield Match(page.starts[at], page.ends[end - 1], "EVENT", score, Evidence(rule, entry))
        at = end


def _event(page: Page, words: Words, at: int) -> tuple[int, float, str] | None:
    for found in words.events.all(page.words, at):
        read = _READERS[found.value](page, words, at, found.end)
        if read is not None:
            return read
    return None


def ordinal_end(page: Page, at: int) -> int | None:
    """Return where `lần thứ 16`, `thứ 9`, `lần thứ XIV`, `thứ mười sáu` or `XIII` ends, None when none begins."""
    index = at
    if page.words[index] == "lần":
        index += 1
    if page.words[index] == "thứ":
        index += 1
        if page.shapes[index] == NUMBER or _is_roman(page, index):
            return index + 1
        stop = index
        while page.words[stop] in _NUMBER_WORDS and stop < index + 3:
            stop += 1
        return stop if stop > index else None
    if index > at:
        return None
    return index + 1 if _is_roman(page, index) else None


def _is_roman(page: Page, at: int) -> bool:
    word = page.words[at]
    return page.shapes[at] in (TITLE, UPPER) and _ROMAN.fullmatch(word) is not None


def _after_ordinal(page: Page, words: Words, end: int) -> int:
    """Go on over the body and the term that follow an ordinal directly, or after one comma."""
    start = end + 1 if page.words[end] == "," else end
    body = body_at(page, words, start) if page.raised(start) else None
    if body is not None and body.tail != "class" and body.kind not in ("firm", "paper"):
        end = body.end
    elif start == end and (tail := tail_at(page, words, end)).kind == "place":
        end = tail.end
    return _year_end(page, term_end(page, end))


def term_end(page: Page, at: int) -> int:
    """Return where `khóa XIV` or `(khóa XIV)` ends, the token itself when none begins."""
    index = at + 1 if page.words[at] == "(" else at
    if page.words[index] != "khóa" or not (page.shapes[index + 1] == NUMBER or _is_roman(page, index + 1)):
        return at
    if index == at:
        return index + 2
    return index + 3 if page.words[index + 2] == ")" else at


def _year_end(page: Page, at: int) -> int:
    """Return where `năm 2024` ends, the token itself when none begins."""
    if page.words[at] == "năm" and page.shapes[at + 1] == NUMBER and len(page.words[at + 1]) == 4:
        return at + 2
    return at


def meeting_end(page: Page, words: Words, at: int, *, bare_body: bool = False) -> int | None:
    """Return where a congress or session that begins at a token ends, by ordinal before or after its body.

    `bare_body` lets a body without ordinal count, as in a resolution's name.
    """
    found = words.events.longest(page.words, at)
    if found is None:
        return None
    end = found.end
    if (ordinal := ordinal_end(page, end)) is not None:
        return _after_ordinal(page, words, ordinal)
    body = body_at(page, words, end, inner=True)
    if page.words[end] == "đảng" and body is None:
        stop = end + 3 if page.words[end + 1 : end + 3] == ["toàn", "quốc"] else end + 1
    elif body is not None and body.tail != "class":
        stop = body.end
    elif page.words[end : end + 2] == ["toàn", "quốc"]:
        stop = end + 2
    else:
        return None
    ordinal = ordinal_end(page, stop)
    if ordinal is not None:
        return _year_end(page, term_end(page, ordinal))
    return stop if bare_body and body is not None and body.tail in ("level", "place") else None


def _meeting(page: Page, words: Words, at: int, end: int) -> tuple[int, float, str] | None:
    if (stop := meeting_end(page, words, at)) is not None:
        return stop, 0.93 if page.raised(at) else 0.75, "event-ordinal"
    if page.raised(at) and page.named(end) and body_at(page, words, end) is None:
        if " ".join(page.words[end : end + 2]) in _SUBJECTS or page.words[end] in _SUBJECTS:
            return None
        return _named(page, words, at, end)
    return None


def _session(page: Page, words: Words, at: int, end: int) -> tuple[int, float, str] | None:
    ordinal = ordinal_end(page, end)
    if ordinal is None and page.words[at] == "hội" and page.shapes[end] == NUMBER:
        ordinal = end + 1
    if ordinal is None:
        return None
    return _after_ordinal(page, words, ordinal), 0.93 if page.raised(at) else 0.8, "event-session"


def _feast(page: Page, words: Words, at: int, end: int) -> tuple[int, float, str] | None:
    if not page.raised(at) and page.words[at] not in ("lễ", "festival", "giải"):
        return None
    if page.words[end] == '"':
        return _quoted(page, words, end, 0.75)
    inner = words.events.longest(page.words, end)
    if inner is not None and page.raised(end) and (read := _event(page, words, end)) is not None:
        return read[0], 0.85, "event-of-event"
    return _named(page, words, at, end) if page.named(end) else None


def _named(page: Page, words: Words, at: int, end: int) -> tuple[int, float, str] | None:
    """Read a proper name after a head: capitals and field words, then place, ordinal and year."""
    stop = _first_word(page, words, end)
    if stop == end:
        return None
    while True:
        reached = stop
        tail = tail_at(page, words, stop)
        if tail.kind in ("level", "place"):
            stop = tail.end
        elif (ordinal := ordinal_end(page, stop)) is not None and page.words[stop] in ("lần", "thứ"):
            stop = ordinal
        elif page.words[stop] in ("toàn", "quốc") and page.words[stop + 1] in ("quốc", "gia", "tỉnh"):
            stop += 2
        elif (
            page.shapes[stop] == NUMBER
            and page.words[stop][:2] in ("19", "20")
            and len(page.words[stop]) == 4
        ):
            stop += 1
        elif page.named(stop):
            stop = name_end(page, words, stop)
        stop = _year_end(page, stop)
        if stop == reached:
            return stop, 0.8 if stop - end > 1 else 0.6, "event-name"


def _jubilee(page: Page, words: Words, at: int, end: int) -> tuple[int, float, str] | None:
    """Read `kỷ niệm 50 năm Ngày giải phóng tỉnh`, up to a mark; a comma goes on before a word in lower case."""
    index = end
    if page.shapes[index] == NUMBER and page.words[index + 1] in ("năm", "ngày"):
        index += 2
    elif page.words[index] != "ngày" or not page.raised(index):
        return None
    stop = index
    while stop < index + 24 and not _ends_jubilee(page, stop, index):
        stop += 1
    return (stop, 0.85, "event-jubilee") if stop > end + 1 else None


def _first_word(page: Page, words: Words, at: int) -> int:
    """Read the first part of a proper name; a word of one capital syllable takes its second along."""
    end = name_end(page, words, at)
    if end - at != 1 or page.shapes[end] != LOWER or page.words[end] in _JUBILEE_STOPS:
        return end
    for size in (2, 3):
        between = range(end, end + size)
        if page.named(end + size) and all(page.shapes[index] == LOWER for index in between):
            if not any(page.words[index] in _JUBILEE_STOPS for index in between):
                return end + size
    return end + 1


_JUBILEE_STOPS: Final = frozenset(
    [
        "tại",
        "của",
        "và",
        "với",
        "được",
        "là",
        "đã",
        "do",
        "trong",
        "vào",
        "diễn",
        "nhằm",
        "gắn",
        "tổ",
        "để",
        "sẽ",
        "ở",
        "từ",
        "trên",
        "theo",
        "thì",
        "có",
        "bằng",
        "trang",
    ]
)


def _ends_jubilee(page: Page, at: int, start: int) -> bool:
    word = page.words[at]
    if word == ",":
        return not (page.words[at + 1] in ("thành", "tái", "thống", "giải") and page.shapes[at + 1] == LOWER)
    if word in ("-",):
        return page.shapes[at + 1] == NUMBER
    if word in _JUBILEE_STOPS:
        return not (
            word == "và" and page.shapes[at + 1] in (TITLE, UPPER) and page.words[at + 1] in ("quốc", "ngày")
        )
    return word == BREAK or word in '.;:()"!?|/'


def _day(page: Page, words: Words, at: int, end: int) -> tuple[int, float, str] | None:
    """Read a named day, week, month or year: a head and a capital name."""
    if not page.named(at) or not page.named(end) or page.shapes[end] != TITLE:
        return None
    if bare_place(page, words, at) is not None:
        return None
    if page.words[at] in ("năm", "tháng") and page.words[end] in _NUMBER_WORDS | {"tư", "giêng", "chạp"}:
        return None
    read = _named(page, words, at, end)
    if read is None or read[0] - end < 2:
        return None
    return read[0], 0.85 if page.words[at] == "ngày" else 0.75, "event-day"


def _whole(page: Page, words: Words, at: int, end: int) -> tuple[int, float, str] | None:
    """Read an event whose whole name is listed; ordinal, number and year may follow."""
    if not page.raised(at) and page.words[at] != "chiến":
        return None
    if page.shapes[end] == NUMBER and len(page.words[end]) < 4 and page.words[end + 1] != "/":
        end += 1
    elif page.shapes[end] == NUMBER and page.words[end + 1] in ("/", "-") and page.shapes[end + 2] == NUMBER:
        end += 3
    end = ordinal_end(page, end) or end
    return _year_end(page, end), 0.8, "event-listed"


def _drive(page: Page, words: Words, at: int, end: int) -> tuple[int, float, str] | None:
    if page.words[end] == '"':
        return _quoted(page, words, end, 0.7)
    return _named(page, words, at, end) if page.raised(at) and page.named(end) else None


def _quoted(page: Page, words: Words, at: int, score: float) -> tuple[int, float, str] | None:
    stop = at + 1
    while stop < at + 30 and page.words[stop] not in ('"', BREAK):
        stop += 1
    return (stop + 1, score, "event-quoted") if page.words[stop] == '"' else None


_READERS: Final = {
    "meeting": _meeting,
    "session": _session,
    "feast": _feast,
    "jubilee": _jubilee,
    "day": _day,
    "named": _whole,
    "drive": _drive,
}
