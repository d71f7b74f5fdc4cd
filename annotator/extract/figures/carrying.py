"""Keep what a figure leaves for the next ones of its sentence: names, a basis, the figure itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.extract.figures.judging import Subject
from annotator.extract.figures.leads import Lead
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.readings import Reading
from annotator.extract.figures.sentences import Sentence


@dataclass(slots=True)
class Named:
    """A name met in a sentence, and the units and labels of the figures that measured it."""

    subject: Subject
    units: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Carry:
    """What a figure leaves for the next ones of its sentence; `outer` is kept while a bracket is open."""

    basis: tuple[str, int, int] | None = None
    previous: Reading | None = None
    current: Named | None = None
    whole: Subject | None = None
    in_parts: bool = False
    units: set[str] = field(default_factory=set)
    names: list[Named] = field(default_factory=list)
    outer: list[Named | None] = field(default_factory=list)
    respective: list[Subject] = field(default_factory=list)

    def expects(self, sentence: Sentence, lead: Lead, quantity: Quantity) -> bool:
        """Tell whether the figure before had a name and this one stands beside it in a list."""
        words = sentence.words
        if self.previous is None:
            return words[lead.first : lead.first + 2] == ["trong", "đó"] and quantity.label != "COUNT"
        if "đó" in words[lead.first : lead.stop] and quantity.unit in self.units:
            return True
        cut = lead.cut + (words[lead.cut] == ")")
        if self.current is None or words[cut] not in {",", ";", "và"}:
            return False
        if quantity.label == "MEASURE" and quantity.unit not in self.current.units:
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
        self.units.add(reading.quantity.unit)
        subject = reading.subject
        if subject is None:
            self.current = None
            return
        same = (named for named in self.names if named.subject.start == subject.start)
        self.current = next(same, None)
        if self.current is None:
            self.current = Named(subject)
            self.names.append(self.current)
        self.current.units.add(reading.quantity.unit)
        self.current.labels.add(reading.quantity.label)

    def measured_in(self, unit: str) -> Subject | None:
        """Return the last name of the sentence that a figure of this unit measured, or None."""
        return next((named.subject for named in reversed(self.names) if unit in named.units), None)


def is_followed_by_change(sentence: Sentence, after: Lead | None) -> bool:
    """Tell whether the next figure is a change or share of this one: `, tăng 5%`, `, bằng 98%`."""
    if after is None or after.stop > after.cut + 1 or sentence.words[after.cut] != ",":
        return False
    return any(role.name in {"direction", "level"} for role in after.roles)


def is_listed(sentence: Sentence, lead: Lead) -> bool:
    """Tell whether only `và`, a comma or a bracket joins a figure to the one before it.

    Words that finish the counted noun of the one before may stand between: `4 cơ quan chuyên môn, 37 phòng`.
    """
    words = sentence.words
    if (
        any(role.name != "qualifier" for role in lead.roles)
        or not lead.has_previous
        or lead.stop - lead.cut > 1
    ):
        return False
    rest = words[lead.first : lead.cut]
    joined = words[lead.cut : lead.roles[-1].start if lead.roles else lead.at]
    return (
        0 < len(joined) <= 2
        and set(joined) <= {"và", ",", "(", "hoặc"}
        and len(rest) <= 6
        and "so" not in rest
    )
