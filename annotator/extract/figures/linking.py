"""Link a figure to the name it measures: before it, after it, or that of a figure before."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from annotator.extract.figures import bases, directions, followers
from annotator.extract.figures.carrying import Carry, is_listed
from annotator.extract.figures.judging import ELLIPSIS, NAME, NOTHING, Subject
from annotator.extract.figures.leads import Lead
from annotator.extract.figures.pages import Page
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.readings import Reading
from annotator.extract.figures.respective import shared_out, told_before
from annotator.extract.figures.sentences import Sentence
from annotator.extract.figures.subjects import subject_of

_SAYS = frozenset(["level", "direction", "status", "share"])
_WEAK = frozenset(["có", "hiện có", "gồm", "với", "được", "từ", "thêm", "có thêm", "đến", "xảy ra", "ở"])
_SHARES = frozenset(["tỷ lệ", "tỉ lệ"])
"""Alone after a name these go on with it: `số xã đạt chuẩn là 76 xã, tỷ lệ 87%`."""
_EQUAL = frozenset(["tương đương", "tương đương với", "tương ứng", "tương ứng với"])


_PLANS = (["kế", "hoạch"], ["dự", "toán"], ["chỉ", "tiêu"])
_REACHED = frozenset(["lên", "lên đến", "lên tới", "xuống", "xuống còn", "còn", "chỉ còn"])
"""A level told after a change of the same name: `giá cát tăng 25%, có lúc lên tới 310.000 đồng/m3`."""


_RUNNING = frozenset(["lũy", "dồn"])
"""A sum so far goes on with the name before: `tổng thu trong tháng 4 tỷ đồng, lũy kế 25 tỷ đồng`."""
_FISCAL = frozenset(
    [("giải", "ngân"), ("thực", "hiện"), ("nộp",), ("góp",), ("đóng", "góp"), ("huy", "động"), ("phân", "bổ"),
     ("chi",), ("hỗ", "trợ"), ("bố", "trí"), ("sử", "dụng")]
)  # fmt: skip


def read_subject(
    page: Page,
    sentence: Sentence,
    lead: Lead,
    reading: Reading,
    carry: Carry,
    at: int,
    *,
    expected: bool,
) -> None:
    """Read the name a figure measures: before it, after it, or the one of the figure before."""
    quantity = reading.quantity
    before = carry.previous.quantity if carry.previous else None
    subject = subject_of(page, sentence, lead, quantity, expected=expected, before=before)
    if carry.current and page.plain[subject.start : subject.end] in _SHARES and lead.has_previous:
        subject = Subject(ELLIPSIS, rule="goes on")
    reading.how = subject.rule
    if _opens_parts(sentence, lead):
        carry.whole = carry.current.subject if carry.current else None
        carry.in_parts = True
    if subject.kind == NAME:
        subject, *carry.respective = shared_out(sentence, lead, at, subject)
        reading.subject = subject
        first = sentence.starts.index(subject.start)
        last = sentence.ends.index(subject.end) + 1
        _read_growth(sentence, first, last, reading, lead)
        return
    if not carry.respective and subject.kind == ELLIPSIS:
        carry.respective = told_before(sentence, lead, at, [named.subject for named in carry.names])
        taken = bool(carry.respective)
    else:
        taken = bool(carry.respective) and is_listed(sentence, lead)
    if taken:
        reading.subject, reading.how = carry.respective.pop(0), "shared out"
        return
    after = followers.name_after(page, sentence, at, reading.attributes.get("direction", ""), quantity)
    kept = _inherited(sentence, lead, quantity, subject, carry)
    if after is not None:
        reading.subject, reading.how = after, "after"
    elif kept is not None:
        reading.subject, reading.how = replace(kept, rule="left out"), "left out"


def _inherited(
    sentence: Sentence, lead: Lead, quantity: Quantity, subject: Subject, carry: Carry
) -> Subject | None:
    """Return the name of an earlier figure of the sentence that this one measures too, or None."""
    current = carry.current.subject if carry.current else None
    if subject.kind == NOTHING:
        return _beside(sentence, lead, quantity, subject, carry)
    words = sentence.words
    said = {" ".join(words[role.start : role.end]) for role in lead.roles if role.name in _SAYS} - _WEAK
    said |= {"so far"} if _RUNNING.intersection(words[lead.cut : lead.at]) else set()
    if said & _EQUAL or quantity.is_times or subject.rule == "goes on":
        return current
    bracketed = "(" in words[lead.first : lead.at]
    if quantity.label == "PERCENT":
        return _share_or_change(sentence, lead, carry, said=bool(said), bracketed=bracketed)
    if carry.previous and quantity.per and quantity.per == carry.previous.quantity.per:
        said |= {"per"} if is_listed(sentence, lead) else set()
    if carry.current and quantity.unit in carry.current.units:
        is_mean = "bình" in words[lead.cut : lead.at] and not lead.first_role("date")
        return current if said or bracketed or is_mean or lead.first_role("place") else None
    if current and carry.current and carry.current.labels == {"PERCENT"} and said & _REACHED:
        return current
    is_change = lead.first_role("direction") is not None and bool(said)
    return carry.measured_in(quantity.unit) if is_change else None


def _beside(
    sentence: Sentence, lead: Lead, quantity: Quantity, subject: Subject, carry: Carry
) -> Subject | None:
    """Return the name before that a figure measures whose own words name no more than a part or an act."""
    current = carry.current.subject if carry.current else None
    if current and carry.current and quantity.unit in carry.current.units:
        if quantity.per and _is_beside(lead, quantity, subject, carry):
            return current
        if "riêng" in sentence.words[lead.cut : lead.at]:
            return current if quantity.label != "COUNT" else None
        if quantity.label == "PERCENT" and _opens_bracket(sentence, lead):
            return current
    acts = subject.rule == "acts" and quantity.label in {"MONEY", "PERCENT"} and _is_fiscal(sentence, lead)
    return (carry.whole if carry.in_parts else current) if acts else None


def _is_beside(lead: Lead, quantity: Quantity, subject: Subject, carry: Carry) -> bool:
    """Tell whether someone else's figure follows one of the same rate: `có hộ đạt hơn 40 tấn/ha`."""
    stated = any(role.name in {"level", "direction"} for role in lead.roles)
    previous = carry.previous
    return (
        subject.rule != "acts" and stated and previous is not None and previous.quantity.per == quantity.per
    )


def _share_or_change(
    sentence: Sentence, lead: Lead, carry: Carry, *, said: bool, bracketed: bool
) -> Subject | None:
    """Return the name before that a percentage without one of its own measures, or None."""
    words = sentence.words
    current = carry.current.subject if carry.current else None
    is_next = is_listed(sentence, lead) and words[lead.cut] == "và"
    if is_next or (words[lead.cut : lead.at] == [","] and words[lead.at + 1 : lead.at + 3] in _PLANS):
        return current
    if current is None and bracketed and lead.first_role("direction") is not None:
        return carry.measured_in("%")
    is_share = bases.base_of_share(sentence, lead.at + 1) is not None
    return current if said or bracketed or not is_share else None


def _opens_bracket(sentence: Sentence, lead: Lead) -> bool:
    """Tell whether a bracket with a part in it follows the figure before: `còn 0,2% (cấp xã 0,4%)`."""
    return (
        sentence.words[lead.first : lead.first + 1] == ["("]
        and "đó" not in sentence.words[lead.first : lead.at]
    )


def _opens_parts(sentence: Sentence, lead: Lead) -> bool:
    """Tell whether `trong đó` stands in the lead of a figure."""
    words = sentence.words[lead.first : lead.at]
    return any(pair == ("trong", "đó") for pair in pairwise(words))


def _is_fiscal(sentence: Sentence, lead: Lead) -> bool:
    """Tell whether the verb before an amount says what is done with the sum named before."""
    if ";" in sentence.words[lead.first : lead.at]:
        return False
    words = [word for word in sentence.words[lead.cut : lead.stop] if word.isalpha() and word != "mới"]
    ends = (words[:1], words[:2], words[-1:], words[-2:])
    return any(tuple(end) in _FISCAL for end in ends)


def _read_growth(sentence: Sentence, first: int, last: int, reading: Reading, lead: Lead) -> None:
    """Give the direction of a rate of growth, or of a verb that stands before the name."""
    if "direction" in reading.attributes:
        return
    value = directions.growth_of(sentence, first, last)
    if value:
        reading.say("direction", value, sentence.starts[first], sentence.ends[last - 1])
        return
    said = directions.leading_change(sentence, first)
    reached = any(sentence.words[role.start] in {"còn", "xuống", "lên", "đạt"} for role in lead.roles)
    if said and not reached:
        reading.say("direction", said[0], *sentence.range_of(said[1], said[2]))
