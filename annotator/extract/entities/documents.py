"""Official papers: DOCUMENT by type and number, named laws, and resolutions of a congress."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from annotator.domain.spans import Evidence
from annotator.extract.base import Match
from annotator.extract.entities.pages import BREAK, LOWER, NUMBER, Page
from annotator.extract.entities.words import Words

_NUMBER: Final = re.compile(
    r"[^\S\n]{0,3}(?P<sign>số(?:[^\S\n]{0,2}:)?[^\S\n]{1,3})?"
    r"(?P<code>\d{1,5}[a-zđ]?(?:[^\S\n]?[-–/.][^\S\n]?(?:19|20)\d\d)?"
    r"(?P<letters>(?:[^\S\n]?[-–/][^\S\n]?[a-zđ][a-zđ&0-9]*(?:\.[a-zđ]+)?)*))(?![\w/%]|[.,]\d)"
)


def find_documents(page: Page, words: Words) -> Iterator[Match]:
    """Yield the official papers of a page."""
    firsts = words.documents.firsts
    at = 0
    while at < len(page.words) - 1:
        found = words.documents.longest(page.words, at) if page.words[at] in firsts else None
        read = None if found is None else _paper(page, words, at, found.end, found.value)
        if found is None or read is None:
            at += 1
            continue
        stop, score, rule = read
        yield Match(
            page.starts[at], stop, "DOCUMENT", score, Evidence(rule, " ".join(page.words[at : found.end]))
        )
        while page.starts[at] < stop:
            at += 1


def _paper(page: Page, words: Words, at: int, end: int, kind: str) -> tuple[int, float, str] | None:
    """Read a paper at a token: the code point after it, its score and the rule."""
    numbered = _NUMBER.match(page.folded, page.ends[end - 1])
    apart = numbered is not None and numbered.start("code") > page.ends[end - 1]
    if numbered is not None and apart and (read := _numbered(page, words, at, kind, numbered)) is not None:
        return read
    if (qualified := _qualified(page, at, end)) is not None:
        return qualified
    head = page.words[at:end]
    if head in (["luật"], ["bộ", "luật"], ["pháp", "lệnh"]):
        return _law(page, words, at, end)
    if head == ["nghị", "quyết"]:
        return _of_congress(page, words, at, end)
    return None


def _qualified(page: Page, at: int, end: int) -> tuple[int, float, str] | None:
    """Read a paper whose type has a word or two more before its number (`Báo cáo thẩm tra số 12/BC-HĐND`)."""
    index = end
    while index < end + 3 and page.shapes[index] == LOWER and page.words[index] != "số":
        index += 1
    if index == end or page.words[index] != "số" or not page.raised(at):
        return None
    numbered = _NUMBER.match(page.folded, page.ends[index - 1])
    if numbered is None or "/" not in numbered["code"]:
        return None
    return numbered.end(), 0.8, "document-qualified"


def _numbered(
    page: Page, words: Words, at: int, kind: str, numbered: re.Match[str]
) -> tuple[int, float, str] | None:
    stop = numbered.end()
    letters, sign = numbered["letters"], numbered["sign"]
    raised = page.raised(at)
    if (letters and "/" in numbered["code"] + letters) or (letters and sign):
        return stop, 0.97 if raised else 0.85, "document-code"
    if letters and len(letters.strip(" -–/")) > 1 and raised:
        return stop, 0.93, "document-code"
    if letters:
        return None
    if kind == "code":
        return None
    following = re.compile(r"[^\S\n]{1,3}([^\W\d_]+)").match(page.text, stop)
    closed = (
        following is None
        or following.group(1).lower() in words.stops["after number"]
        or following.group(1)[0].isupper()
    )
    if sign:
        return (stop, 0.9 if raised else 0.75, "document-number") if closed or raised else None
    if kind == "short" and closed and len(numbered["code"]) > 1:
        return stop, 0.85 if raised else 0.65, "document-short"
    return None


def _law(page: Page, words: Words, at: int, end: int) -> tuple[int, float, str] | None:
    """Read a law by its listed name, or by a capital and what follows up to a word that ends it."""
    if not page.raised(at):
        return None
    listed = words.laws.longest(page.words, end)
    if listed is not None and (page.raised(end) or page.words[at] == "bộ"):
        return page.ends[listed.end - 1], 0.95, "document-law"
    if not page.named(end) or page.words[at - 1] == "học":
        return None
    stop = end + 1
    while page.shapes[stop] == LOWER and page.words[stop] not in words.stops["law"] and stop < end + 7:
        stop += 1
    return page.ends[stop - 1], 0.65, "document-law-shape"


def _of_congress(page: Page, words: Words, at: int, end: int) -> tuple[int, float, str] | None:
    """Read `Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV`; without a body or an ordinal it is none."""
    from annotator.extract.entities.events import meeting_end

    if page.words[end : end + 2] == ["trung", "ương"] and page.shapes[end + 2] == NUMBER:
        stop = end + 3
        return page.ends[_term_end(page, stop) - 1], 0.8, "document-plenum"
    if page.words[end : end + 2] not in (["đại", "hội"], ["hội", "nghị"]) or not page.raised(at):
        return None
    congress = page.words[end] == "đại"
    read = meeting_end(page, words, end, bare_body=congress)
    return None if read is None else (page.ends[read - 1], 0.93, "document-congress")


def _term_end(page: Page, at: int) -> int:
    if page.words[at] in ("khóa",) and page.words[at + 1] != BREAK:
        return at + 2
    if page.words[at] == "(" and page.words[at + 1] == "khóa" and page.words[at + 3] == ")":
        return at + 4
    return at
