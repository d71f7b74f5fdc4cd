"""Tell a result from an estimate, a target and a forecast: by the sentence, the lead or the heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from annotator.domain.reports import Section, SectionKind
from annotator.extract.figures.pages import Page
from annotator.extract.figures.sentences import FIGURE, Sentence
from annotator.extract.figures.vocabulary import longest_at, words_of

_TARGET = re.compile(r"mục tiêu|chỉ tiêu|phấn đấu|kế hoạch (?:năm|quý|tháng|giai đoạn|công tác|\d)")
_TASKS = re.compile(
    r"phương hướng|nhiệm vụ(?:,| và) giải pháp|nhiệm vụ (?:trọng tâm|chủ yếu|quý|năm|tháng|\d)"
)
_PAST = re.compile(r"kết quả|tình hình|đánh giá|kiểm điểm")
_FORECAST = re.compile(r"dự báo|dự kiến")
_ESTIMATE = re.compile(r"\bước\b")
_DONE = re.compile(r"kết quả|tình hình|thực hiện|đánh giá|hoàn thành|thực trạng|tồn tại|hạn chế")
_LEAD = re.compile(
    r"(?:các |những )?(?:mục tiêu|chỉ tiêu|phấn đấu|kế hoạch (?:năm|giai đoạn|đến|quý))[^.;:]*:[ ]?"
)
_ITEM = re.compile(r"\s*(?:[-–+•*]|\d+(?:\.\d+)*[.)]|[a-zđ][.)])")
_NUMBERING = re.compile(
    r"\s*(?:(phần|chương)\b|((?:điều|mục) \d+|[ivx]+)\s?[.)/:-]|(\d+\.\d+)|(\d+)\s?[.)/]|([a-zđ])\s?[.)])"
)
_NOT_TARGET_BEFORE = frozenset(
    ["có", "trình", "đạt", "với", "vượt", "bằng", "thành", "hiện", "hơn", "các", "theo", "số", "đề", FIGURE]
)


def status_words(sentence: Sentence) -> dict[int, tuple[str, int, int]]:
    """Return the status that holds for each figure of a sentence by its words, and the words that gave it."""
    said: dict[int, tuple[str, int, int]] = {}
    current: tuple[str, int, int] | None = None
    index = 0
    words, known = sentence.words, words_of("status")
    while index < len(words):
        if index in sentence.things:
            if current:
                said[index] = current
            index += 1
            continue
        length = longest_at(known, words, index)
        if length and _counts(words, index, index + length):
            current = (known[tuple(words[index : index + length])], index, index + length)
        index += max(length, 1)
    return said


def _counts(words: list[str], start: int, end: int) -> bool:
    """Tell whether a status word says something of the figures after it."""
    if words[start] == "mục":
        before = words[start - 1] if start else ""
        return before not in _NOT_TARGET_BEFORE
    if words[start] == "đã":
        return words[end : end + 1] != ["đề"]
    return True


class Headings:
    """What the headings and list leads of a report say of the figures under them."""

    def __init__(self, page: Page, sections: Iterable[Section]) -> None:
        self._starts: list[int] = []
        self._said: list[tuple[str, int, int]] = []
        self._list = ""
        stack: list[tuple[int, tuple[str, int, int]]] = []
        for section in sections:
            if section.kind is SectionKind.HEADING:
                level = _level(page.plain[section.start : section.end])
                while stack and stack[-1][0] >= level:
                    stack.pop()
                own = _status_of(page.plain, section.start, section.end)
                said = own if own[0] else (stack[-1][1] if stack else own)
                stack.append((level, said))
                self._list = ""
                self._put(section.end, said)
            elif section.kind is SectionKind.PARAGRAPH:
                self._read_paragraph(page, section, stack)

    def at(self, position: int) -> tuple[str, int, int]:
        """Return the status in force at a code point and the range that gave it; empty when none."""
        at = bisect_right(self._starts, position) - 1
        return self._said[at] if at >= 0 else ("", 0, 0)

    def _put(self, position: int, said: tuple[str, int, int]) -> None:
        self._starts.append(position)
        self._said.append(said)

    def _read_paragraph(
        self, page: Page, section: Section, stack: list[tuple[int, tuple[str, int, int]]]
    ) -> None:
        """Let a lead such as `các mục tiêu chủ yếu như:` hold to the end of its paragraph or list."""
        outer = stack[-1][1] if stack else ("", 0, 0)
        for line in re.finditer(r"[^\n]+", page.plain[section.start : section.end]):
            start, end = section.start + line.start(), section.start + line.end()
            self._read_list(start, _ITEM.match(page.plain, start, end) is not None, outer)
            lead = _LEAD.search(page.plain, start, end)
            if lead is None or _DONE.search(page.plain, max(start, lead.start() - 30), lead.end()):
                continue
            self._put(lead.end(), ("target", lead.start(), lead.end()))
            if lead.end() < end - 1:
                self._put(end, outer)
            else:
                self._list = "opened"

    def _read_list(self, start: int, is_item: bool, outer: tuple[str, int, int]) -> None:
        """End what a lead said where its list of items ends."""
        if self._list == "opened":
            self._list = "items" if is_item else ""
        elif self._list == "items" and not is_item:
            self._put(start, outer)
            self._list = ""


def _status_of(plain: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the status a heading gives, with the range that says so."""
    tasks = _TASKS.search(plain, start, end)
    if tasks and not _PAST.search(plain, start, end):
        return "target", tasks.start(), tasks.end()
    if _DONE.search(plain, start, end):
        return "", 0, 0
    for pattern, status in ((_TARGET, "target"), (_FORECAST, "forecast"), (_ESTIMATE, "estimate")):
        found = pattern.search(plain, start, end)
        if found:
            return status, found.start(), found.end()
    return "", 0, 0


def _level(heading: str) -> int:
    """Return how deep a heading is by its numbering; one without numbering is deepest."""
    found = _NUMBERING.match(heading)
    if found is None:
        return 6
    return next(depth for depth, group in enumerate(found.groups(), 1) if group)
