"""Fitting: what an extractor found, as far as the schema of the project has it."""

from __future__ import annotations

from dataclasses import replace

from annotator.domain.schema import Schema
from annotator.domain.spans import Span, without_overlaps
from annotator.extract.base import Extraction


def fitting(found: Extraction, schema: Schema) -> Extraction:
    """Return the candidates a schema offers labels for, with the attributes and relations it has.

    What an extractor calls by a former name is called by that of today. Of those that overlap within a layer
    the longest stays: an extractor may be anybody's.
    """
    today = map(schema.renames.span, found.spans) if schema.renames else found.spans
    known = [_fitted(span, schema) for span in today if _is_offered(span, schema)]
    kept = [
        span for layer in schema.layers for span in without_overlaps(s for s in known if s.layer == layer)
    ]
    labels = {span.id: span.label for span in kept}
    links = frozenset(
        link
        for link in found.relations
        if schema.allows(link.label, labels.get(link.source, ""), labels.get(link.target, ""))
    )
    return Extraction(tuple(kept), links)


def _is_offered(span: Span, schema: Schema) -> bool:
    label = schema.by_name.get(span.label)
    return label is not None and label.layer == span.layer and not label.retired


def _fitted(span: Span, schema: Schema) -> Span:
    """Return a span with those of its attributes that its label may have."""
    if not span.attributes:
        return span
    rules = {rule.name: rule for rule in schema.attributes_of(span.label)}
    held = {
        name: value for name, value in span.attributes.items() if name in rules and rules[name].allows(value)
    }
    return span if len(held) == len(span.attributes) else replace(span, attributes=held)
