"""What a schema allows: labels, attributes and relations of spans that come from a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from annotator.domain.figures import parse_plain
from annotator.domain.relations import Relation
from annotator.domain.schema import AttributeRule, Schema
from annotator.domain.spans import Span

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}|[0-9a-f]{12}")
_DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_DATE = re.compile(rf"{_DAY}(T([01]\d|2[0-3]):[0-5]\d)?")
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")


def named(word: str) -> str:
    """Return a word from a file as a message may show it: report text that strayed there is not shown."""
    return word if _WORD.fullmatch(word) else "of that name"


def attribute_problems(schema: Schema, label: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with the attributes of a span of that label, a line each."""
    rules = {rule.name: rule for rule in schema.attributes_of(label)}
    for name, value in attributes.items():
        if name not in rules:
            yield f"{label} has no attribute {named(name)}"
        elif not _fits(rules[name], value):
            yield f"{name} is not {_wanted(rules[name])}"


def relation_problem(schema: Schema, relation: Relation, spans: Mapping[str, Span]) -> str:
    """Say what is wrong with a relation among spans by id; empty when it is right."""
    for end in (relation.source, relation.target):
        if end not in spans:
            return f"the relation {relation.label} names the span {named(end)}, which is not there"
    source, target = spans[relation.source].label, spans[relation.target].label
    if relation.label not in {rule.name for rule in schema.relation_rules(source, target)}:
        return f"no relation {relation.label} leads from {source} to {target}"
    return ""


def _fits(rule: AttributeRule, value: str) -> bool:
    if rule.kind == "choice":
        return value in rule.values
    if rule.kind == "date":
        return _DATE.fullmatch(value) is not None
    if rule.kind == "duration":
        return _DURATION.fullmatch(value) is not None
    if rule.kind == "decimal":
        try:
            parse_plain(value)
        except ValueError:
            return False
    return True


def _wanted(rule: AttributeRule) -> str:
    if rule.kind == "choice":
        return f"one of {', '.join(rule.values)}"
    examples = {
        "decimal": "a plain decimal such as 1500 or 6.43",
        "date": "a date such as 2023-10-19",
        "duration": "a duration such as P5Y",
    }
    return examples[rule.kind]
