"""What the grammar reads at one place: a number, its unit and what each was read from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from annotator.domain.spans import Piece


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit before its context is read: half-open code points of the report.

    `rule` names how the unit was found; `known` says that a table holds the unit or noun; `signed` that a
    sign stands in the span.
    """

    start: int
    end: int
    label: str
    value: Decimal
    unit: str
    rule: str
    value_max: Decimal | None = None
    total: Decimal | None = None
    per: str = ""
    ambiguous: bool = False
    signed: bool = False
    in_words: bool = False
    known: bool = True
    entry: str = ""
    pieces: tuple[Piece, ...] = ()

    @property
    def is_times(self) -> bool:
        """Tell whether this is a multiple: `1,3 lần`."""
        return self.label == "COUNT" and self.unit == "lần"
