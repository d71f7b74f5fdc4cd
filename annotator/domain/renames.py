"""Renames: what labels and values that had another name are called today, in spans written before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from annotator.domain.edits import Edit, Fragment
from annotator.domain.spans import Evidence, Span

_NO_LABELS: Mapping[str, str] = MappingProxyType({})
_NO_VALUES: Mapping[tuple[str, str], str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Renames:
    """Today's names: of labels by a former name, of values by their attribute and a former value.

    The journal is never rewritten; what is read from it is read by today's names.
    """

    labels: Mapping[str, str] = field(default_factory=lambda: _NO_LABELS)
    values: Mapping[tuple[str, str], str] = field(default_factory=lambda: _NO_VALUES)

    def __bool__(self) -> bool:
        return bool(self.labels or self.values)

    def label(self, name: str) -> str:
        """Return what a label is called today."""
        return self.labels.get(name, name)

    def attributes(self, held: Mapping[str, str]) -> Mapping[str, str]:
        """Return attributes with the values they have today, the same object where none had another."""
        if not self.values or not any(pair in self.values for pair in held.items()):
            return held
        return {name: self.values.get((name, value), value) for name, value in held.items()}

    def span(self, span: Span) -> Span:
        """Return a span as it reads today, the same object where nothing of it had another name."""
        label, attributes = self.label(span.label), self.attributes(span.attributes)
        evidence = self.evidence(span.evidence)
        if label == span.label and attributes is span.attributes and evidence is span.evidence:
            return span
        return replace(span, label=label, attributes=attributes, evidence=evidence)

    def evidence(self, evidence: Evidence) -> Evidence:
        """Return evidence as it reads today: what was proposed before a correction was remembered."""
        first = evidence.recalled_from
        if first is None:
            return evidence
        label, attributes = self.label(first.label), self.attributes(first.attributes)
        if label == first.label and attributes is first.attributes:
            return evidence
        return replace(evidence, recalled_from=replace(first, label=label, attributes=attributes))

    def edit(self, edit: Edit) -> Edit:
        """Return an edit as it reads today."""
        return Edit(edit.label, self._fragment(edit.before), self._fragment(edit.after))

    def _fragment(self, held: Fragment) -> Fragment:
        return replace(held, spans=tuple(map(self.span, held.spans))) if held.spans else held


NO_RENAMES = Renames()
