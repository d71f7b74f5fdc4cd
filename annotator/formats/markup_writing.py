"""Gold as marked texts: which spans are written, what ids they get, how relations become keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.domain.gold import GoldReport
from annotator.domain.relations import DURING, MEASURES, Relation
from annotator.domain.schema import Schema
from annotator.domain.spans import Span, reading_order
from annotator.formats.marks import Mark, can_be_marked, rendered

RELATION_KEYS: Mapping[str, str] = {MEASURES: "indicator", DURING: "period"}
"""What a relation is called as a key; any other goes by its own name."""
_LETTERS = {"INDICATOR": "i", "DATE": "d", "POSITION": "p"}


@dataclass(frozen=True, slots=True)
class MarkedLayers:
    """One report's marked text for every layer of the schema, and what went into them."""

    texts: Mapping[str, str]
    spans: int
    relations: int
    left_out: int


def relation_key(relation: str) -> str:
    """Return the key under which a relation stands in a mark."""
    return RELATION_KEYS.get(relation, relation)


def marked_layers(gold: GoldReport, schema: Schema) -> MarkedLayers:
    """Write one report's decided spans into its text, once for each layer.

    Figures, indicators and every span a relation leads to get an id, numbered in reading order, so that the
    same gold gives the same files. Raises ValueError, with a line for the user, where marks cannot say it.
    """
    if not can_be_marked(gold.report.text):
        raise ValueError("its text holds the brackets ⟦ or ⟧ of the markup; export it as JSON lines instead")
    standing = reading_order(span for span in gold.spans if span.is_standing)
    ids = {span.id for span in standing}
    relations = sorted(r for r in gold.relations if r.source in ids and r.target in ids)
    names = _names(standing, relations)
    links: dict[str, list[Relation]] = {}
    for relation in relations:
        links.setdefault(relation.source, []).append(relation)
    texts: dict[str, str] = {}
    for layer in schema.layers:
        marks = [_mark(s, links.get(s.id, ()), names, schema) for s in standing if s.layer == layer]
        try:
            texts[layer] = rendered(gold.report.text, marks)
        except ValueError as error:
            raise ValueError(
                f"spans of its layer {layer} overlap, which marks cannot say; export it as JSON lines instead"
            ) from error
    return MarkedLayers(texts, len(standing), len(relations), len(gold.spans) - len(standing))


def _names(spans: Iterable[Span], relations: Iterable[Relation]) -> dict[str, str]:
    """Give an id to every figure-layer span and every end of a relation: f1, i1, d1, p1 and so on."""
    reached = {relation.target for relation in relations}
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for span in spans:
        if span.layer == "figure" or span.id in reached:
            letter = _LETTERS.get(span.label, "f" if span.layer == "figure" else "e")
            counts[letter] += 1
            names[span.id] = f"{letter}{counts[letter]}"
    return names


def _mark(span: Span, links: Iterable[Relation], names: Mapping[str, str], schema: Schema) -> Mark:
    order = [rule.name for rule in schema.attributes_of(span.label)]
    known = [name for name in order if span.attributes.get(name)]
    others = sorted(name for name in span.attributes if name not in order and span.attributes[name])
    keys = {name: span.attributes[name] for name in [*known, *others]}
    targets: dict[str, list[str]] = {}
    for relation in links:
        targets.setdefault(relation_key(relation.label), []).append(names[relation.target])
    keys |= {
        key: ",".join(sorted(ends, key=lambda end: (end[0], int(end[1:])))) for key, ends in targets.items()
    }
    return Mark(span.label, span.start, span.end, names.get(span.id, ""), tuple(keys.items()))
