"""Exporting: the gold of a project written in a format, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import __version__, plugins
from annotator.domain.errors import UserError
from annotator.formats.base import Format, Summary, silent
from annotator.workspace.agreeing import agreed
from annotator.workspace.carding import Tally, write_cards
from annotator.workspace.choosing import Choosing
from annotator.workspace.limiting import checked, in_words, limited, limits
from annotator.workspace.outputs import refuse_over
from annotator.workspace.placing import placed, refuse_place
from annotator.workspace.sampling import REPORTS, sample
from annotator.workspace.sharing import Sharing

if TYPE_CHECKING:
    from annotator.domain.gold import GoldReport
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
    """What to export: a format and a path, whose gold, and whether unfinished work goes along.

    It is limited to reports by id, labels, splits, and report dates from `since` to `until` (ISO days, both
    in it); what is empty limits nothing.
    """

    format: str
    path: Path
    author: str = ""
    strategy: str = ""
    unfinished: bool = False
    candidates: bool = False
    reports: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    splits: tuple[str, ...] = ()
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did: counts, a line for each report that was left out, and what else is to be said."""

    path: Path
    reports: int
    spans: int
    relations: int
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def formats() -> list[ExportFormat]:
    """Return the formats gold can be written in, SQLite first."""
    found = [ExportFormat(SQLITE, "SQLite", ".db")]
    for name in plugins.names("formats"):
        entry = plugins.load("formats", name)()
        if entry.can_write:
            found.append(ExportFormat(entry.name, entry.title, entry.suffix))
    return found


def lacks_of(name: str) -> tuple[str, ...]:
    """Return what a format cannot hold, by the names of `Holds`."""
    if name == SQLITE:
        return ()
    holds = plugins.load("formats", name)().holds
    return tuple(each.name for each in fields(holds) if not getattr(holds, each.name))


def export(
    project: Project,
    request: ExportRequest,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Exported:
    """Write the gold of a project; raise UserError `no-gold` when no report has any.

    The file appears complete or not at all; a cancel (UserError `cancelled`) leaves nothing behind. Raises
    also `unknown-author`, `bad-strategy`, `unknown-plugin`, `is-a-project`, `cannot-write`, `disk-full`,
    and what `checked` and `placed` refuse.
    """
    refuse_over(request.path)
    request = checked(request, project)
    # Whoever works on meanwhile changes nothing of what is being written.
    with project.store.snapshot():
        done, sharing = _export(project, request, progress, cancelled)
    sharing.keep()
    return done


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What an export would take: how many reports, a line for each that would be left out, and notes.

    `rows` are the first lines it would write, `lacks` what its format cannot hold, by the names of `Holds`,
    `refusal` says why its place would be refused, empty where that takes it.
    """

    reports: int
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    refusal: str = ""


def foresee(
    project: Project, request: ExportRequest, *, cancelled: Callable[[], bool] = lambda: False
) -> Foreseen:
    """Say what an export would take and leave out; nothing is written.

    Raises UserError `unknown-author`, `bad-strategy`, what `checked` refuses, or `cancelled`.
    """
    request = checked(request, project)
    choosing = Choosing(
        project, request.author, request.strategy, request.unfinished, candidates=request.candidates
    )
    is_folder, _ = _writer(request.format)
    wanted = set(request.reports)
    ids = [report_id for report_id in project.report_ids() if not wanted or report_id in wanted]

    def drawn() -> Iterator[GoldReport]:
        for report_id in ids:
            if cancelled():
                raise UserError("cancelled", "the export was stopped; nothing was written")
            gold = choosing.gold(report_id)
            if gold is not None:
                yield gold

    count = 0
    first: list[GoldReport] = []
    with project.store.snapshot():
        # To share reports out takes their texts; only where splits are asked for it matters here.
        golds = map(Sharing(project, ids).shared, drawn()) if request.splits else drawn()
        for gold in limited(golds, request, Tally()):
            count += 1
            if len(first) < REPORTS:
                first.append(gold)
    rows = sample(first, request.format, project.schema)
    lacks, refusal = lacks_of(request.format), _refusal(request.path, is_folder=is_folder)
    return Foreseen(count, tuple(choosing.left_out), tuple(choosing.notes), rows, lacks, refusal)


def _refusal(path: Path, *, is_folder: bool) -> str:
    try:
        refuse_over(path)
        refuse_place(path, is_folder=is_folder)
    except UserError as error:
        return error.message
    except OSError as error:
        return f"cannot write {path}: {error.strerror or error}; choose another place"
    return ""


def _export(
    project: Project,
    request: ExportRequest,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> tuple[Exported, Sharing]:
    choosing = Choosing(
        project, request.author, request.strategy, request.unfinished, candidates=request.candidates
    )
    is_folder, write = _writer(request.format)
    wanted = set(request.reports)
    ids = [report_id for report_id in project.report_ids() if not wanted or report_id in wanted]

    def drawn() -> Iterator[GoldReport]:
        for number, report_id in enumerate(ids):
            if cancelled is not None and cancelled():
                raise UserError("cancelled", "the export was stopped; nothing was written")
            if progress is not None:
                progress(number, len(ids), project.row(report_id).name)
            gold = choosing.gold(report_id)
            if gold is not None:
                yield gold

    sharing = Sharing(project, ids)
    tally = Tally()
    golds = limited(map(sharing.shared, drawn()), request, tally)
    first = next(golds, None)
    told = limits(request, project)
    if first is None:
        raise _no_gold(request, choosing.left_out, in_words(told) if tally.drawn else "")
    about = {**_meta(project), "format": request.format, "limits": told, "agreement": agreed(project)}
    with placed(request.path, is_folder=is_folder) as place:
        done = write(project, place, chain([first], golds))
        skipped = tuple(map(str, done.skipped))
        if not done.reports:
            said = f"{request.format} can hold none of these reports; export them as jsonl instead"
            raise UserError("no-gold", said, lines=skipped)
        losses = [f"report left out: {line}" for line in skipped]
        losses += [note for note in done.notes if " left out: " in note]
        losses += tally.losses(lacks_of(request.format))
        about["written"] = {"reports": done.reports, "spans": done.spans, "relations": done.relations}
        write_cards(place, tally, about, losses=losses, left_out=choosing.left_out)
    if progress is not None:
        progress(len(ids), len(ids), "")
    notes = (*choosing.notes, *skipped, *done.notes)
    left_out = tuple(choosing.left_out)
    return Exported(request.path, done.reports, done.spans, done.relations, left_out, notes), sharing


def _no_gold(request: ExportRequest, left_out: Sequence[str], limits: str) -> UserError:
    """Return the refusal of an export without gold: why, and what to do; several reports have a line each."""
    why = f": {left_out[0]}" if len(left_out) == 1 else ""
    lines = [f"left out: {line}" for line in left_out] if not why else []
    if limits:
        said = f"no report with gold is within the limits ({limits}); widen them"
        return UserError("no-gold", said, lines=[f"left out: {line}" for line in left_out])
    if not request.unfinished:
        return UserError(
            "no-gold", f"no report has gold yet{why}; finish one, or use --unfinished", lines=lines
        )
    why = why or ": nobody has worked on it, or its authors differ"
    return UserError("no-gold", f"no report has gold to be written{why}", lines=lines)


def _writer(name: str) -> tuple[bool, Callable[[Project, Path, Iterable[GoldReport]], Summary]]:
    """Return whether a format writes a folder, and what writes it.

    Raises UserError `unknown-plugin` or `cannot-write-format`.
    """
    if name == SQLITE:
        return False, _write_sqlite
    known = plugins.names("formats")
    if name not in known:
        there = ", ".join((SQLITE, *known))
        raise UserError("unknown-plugin", f"there is no format {name or 'without a name'}; known: {there}")
    writer: Format = plugins.load("formats", name)()
    if not writer.can_write:
        raise UserError("cannot-write-format", f"{name} is a format for import only; choose another")

    def write(project: Project, path: Path, reports: Iterable[GoldReport]) -> Summary:
        return writer.write(reports, schema=project.schema, path=path, progress=silent)

    return not writer.suffix, write


def _write_sqlite(project: Project, path: Path, reports: Iterable[GoldReport]) -> Summary:
    from annotator.store.gold import write_gold

    made = write_gold(path, reports, schema=project.schema, meta=_meta(project))
    return Summary(made.reports, made.spans, made.relations, (path,))


def _meta(project: Project) -> dict[str, str]:
    return {
        "schema": project.schema.name,
        "schema_version": str(project.schema.version),
        "program_version": __version__,
        "created_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
