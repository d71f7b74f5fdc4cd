"""Read the qualifier, the direction and the basis of a figure from the words around it."""

from __future__ import annotations

from annotator.extract.figures import bases, directions
from annotator.extract.figures.carrying import Carry, is_listed
from annotator.extract.figures.leads import Lead
from annotator.extract.figures.pages import Page
from annotator.extract.figures.planning import planned_words
from annotator.extract.figures.readings import Reading
from annotator.extract.figures.sentences import Sentence

_BASE_WORDS = 4
_RATES = ("tỷ", "tỉ", "tốc", "độ", "mức", "công suất", "chỉ số")


def read_qualifier(sentence: Sentence, lead: Lead, at: int, reading: Reading) -> None:
    """Read the qualifier right before a figure, or `trở lên` after it."""
    words = sentence.words
    limit = _limit_after(words, at)
    if limit is not None:
        value = "at_least" if words[limit + 1] == "lên" else "up_to"
        reading.say("qualifier", value, *sentence.range_of(limit, limit + 2))
        return
    is_named = False
    for role in lead.near:
        if role.name == "qualifier":
            if is_named and words[role.start] in {"cao", "thấp"}:
                return
            reading.say("qualifier", role.value, *sentence.range_of(role.start, role.end))
            return
        if role.name not in {"level", "reach"} or words[role.start : role.end] not in (
            ["từ"],
            ["đến"],
            ["là"],
        ):
            return
        is_named = words[role.start] == "là"


def _limit_after(words: list[str], at: int) -> int | None:
    """Return where `trở lên` begins after a figure, or after the base of a share: `từ 25% GRDP trở lên`."""
    reach = _BASE_WORDS if words[at - 1 : at] == ["từ"] else 0
    for index in range(at + 1, min(at + 2 + reach, len(words) - 1)):
        if words[index] == "trở" and words[index + 1] in {"lên", "xuống"}:
            return index
        if not words[index].isalnum():
            return None
    return None


def read_direction(page: Page, sentence: Sentence, lead: Lead, reading: Reading, carry: Carry) -> None:
    """Read the direction: a sign, the words before, or the figure this one restates or lists on."""
    sign = directions.sign_of(reading.quantity, page.text)
    if sign:
        reading.say("direction", sign, reading.quantity.start, reading.quantity.start + 1)
        return
    said = directions.direction_of(sentence, lead, reading.quantity)
    if said:
        reading.say("direction", said[0], *sentence.range_of(said[1], said[2]))
        return
    restated = (
        is_listed(sentence, lead)
        or (lead.bracket == lead.first and planned_words(sentence, lead, reading))
        or _is_compared_again(sentence, lead, reading)
        or _is_equal(sentence, lead)
    )
    if carry.previous and restated:
        value = carry.previous.attributes.get("direction")
        if value:
            piece = next(piece for piece in carry.previous.pieces if piece.attribute == "direction")
            reading.say("direction", value, piece.start, piece.end)


def _is_compared_again(sentence: Sentence, lead: Lead, reading: Reading) -> bool:
    """Tell whether a change is told against another time too: `3% so với tháng trước và 9% so với ...`."""
    words = sentence.words
    told = words[lead.first : lead.cut]
    bare = words[lead.cut : lead.at] in (["và"], [","]) and "so" in told[:2]
    return reading.quantity.label == "PERCENT" and bare and words[lead.at + 1 : lead.at + 2] == ["so"]


def _is_equal(sentence: Sentence, lead: Lead) -> bool:
    """Tell whether a share says over what the change before it said: `giảm 46 vụ, tương đương 12,6%`."""
    words = [word for word in sentence.words[lead.first : lead.at] if word not in {",", "(", "với"}]
    return words in (["tương", "đương"], ["tương", "ứng"], ["tức"])


def read_basis(
    sentence: Sentence, lead: Lead, reading: Reading, carry: Carry, end: int, times: bases.Times
) -> None:
    """Read what a share or change is against: after it, before it, or before its list."""
    quantity, at = reading.quantity, lead.at
    if planned_words(sentence, lead, reading):
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
            _previous_basis(carry.previous, sentence) if is_listed(sentence, lead) else None
        )
    if said is None and quantity.label == "PERCENT" and not is_change:
        said = _share_of(sentence, lead, reading, carry)
    if said is not None:
        reading.say("basis", said[0], *sentence.range_of(said[1], said[2]))
        _share_with_outer(sentence, lead, reading, carry)


def _share_with_outer(sentence: Sentence, lead: Lead, reading: Reading, carry: Carry) -> None:
    """Give the basis after a bracket to the change it restates: `tăng 5 vụ (tăng 10%) so với cùng kỳ`."""
    words, outer = sentence.words, carry.previous
    restates = words[lead.first] == "(" and words[lead.at + 1 : lead.at + 3] == [")", "so"]
    restates = restates or (_is_equal(sentence, lead) and "direction" in reading.attributes)
    if restates and outer and "direction" in outer.attributes and "basis" not in outer.attributes:
        piece = reading.pieces[-1]
        outer.say("basis", reading.attributes["basis"], piece.start, piece.end)


def _share_of(sentence: Sentence, lead: Lead, reading: Reading, carry: Carry) -> tuple[str, int, int] | None:
    """Return `total` for the share of a base named after the figure, or bracketed after a count of it."""
    if reading.subject is None or not reading.subject.entry.startswith(_RATES):
        said = bases.base_of_share(sentence, lead.at + 1)
        if said and (reading.subject is None or reading.how != "after"):
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
