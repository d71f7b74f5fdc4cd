"""A figure with all that was read of it: attributes, the name it measures, its date, and the evidence."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.domain.spans import Piece
from annotator.extract.base import Match
from annotator.extract.figures.judging import Subject
from annotator.extract.figures.quantities import Quantity


@dataclass(slots=True)
class Reading:
    """A figure with its context: closed-vocabulary attributes, the name it measures, its date, its pieces."""

    quantity: Quantity
    attributes: dict[str, str] = field(default_factory=dict)
    subject: Subject | None = None
    how: str = ""
    date: Match | None = None
    pieces: list[Piece] = field(default_factory=list)

    def say(self, name: str, value: str, start: int, end: int) -> None:
        """Set one attribute with the code points that gave it."""
        self.attributes[name] = value
        self.pieces.append(Piece(name, start, end))
