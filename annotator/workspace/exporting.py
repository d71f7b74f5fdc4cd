"""Exporting: which reports have gold, what of them is taken, and the format that writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import __version__, plugins
from annotator.domain.errors import UserError
from annotator.domain.gold import Decision, GoldReport
from annotator.domain.sets import AnnotationSet, combined
from annotator.domain.spans import Span
from annotator.review.strategies import are_equal, merged

if TYPE_CHECKING:
    from annotator.domain.history import Entry
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project

SQLITE = "sqlite"


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format as the window and the shell offer it; an empty suffix means a folder is written."""

    name: str
    title: str
    suffix: str


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export: a format and a path, whose gold, and whether unfinished work goes along."""

    format: str
    path: Path
    author: str = ""
    strategy: str = ""
    unfinished: bool = False
    candidates: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did: counts, and a line for each report that was left out."""

    path: Path
    reports: int
    spans: int
    relations: int
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass
class _Selection:
    """Gold as it is drawn from the project, with what was left out on the way."""

    left_out: list[str] = field(default_factory=list)


def formats() -> list[ExportFormat]:
    """Return the formats gold can be written in, SQLite first."""
    found = [ExportFormat(SQLITE, "SQLite", ".db")]
    for name in plugins.names("formats"):
        entry = plugins.load("formats", name)()
        if entry.can_write:
            found.append(ExportFormat(entry.name, entry.title, entry.suffix))
    return found


def export(
    project: Project,
    request: ExportRequest,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Exported:
    """Write the gold of a project; raise UserError `no-gold` when no report has any.

    The file appears complete or not at all; a cancel leaves nothing behind.
    """
    if request.format != SQLITE:
        plugins.check("formats", request.format)
    ids = project.report_ids()
    selection = _Selection()
    sets = {report_id: _chosen(project, report_id, request, selection) for report_id in ids}
    ready = [report_id for report_id in ids if sets[report_id] is not None]
    if not ready:
        why = f": {selection.left_out[0]}" if selection.left_out else ""
        raise UserError("no-gold", f"no report has gold yet{why}; finish one, or use --unfinished")

    def drawn() -> Iterator[GoldReport]:
        for number, report_id in enumerate(ready):
            if cancelled is not None and cancelled():
                raise UserError("cancelled", "the export was stopped; nothing was written")
            held = sets[report_id]
            assert held is not None
            if progress is not None:
                progress(number, len(ready), held.report_id)
            yield _gold(project, held, request)

    written = _write(project, request, drawn())
    return Exported(request.path, *written[:3], tuple(selection.left_out), written[3])


def _write(
    project: Project, request: ExportRequest, reports: Iterator[GoldReport]
) -> tuple[int, int, int, tuple[str, ...]]:
    if request.format == SQLITE:
        from annotator.store.gold import write_gold

        made = write_gold(request.path, reports, schema=project.schema, meta=_meta(project))
        return made.reports, made.spans, made.relations, ()
    writer = plugins.load("formats", request.format)()
    done = writer.write(reports, schema=project.schema, path=request.path, progress=lambda _: None)
    return done.reports, done.spans, done.relations, (*map(str, done.skipped), *done.notes)


def _meta(project: Project) -> dict[str, str]:
    return {
        "schema": project.schema.name,
        "schema_version": str(project.schema.version),
        "program_version": __version__,
        "created_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _chosen(
    project: Project, report_id: str, request: ExportRequest, selection: _Selection
) -> AnnotationSet | None:
    """Return the set that is a report's gold; None, with the reason written down, when it has none."""
    sets = [held for held in person_sets(project, report_id) if held.spans or held.finished]
    if request.author:
        sets = [held for held in sets if held.author == request.author]
    ready = sets if request.unfinished else [held for held in sets if held.finished]
    name = project.row(report_id).name
    if not ready:
        why = "it is not finished" if sets else "nobody has worked on it"
        selection.left_out.append(f"{name}: {why}")
        return None
    if len(ready) == 1 or are_equal(ready):
        return ready[0]
    if request.strategy:
        return merged(ready, request.strategy)
    who = ", ".join(held.author for held in ready)
    selection.left_out.append(f"{name}: {who} differ; settle it, or use --author or --strategy")
    return None


def person_sets(project: Project, report_id: str) -> list[AnnotationSet]:
    """Return the sets that persons have over a report, in the order the persons came."""
    from annotator.store.authors import authors
    from annotator.store.sets import load_set, set_authors

    persons = {author.name for author in authors(project.store) if author.kind == "person"}
    return [
        load_set(project.store, report_id, a) for a in set_authors(project.store, report_id) if a in persons
    ]


def _gold(project: Project, held: AnnotationSet, request: ExportRequest) -> GoldReport:
    from annotator.store.journal import entries

    source = combined(project.candidates(held.report_id), held) if request.candidates else held
    spans = tuple(span for span in source.ordered() if span.is_standing or request.candidates)
    ids = {span.id for span in spans}
    links = tuple(sorted(r for r in source.relations if r.source in ids and r.target in ids))
    journal = entries(project.store, held.report_id)
    stamps = _stamps(journal, ids)
    return GoldReport(
        report=project.report(held.report_id),
        spans=spans,
        relations=links,
        authors={span_id: author for span_id, (author, _) in stamps.items()},
        decided_at={span_id: at for span_id, (_, at) in stamps.items()},
        decisions=tuple(
            _decisions(journal, {span.id: span for span in spans}, project.candidates(held.report_id))
        ),
    )


def _stamps(journal: Sequence[Entry], ids: set[str]) -> dict[str, tuple[str, str]]:
    """Return who gave each span its present form and when: the last entry that wrote it."""
    stamps: dict[str, tuple[str, str]] = {}
    for entry in journal:
        for span in entry.edit.after.spans:
            if span.id in ids and not span.is_undecided:
                stamps[span.id] = (entry.author, entry.at)
    return stamps


def _decisions(
    journal: Sequence[Entry], spans: Mapping[str, Span], candidates: AnnotationSet
) -> Iterator[Decision]:
    for entry in journal:
        touched = [span_id for span_id in sorted(entry.edit.span_ids) if span_id in spans]
        if entry.edit.label == "extract":
            continue
        for span_id in touched:
            action = entry.edit.label if entry.action == "edit" else f"{entry.action} {entry.edit.label}"
            yield Decision(
                id=f"{entry.id}:{span_id}",
                span_id=span_id,
                author=entry.author,
                at=entry.at,
                action=action,
                candidate_id=span_id if span_id in candidates.spans else "",
                seconds=entry.seconds,
                reason=entry.reason,
            )
