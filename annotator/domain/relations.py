"""Relations: typed links between two spans of one report."""

from __future__ import annotations

from dataclasses import dataclass

MEASURES = "measures"
DURING = "during"
HOLDS = "holds"


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """A link from one span id to another: `measures`, `during` or `holds`.

    Relations have no identity beyond their three parts: two equal relations are one.
    """

    label: str
    source: str
    target: str

    @property
    def id(self) -> str:
        """Return a name for files, stable between exports."""
        return f"{self.label}:{self.source}:{self.target}"
