"""Fitting: what an extractor found, as far as the schema of the project has it."""

from __future__ import annotations

from dataclasses import replace

from annotator.domain.relations import Relation
from annotator.domain.schema import Schema
from annotator.domain.spans import Span, without_overlaps
from annotator.extract.base import Extraction


def fitting(found: Extraction, schema: Schema) -> Extraction:
    """Return the candidates a schema has labels for, with the attributes and relations it has.

    Of those that overlap within a layer the longest stays: an extractor may be anybody's.
    """
    known = [_fitted(span, schema) for span in found.spans if _is_known(span, schema)]
    kept = [
        span for layer in schema.layers for span in without_overlaps(s for s in known if s.layer == layer)
    ]
    labels = {span.id: span.label for span in kept}
    links = frozenset(link for link in found.relations if _is_allowed(link, labels, schema))
    return Extraction(tuple(kept), links)


def _is_known(span: Span, schema: Schema) -> bool:
    label = schema.by_name.get(span.label)
    return label is not None and label.layer == span.layer


def _fitted(span: Span, schema: Schema) -> Span:
    """Return a span with those of its attributes that its label may have."""
    if not span.attributes:
        return span
    rules = {rule.name: rule for rule in schema.attributes_of(span.label)}
    held = {
        name: value for name, value in span.attributes.items() if name in rules and rules[name].allows(value)
    }
    return span if len(held) == len(span.attributes) else replace(span, attributes=held)


def _is_allowed(link: Relation, labels: dict[str, str], schema: Schema) -> bool:
    rules = schema.relation_rules(labels.get(link.source, ""), labels.get(link.target, ""))
    return any(rule.name == link.label for rule in rules)
