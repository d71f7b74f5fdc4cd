"""What a schema allows: labels, attributes and relations of spans that come from a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from annotator.domain.relations import Relation
from annotator.domain.schema import Schema
from annotator.domain.spans import Span

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}|[0-9a-f]{12}")


def named(word: str) -> str:
    """Return a word from a file as a message may show it: report text that strayed there is not shown."""
    return word if _WORD.fullmatch(word) else "of that name"


def attribute_problems(schema: Schema, label: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with the attributes of a span of that label, a line each."""
    rules = {rule.name: rule for rule in schema.attributes_of(label)}
    for name, value in attributes.items():
        if name not in rules:
            yield f"{label} has no attribute {named(name)}"
        elif not rules[name].allows(value):
            yield f"{name} is not {rules[name].wanted}"


def relation_problem(schema: Schema, relation: Relation, spans: Mapping[str, Span]) -> str:
    """Say what is wrong with a relation among spans by id; empty when it is right."""
    for end in (relation.source, relation.target):
        if end not in spans:
            return f"the relation {relation.label} names the span {named(end)}, which is not there"
    source, target = spans[relation.source].label, spans[relation.target].label
    if not schema.allows(relation.label, source, target):
        return f"no relation {relation.label} leads from {source} to {target}"
    return ""
