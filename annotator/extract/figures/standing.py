"""Tell whether a noun phrase that stands alone between a border and a number names what the number counts."""

from __future__ import annotations

from annotator.extract.figures.leads import Lead
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.roles import JOINS
from annotator.extract.figures.sentences import DATE, FIGURE
from annotator.extract.figures.vocabulary import longest_at, longest_before, names_of, words_of

_LONGEST = 8
_BORDERS = frozenset(
    [",", ";", ":", "(", "-", "–", "+", "•", "*", ")", "đó", "gồm", "riêng", "và", "thể", "gồm có"]
)
"""After these a clause begins, or a part of what was told before."""
_VERBAL = frozenset(
    ["đã", "được", "bị", "để", "cho", "không", "chưa", "sẽ", "đang", "phải", "cần", "những", FIGURE, DATE,
     "mỗi", "chiếm", "nơi", "phấn", "nay", "xảy", "gây", "là", "có", "thì", "vẫn", "cũng", "còn", "tự", "rất",
     "như", "ít", "nhiều", "hàng", "hằng", "từng", "bằng", "lần", "thứ", "cùng", "hơn", "gần", "mức", ",",
     ";", ":", "so"]
)  # fmt: skip
"""Words of a clause: a noun phrase without a verb has none of them."""
_TRADES = (["xuất", "khẩu"], ["nhập", "khẩu"])
"""Acts that name a sum: `- Xuất khẩu 120 tỷ đồng`."""
_MANNERS = (["trực", "tiếp"], ["gián", "tiếp"])
"""Words that end like a verb and are none."""
_OPEN = frozenset(["tại", "ở", "với", "tới", "từ", "về", "trên", "dưới", *JOINS])
"""After these a noun is still to come."""
_PEOPLE = frozenset(
    ["người", "hộ", "học sinh", "sinh viên", "giáo viên", "cán bộ", "công chức", "lao động", "hội viên",
     "đoàn viên", "đảng viên", "thanh niên", "phụ nữ", "trẻ em", "bác sĩ", "cá nhân", "hộ gia đình", "hộ dân",
     "công nhân", "đại biểu", "hộ kinh doanh", "người lao động", "hộ sản xuất"]
)  # fmt: skip
"""Who acts elsewhere, but is counted where nothing is said of what they do: `lao động nữ 210 người`."""


def stands_alone(words: list[str], first: int, last: int, lead: Lead, quantity: Quantity) -> bool:
    """Tell whether `words[first:last]` is a bare noun phrase that opens its clause and ends at its figure."""
    if any(role.name != "qualifier" for role in lead.roles) or not 0 < last - first <= _LONGEST:
        return False
    if first == 0 or words[first - 1] not in _BORDERS or _VERBAL.intersection(words[first:last]):
        return False
    if words[last - 1] in _OPEN or JOINS.intersection(words[last : lead.at]):
        return False
    if quantity.label == "MONEY" and words[first:last] in _TRADES:
        return True
    return _is_noun_phrase(words, first, last)


def _is_noun_phrase(words: list[str], first: int, last: int) -> bool:
    """Tell whether neither a verb nor who acts begins the words, and no verb ends them."""
    before = words[:last]
    theme = max(longest_at(names_of(kind), before, first) for kind in ("theme", "sector"))
    verb = max(longest_at(names_of(kind), before, first) for kind in ("verb", "deed"))
    if verb > theme or verb == last - first or longest_at(names_of("other"), before, first):
        return False
    if any(longest_at(words_of(role), before, first) for role in ("lead", "place", "stop")):
        return False
    actor = longest_at(names_of("actor"), before, first)
    if actor > theme and " ".join(words[first : first + actor]) not in _PEOPLE:
        return False
    if actor == last - first:
        return False
    ends = longest_before(names_of("verb"), before, last)
    return not ends or theme >= last - first or words[last - 2 : last] in _MANNERS
