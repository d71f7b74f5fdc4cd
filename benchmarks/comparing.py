"""What still lies between a stored set and the gold: spans, attributes and links, one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.domain.relations import MEASURES, Relation
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span

COMPARED = ("value", "value_max", "total", "unit", "per", "direction")
"""The attributes of a figure that have to be the gold's."""
REPORTED = ("qualifier", "basis", "status")
"""The attributes that are reported and decide nothing."""

Place = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one report: its layers, its spans by place, and what each figure measures."""

    name: str
    text: str
    layers: tuple[str, ...]
    spans: dict[Place, Span]
    links: frozenset[tuple[Place, Place]]


def gold_of(
    name: str, text: str, layers: Iterable[str], spans: Iterable[Span], relations: Iterable[Relation]
) -> Gold:
    """Put the gold of a report together from loose spans and relations."""
    by_id = {span.id: span for span in spans}
    return Gold(name, text, tuple(layers), {place(s): s for s in by_id.values()}, links_of(by_id, relations))


def place(span: Span) -> Place:
    """Return what makes two spans the same: borders in code points, layer and label."""
    return span.start, span.end, span.layer, span.label


def links_of(by_id: dict[str, Span], relations: Iterable[Relation]) -> frozenset[tuple[Place, Place]]:
    """Return the `measures` links whose ends are among the spans, by place."""
    return frozenset(
        (place(by_id[r.source]), place(by_id[r.target]))
        for r in relations
        if r.label == MEASURES and r.source in by_id and r.target in by_id
    )


def differences(gold: Gold, stored: AnnotationSet) -> Iterator[dict[str, object]]:
    """Yield every difference of a stored set to the gold; `decides` tells whether equality asks for it."""
    kept = {s.id: s for s in stored.spans.values() if s.is_standing and s.layer in gold.layers}
    held = {place(span): span for span in kept.values()}
    for at in sorted(gold.spans.keys() - held.keys()):
        yield _difference("missing", at, at[3], "")
    for at in sorted(held.keys() - gold.spans.keys()):
        yield _difference("spurious", at, "", at[3])
    for at in sorted(gold.spans.keys() & held.keys()):
        for name in (*COMPARED, *REPORTED):
            wanted, found = (side[at].attributes.get(name, "") for side in (gold.spans, held))
            if wanted != found and at[2] == "figure":
                yield _difference(name, at, wanted, found, decides=name in COMPARED)
    links = links_of(kept, stored.relations)
    if "figure" in gold.layers:
        for source, target in sorted(gold.links - links):
            yield _difference("measures", source, f"{target[0]}-{target[1]}", "")
        for source, target in sorted(links - gold.links):
            yield _difference("measures", source, "", f"{target[0]}-{target[1]}")


def _difference(what: str, at: Place, gold: str, stored: str, *, decides: bool = True) -> dict[str, object]:
    return {
        "what": what,
        "start": at[0],
        "end": at[1],
        "label": at[3],
        "gold": gold,
        "stored": stored,
        "decides": decides,
    }
