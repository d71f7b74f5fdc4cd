"""Tell a verb that belongs to a name (`diện tích đã thu hoạch`) from one that says what was done with it."""

from __future__ import annotations

from annotator.extract.figures.sentences import DATE, FIGURE
from annotator.extract.figures.vocabulary import longest_at, longest_before, names_of

_BEFORE_VERBS = frozenset(["đã", "mới", "chỉ", "cũng", "vẫn", "đang", "sẽ"])
_MARKS = frozenset(["đã", "được", "bị", "chưa", "đang", "phải"])
"""After these a verb tells which of the things a name means, or what became of them."""
_STATES = frozenset(["là", ":", "đạt", "ước", "chiếm", "tăng", "giảm", "còn", "chỉ", "mới", "khoảng"])
_AMOUNTS = frozenset(
    ["số", "tổng", "lượng", "diện", "sản", "khối", "dư", "tỷ", "tỉ", "giá", "công", "quy", "tiền", "vốn",
     "nguồn", "chiều"]
)  # fmt: skip
"""Of an amount a verb tells which (`sản lượng đã bán 90 tấn`), of a thing what was done to it."""
_ALLOTTED = frozenset(["cấp", "giao", "duyệt", "phê duyệt", "bố trí", "phân bổ", "hỗ trợ"])
_RAISED = frozenset(["vận động", "quyên góp", "ủng hộ"])
_PREDICATES = frozenset(["chi trả", "đóng góp"])
"""Verbs that say what a sum did rather than which sum is meant."""
_SUMS = frozenset(["vốn", "tiền", "kinh", "thu", "chi", "nợ", "dư", "kế", "dự"])
_LONGEST = 5


def without_verb(words: list[str], first: int, last: int, head: int) -> int:
    """Return where the name `words[first:last]` ends before what was done with it: `tiền đã chi trả`."""
    mark = participle_at(words, first + head, last)
    if mark is not None and (words[mark] != "phải" or tells_which(words, mark, last)):
        return last if _belongs(words, first, mark, last) else mark
    verb = longest_before(names_of("verb"), words[:last], last)
    start = last - verb
    done = " ".join(words[start:last])
    if done in _RAISED and words[last : last + 1] == ["được"] and start > first + head:
        return start
    if verb and done in _PREDICATES and start > first + head:
        return start
    marked = verb and start - 1 > first + head - 1 and words[start - 1] in _BEFORE_VERBS
    if not marked or (words[start - 1] == "mới" and words[first] in {"số", "tổng"}):
        return last
    return start - 1


def is_sum(words: list[str], first: int) -> bool:
    """Tell whether a name that begins with `số` means a sum of money: `số tiền thuế`, not `số hộ`."""
    return bool(_SUMS.intersection(words[first + 1 : first + 3]))


def participle_at(words: list[str], first: int, last: int) -> int | None:
    """Return the word index of the mark of a verb that ends a name, or None: `vốn | đã giải ngân`."""
    for index in range(last - 2, max(first, last - _LONGEST) - 1, -1):
        if words[index] in _MARKS:
            doubled = index > first and words[index - 1] in _MARKS
            return index - doubled
    return None


def _belongs(words: list[str], first: int, mark: int, last: int) -> bool:
    """Tell whether a verb and its mark tell which amount is meant, so that they belong to its name."""
    after = words[last] if last < len(words) else ""
    if after in _STATES or (after == DATE and FIGURE not in words[last : last + 2]):
        return True
    allotted = words[mark] == "được" and any(
        " ".join(words[start:last]) in _ALLOTTED for start in (last - 1, last - 2)
    )
    if allotted:
        return words[first] == "số" and not is_sum(words, first)
    return words[first] in _AMOUNTS


def tells_which(words: list[str], mark: int, last: int) -> bool:
    """Tell whether a verb follows a mark and ends a name: `số người bị bắt:`, not `kinh phí còn mỏng:`."""
    verb = max(longest_at(names_of(kind), words[:last], mark + 1) for kind in ("verb", "deed"))
    return bool(verb) and words[mark] in _MARKS


def deed_at(words: list[str], first: int, last: int) -> int | None:
    """Return where a verb with its mark begins that ends a clause, or None: `nhà ở | mới giải ngân`."""
    for index in range(first, last - 1):
        if words[index] in {"đã", "mới"}:
            verb = max(longest_at(names_of(kind), words[:last], index + 1) for kind in ("verb", "deed"))
            return index if verb and index + 1 + verb == last else None
    return None


def kept_until(words: list[str], stop: int, at: int) -> int:
    """Return where a name ends that goes on with a verb read as something else: `số căn | đã hoàn thành`.

    `stop` is where the name was thought to end, `at` the word of its figure.
    """
    mark = next((index for index in (stop - 1, stop) if words[index : index + 1] in (["đã"], ["chưa"])), None)
    if mark is None or words[mark + 1] in _CHANGES:
        return stop
    end = next((index for index in range(mark + 1, at) if words[index] in _ENDS), at)
    return end if 0 < end - mark - 1 <= _LONGEST_VERB else stop


_ENDS = frozenset(
    ["là", ":", "đạt", "ước", "trên", "gần", "hơn", "khoảng", "được", "tới", "lên", ",", "(", DATE]
)
_CHANGES = frozenset(
    ["tăng", "giảm", "đạt", "lên", "xuống", "còn", "vượt", "chiếm", "có", "là", "rút", "đến", "tới", "trên",
     "gần", "hơn", "khoảng", "ước", DATE]
)  # fmt: skip
"""After `đã` these tell what became of an amount."""
_LONGEST_VERB = 3
