"""Surveying annotated files before they are imported: what they hold, and what the project cannot place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import plugins
from annotator.domain.errors import UserError
from annotator.workspace.importing import listed, matched, problem_lines
from annotator.workspace.mapping import mapped, schema_with

if TYPE_CHECKING:
    from annotator.workspace.projects import Project

ROWS = 8
"""Spans that are shown of a file."""


@dataclass(frozen=True, slots=True)
class Readable:
    """A format that can be imported."""

    name: str
    title: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Survey:
    """What an import would take: reports of the files, those the project has, spans, and what is in the way.

    `unknown` counts spans by label that the schema does not have; `rows` are the first spans, each its
    report, label and text.
    """

    reports: int
    known: int
    spans: int
    unknown: Mapping[str, int]
    problems: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]


def readable() -> list[Readable]:
    """Return the formats that can be imported and whose libraries are there."""
    found = []
    for name in plugins.names("formats"):
        kind = plugins.load("formats", name)()
        needs = getattr(kind, "needs", None)
        if kind.can_read and (needs is None or needs.is_there):
            found.append(Readable(kind.name, kind.title, kind.suffix))
    return found


def survey(
    project: Project,
    path: Path,
    *,
    format: str,
    labels: Mapping[str, str] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Survey:
    """Read annotated files and change nothing; raise UserError where nothing can be read of them."""
    mapping = labels or {}
    reader = plugins.load("formats", format)()
    if not reader.can_read:
        raise UserError("cannot-read", f"{format} is a format for export only; choose another")
    found = reader.read(path, schema=schema_with(project.schema, mapping), progress=lambda _: None)
    placing = matched(project)
    unknown: Counter[str] = Counter()
    problems: list[str] = []
    rows: list[tuple[str, str, str]] = []
    known = spans = 0
    for each in found:
        if cancelled is not None and cancelled():
            raise UserError("stopped", "looking at the files was stopped; nothing was changed")
        parsed = placing(mapped(each, mapping))
        unknown.update(each.unknown)
        if parsed is None:
            problems.append(f"{each.name}: no report of the project has this text; add the report first")
            continue
        problems += problem_lines(parsed)
        known += not parsed.problems
        spans += 0 if parsed.problems else len(parsed.spans)
        for span in parsed.spans[: ROWS - len(rows)]:
            rows.append((parsed.name, span.label, " ".join(parsed.text[span.start : span.end].split())))
    return Survey(len(found), known, spans, dict(sorted(unknown.items())), listed(problems), tuple(rows))
