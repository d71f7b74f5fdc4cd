"""Lanes: spans that nest or cross kept apart, each on a lane of its own under, around or over the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.schema import Schema
from annotator.domain.spans import Span, State

FIRST = 1.5
"""Distance of the first lane from the letters, in pixels of the sketches."""

OVER_FIRST = 0.5
"""The same above the letters, where the font leaves room of its own."""

STEP = 4.0
THICK = 2.0
BOX_STEP = 3.0

HIDDEN = frozenset({State.REJECTED, State.NOT_SHOWN})
"""States that take no lane: not drawn, or only struck through."""


class Shape(StrEnum):
    """How a layer is drawn, so that colour is never the only sign."""

    UNDER = "under"
    BOX = "box"
    OVER = "over"


def shapes_of(schema: Schema) -> Mapping[str, Shape]:
    """Return the shape of every label: entities underlined, figures boxed, what they measure overlined."""
    measured = {target for rule in schema.relations for target in rule.targets}
    return {
        label.name: Shape.UNDER
        if label.layer != "figure"
        else (Shape.OVER if label.name in measured else Shape.BOX)
        for label in schema.labels
    }


@dataclass(frozen=True, slots=True)
class Reach:
    """How far marks go beyond the letters of a line, in pixels of the sketches."""

    above: float = 0.0
    below: float = 0.0

    def with_mark(self, shape: Shape, lane: int) -> Reach:
        """Return the reach once a mark is added."""
        if shape is Shape.BOX:
            far = box_reach(lane)
            return Reach(max(self.above, far), max(self.below, far))
        far = line_reach(shape, lane)
        if shape is Shape.UNDER:
            return Reach(self.above, max(self.below, far))
        return Reach(max(self.above, far), self.below)


def line_reach(shape: Shape, lane: int) -> float:
    """Return how far the far edge of an underline or overline lies from the letters."""
    first = FIRST if shape is Shape.UNDER else OVER_FIRST
    return first + STEP * lane + THICK


def box_reach(lane: int) -> float:
    """Return how far the outer edge of a box lies from the letters."""
    return FIRST + BOX_STEP * lane + 1.0


def lanes_of(spans: Sequence[Span], shapes: Mapping[str, Shape]) -> dict[str, int]:
    """Return the lane of every span that is not on lane 0.

    `spans` stand in reading order. Shorter spans take the nearer lane; boxes are placed before lines, which
    then pass outside of every box they share a code point with.
    """
    seen = [span for span in spans if span.state not in HIDDEN]
    if not _any_overlap(seen):
        return {}
    placed: list[tuple[Span, Shape, int]] = []
    lanes: dict[str, int] = {}
    for span in sorted(
        seen, key=lambda span: (shapes.get(span.label) is not Shape.BOX, span.end - span.start)
    ):
        shape = shapes.get(span.label, Shape.UNDER)
        taken = _taken(span, shape, placed)
        lane = next(lane for lane in range(len(taken) + 1) if lane not in taken)
        placed.append((span, shape, lane))
        if lane:
            lanes[span.id] = lane
    return lanes


def _taken(span: Span, shape: Shape, placed: Sequence[tuple[Span, Shape, int]]) -> set[int]:
    taken: set[int] = set()
    for other, other_shape, lane in placed:
        if not span.overlaps(other):
            continue
        if other_shape is shape:
            taken.add(lane)
        elif other_shape is Shape.BOX:
            taken.update(range(lane + 1))
    return taken


def _any_overlap(spans: Sequence[Span]) -> bool:
    end = 0
    for span in spans:
        if span.start < end:
            return True
        end = span.end
    return False
