"""UIMA CAS in memory: the types of a schema, a report as a CAS, and what anybody's CAS says in our shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.domain.spans import reading_order

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

SPAN, RELATION, REPORT = "annotator.Span", "annotator.Relation", "annotator.Report"

_STRING, _TOP = "uima.cas.String", "uima.cas.TOP"


def types_of(schema: Schema) -> TypeSystem:
    """Return the types of spans, relations and reports, with a feature for each attribute of the schema."""
    from cassis import TypeSystem

    types = TypeSystem()
    span = types.create_type(SPAN, "uima.tcas.Annotation")
    for name in ("id", "layer", "label", "author", "decidedAt"):
        types.create_feature(span, name, _STRING)
    for rule in schema.attributes:
        types.create_feature(span, f"a_{rule.name}", _STRING)
    relation = types.create_type(RELATION, _TOP)
    types.create_feature(relation, "label", _STRING)
    for end in ("source", "target"):
        types.create_feature(relation, end, span)
    report = types.create_type(REPORT, _TOP)
    for name in ("name", "date", "source"):
        types.create_feature(report, name, _STRING)
    return types


def cas_of(gold: GoldReport, types: TypeSystem) -> Cas:
    """Return a report with its standing spans as a CAS of our types; offsets in memory are code points."""
    from cassis import Cas

    span_type, relation_type = types.get_type(SPAN), types.get_type(RELATION)
    cas = Cas(typesystem=types)
    cas.sofa_string = gold.report.text
    cas.sofa_mime = "text/plain"
    about = {"name": gold.report.name, "date": gold.report.date, "source": gold.report.source}
    cas.add(types.get_type(REPORT)(**about))
    placed: dict[str, Any] = {}
    known = {feature.name for feature in span_type.all_features}
    for span in reading_order(span for span in gold.spans if span.is_standing):
        said = {f"a_{name}": value for name, value in span.attributes.items() if f"a_{name}" in known}
        placed[span.id] = span_type(
            begin=span.start,
            end=span.end,
            id=span.id,
            layer=span.layer,
            label=span.label,
            author=gold.authors.get(span.id),
            decidedAt=gold.decided_at.get(span.id),
            **said,
        )
        cas.add(placed[span.id])
    for link in sorted(gold.relations):
        if link.source in placed and link.target in placed:
            ends = {"source": placed[link.source], "target": placed[link.target]}
            cas.add(relation_type(label=link.label, **ends))
    return cas


def told_by(cas: Cas, name: str) -> dict[str, Any]:
    """Return a CAS in the shape of our lines; annotations of other types go by their `value` or type."""
    spans: list[dict[str, Any]] = []
    ids: dict[int, str] = {}
    for number, found in enumerate(cas.select_all_annotations()):
        begin, end = getattr(found, "begin", None), getattr(found, "end", None)
        kind = found.type.name
        if begin is None or end is None or kind.startswith("uima."):
            continue
        ids[id(found)] = getattr(found, "id", None) or f"c{number}"
        features = {feature.name: getattr(found, feature.name, None) for feature in found.type.all_features}
        attributes = {key[2:]: str(value) for key, value in features.items() if key[:2] == "a_" and value}
        label = features.get("label") or features.get("value") or kind.rpartition(".")[2]
        place = {"id": ids[id(found)], "start": begin, "end": end}
        spans.append({**place, "label": str(label), "attributes": attributes})
    relations = [
        {"label": link.label, "from": ids.get(id(link.source)), "to": ids.get(id(link.target))}
        for link in (cas.select(RELATION) if cas.typesystem.contains_type(RELATION) else ())
    ]
    reports = cas.select(REPORT) if cas.typesystem.contains_type(REPORT) else []
    about = {
        key: value
        for key in ("name", "date", "source")
        if reports and isinstance(value := getattr(reports[0], key, None), str)
    }
    return {"name": name, **about, "text": cas.sofa_string, "spans": spans, "relations": relations}
