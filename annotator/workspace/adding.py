"""Adding reports: files and folders loaded one by one, so that a bad file never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import plugins
from annotator.domain.errors import UserError

if TYPE_CHECKING:
    from annotator.domain.reports import Report
    from annotator.workspace.projects import Project

Progress = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and the name of the current one."""


class Outcome(StrEnum):
    """What became of one file."""

    ADDED = "added"
    TWICE = "twice"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Added:
    """One file's outcome: the report's id when it is in the project, one line when there is to say."""

    path: str
    outcome: Outcome
    report_id: str = ""
    message: str = ""


def add_paths(
    project: Project,
    paths: Iterable[Path],
    *,
    date: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Added]:
    """Add files, and all files of folders that a loader knows; what was added before a cancel stays.

    `date` is an ISO day for reports that do not say theirs. A project that cannot take any more (a full disk)
    ends the adding, the outcome of the last file saying so. Raises UserError `read-only` or `bad-date`.
    """
    if project.read_only:
        raise UserError("read-only", f"{project.path.name} is open for reading only; nothing was added")
    found = list(_files(paths))
    outcomes: list[Added] = []
    for number, path in enumerate(found):
        if cancelled is not None and cancelled():
            break
        if progress is not None:
            progress(number, len(found), _printable(path.name))
        try:
            outcomes.append(_add(project, path, date))
        except UserError as error:
            if error.code == "bad-date":
                raise
            left = len(found) - number - 1
            more = f"; {left} more files were not tried" if left else ""
            message = f"{_printable(path.name)} was not added: {error.message}{more}"
            outcomes.append(Added(_printable(str(path)), Outcome.FAILED, message=message))
            break
    if progress is not None:
        progress(len(outcomes), len(found), "")
    return outcomes


def load_report(path: Path, *, date: str = "") -> Report:
    """Load one file by the loader of its suffix; raise UserError `unknown-suffix` when there is none."""
    name = plugins.loader_for(path.suffix)
    if name is None and _is(path.is_file):
        known = ", ".join(sorted(plugins.suffixes()))
        raise UserError(
            "unknown-suffix",
            _printable(f"{path.name}: no loader for {path.suffix or 'this'}; known: {known}"),
        )
    load = plugins.load("loaders", name or "text")
    try:
        report: Report = load(path, date=date)
    except UserError as error:
        raise UserError(error.code, _printable(error.message)) from error
    return replace(report, name=_printable(report.name), source=_printable(report.source))


def _printable(text: str) -> str:
    """Return a text that holds the name of a file without those bytes of it that are no UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _add(project: Project, path: Path, date: str) -> Added:
    """Add one file; raise UserError where the project cannot take it, or the date is none."""
    from annotator.store.reports import add_report

    shown = _printable(str(path))
    try:
        report = load_report(path, date=date)
    except UserError as error:
        if error.code == "bad-date":
            raise
        return Added(shown, Outcome.FAILED, message=error.message)
    if add_report(project.store, report):
        return Added(shown, Outcome.ADDED, report.id)
    message = f"{_printable(path.name)}: the same text is in the project already"
    return Added(shown, Outcome.TWICE, report.id, message)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files among the paths, and of folders those a loader knows that are not hidden."""
    known = plugins.suffixes()
    for path in paths:
        if _is(path.is_dir):
            inside = (p for p in path.rglob("*") if p.suffix.lower() in known and p.is_file())
            yield from sorted(p for p in inside if not _is_hidden(p.relative_to(path)))
        else:
            yield path


def _is(asked: Callable[[], bool]) -> bool:
    """Ask a path what it is; one that the system will not look at is nothing, as reading it then says."""
    try:
        return asked()
    except OSError:
        return False


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
