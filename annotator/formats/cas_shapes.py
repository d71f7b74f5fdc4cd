"""UIMA CAS in memory: the types of a schema, a report as a CAS, and what anybody's CAS says in our shape."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.domain.spans import Span, reading_order
from annotator.formats.foreign import json_value
from annotator.formats.losses import Losses
from annotator.formats.saying import about_span, decisions_of

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

SPAN, RELATION, REPORT = "annotator.Span", "annotator.Relation", "annotator.Report"

_FROM, _TO = "Governor", "Dependent"
_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
_NOBODYS = ("uima.", f"{_DKPRO}segmentation.", f"{_DKPRO}metadata.", "de.tudarmstadt.ukp.clarin.webanno.")
_SAID, _EVIDENCE = ("state", "extractor", "note", "flagged"), "evidence"
"""Features of a span beside its attributes; evidence is JSON, and so are the decisions of a report."""

_STRING, _TOP = "uima.cas.String", "uima.cas.TOP"


def types_of(schema: Schema) -> TypeSystem:
    """Return the types of spans, relations and reports, with a feature for each attribute of the schema."""
    from cassis import TypeSystem

    types = TypeSystem()
    span = types.create_type(SPAN, "uima.tcas.Annotation")
    for name in ("id", "layer", "label", "author", "decidedAt", *_SAID, _EVIDENCE):
        types.create_feature(span, name, _STRING)
    types.create_feature(span, "score", "uima.cas.Double")
    for rule in schema.attributes:
        types.create_feature(span, f"a_{rule.name}", _STRING)
    relation = types.create_type(RELATION, _TOP)
    types.create_feature(relation, "label", _STRING)
    for end in ("source", "target"):
        types.create_feature(relation, end, span)
    report = types.create_type(REPORT, _TOP)
    for name in ("name", "date", "source", "decisions"):
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
    if gold.decisions:
        about["decisions"] = json.dumps(decisions_of(gold), ensure_ascii=False)
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
            score=span.score,
            **_told_of(span, gold),
            **said,
        )
        cas.add(placed[span.id])
    for link in sorted(gold.relations):
        if link.source in placed and link.target in placed:
            ends = {"source": placed[link.source], "target": placed[link.target]}
            cas.add(relation_type(label=link.label, **ends))
    return cas


def _told_of(span: Span, gold: GoldReport) -> dict[str, str]:
    held = about_span(span, gold)
    said = {name: str(held[name]) for name in _SAID if name in held}
    if _EVIDENCE in held:
        said[_EVIDENCE] = json.dumps(held[_EVIDENCE], ensure_ascii=False)
    return said


def told_by(cas: Cas, name: str, lost: Losses) -> dict[str, Any]:
    """Return a CAS in the shape of our lines; annotations of other types go by their `value` or type.

    Relations are ours, and annotations of INCEpTION's relation layers, from `Governor` to `Dependent`.
    Words, sentences and what is said of the file are no annotations of anybody.
    """
    spans: list[dict[str, Any]] = []
    ids: dict[int, str] = {}
    links: list[Any] = list(cas.select(RELATION)) if cas.typesystem.contains_type(RELATION) else []
    for number, found in enumerate(cas.select_all_annotations()):
        begin, end = getattr(found, "begin", None), getattr(found, "end", None)
        kind = found.type.name
        if begin is None or end is None or kind.startswith(_NOBODYS):
            continue
        features = {feature.name: getattr(found, feature.name, None) for feature in found.type.all_features}
        if {_FROM, _TO} <= features.keys():
            links.append(found)
            continue
        if begin == end:
            lost.add("annotations", "they have no width")
            continue
        ids[id(found)] = getattr(found, "id", None) or f"c{number}"
        spans.append({"id": ids[id(found)], "start": begin, "end": end, **_told_features(kind, features)})
    relations = [_link(link, ids) for link in links]
    reports = cas.select(REPORT) if cas.typesystem.contains_type(REPORT) else []
    about = {
        key: value
        for key in ("name", "date", "source")
        if reports and isinstance(value := getattr(reports[0], key, None), str)
    }
    return {"name": name, **about, "text": cas.sofa_string, "spans": spans, "relations": relations}


def _told_features(kind: str, features: dict[str, Any]) -> dict[str, Any]:
    """Return label, attributes and what else is said of an annotation of a type, by its features."""
    label = features.get("label") or features.get("value") or kind.rpartition(".")[2]
    told = {
        "label": str(label),
        "attributes": {key[2:]: str(value) for key, value in features.items() if key[:2] == "a_" and value},
    }
    if kind != SPAN:
        return told
    evidence, _ = json_value(str(features.get(_EVIDENCE) or "null").encode())
    said = {key: features[key] for key in ("extractor", "note") if features.get(key)}
    flagged = features.get("flagged") == "True"
    return {**told, **said, "flagged": flagged, "score": features.get("score"), _EVIDENCE: evidence}


def _link(link: Any, ids: dict[int, str]) -> dict[str, Any]:
    """Return a relation of ours, or of a layer of INCEpTION's by its label, value or type."""
    ours = link.type.name == RELATION
    source, target = ("source", "target") if ours else (_FROM, _TO)
    label = getattr(link, "label", None) or getattr(link, "value", None)
    return {
        "label": label or ("" if ours else link.type.name.rpartition(".")[2]),
        "from": ids.get(id(getattr(link, source, None))),
        "to": ids.get(id(getattr(link, target, None))),
    }
