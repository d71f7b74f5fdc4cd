"""Tell whether a figure is a planned one by the words before it, and read its status."""

from __future__ import annotations

from annotator.extract.figures.leads import Lead
from annotator.extract.figures.readings import Reading
from annotator.extract.figures.sentences import Sentence
from annotator.extract.figures.statuses import Headings

_PLANS = frozenset(
    [
        "kế hoạch vốn",
        "dự toán chi",
        "dự toán thu",
        "kế hoạch thu",
        "kế hoạch chi",
        "tổng kế hoạch",
        "tổng dự toán",
        "tổng chỉ tiêu",
    ]
)
_AGAINST = frozenset(["với", "so", "vượt", "đạt", "bằng", "theo", "hơn", "thành"])


def read_status(
    sentence: Sentence, lead: Lead, reading: Reading, said: tuple[str, int, int] | None, headings: Headings
) -> None:
    """Read the status: a word of the sentence, else the heading or list lead, else a result."""
    planned = planned_words(sentence, lead, reading)
    subject = reading.subject
    if planned:
        reading.say("status", "target", *sentence.range_of(*planned))
    elif subject and subject.entry in _PLANS and reading.quantity.label != "PERCENT":
        reading.say("status", "target", subject.start, subject.end)
    elif said:
        reading.say("status", said[0], *sentence.range_of(said[1], said[2]))
    else:
        status, start, end = headings.at(reading.quantity.start)
        if status:
            reading.say("status", status, start, end)
        else:
            reading.attributes["status"] = "actual"


def planned_words(sentence: Sentence, lead: Lead, reading: Reading) -> tuple[int, int] | None:
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
        is_named = role_or_none.end == lead.at or sentence.words[role_or_none.end] == "là"
        is_planned = before not in _AGAINST or (before == "theo" and is_named)
    return (role_or_none.start, role_or_none.end) if is_planned else None


def _planned_change(sentence: Sentence, lead: Lead, reading: Reading) -> bool:
    """Tell whether a change is the planned one: `(kế hoạch tăng 6,5%)`."""
    role = next((role for role in lead.roles if role.name == "basis"), None)
    change = lead.first_role("direction")
    if role is None or change is None or role.end != change.start or role.value not in {"plan", "budget"}:
        return False
    return role.start > 0 and sentence.words[role.start - 1] in {"(", ",", ";"}
