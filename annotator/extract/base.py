"""What an extractor is, and the light matches its rules find."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.schema import Schema
from annotator.domain.spans import NO_ATTRIBUTES, NO_EVIDENCE, Evidence, Span, candidate_id


@dataclass(frozen=True, slots=True)
class Match:
    """A span a rule found, before overlaps are settled: half-open code points, score in `[0, 1]`."""

    start: int
    end: int
    label: str
    score: float
    evidence: Evidence = NO_EVIDENCE
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)

    def span(self, *, layer: str, extractor: str) -> Span:
        """Return the candidate span of this match, its id derived from what it proposes."""
        return Span(
            id=candidate_id(extractor, layer, self.label, self.start, self.end),
            start=self.start,
            end=self.end,
            layer=layer,
            label=self.label,
            attributes=self.attributes,
            score=self.score,
            extractor=extractor,
            evidence=self.evidence,
        )


@dataclass(frozen=True, slots=True)
class Extraction:
    """All candidates of one report: no two overlap within a layer, and relations name their ids."""

    spans: tuple[Span, ...] = ()
    relations: frozenset[Relation] = frozenset()


class Placed(Protocol):
    """What a match and a span share: half-open code points of the text, and a label."""

    @property
    def start(self) -> int:
        """Return the first code point."""

    @property
    def end(self) -> int:
        """Return the code point after the last."""

    @property
    def label(self) -> str:
        """Return the label."""


@runtime_checkable
class Extractor(Protocol):
    """Turns a report into candidates; the object a plugin of group `annotator.extractors` builds.

    `extract` is pure: the same report gives the same candidates, with the same ids. It runs in a worker
    process, skips chrome, and never reaches for the network.
    """

    name: str
    version: str

    def extract(self, report: Report) -> Extraction:
        """Return the candidates of one report."""
        ...


@runtime_checkable
class TakesSchema(Protocol):
    """An extractor that names what it finds as the schema of a project does."""

    def with_schema(self, schema: Schema) -> Extractor:
        """Return the same extractor for another schema."""
        ...


@runtime_checkable
class TakesLexicons(Protocol):
    """An extractor that reads the tables of words a project brings."""

    def with_lexicons(self, folders: Sequence[Path]) -> Extractor:
        """Return the same extractor with a project's folders; raise UserError `bad-lexicon`."""
        ...
