"""Candidates in a spaCy Doc: one span group a layer, with all that a spaCy span cannot hold beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotator.domain.relations import Relation
from annotator.domain.spans import Evidence, Piece, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

DETAILS = "annotator"
"""The key in a span group's `attrs` under which candidates stand: one object a span, in the group's order.

Each holds `id`, `start` and `end` (code points of the text), `score`, `evidence` and `attributes`, as the
candidates of `prelabel` do. All of it survives `to_disk`, `to_bytes` and a DocBin.
"""
RELATIONS = "annotator_relations"
"""The key in a span group's `attrs` of the relations that leave its spans: `label`, `from`, `to`."""


def write_group(doc: Doc, layer: str, spans: Sequence[Span]) -> None:
    """Put one layer's candidates into `doc.spans[layer]`, in reading order.

    A span whose border lies inside a token covers that token; its code points in `attrs` stay exact.
    """
    from spacy.tokens import SpanGroup

    placed = [doc.char_span(s.start, s.end, label=s.label, alignment_mode="expand") for s in spans]
    kept = [(span, found) for span, found in zip(spans, placed, strict=True) if found is not None]
    attrs = {DETAILS: [_details(span) for span, _ in kept], RELATIONS: []}
    doc.spans[layer] = SpanGroup(doc, name=layer, spans=[found for _, found in kept], attrs=attrs)


def read_group(doc: Doc, layer: str) -> list[Span]:
    """Return the candidates that `write_group` put into `doc.spans[layer]`; none when it did not."""
    group = doc.spans.get(layer)
    details = [] if group is None else group.attrs.get(DETAILS, [])
    return [_span(given, found.label_, layer) for given, found in zip(details, group or (), strict=False)]


def write_relations(doc: Doc, layers: Iterable[str], relations: Iterable[Relation]) -> None:
    """Put each relation into the group that holds its source."""
    homes = {given["id"]: layer for layer in layers for given in doc.spans[layer].attrs.get(DETAILS, [])}
    found: dict[str, list[dict[str, str]]] = {layer: [] for layer in layers}
    for relation in sorted(relations):
        if relation.source in homes:
            given = {"label": relation.label, "from": relation.source, "to": relation.target}
            found[homes[relation.source]].append(given)
    for layer, given_list in found.items():
        doc.spans[layer].attrs = {**doc.spans[layer].attrs, RELATIONS: given_list}


def read_relations(doc: Doc, layer: str) -> list[Relation]:
    """Return the relations whose sources are in `doc.spans[layer]`."""
    group = doc.spans.get(layer)
    found = [] if group is None else group.attrs.get(RELATIONS, [])
    return [Relation(given["label"], given["from"], given["to"]) for given in found]


def _details(span: Span) -> dict[str, Any]:
    evidence = span.evidence
    pieces = [[piece.attribute, piece.start, piece.end] for piece in evidence.pieces]
    return {
        "id": span.id,
        "start": span.start,
        "end": span.end,
        "score": span.score,
        "extractor": span.extractor,
        "evidence": {"rule": evidence.rule, "entry": evidence.entry, "pieces": pieces},
        "attributes": dict(span.attributes),
    }


def _span(given: Mapping[str, Any], label: str, layer: str) -> Span:
    evidence = given["evidence"]
    return Span(
        id=given["id"],
        start=given["start"],
        end=given["end"],
        layer=layer,
        label=label,
        attributes=dict(given["attributes"]),
        score=given["score"],
        extractor=given["extractor"],
        evidence=Evidence(
            evidence["rule"], evidence["entry"], tuple(Piece(*piece) for piece in evidence["pieces"])
        ),
    )
