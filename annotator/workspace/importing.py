"""Importing: annotated files matched to reports by equal text, each a finished set of its author."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from annotator import plugins
from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.history import Draft
from annotator.domain.relations import Relation
from annotator.domain.reports import text_sha256
from annotator.domain.schema import Schema
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span, State, candidate_id, without_overlaps
from annotator.domain.views import View
from annotator.formats.checks import relation_problem
from annotator.formats.keeping import keepable
from annotator.formats.loose import LooseTexts
from annotator.workspace.mapping import mapped, schema_with

if TYPE_CHECKING:
    from annotator.formats.base import ParsedReport
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project


OF_A_REPORT, OF_ALL = 20, 200
"""Lines that are listed of what is wrong with one report, and with all that are read at once."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: reports that got a set, spans and relations in them, a line for all else."""

    reports: int
    spans: int
    relations: int
    problems: tuple[str, ...]
    notes: tuple[str, ...]


def import_path(
    project: Project,
    path: Path,
    *,
    format: str,
    author: str,
    labels: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Imported:
    """Give an author the spans of annotated files, replacing what the author had in those reports.

    `labels` are foreign labels with those of the schema they stand for.

    A file with problems, or whose text no report has, is listed and left out; the others are taken. Raises
    UserError when nothing could be taken.
    """
    reader = plugins.load("formats", format)()
    if not reader.can_read:
        raise UserError("cannot-read", f"{format} is a format for export only; choose another")
    mapping = labels or {}
    found = reader.read(path, schema=schema_with(project.schema, mapping), progress=lambda _: None)
    taking = _Taking(project, author)
    for number, parsed in enumerate(found):
        if cancelled is not None and cancelled():
            return taking.result()
        if progress is not None:
            progress(number, len(found), parsed.name)
        taking.add(mapped(parsed, mapping))
    done = taking.result()
    if not done.reports:
        raise UserError("nothing-imported", "\n".join(done.problems) or f"{path} holds no report")
    return done


def matched(project: Project) -> Callable[[ParsedReport], ParsedReport | None]:
    """Return a function that finds the report of parsed ones: itself, in its text, or None where none has it.

    Reports with problems are given back with all of them, those of what no project can keep among them.
    """
    known = set(project.report_ids())
    loose: list[LooseTexts] = []

    def placed(parsed: ParsedReport) -> ParsedReport | None:
        parsed = keepable(parsed)
        if parsed.problems or _report_id(parsed) in known:
            return parsed
        if not parsed.loose:
            return None
        if not loose:
            loose.append(LooseTexts(map(project.report, project.report_ids())))
        return loose[0].placed(parsed)

    return placed


def problem_lines(parsed: ParsedReport) -> list[str]:
    """Return what is wrong with a report, each line once; of very many the first, and how many more."""
    found = list(dict.fromkeys(str(problem) for problem in parsed.problems))
    more = len(found) - OF_A_REPORT
    rest = [f"{parsed.name}: {more} more lines like these; mend these first"] if more > 0 else []
    return [*found[:OF_A_REPORT], *rest]


def listed(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of all that was read; of very many the first, and how many more there are."""
    more = len(lines) - OF_ALL
    return (*lines[:OF_ALL], f"{more} more lines are not listed; mend these first") if more > 0 else (*lines,)


class _Taking:
    """Parsed reports on their way into an author's sets, all under one batch."""

    def __init__(self, project: Project, author: str) -> None:
        self._project = project
        self._author = author
        self._batch = uuid4().hex
        self._known = set(project.report_ids())
        self._placed = matched(project)
        self._taken: set[str] = set()
        self._spans = self._relations = 0
        self._problems: list[str] = []
        self._notes: list[str] = []

    def add(self, parsed: ParsedReport) -> None:
        """Take one report, or list what is wrong with it."""
        parsed = self._placed(parsed) or keepable(parsed)
        self._notes += [str(note) for note in parsed.notes]
        refused = self._refusal(parsed)
        self._problems += refused
        if not refused:
            self._take(parsed)

    def result(self) -> Imported:
        """Return what was done so far."""
        return Imported(
            len(self._taken), self._spans, self._relations, listed(self._problems), listed(self._notes)
        )

    def _refusal(self, parsed: ParsedReport) -> list[str]:
        if parsed.problems:
            return problem_lines(parsed)
        report_id = _report_id(parsed)
        if report_id not in self._known:
            return [f"{parsed.name}: no report of the project has this text; add the report first"]
        if report_id in self._taken:
            return [f"{parsed.name}: this report stands there twice; the first one was taken"]
        return []

    def _take(self, parsed: ParsedReport) -> None:
        from annotator.store.authors import ensure_author

        if not self._taken:
            ensure_author(self._project.store, self._author, kind="person")
        report_id = _report_id(parsed)
        held = self._project.decisions(report_id, self._author)
        come, over = _imported_set(parsed, held, self._project.schema)
        edit = Edit(
            "import",
            Fragment(tuple(held.spans.values()), held.relations, held.finished),
            Fragment(tuple(come.spans.values()), come.relations, True),
        )
        if not edit.is_empty:
            view = View(self._project.candidates(report_id), come, threshold=self._project.threshold)
            draft = Draft(
                report_id=report_id,
                set_author=self._author,
                author=self._author,
                batch=self._batch,
                edit=edit,
            )
            self._project.commit([draft], {(report_id, self._author): view.counts})
        if over:
            self._notes.append(f"{parsed.name}: left out, since they overlap others of their layer: {over}")
        self._taken.add(report_id)
        self._spans += len(come.spans)
        self._relations += len(come.relations)


def _report_id(parsed: ParsedReport) -> str:
    return text_sha256(parsed.text)[:16]


def _imported_set(parsed: ParsedReport, held: AnnotationSet, schema: Schema) -> tuple[AnnotationSet, int]:
    """Return the author's new set, and how many spans of the files overlap others and are not in it.

    Layers the files speak of are replaced, the others kept, and so are relations of what is kept.
    """
    kept = {span.id: span for span in held.spans.values() if span.layer not in parsed.layers}
    names = {span.id: _free_id(span, kept) for span in parsed.spans}
    layers = sorted({span.layer for span in parsed.spans})
    come = {
        names[span.id]: replace(span, id=names[span.id], state=State.IMPORTED)
        for layer in layers
        for span in without_overlaps(span for span in parsed.spans if span.layer == layer)
    }
    spans = kept | come
    stated = {Relation(r.label, names[r.source], names[r.target]) for r in parsed.relations}
    links = stated | {r for r in held.relations if r.source in kept or r.target in kept}
    legal = frozenset(r for r in links if not relation_problem(schema, r, spans))
    made = AnnotationSet(held.report_id, held.author, spans, legal, finished=True)
    return made, len(parsed.spans) - len(come)


def _free_id(span: Span, kept: Mapping[str, Span]) -> str:
    """Return a span's id, another one where a span of a layer that is kept has it already."""
    name = span.id
    while name in kept:
        name = candidate_id(name, span.layer, span.label, span.start, span.end)
    return name
