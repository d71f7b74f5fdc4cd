"""Judge a subject that begins with no known head: a product or sector is a name, one who acts is none."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.extract.figures.leads import Lead
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.sentences import FIGURE
from annotator.extract.figures.standing import stands_alone
from annotator.extract.figures.vocabulary import longest_at, longest_before, names_of

NAME, ELLIPSIS, NOTHING = "name", "ellipsis", "nothing"
NEEDS_MORE = frozenset(
    ["số", "tổng số", "tổng", "mức", "lượng", "nguồn", "giải ngân", "huy động vốn", "thu hút", "quy mô",
     "tiến độ", "thu từ", "chi cho", "chi từ", "số lượng", "cơ cấu kinh tế", "năng lực", "nguồn lực",
     "trị giá"]
)  # fmt: skip
_LONGEST = 9
_LONGEST_EXPECTED = 7
GROUPS = frozenset(["nhóm", "khu", "ngành", "nông", "lĩnh"])
_NO_NAME = frozenset(
    ["đã", "được", "bị", "để", "cho", "không", "chưa", "sẽ", "đang", "phải", "cần", "những", FIGURE, "mỗi",
     "chiếm", "nơi", "phấn", "nay", "xảy", "gây"]
)  # fmt: skip
_NO_BEGINNING = frozenset(
    ["qua", "sau", "bằng", "nhờ", "do", "vì", "bởi", "khi", "để", "thông", "trên", "dưới", "nếu", "mà",
     "nhằm", "rằng", "theo", "trước", "chuẩn"]
)  # fmt: skip
_EXTENTS = frozenset(["dài", "rộng", "sâu", "dày"])
"""What follows says how large a thing is: `đoạn qua xã Phú An dài 2,4 km`."""
_TRADES = frozenset(["xuất khẩu", "nhập khẩu"])
"""Verbs that also tell which goods a name means: `hạt điều nhập khẩu ước ...`."""
_STATING = frozenset(["direction", "status", "share"])
_SAY_NO_SUBJECT = frozenset(["thêm", "bổ sung thêm", "giảm lãi", "giảm lỗ", "giảm nợ", "tăng lãi"])
_WEAK = frozenset(
    ["có", "hiện có", "gồm", "với", "từ", "đến", "thu được", "được", "xảy ra", "ở", "tới", "lên"]
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure measures: a name `[start, end)` in code points, one left out, or nothing."""

    kind: str
    rule: str = ""
    start: int = 0
    end: int = 0
    entry: str = ""


def may_be_name(
    words: list[str], first: int, last: int, lead: Lead, quantity: Quantity, *, expected: bool
) -> bool:
    """Tell whether `words[first:last]` before a figure names what it measures."""
    theme = theme_at(words, first, last)
    verb = longest_at(names_of("verb"), words[:last], first)
    stated = is_stated(words, lead, quantity)
    if _repeats_unit(words, first, last, quantity):
        return True
    if words[first:last] != ["trị", "giá"] and stands_alone(words, first, last, lead, quantity):
        return True
    is_part = words[first - 1 : first] in ([","], ["đó"], [";"], ["("])
    is_part = is_part or (words[first - 1 : first] == ["và"] and theme > verb)
    is_trade = theme == last - first and (is_part or " ".join(words[first:last]) in _TRADES) and expected
    is_sibling = (
        expected
        and is_part
        and last - first > 1
        and (quantity.label == "MEASURE" or (stated and quantity.label == "PERCENT"))
    )
    if (_acts(words, first, last, stated or is_trade) and not is_sibling) or longest_at(
        names_of("actor"), words[:last], first
    ) > theme:
        return False
    if " ".join(words[first:last]) in NEEDS_MORE or words[first] in _NO_BEGINNING:
        return False
    if (
        words[first:last] == ["ngành"]
        or last - first > max(_LONGEST, theme)
        or _NO_NAME.intersection(words[first + theme : last])
    ):
        return False
    if stated:
        return True
    if quantity.label == "MEASURE" and words[last - 1] in _EXTENTS and theme < last - first:
        return False
    if quantity.label in {"COUNT", "RATIO"}:
        if theme == last - first and (expected or words[first - 1 : first] == [":"]):
            return True
        return theme > 1 or last - first > theme > 0 or (expected and 1 < last - first <= _LONGEST_EXPECTED)
    return theme > 0 or (expected and last - first <= _LONGEST_EXPECTED)


def _repeats_unit(words: list[str], first: int, last: int, quantity: Quantity) -> bool:
    """Tell whether a name begins with what is counted: `hộ không có đất ở 738 hộ`."""
    noun = quantity.unit.lower().split()
    is_same = words[first : first + len(noun)] == noun and last - first > len(noun)
    return quantity.label == "COUNT" and is_same and "được" not in words[first:last]


def left_over(words: list[str], first: int, last: int, lead: Lead, quantity: Quantity) -> Subject:
    """Return what a figure measures when the words before it name who acts, or an act."""
    if _acts(words, first, last, is_stated(words, lead, quantity)):
        return Subject(NOTHING, rule="acts")
    if longest_at(names_of("actor"), words[:last], first):
        return part_of(lead, quantity)
    return Subject(NOTHING)


def part_of(lead: Lead, quantity: Quantity) -> Subject:
    """Return that a figure told of a place or a body goes on with the name before, or measures nothing."""
    roles = {role.name for role in lead.roles}
    is_change = quantity.label == "PERCENT" or (quantity.label == "MONEY" and "direction" in roles)
    goes_on = lead.has_previous and "share" not in roles and is_change
    return Subject(ELLIPSIS, rule="part") if goes_on else Subject(NOTHING)


def is_stated(words: list[str], lead: Lead, quantity: Quantity) -> bool:
    """Tell whether a verb such as `đạt` or `tăng` stands between a subject and its figure."""
    said = {" ".join(words[role.start : role.end]) for role in lead.roles if role.name in _STATING}
    if quantity.signed or said - _SAY_NO_SUBJECT:
        return True
    return any(
        role.name == "level" and " ".join(words[role.start : role.end]) not in _WEAK for role in lead.roles
    )


def theme_at(words: list[str], first: int, last: int) -> int:
    """Return how many words of a product or sector begin at a word index."""
    before = words[:last]
    return max(longest_at(names_of("theme"), before, first), longest_at(names_of("sector"), before, first))


def _acts(words: list[str], first: int, last: int, stated: bool) -> bool:
    """Tell whether the words are a verb that takes the figure as its object."""
    theme = theme_at(words, first, last)
    verb = longest_at(names_of("verb"), words, first)
    if (
        not stated
        and words[first] in GROUPS
        and theme == 1
        and longest_at(names_of("verb"), words, first + 1) == last - first - 1
    ):
        return last - first > 1
    if verb > theme or (verb and first + verb >= last and not (stated and theme > 1)):
        return True
    ends = longest_before(names_of("verb"), words[:last], last)
    if stated and " ".join(words[last - 2 : last]) in _TRADES and 1 < last - first - 2 < 4:
        return False
    if theme and longest_before(names_of("theme"), words[:last], last) >= ends:
        return False
    is_group = words[first] in GROUPS and stated
    return bool(ends) and last - first > max(theme, ends) and not is_group
