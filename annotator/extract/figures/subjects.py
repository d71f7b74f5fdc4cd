"""Find the name of what a figure measures in the words before it, or tell that it is left out."""

from __future__ import annotations

from itertools import pairwise

from annotator.extract.figures import judging
from annotator.extract.figures.judging import ELLIPSIS, GROUPS, NOTHING, Subject
from annotator.extract.figures.leads import Lead, strip
from annotator.extract.figures.listing import before_predicate, list_start
from annotator.extract.figures.naming import name_of
from annotator.extract.figures.pages import Page
from annotator.extract.figures.participles import deed_at, tells_which
from annotator.extract.figures.parts import (
    give_back,
    goes_on,
    hard_floor,
    head_at,
    is_glued,
    parts_of,
    trimmed,
)
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.sentences import DATE, Sentence
from annotator.extract.figures.vocabulary import longest_at, longest_before, names_of, words_of

_CAUSES = frozenset(["khiến", "buộc", "giúp", "nên"])
"""After these another clause has the figure: `giá giảm khiến nông dân bỏ 5 ha`."""
_SUMS = frozenset(
    ["vốn", "nguồn", "kinh", "tiền", "giá", "doanh", "dư", "nợ", "chi", "phí", "lương", "thuế", "học"]
)


def subject_of(
    page: Page,
    sentence: Sentence,
    lead: Lead,
    quantity: Quantity,
    *,
    expected: bool = False,
    before: Quantity | None = None,
) -> Subject:
    """Return what the words before a figure say it measures.

    `expected` says that a plain noun may be a name here: in a list of names, or before a change of it.
    `before` is the figure before this one in its sentence.
    """
    words = sentence.words
    floor = hard_floor(words, lead)
    stop = give_back(words, floor, lead)
    pieces = parts_of(words, floor, stop)
    named = _with_head(page, sentence, lead, pieces)
    if named is None:
        part = _part_of_count(page, sentence, lead, quantity, pieces[-1], before)
        part = part or _told_of(page, sentence, pieces[-1])
        return part or _without_head(page, sentence, lead, quantity, pieces, expected=expected)
    told = words[sentence.starts.index(named.start) : stop]
    if any(word in _CAUSES and before != "bắt" for before, word in pairwise(told)):
        return Subject(NOTHING)
    return named if _may_measure(named, quantity) else Subject(NOTHING)


def _with_head(page: Page, sentence: Sentence, lead: Lead, pieces: list[tuple[int, int]]) -> Subject | None:
    """Return the name that begins with a head: in the last part, or in one before it that goes on."""
    words = sentence.words
    end = pieces[-1][1]
    for at in range(len(pieces) - 1, -1, -1):
        first, last = pieces[at]
        is_last = at == len(pieces) - 1
        if not is_last and at == 0 and is_glued(words, lead, first):
            return None
        closed = last if is_last else strip(page, sentence, first, last)[0]
        start = trimmed(words, first, closed)
        head = head_at(words, start, closed)
        if not head:
            continue
        closed = _without_predicate(words, lead, start + head, closed)
        later = [piece for piece in pieces[at + 1 :] if piece[0] < piece[1]]
        if not later:
            begin = _coordinated(page, sentence, pieces, start)
            return name_of(page, sentence, begin, closed, "head", head + start - begin)
        if closed == last and all(goes_on(words, *piece) for piece in later):
            return name_of(page, sentence, start, end, "head", head)
        return None
    return None


def _coordinated(page: Page, sentence: Sentence, pieces: list[tuple[int, int]], start: int) -> int:
    """Return where two names of one kind begin that share a figure: `thuế A, thuế B xấp xỉ ...`."""
    if len(pieces) < 2:
        return start
    words = sentence.words
    first, last = pieces[-2]
    first = trimmed(words, first, last)
    is_same = first < last and words[first] == words[start] and head_at(words, first, last)
    return first if is_same and strip(page, sentence, first, last)[0] == last else start


def _without_predicate(words: list[str], lead: Lead, first: int, last: int) -> int:
    """Return where a name ends before a clause about it: `Kinh phí còn mỏng:`, `công suất vận hành thêm`."""
    if ":" in words[lead.stop : lead.at]:
        told = (index for index in range(first, last) if words[index] in _PREDICATES)
        last = next((index for index in told if not tells_which(words, index, last)), last)
    is_bare = not any(role.name == "level" for role in lead.roles)
    if last - 2 >= first and words[last - 2 : last] == ["trị", "giá"]:
        last -= 2
    is_done = words[last - 3 : last - 2] == ["đã"]
    if is_bare and not is_done and last - 2 > first and words[last - 2 : last] == ["giải", "ngân"]:
        last -= 2
    if lead.roles and words[lead.roles[-1].start : lead.roles[-1].end] == ["thêm"]:
        last -= longest_before(names_of("verb"), words[:last], last)
    return max(first, last)


_PREDICATES = frozenset(["còn", "vẫn", "đã", "chưa", "rất", "được", "bị"])


def _may_measure(subject: Subject, quantity: Quantity) -> bool:
    """Tell whether a sum of money is not said to be counted: `tăng vốn 15 lượt`."""
    counts = quantity.label in {"COUNT", "RATIO"} and not quantity.is_times
    if subject.entry == "thiệt hại" and quantity.label != "MONEY":
        return False
    return not (counts and subject.entry.split()[0] in _SUMS)


def _part_of_count(
    page: Page,
    sentence: Sentence,
    lead: Lead,
    quantity: Quantity,
    piece: tuple[int, int],
    before: Quantity | None,
) -> Subject | None:
    """Return the part of a count that repeats its noun: `90 hội viên, trong đó hội viên nữ 31 người`."""
    words = sentence.words
    first, last = trimmed(words, *piece), piece[1]
    if before is None or {before.label, quantity.label} != {"COUNT"} or "đó" not in words[lead.first : first]:
        return None
    noun = before.unit.lower().split()
    is_part = words[first : first + len(noun)] == noun and 0 < last - first - len(noun) <= _LONGEST_PART
    return name_of(page, sentence, first, last, "theme", len(noun)) if is_part else None


_LONGEST_PART = 8


def _told_of(page: Page, sentence: Sentence, piece: tuple[int, int]) -> Subject | None:
    """Return the product told of what was done with it: `nhà ở xã hội mới giải ngân 96 tỷ đồng`, or None."""
    words = sentence.words
    first, last = trimmed(words, *piece), piece[1]
    theme = judging.theme_at(words, first, last)
    if not theme or longest_at(names_of("actor"), words[:last], first) > theme:
        return None
    done = deed_at(words, first + theme, last)
    return name_of(page, sentence, first, done, "theme", theme) if done is not None else None


def _without_head(
    page: Page,
    sentence: Sentence,
    lead: Lead,
    quantity: Quantity,
    pieces: list[tuple[int, int]],
    *,
    expected: bool,
) -> Subject:
    """Return what a figure measures when no part before it begins with a head."""
    words = sentence.words
    first, last = pieces[-1]
    first = trimmed(words, first, last)
    if first >= last and judging.is_stated(words, lead, quantity):
        told = before_predicate(page, sentence, lead, pieces)
        if told is not None:
            return name_of(page, sentence, *told, "theme", judging.theme_at(words, *told))
    if first >= last:
        return Subject(ELLIPSIS, rule="left out") if lead.has_previous else Subject(NOTHING)
    if lead.has_previous and words[first:last] in _CARRIED_ON:
        return Subject(ELLIPSIS, rule="goes on")
    if judging.is_stated(words, lead, quantity):
        listed = list_start(page, sentence, pieces)
        if listed is not None:
            return name_of(page, sentence, listed, last, "theme", last - listed)
    inner = _inner_head(words, first, last, stated=any(role.name == "status" for role in lead.roles))
    if inner is not None:
        named = name_of(page, sentence, inner[0], last, "inner head", inner[1])
        return named if _may_measure(named, quantity) else Subject(NOTHING)
    theme = judging.theme_at(words, first, last)
    if lead.has_previous is False and words[first:last] in _BARE and quantity.label == "PERCENT":
        return name_of(page, sentence, first, last, "theme", last - first)
    is_place = all(_is_proper(page, sentence, index) for index in range(first, last)) and not theme
    if is_place and first > 0 and not page.text[sentence.starts[first] : sentence.ends[last - 1]].isupper():
        return judging.part_of(lead, quantity)
    is_topic = expected or quantity.unit in _EVENTS
    if ":" in words[lead.stop : lead.at] and not (is_topic and 1 < theme == last - first):
        return Subject(NOTHING)
    if "riêng" in words[lead.cut : first] and _is_proper(page, sentence, first) and not theme:
        return Subject(NOTHING)
    first = _list_start(page, sentence, pieces, first)
    if not judging.may_be_name(words, first, last, lead, quantity, expected=expected):
        return judging.left_over(words, first, last, lead, quantity)
    theme = judging.theme_at(words, first, last)
    return name_of(page, sentence, first, last, "theme" if theme else "subject", theme)


_CARRIED_ON = (["đóng", "góp"], ["cao", "nhất"], ["thấp", "nhất"])
"""Words that say how the name before goes on: `khu vực I tăng 3%, đóng góp 1,1 điểm phần trăm`."""
_BARE = (
    ["giải", "ngân"],
    ["huy", "động", "vốn"],
    ["huy", "động"],
    ["thu", "hút", "đầu", "tư"],
    ["tín", "dụng"],
)
"""Acts that name a result where they open a clause: `Giải ngân đến 30/9 đạt 38% kế hoạch`."""
_EVENTS = frozenset(["vụ", "ca"])
"""What is counted of an event told before a colon: `Tai nạn giao thông: xảy ra 12 vụ`."""


def _is_proper(page: Page, sentence: Sentence, index: int) -> bool:
    """Tell whether a word of a sentence begins with a capital."""
    return page.text[sentence.starts[index]].isupper()


def _inner_head(words: list[str], first: int, last: int, *, stated: bool) -> tuple[int, int] | None:
    """Return the first head inside a part that follows a word which leads up to a name.

    `stated` says that a status stands before the figure: then a verb leads up to the name too.
    """
    for index in range(first + 1, last):
        acts = stated and longest_before(names_of("verb"), words[:index], index) > 0
        if not (acts or _leads(words, index)) or words[index - 2 : index - 1] in (["chưa"], ["không"]):
            continue
        head = head_at(words, index, last)
        if head and index == last - 1 and words[index - 1] == "có":
            continue
        if not head and words[index - 1] == "là":
            head = judging.theme_at(words, index, last)
        if head:
            return index, head
    return None


def _leads(words: list[str], index: int) -> bool:
    """Tell whether the words before an index lead up to a name; `tổng` and `tỷ lệ` need none."""
    if words[index - 1] in {DATE, "là"} or longest_before(words_of("lead"), words, index) > 0:
        return True
    return words[index] in _SURE and words[index - 1] not in _LINKS


_SURE = frozenset(["tổng", "tỷ", "tỉ"])
_LINKS = frozenset(
    ["của", "về", "theo", "trong", "các", "những", "từ", "trên", "mỗi", "hay", "như", "nhiều", "chiếm"]
)


def _list_start(page: Page, sentence: Sentence, pieces: list[tuple[int, int]], first: int) -> int:
    """Return where a list of nouns begins that ends in the last part: `khu vực nông, lâm nghiệp`."""
    words = sentence.words
    if len(pieces) < 2:
        return first
    left, right = pieces[-2]
    left = trimmed(words, left, right)
    if (
        left < right
        and words[left] in GROUPS
        and right - left <= 6
        and strip(page, sentence, left, right)[0] == right
    ):
        return left
    return first
