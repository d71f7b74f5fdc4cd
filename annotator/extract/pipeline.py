"""The default extractor `vn-rules`: the rules of all labels, called directly and as a spaCy pipeline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.relations import HOLDS, Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span
from annotator.extract.base import Extraction, Match
from annotator.extract.candidates import candidates
from annotator.extract.entities import find_entities
from annotator.extract.entities.holders import holds
from annotator.extract.figures import find_figures
from annotator.extract.project_lexicons import checked
from annotator.extract.relations import figure_relations
from annotator.extract.second_reading import with_second_reading
from annotator.text.spacy_tokens import NAME as TOKENIZER

if TYPE_CHECKING:
    from spacy.language import Language

NAME = "vn-rules"
VERSION = "1"
"""Goes up when the rules change what they propose."""
COMPONENTS = ("annotator_entities", "annotator_figures", "annotator_relations")
HINTS = "annotator_underthesea"
_CLOSED = frozenset({"DATE", "DOCUMENT"})
"""Entities no figure may touch: their numbers are dates and paper numbers."""

_NAMED = frozenset({"LOC", "ORG", "EVENT", "POSITION"})
"""Entities whose own digits are no figures: `cầu Bến Sậy 3`."""
_DIGITS = re.compile(r"\d+")


class Rules:
    """The default extractor: rules and lexicons, all labels, all relations."""

    name = NAME
    version = VERSION

    def __init__(self, *, folders: Sequence[Path] = ()) -> None:
        """Take a project's folders of lexicons; raise UserError `bad-lexicon` when one cannot be used."""
        self._folders = checked(folders)

    def with_lexicons(self, folders: Sequence[Path]) -> Rules:
        """Return the same rules with a project's lexicons; raise UserError `bad-lexicon`."""
        return Rules(folders=folders)

    def extract(self, report: Report) -> Extraction:
        """Return all candidates of a report; the spaCy pipeline of `create` gives the same, more slowly."""
        entities = entity_candidates(report, self._folders)
        figures = figure_candidates(report, entities, self._folders)
        links = relation_candidates(report, entities, figures)
        return Extraction((*entities, *figures), links)


def entity_candidates(report: Report, folders: tuple[Path, ...] = ()) -> list[Span]:
    """Return the candidates of layer `entity`."""
    return candidates(find_entities(report, folders=folders), report, layer="entity", extractor=NAME)


def figure_candidates(report: Report, entities: Sequence[Span], folders: tuple[Path, ...] = ()) -> list[Span]:
    """Return the candidates of layer `figure`, given those of layer `entity`."""
    closed = [_match(span) for span in entities if span.label in _CLOSED]
    closed += [part for span in entities if span.label in _NAMED for part in _digits(report.text, span)]
    found = candidates(find_figures(report, closed, folders=folders), report, layer="figure", extractor=NAME)
    return with_second_reading(report, entities, found)


def relation_candidates(
    report: Report, entities: Sequence[Span], figures: Sequence[Span]
) -> frozenset[Relation]:
    """Return the relations among the candidates of both layers."""
    held = frozenset(
        Relation(HOLDS, entities[person].id, entities[position].id)
        for person, position in holds(report.text, entities)
    )
    return held | figure_relations([*entities, *figures])


def create() -> Language:
    """Build the rules as a spaCy pipeline, to be saved with `to_disk` and used outside the program.

    It writes the span groups of `spacy_groups` and takes texts of any length. The component
    `annotator_underthesea` is in it and disabled; `nlp.enable_pipe` turns it on.
    """
    import spacy

    from annotator.extract import spacy_components

    spacy_components.register()
    nlp = spacy.blank(
        "xx",
        config={
            "nlp": {
                "tokenizer": {"@tokenizers": TOKENIZER},
                "after_creation": {"@callbacks": "annotator.any_length.v1"},
            }
        },
    )
    nlp.meta.update({"name": "vn_rules", "version": f"{VERSION}.0.0"})
    for component in COMPONENTS:
        nlp.add_pipe(component)
    nlp.add_pipe(HINTS, last=True)
    nlp.disable_pipe(HINTS)
    return nlp


def _digits(text: str, span: Span) -> Iterator[Match]:
    """Yield the digits inside a name, to be kept free of figures."""
    for found in _DIGITS.finditer(text, span.start, span.end):
        yield Match(found.start(), found.end(), span.label, 1.0)


def _match(span: Span) -> Match:
    return Match(span.start, span.end, span.label, span.score or 0.0, span.evidence, span.attributes)
