"""Read each figure of a report in its context: attributes, the indicator it measures, the date it holds for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from annotator.extract.base import Match
from annotator.extract.figures import bases, directions, followers
from annotator.extract.figures.judging import NAME, NOTHING, Subject
from annotator.extract.figures.leads import Lead, leads_of
from annotator.extract.figures.pages import Page
from annotator.extract.figures.periods import periods_of
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.readings import Reading
from annotator.extract.figures.sentences import FIGURE, Sentence
from annotator.extract.figures.statuses import Headings, status_words
from annotator.extract.figures.subjects import subject_of


def readings_of(
    page: Page, sentence: Sentence, quantities: Sequence[Quantity], dates: Sequence[Match], headings: Headings
) -> Iterator[Reading]:
    """Yield the figures of one sentence, read in order."""
    leads = leads_of(page, sentence)
    said = status_words(sentence)
    times = {at for at in sentence.figures if quantities[sentence.things[at]].is_times}
    periods = periods_of(page, sentence, dates, times)
    carry = _Carry()
    order = sentence.figures
    for position, at in enumerate(order):
        quantity = quantities[sentence.things[at]]
        following = order[position + 1] if position + 1 < len(order) else None
        reading = Reading(quantity=quantity, date=periods.get(at))
        lead = leads[at]
        carry.pass_brackets(sentence.words[lead.first : at])
        end = leads[following].cut if following is not None else len(sentence.words)
        _read_qualifier(sentence, lead, at, reading)
        _read_direction(page, sentence, lead, reading, carry)
        after = leads[following] if following is not None else None
        expected = carry.expects(sentence, lead, quantity) or _is_followed_by_change(sentence, after)
        _read_subject(page, sentence, lead, reading, carry, at, expected=expected)
        _read_basis(sentence, lead, reading, carry, end, bases.Times(page, dates, reading.date))
        _read_status(sentence, lead, reading, said.get(at), headings)
        carry.after(reading)
        yield reading


@dataclass(slots=True)
class _Named:
    """A name met in a sentence, and the units and labels of the figures that measured it."""

    subject: Subject
    units: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Carry:
    """What a figure leaves for the next ones of its sentence; `outer` is kept while a bracket is open."""

    basis: tuple[str, int, int] | None = None
    previous: Reading | None = None
    current: _Named | None = None
    whole: Subject | None = None
    names: list[_Named] = field(default_factory=list)
    outer: list[_Named | None] = field(default_factory=list)

    def expects(self, sentence: Sentence, lead: Lead, quantity: Quantity) -> bool:
        """Tell whether the figure before had a name and this one stands beside it in a list."""
        words = sentence.words
        if self.previous is None:
            return False
        if "đó" in words[lead.first : lead.stop] and quantity.unit == self.previous.quantity.unit:
            return True
        if self.current is None or words[lead.cut] not in {",", ";", "và"}:
            return False
        return quantity.label in self.current.labels and self.previous.how != "after"

    def pass_brackets(self, words: list[str]) -> None:
        """Keep the name before an opening bracket, and go back to it at the closing one."""
        for word in words:
            if word == "(":
                self.outer.append(self.current)
            elif word == ")" and self.outer:
                self.current = self.outer.pop() or self.current

    def after(self, reading: Reading) -> None:
        """Remember the figure just read."""
        self.previous = reading
        subject = reading.subject
        if subject is None:
            self.current = None
            return
        same = (named for named in self.names if named.subject.start == subject.start)
        self.current = next(same, None)
        if self.current is None:
            self.current = _Named(subject)
            self.names.append(self.current)
        self.current.units.add(reading.quantity.unit)
        self.current.labels.add(reading.quantity.label)

    def measured_in(self, unit: str) -> Subject | None:
        """Return the last name of the sentence that a figure of this unit measured, or None."""
        return next((named.subject for named in reversed(self.names) if unit in named.units), None)


def _is_followed_by_change(sentence: Sentence, after: Lead | None) -> bool:
    """Tell whether the next figure is a change or share of this one: `, tăng 5%`, `, bằng 98%`."""
    if after is None or after.stop > after.cut or sentence.words[after.cut] != ",":
        return False
    return any(role.name in {"direction", "level"} for role in after.roles)


def _range(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the code points of `words[start:end]`."""
    return sentence.starts[start], sentence.ends[end - 1]


def _read_qualifier(sentence: Sentence, lead: Lead, at: int, reading: Reading) -> None:
    """Read the qualifier right before a figure, or `trở lên` after it."""
    words = sentence.words
    if words[at + 1 : at + 3] in (["trở", "lên"], ["trở", "xuống"]):
        value = "at_least" if words[at + 2] == "lên" else "up_to"
        reading.say("qualifier", value, *_range(sentence, at + 1, at + 3))
        return
    is_named = False
    for role in lead.near:
        if role.name == "qualifier":
            if is_named and words[role.start] in {"cao", "thấp"}:
                return
            reading.say("qualifier", role.value, *_range(sentence, role.start, role.end))
            return
        if role.name not in {"level", "reach"} or words[role.start : role.end] not in (
            ["từ"],
            ["đến"],
            ["là"],
        ):
            return
        is_named = words[role.start] == "là"


def _read_direction(page: Page, sentence: Sentence, lead: Lead, reading: Reading, carry: _Carry) -> None:
    """Read the direction: a sign, the words before, or the figure this one restates or lists on."""
    sign = directions.sign_of(reading.quantity, page.text)
    if sign:
        reading.say("direction", sign, reading.quantity.start, reading.quantity.start + 1)
        return
    said = directions.direction_of(sentence, lead, reading.quantity)
    if said:
        reading.say("direction", said[0], *_range(sentence, said[1], said[2]))
        return
    restated = _is_listed(sentence, lead) or (
        lead.bracket == lead.first and _planned(sentence, lead, reading)
    )
    if carry.previous and restated:
        value = carry.previous.attributes.get("direction")
        if value:
            piece = next(piece for piece in carry.previous.pieces if piece.attribute == "direction")
            reading.say("direction", value, piece.start, piece.end)


def _is_listed(sentence: Sentence, lead: Lead) -> bool:
    """Tell whether only `và`, a comma or a bracket joins a figure to the one before it.

    Words that finish the counted noun of the one before may stand between: `4 cơ quan chuyên môn, 37 phòng`.
    """
    words = sentence.words
    if lead.roles or not lead.has_previous or lead.stop - lead.cut > 1:
        return False
    rest = words[lead.first : lead.cut]
    joined = words[lead.cut : lead.at]
    return (
        0 < len(joined) <= 2
        and set(joined) <= {"và", ",", "(", "hoặc"}
        and len(rest) <= 4
        and "so" not in rest
    )


def _read_subject(
    page: Page,
    sentence: Sentence,
    lead: Lead,
    reading: Reading,
    carry: _Carry,
    at: int,
    *,
    expected: bool,
) -> None:
    """Read the name a figure measures: before it, after it, or the one of the figure before."""
    quantity = reading.quantity
    subject = subject_of(page, sentence, lead, quantity, expected=expected)
    reading.how = subject.rule
    if _opens_parts(sentence, lead):
        carry.whole = carry.current.subject if carry.current else None
    if subject.kind == NAME:
        reading.subject = subject
        first = sentence.starts.index(subject.start)
        last = sentence.ends.index(subject.end) + 1
        _read_growth(sentence, first, last, reading, lead)
        return
    after = followers.name_after(page, sentence, at, reading.attributes.get("direction", ""), quantity)
    kept = _inherited(sentence, lead, quantity, subject, carry)
    if after is not None:
        reading.subject, reading.how = after, "after"
    elif kept is not None:
        reading.subject, reading.how = replace(kept, rule="left out"), "left out"


def _inherited(
    sentence: Sentence, lead: Lead, quantity: Quantity, subject: Subject, carry: _Carry
) -> Subject | None:
    """Return the name of an earlier figure of the sentence that this one measures too, or None."""
    current = carry.current.subject if carry.current else None
    if subject.kind == NOTHING:
        acts = (
            subject.rule == "acts" and quantity.label in {"MONEY", "PERCENT"} and _is_fiscal(sentence, lead)
        )
        return (carry.whole or current) if acts else None
    words = sentence.words
    bracketed = "(" in words[lead.first : lead.at]
    said = {" ".join(words[role.start : role.end]) for role in lead.roles if role.name in _SAYS} - _WEAK
    if said & _EQUAL or quantity.is_times:
        return current
    if quantity.label == "PERCENT":
        if _is_listed(sentence, lead) and words[lead.cut] == "và":
            return current
        is_share = bases.base_of_share(sentence, lead.at + 1) is not None
        return current if said or bracketed or not is_share else None
    if carry.current and quantity.unit in carry.current.units:
        return current if said or bracketed or lead.first_role("place") else None
    is_change = lead.first_role("direction") is not None and bool(said)
    return carry.measured_in(quantity.unit) if is_change and quantity.label != "COUNT" else None


_SAYS = frozenset(["level", "direction", "status", "share"])
_WEAK = frozenset(["có", "hiện có", "gồm", "với", "được", "từ", "thêm", "có thêm", "đến", "xảy ra", "ở"])
_EQUAL = frozenset(["tương đương", "tương đương với", "tương ứng", "tương ứng với"])


def _opens_parts(sentence: Sentence, lead: Lead) -> bool:
    """Tell whether `trong đó` stands in the lead of a figure."""
    words = sentence.words[lead.first : lead.at]
    return any(pair == ("trong", "đó") for pair in zip(words, words[1:], strict=False))


_FISCAL = frozenset(
    [("giải", "ngân"), ("thực", "hiện"), ("nộp",), ("góp",), ("đóng", "góp"), ("huy", "động"), ("phân", "bổ"),
     ("chi",), ("hỗ", "trợ"), ("bố", "trí"), ("sử", "dụng")]
)  # fmt: skip


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
        reading.say("direction", said[0], *_range(sentence, said[1], said[2]))


def _read_basis(
    sentence: Sentence, lead: Lead, reading: Reading, carry: _Carry, end: int, times: bases.Times
) -> None:
    """Read what a share or change is against: after it, before it, or before its list."""
    quantity, at = reading.quantity, lead.at
    if _planned(sentence, lead, reading):
        return
    stated = bases.stated_before(sentence, lead, times)
    if stated:
        carry.basis = stated
    is_change = "direction" in reading.attributes
    if not (quantity.label == "PERCENT" or quantity.is_times or is_change):
        return
    said = bases.tail_basis(sentence, at + 1, max(end, at + 1), times, compared=quantity.is_times)
    said = said or stated or bases.lead_basis(sentence, lead)
    if said is None and is_change:
        said = carry.basis or (
            _previous_basis(carry.previous, sentence) if _is_listed(sentence, lead) else None
        )
    if said is None and quantity.label == "PERCENT" and not is_change:
        said = _share_of(sentence, lead, reading, carry)
    if said is not None:
        reading.say("basis", said[0], *_range(sentence, said[1], said[2]))
        _share_with_outer(sentence, lead, reading, carry)


def _share_with_outer(sentence: Sentence, lead: Lead, reading: Reading, carry: _Carry) -> None:
    """Give the basis after a bracket to the change it restates: `tăng 5 vụ (tăng 10%) so với cùng kỳ`."""
    words, outer = sentence.words, carry.previous
    restates = words[lead.first] == "(" and words[lead.at + 1 : lead.at + 3] == [")", "so"]
    if restates and outer and "direction" in outer.attributes and "basis" not in outer.attributes:
        piece = reading.pieces[-1]
        outer.say("basis", reading.attributes["basis"], piece.start, piece.end)


def _share_of(sentence: Sentence, lead: Lead, reading: Reading, carry: _Carry) -> tuple[str, int, int] | None:
    """Return `total` for the share of a base named after the figure, or bracketed after a count of it."""
    if reading.subject is None:
        said = bases.base_of_share(sentence, lead.at + 1)
        if said:
            return said
    before = carry.previous.quantity if carry.previous else None
    is_bracketed = sentence.words[lead.at - 1] == "(" and sentence.words[lead.at + 1 : lead.at + 2] == [")"]
    if is_bracketed and before is not None and before.label != "PERCENT" and not reading.quantity.signed:
        return "total", lead.at, lead.at + 1
    return None


def _previous_basis(previous: Reading | None, sentence: Sentence) -> tuple[str, int, int] | None:
    """Return the basis of the figure before as word indices."""
    pieces = previous.pieces if previous else []
    piece = next((piece for piece in pieces if piece.attribute == "basis"), None)
    if previous is None or piece is None:
        return None
    value = previous.attributes["basis"]
    return value, sentence.starts.index(piece.start), sentence.ends.index(piece.end) + 1


def _read_status(
    sentence: Sentence, lead: Lead, reading: Reading, said: tuple[str, int, int] | None, headings: Headings
) -> None:
    """Read the status: a word of the sentence, else the heading or list lead, else a result."""
    planned = _planned(sentence, lead, reading)
    if planned:
        reading.say("status", "target", *_range(sentence, *planned))
    elif said:
        reading.say("status", said[0], *_range(sentence, said[1], said[2]))
    else:
        status, start, end = headings.at(reading.quantity.start)
        if status:
            reading.say("status", status, start, end)
        else:
            reading.attributes["status"] = "actual"


def _planned(sentence: Sentence, lead: Lead, reading: Reading) -> tuple[int, int] | None:
    """Return the words that make an amount a planned one: `dự toán 500 tỷ`, `kế hoạch là 2.000 ha`."""
    quantity = reading.quantity
    if _planned_change(sentence, lead, reading):
        role = next(role for role in lead.roles if role.name == "basis")
        return role.start, role.end
    role_or_none = next((role for role in lead.roles if role.name == "basis"), None)
    if role_or_none is None or role_or_none.value not in {"plan", "budget"}:
        return None
    before = sentence.words[role_or_none.start - 1] if role_or_none.start else ""
    if quantity.label == "PERCENT" or "direction" in reading.attributes or quantity.is_times:
        is_planned = before == "("
    else:
        is_planned = before not in _AGAINST
    return (role_or_none.start, role_or_none.end) if is_planned else None


_AGAINST = frozenset(["với", "so", "vượt", "đạt", "bằng", "theo", "hơn", "thành"])


def _planned_change(sentence: Sentence, lead: Lead, reading: Reading) -> bool:
    """Tell whether a change is the planned one: `(kế hoạch tăng 6,5%)`."""
    role = next((role for role in lead.roles if role.name == "basis"), None)
    change = lead.first_role("direction")
    if role is None or change is None or role.end != change.start or role.value not in {"plan", "budget"}:
        return False
    return role.start > 0 and sentence.words[role.start - 1] in {"(", ",", ";"}
