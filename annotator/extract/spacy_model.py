"""Any spaCy pipeline on disk as an extractor: its entities and span groups, labelled as the schema does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.domain.errors import UserError
from annotator.domain.relations import Relation
from annotator.domain.reports import Report, inside
from annotator.domain.schema import Label, Schema
from annotator.domain.spans import Span, candidate_id, without_overlaps
from annotator.extract.base import Extraction
from annotator.resources import default_schema
from annotator.text.spacy_groups import DETAILS, read_group, read_relations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMMON_LABELS: Mapping[str, str] = {
    "PER": "PERSON",
    "ORGANIZATION": "ORG",
    "GPE": "LOC",
    "FAC": "LOC",
    "LOCATION": "LOC",
    "TIME": "DATE",
    "LAW": "DOCUMENT",
    "QUANTITY": "MEASURE",
}
"""What other pipelines call the default schema's labels; a label of the schema stands for itself."""
CHUNK = 100_000
"""Code points given to a pipeline at once, so that no text is too long for it."""


class SpacyModel:
    """An extractor around the pipeline in a folder, named `spacy:FOLDER` unless a name is given."""

    def __init__(
        self,
        path: Path,
        *,
        schema: Schema | None = None,
        labels: Mapping[str, str] = COMMON_LABELS,
        name: str = "",
    ) -> None:
        self.path = path
        self.name = name or f"spacy:{path.name}"
        self._schema = schema or default_schema()
        self._labels = labels

    @property
    def version(self) -> str:
        """Return the version the pipeline gives itself."""
        return str(self._nlp.meta.get("version", ""))

    def extract(self, report: Report) -> Extraction:
        """Return what the pipeline marks, in code points of the report; what lies in chrome is dropped."""
        found: list[Span] = []
        relations: set[Relation] = set()
        for start, end in chunks(report.text, CHUNK):
            doc = self._nlp(report.text[start:end])
            spans, links = self._of(doc, start)
            found += spans
            relations |= links
        return _settled(found, relations, report, self._schema)

    def with_schema(self, schema: Schema) -> SpacyModel:
        """Return the same pipeline, its labels read as those of another schema."""
        made = SpacyModel(self.path, schema=schema, labels=self._labels, name=self.name)
        if "_nlp" in self.__dict__:
            made.__dict__["_nlp"] = self._nlp
        return made

    def loaded(self) -> SpacyModel:
        """Return itself once the pipeline is loaded; raise UserError `no-pipeline` when it cannot be."""
        assert self._nlp is not None
        return self

    @cached_property
    def _nlp(self) -> Language:
        """Load the pipeline; raise UserError `no-pipeline` when the folder holds none that works here."""
        import spacy

        try:
            return spacy.load(self.path)
        except (OSError, ValueError, ImportError) as error:
            raise UserError(
                "no-pipeline",
                f"{self.path} holds no spaCy pipeline that loads here ({type(error).__name__}); "
                "check the folder and the spaCy version it was made with",
            ) from error

    def _of(self, doc: Doc, offset: int) -> tuple[list[Span], set[Relation]]:
        """Read entities and span groups of a Doc whose text begins at `offset` of the report."""
        found = [self._span(span, None, offset) for span in doc.ents]
        ids: dict[str, str] = {}
        links: list[Relation] = []
        for layer, group in doc.spans.items():
            if DETAILS not in group.attrs:
                scores = group.attrs.get("scores", [None] * len(group))
                found += [self._span(span, score, offset) for span, score in zip(group, scores, strict=False)]
                continue
            for candidate in read_group(doc, layer):
                kept = self._renamed(candidate, offset)
                ids[candidate.id] = kept.id if kept is not None else ""
                found.append(kept)
            links += read_relations(doc, layer)
        known = {Relation(r.label, ids.get(r.source, ""), ids.get(r.target, "")) for r in links}
        return [span for span in found if span is not None], known

    def _span(self, span: Any, score: Any, offset: int) -> Span | None:
        label = self._label(span.label_)
        text = span.text
        start = offset + span.start_char + len(text) - len(text.lstrip())
        end = offset + span.start_char + len(text.rstrip())
        if label is None or start >= end:
            return None
        return Span(
            id=candidate_id(self.name, label.layer, label.name, start, end),
            start=start,
            end=end,
            layer=label.layer,
            label=label.name,
            score=None if score is None else min(max(float(score), 0.0), 1.0),
            extractor=self.name,
        )

    def _label(self, name: str) -> Label | None:
        """Return the label of the schema that a pipeline's own is, by its name, a former or a common one."""
        mapped = self._labels.get(name, name)
        for called in (name, mapped) if self._labels is COMMON_LABELS else (mapped,):
            found = self._schema.by_name.get(self._schema.renames.label(called))
            if found is not None:
                return found
        return None

    def _renamed(self, span: Span, offset: int) -> Span | None:
        """Take over a candidate of our own components, under an id of this extractor."""
        label = self._label(span.label)
        if label is None:
            return None
        start, end = span.start + offset, span.end + offset
        pieces = tuple(
            replace(piece, start=piece.start + offset, end=piece.end + offset)
            for piece in span.evidence.pieces
        )
        return replace(
            span,
            id=candidate_id(self.name, label.layer, label.name, start, end),
            start=start,
            end=end,
            layer=label.layer,
            label=label.name,
            extractor=self.name,
            evidence=replace(span.evidence, pieces=pieces),
        )


def from_folder(folder: Path, *, name: str) -> SpacyModel:
    """Return the extractor of the pipeline in a folder, loaded; raise UserError `no-pipeline`."""
    return SpacyModel(folder, name=name).loaded()


def chunks(text: str, size: int) -> Iterator[tuple[int, int]]:
    """Cut a text into ranges of at most `size` code points, after a line if one ends, else after a space."""
    start = 0
    while len(text) - start > size:
        cut = text.rfind("\n", start, start + size) + 1
        if cut <= start:
            cut = text.rfind(" ", start, start + size) + 1
        if cut <= start:
            cut = start + size
        yield start, cut
        start = cut
    if start < len(text):
        yield start, len(text)


def _settled(found: list[Span], relations: set[Relation], report: Report, schema: Schema) -> Extraction:
    """Settle overlaps layer by layer, and keep the relations whose ends are left and may have them."""
    chrome = report.chrome
    clear = [span for span in found if not inside(chrome, span.start, span.end)]
    layers = sorted({span.layer for span in clear})
    kept = [span for layer in layers for span in without_overlaps(s for s in clear if s.layer == layer)]
    labels = {span.id: span.label for span in kept}
    links = frozenset(
        link
        for link in relations
        if schema.allows(link.label, labels.get(link.source, ""), labels.get(link.target, ""))
    )
    return Extraction(tuple(kept), links)
