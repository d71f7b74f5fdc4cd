"""Valuing: attributes given to one span or to several at once, as to the rest of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotator.domain.edits import Edit
from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.domain.spans import Span
from annotator.domain.views import View
from annotator.workspace.batching import merged
from annotator.workspace.deciding import Desk, corrected
from annotator.workspace.editing import validated

_ITEM = re.compile(r"[^\S\n]*([-–•+*]|\(?[a-zđ\d]{1,2}[.)])[^\S\n]")


def give(desk: Desk, span_ids: Iterable[str], values: Mapping[str, str]) -> Edit:
    """Set attributes of spans in one edit, an empty value to clear one; what was open is answered by it.

    Raises UserError `no-attribute` or `bad-value`, and then nothing is changed. Spans that have the values
    and were answered stay as they are.
    """
    edits = [_given(desk, desk.span(span_id), values) for span_id in span_ids]
    label = f"set {next(iter(values))}" if len(values) == 1 else "set values"
    return merged(label, [edit for edit in edits if not edit.is_empty])


def rest_of_list(report: Report, view: View, span: Span, *, end: int) -> list[Span]:
    """Return the spans behind one, of its kind, to the end of its list; `end` is where its sentence ends.

    A list is the rest of the sentence, and where its line is an item, the items under it.
    """
    last = max(end, _end_of_items(report.text, span.start))
    others = (s for s in view.between(span.start + 1, last) if s.is_standing or s.is_undecided)
    return [s for s in others if s.layer == span.layer and "value" in s.attributes]


def _given(desk: Desk, span: Span, values: Mapping[str, str]) -> Edit:
    rules = {rule.name: rule for rule in desk.schema.attributes_of(span.label)}
    attributes = dict(span.attributes)
    for name, value in values.items():
        if name not in rules:
            raise UserError("no-attribute", f"{span.label} has no attribute {name}; nothing was changed")
        attributes.pop(name, None)
        if value:
            attributes[name] = validated(rules[name], value)
    if attributes == dict(span.attributes) and span.is_standing:
        return Edit("set")
    return corrected(desk, "set", replace(span, attributes=attributes))


def _end_of_items(text: str, position: int) -> int:
    """Return where the run of list items around a position ends; 0 where its line is no item."""
    start = text.rfind("\n", 0, position) + 1
    marker = _ITEM.match(text, start)
    end = 0
    while marker:
        found = text.find("\n", start)
        end = len(text) if found < 0 else found
        start = end + 1
        following = _ITEM.match(text, start)
        marker = following if following and _alike(marker[1], following[1]) else None
    return end


def _alike(one: str, other: str) -> bool:
    return one == other or (one[-1] in ".)" and other[-1:] == one[-1])
