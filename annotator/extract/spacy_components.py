"""The rules as spaCy components, registered under the `spacy_factories` entry points of the package."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.domain.reports import Report, Section, SectionKind
from annotator.text.spacy_groups import read_group, write_group, write_relations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Component = Callable[["Doc"], "Doc"]

DATE = "annotator_date"
"""The key in `doc.user_data` of the report's date (`2023-10-19`); the dateline's is taken when not given."""
SECTIONS = "annotator_sections"
"""The key in `doc.user_data` of the sections, each kind, start and end; found in the text when not given."""


def create_entities(nlp: Language, name: str) -> Component:
    """Build the component that writes `doc.spans["entity"]`."""
    return _entities


def create_figures(nlp: Language, name: str) -> Component:
    """Build the component that writes `doc.spans["figure"]`; it reads the dates of `doc.spans["entity"]`."""
    return _figures


def create_relations(nlp: Language, name: str) -> Component:
    """Build the component that writes the relations into both groups."""
    return _relations


def create_underthesea(nlp: Language, name: str) -> Component:
    """Build the component that writes the hints of `underthesea.ner` into `doc.spans["underthesea"]`."""
    return _underthesea


def create_any_length() -> Callable[[Language], Language]:
    """Build the callback that lets a pipeline take a text of any length; the rules need little memory."""

    def change(nlp: Language) -> Language:
        nlp.max_length = 2**31
        return nlp

    return change


def report_of(doc: Doc) -> Report:
    """Return the report a Doc holds: its text, and the sections and date in its user data."""
    from annotator.text.sections import dateline_date, sections

    data = doc.user_data
    if SECTIONS not in data:
        data[SECTIONS] = [[found.kind.value, found.start, found.end] for found in sections(doc.text)]
    found = tuple(Section(SectionKind(kind), start, end) for kind, start, end in data[SECTIONS])
    if DATE not in data:
        data[DATE] = dateline_date(doc.text, found)
    return Report(name="", text=doc.text, date=data[DATE], sections=found)


def put_report(doc: Doc, report: Report) -> None:
    """Tell a Doc the sections and the date of its report."""
    doc.user_data[SECTIONS] = [[found.kind.value, found.start, found.end] for found in report.sections]
    doc.user_data[DATE] = report.date


def _entities(doc: Doc) -> Doc:
    from annotator.extract.pipeline import entity_candidates

    write_group(doc, "entity", entity_candidates(report_of(doc)))
    return doc


def _figures(doc: Doc) -> Doc:
    from annotator.extract.pipeline import figure_candidates

    write_group(doc, "figure", figure_candidates(report_of(doc), read_group(doc, "entity")))
    return doc


def _relations(doc: Doc) -> Doc:
    from annotator.extract.pipeline import relation_candidates

    entities, figures = read_group(doc, "entity"), read_group(doc, "figure")
    layers = [layer for layer in ("entity", "figure") if layer in doc.spans]
    write_relations(doc, layers, relation_candidates(report_of(doc), entities, figures))
    return doc


def _underthesea(doc: Doc) -> Doc:
    from annotator.extract.underthesea_ner import UndertheseaNer

    write_group(doc, "underthesea", UndertheseaNer().extract(report_of(doc)).spans)
    return doc


_FACTORIES: dict[str, Callable[[Language, str], Component]] = {
    "annotator_entities": create_entities,
    "annotator_figures": create_figures,
    "annotator_relations": create_relations,
    "annotator_underthesea": create_underthesea,
}


def register() -> None:
    """Tell spaCy the components; doing it again changes nothing."""
    from spacy.language import Language

    for name, create in _FACTORIES.items():
        Language.factory(name, func=create)


# spaCy imports this module by its entry points, and takes the factories that importing has registered.
register()
