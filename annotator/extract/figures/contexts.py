"""Read each figure of a report in its context: attributes, the indicator it measures, the date it holds for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from annotator.extract.base import Match
from annotator.extract.figures import bases, directions, followers
from annotator.extract.figures.judging import ELLIPSIS, NAME, NOTHING, Subject
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
    periods = periods_of(page, sentence, dates)
    carry = _Carry()
    order = sentence.figures
    for position, at in enumerate(order):
        quantity = quantities[sentence.things[at]]
        following = order[position + 1] if position + 1 < len(order) else None
        reading = Reading(quantity=quantity, date=periods.get(at))
        lead = leads[at]
        end = leads[following].cut if following is not None else len(sentence.words)
        _read_qualifier(sentence, lead, at, reading)
        _read_direction(page, sentence, lead, reading, carry)
        after = leads[following] if following is not None else None
        expected = carry.expects(sentence, lead, quantity) or _is_followed_by_change(sentence, after)
        _read_subject(page, sentence, lead, reading, carry, at, expected=expected)
        _read_basis(sentence, lead, reading, carry, end, bases.Times(page, dates, reading.date))
        _read_status(sentence, lead, reading, said.get(at), headings)
        carry.after(reading, lead, sentence)
        yield reading


@dataclass(slots=True)
class _Carry:
    """What a figure leaves for the next ones of its sentence."""

    subject: Subject | None = None
    basis: tuple[str, int, int] | None = None
    previous: Reading | None = None
    whole: Subject | None = None
    units: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)

    def expects(self, sentence: Sentence, lead: Lead, quantity: Quantity) -> bool:
        """Tell whether the figure before had a name and this one stands beside it in a list."""
        if self.previous is None or self.subject is None or sentence.words[lead.cut] not in {",", ";", "và"}:
            return False
        return quantity.label in self.labels and self.previous.how != "after"

    def after(self, reading: Reading, lead: Lead, sentence: Sentence) -> None:
        """Remember the figure just read."""
        self.previous = reading
        if reading.subject is None or self.subject is None or reading.subject.start != self.subject.start:
            self.units = set()
            self.labels = set()
        self.units.add(reading.quantity.unit)
        self.labels.add(reading.quantity.label)
        self.subject = reading.subject


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
    for role in lead.roles:
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
    if carry.previous and not lead.roles and _is_listed(sentence, lead):
        value = carry.previous.attributes.get("direction")
        if value:
            piece = next(piece for piece in carry.previous.pieces if piece.attribute == "direction")
            reading.say("direction", value, piece.start, piece.end)


def _is_listed(sentence: Sentence, lead: Lead) -> bool:
    """Tell whether only `và`, a comma or a bracket joins a figure to the one before it."""
    between = [word for word in sentence.words[lead.first : lead.at]]
    return 0 < len(between) <= 2 and set(between) <= {"và", ",", "(", "hoặc"}


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
        carry.whole = carry.subject
    if subject.kind == NAME:
        reading.subject = subject
        first = sentence.starts.index(subject.start)
        last = sentence.ends.index(subject.end) + 1
        _read_growth(sentence, first, last, reading, lead)
        return
    after = followers.name_after(page, sentence, at, reading.attributes.get("direction", ""), quantity)
    if after is not None:
        reading.subject, reading.how = after, "after"
    elif (
        subject.kind == ELLIPSIS
        and carry.subject is not None
        and _may_inherit(lead, quantity, sentence, carry)
    ):
        reading.subject = replace(carry.subject, rule="left out")
        reading.how = "left out"
    elif subject.kind == NOTHING and subject.rule == "acts" and quantity.label == "MONEY":
        whole = carry.whole or carry.subject
        if whole is not None and _is_fiscal(sentence, lead):
            reading.subject, reading.how = replace(whole, rule="left out"), "left out"


def _opens_parts(sentence: Sentence, lead: Lead) -> bool:
    """Tell whether `trong đó` stands in the lead of a figure."""
    words = sentence.words[lead.first : lead.at]
    return any(pair == ("trong", "đó") for pair in zip(words, words[1:], strict=False))


_FISCAL = frozenset(["giải", "thực", "nộp", "thu", "góp", "huy", "phân", "ngân", "chi"])


def _is_fiscal(sentence: Sentence, lead: Lead) -> bool:
    """Tell whether the verb before an amount says what is done with the sum named before."""
    return bool(_FISCAL.intersection(sentence.words[lead.cut : lead.stop]))


def _may_inherit(lead: Lead, quantity: Quantity, sentence: Sentence, carry: _Carry) -> bool:
    """Tell whether a figure without a name of its own may measure the one named before."""
    words = sentence.words
    bracketed = "(" in words[lead.first : lead.at]
    said = {" ".join(words[role.start : role.end]) for role in lead.roles if role.name in _SAYS}
    if quantity.is_times:
        return True
    if quantity.label == "PERCENT":
        return bool(said - _WEAK) or bracketed or bases.base_of_share(sentence, lead.at + 1) is None
    return quantity.unit in carry.units and (bracketed or bool(said - _WEAK))


_SAYS = frozenset(["level", "direction", "status", "share"])
_WEAK = frozenset(["có", "hiện có", "gồm", "với", "được", "từ", "thêm", "có thêm", "đến", "xảy ra"])


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
    stated = bases.stated_before(sentence, lead, times)
    if stated:
        carry.basis = stated
    is_change = "direction" in reading.attributes
    if not (quantity.label == "PERCENT" or quantity.is_times or is_change):
        return
    said = bases.tail_basis(sentence, at + 1, max(end, at + 1), times)
    said = said or stated or bases.lead_basis(sentence, lead)
    if said is None and is_change:
        said = carry.basis or (
            _previous_basis(carry.previous, sentence) if _is_listed(sentence, lead) else None
        )
    if said is None and quantity.label == "PERCENT" and not is_change:
        said = _share_of(sentence, lead, reading, carry)
    if said is not None:
        reading.say("basis", said[0], *_range(sentence, said[1], said[2]))


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
    if (
        reading.quantity.label in {"PERCENT"}
        or "direction" in reading.attributes
        or reading.quantity.is_times
    ):
        return None
    role = next((role for role in lead.roles if role.name == "basis"), None)
    if role is None or role.value not in {"plan", "budget"} or FIGURE in sentence.words[role.end : lead.at]:
        return None
    before = sentence.words[role.start - 1] if role.start else ""
    return None if before in {"với", "so", "vượt", "đạt", "bằng", "theo"} else (role.start, role.end)
