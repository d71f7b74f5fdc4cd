"""Importing: annotated files matched to reports by equal text, each a finished set of its author."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from annotator import plugins
from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.history import Draft
from annotator.domain.reports import text_sha256
from annotator.domain.sets import AnnotationSet, set_of
from annotator.domain.spans import Span, State, without_overlaps
from annotator.domain.views import View

if TYPE_CHECKING:
    from annotator.formats.base import ParsedReport
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project


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
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Imported:
    """Give an author the spans of annotated files, replacing what the author had in those reports.

    A file with problems, or whose text no report has, is listed and left out; the others are taken. Raises
    UserError when nothing could be taken.
    """
    from annotator.store.authors import ensure_author

    reader = plugins.load("formats", format)()
    if not reader.can_read:
        raise UserError("cannot-read", f"{format} is a format for export only; choose another")
    found = reader.read(path, schema=project.schema, progress=lambda _: None)
    ensure_author(project.store, author, kind="person")
    ids = set(project.report_ids())
    problems: list[str] = []
    notes: list[str] = []
    taken: list[tuple[int, int]] = []
    batch = uuid4().hex
    for number, parsed in enumerate(found):
        if cancelled is not None and cancelled():
            break
        if progress is not None:
            progress(number, len(found), parsed.name)
        notes += [str(note) for note in parsed.notes]
        refused = _refusal(parsed, ids)
        if refused:
            problems += refused
        else:
            taken.append(_take(project, parsed, author, batch))
    if not taken:
        raise UserError("nothing-imported", "\n".join(problems) or f"{path} holds no report")
    spans, links = (sum(numbers) for numbers in zip(*taken, strict=True))
    return Imported(len(taken), spans, links, tuple(problems), tuple(notes))


def _refusal(parsed: ParsedReport, ids: set[str]) -> list[str]:
    if parsed.problems:
        return [str(problem) for problem in parsed.problems]
    if _report_id(parsed) not in ids:
        return [f"{parsed.name}: no report of the project has this text; add the report first"]
    return []


def _report_id(parsed: ParsedReport) -> str:
    return text_sha256(parsed.text)[:16]


def _take(project: Project, parsed: ParsedReport, author: str, batch: str) -> tuple[int, int]:
    report_id = _report_id(parsed)
    held = project.decisions(report_id, author)
    come = _imported_set(parsed, held, author)
    touched = held.finished or bool(held.spans)
    edit = Edit(
        "import",
        Fragment(tuple(held.spans.values()), held.relations, held.finished),
        Fragment(tuple(come.spans.values()), come.relations, True),
    )
    if not (touched and edit.is_empty):
        view = View(project.candidates(report_id), come, threshold=project.threshold)
        draft = Draft(report_id=report_id, set_author=author, author=author, batch=batch, edit=edit)
        project.commit([draft], {(report_id, author): view.counts})
    return len(come.spans), len(come.relations)


def _imported_set(parsed: ParsedReport, held: AnnotationSet, author: str) -> AnnotationSet:
    """Return the author's new set: layers the files speak of are replaced, the others kept."""
    layers = sorted({span.layer for span in parsed.spans})
    spans = [s for layer in layers for s in _of_layer(parsed.spans, layer)]
    ids = {span.id for span in spans}
    kept = [s for s in held.spans.values() if s.layer not in parsed.layers and s.id not in ids]
    ids |= {span.id for span in kept}
    links = {r for r in (*parsed.relations, *held.relations) if r.source in ids and r.target in ids}
    return set_of(_report_id(parsed), author, [*kept, *spans], links, finished=True)


def _of_layer(spans: Sequence[Span], layer: str) -> list[Span]:
    return without_overlaps(span.decided(State.IMPORTED) for span in spans if span.layer == layer)
