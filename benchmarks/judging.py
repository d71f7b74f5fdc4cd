"""The judgement of the simulated analyst: what the window shows, set against the gold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from annotator.domain.relations import MEASURES
from annotator.domain.spans import Span
from annotator.review.align import aligned
from annotator.ui.reading.sheet import Sheet
from benchmarks.comparing import COMPARED, Gold, Place, place

Range = tuple[int, int]
Side = Literal["start", "end"]

SIDES: dict[Side, tuple[str, str]] = {"start": ("[", "]"), "end": ("{", "}")}
INDICATOR = "INDICATOR"


class Judge:
    """Reads the open report and the gold; changes nothing."""

    def __init__(self, sheet: Sheet, gold: Gold) -> None:
        self.sheet = sheet
        self.gold = gold
        self.given_up: set[Place] = set()

    def missing(self) -> set[Place]:
        """Return the gold spans that nobody decided and no open candidate stands for."""
        return self.unsettled() - set(self.expected().values()) - self.given_up

    def unsettled(self) -> set[Place]:
        """Return the gold spans nobody has decided yet."""
        held = {place(span) for span in self.sheet.report.view if span.is_standing}
        return self.gold.spans.keys() - held

    def expected(self) -> dict[str, Place]:
        """Return for each open candidate the gold span it stands for."""
        unsettled = [self.gold.spans[at] for at in self.unsettled()]
        found: dict[str, Place] = {}
        for layer in self.gold.layers:
            waiting = [s for s in self.sheet.report.view if s.layer == layer and self.sheet.is_stop(s)]
            wanted = [span for span in unsettled if span.layer == layer]
            found |= {pair.predicted.id: place(pair.gold) for pair in aligned(wanted, waiting).pairs}
        return found

    def target(self, figure: Place) -> Place | None:
        """Return the indicator the gold links a figure to."""
        return next((target for source, target in sorted(self.gold.links) if source == figure), None)

    def linked(self, span: Span) -> Place | None:
        """Return what a figure is linked to, as the gold will know it once it is put right."""
        view, expected = self.sheet.report.view, self.expected()
        links = [link for link in view.relations_from(span.id) if link.label == MEASURES]
        ends = [end for link in links if (end := view.get(link.target)) is not None]
        return next((expected.get(end.id, place(end)) for end in ends), None)

    def wrong_values(self, span: Span, wanted: Place) -> dict[str, str]:
        """Return the attributes that differ from the gold, each with what it should be."""
        gold = self.gold.spans[wanted].attributes
        if wanted[2] != "figure":
            return {}
        return {n: gold.get(n, "") for n in COMPARED if gold.get(n, "") != span.attributes.get(n, "")}

    def is_right(self, span: Span) -> bool:
        """Tell whether accepting a candidate as it stands gives the gold."""
        wanted = self.expected().get(span.id)
        if wanted is None or place(span) != wanted or self.wrong_values(span, wanted):
            return False
        return wanted[2] != "figure" or self.linked(span) == self.target(wanted)

    def is_named_later(self, at: Place) -> bool:
        """Tell whether a figure that waits for an answer will name this indicator."""
        waiting = set(self.expected().values())
        return at[3] == INDICATOR and any(t == at and s in waiting for s, t in self.gold.links)

    def moves(self, held: Range, wanted: Range) -> Iterator[str]:
        """Yield the keys that move borders: by syllable as far as it goes, then by character."""
        sides: list[Side] = ["end", "start"] if wanted[1] > held[1] else ["start", "end"]
        for side in sides:
            at, goal = (held[0], wanted[0]) if side == "start" else (held[1], wanted[1])
            yield from self._moves_of(side, at, goal)

    def _moves_of(self, side: Side, at: int, goal: int) -> Iterator[str]:
        borders, text = self.sheet.report.borders, self.sheet.report.report.text
        key = SIDES[side][goal > at]
        way = 1 if goal > at else -1
        while at != goal:
            step = borders.next(at, edge=side) if way > 0 else borders.previous(at, edge=side)
            if step != at and (step - goal) * way <= 0:
                yield key
                at = step
            else:
                yield f"Ctrl+{key}"
                at += way
                while text[at - (side == "end")].isspace():
                    at += way
