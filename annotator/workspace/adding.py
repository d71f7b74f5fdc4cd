"""Adding reports: files and folders loaded one by one, so that a bad file never stops the others."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import plugins
from annotator.domain.errors import UserError
from annotator.domain.strings import on_one_line
from annotator.workspace.gathering import Unseen, gathered, is_so

if TYPE_CHECKING:
    from annotator.domain.reports import Report
    from annotator.workspace.projects import Project

Progress = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and the name of the current one."""

_STOPPED = "stopped"
_LONGEST_MESSAGE = 2000
_OF_THE_REQUEST = ("bad-date", "unknown-encoding")
_OLD = {
    ".doc": "an old Word file",
    ".rtf": "a rich text file",
}


class Outcome(StrEnum):
    """What became of one file."""

    ADDED = "added"
    TWICE = "twice"
    UNSURE = "unsure"
    """Not added: nobody can tell its encoding but somebody who reads it."""
    FAILED = "failed"
    UNSEEN = "unseen"
    """A folder that cannot be read, or that holds no report file."""
    LEFT = "left"
    """Not looked at: the adding was stopped before its turn."""


@dataclass(frozen=True, slots=True)
class HowToRead:
    """What a user says of the files to add; a loader is told what it has a parameter of that name for.

    `date` is an ISO day for reports that do not say theirs, `encoding` the name of the encoding of text,
    `whole_page` takes all of a web page rather than its main text, `headers` the headers and footers too.
    """

    date: str = ""
    encoding: str = ""
    whole_page: bool = False
    headers: bool = False


AS_THEY_SAY = HowToRead()


@dataclass(frozen=True, slots=True)
class Added:
    """One file's outcome: the report's id when it is in the project, one line when there is to say.

    `message` says why a file was not added, `note` what one should know of a report that was.
    """

    path: str
    outcome: Outcome
    report_id: str = ""
    message: str = ""
    note: str = ""


def add_paths(
    project: Project,
    paths: Iterable[Path],
    *,
    how: HowToRead = AS_THEY_SAY,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Added]:
    """Add files, and all files of folders that a loader knows.

    What was added before a cancel stays; the files that were not reached come as `LEFT`.
    A project that cannot take any more (a full disk) ends the adding, the outcome of the last file saying so.
    Raises UserError `read-only`, `bad-date` or `unknown-encoding`.
    """
    if project.read_only:
        raise UserError("read-only", f"{project.path.name} is open for reading only; nothing was added")
    found = list(gathered(paths, plugins.suffixes(), also=_OLD))
    outcomes: list[Added] = []
    for number, path in enumerate(found):
        if cancelled is not None and cancelled():
            outcomes += [_left(each) for each in found[number:]]
            break
        if isinstance(path, Unseen):
            outcomes.append(_unseen(path))
            continue
        if progress is not None:
            progress(number, len(found), _shown(path.name))
        try:
            outcomes.append(_add(project, path, how, cancelled))
        except UserError as error:
            if error.code in _OF_THE_REQUEST:
                raise
            if error.code == _STOPPED:
                outcomes += [_left(each) for each in found[number:]]
                break
            left = len(found) - number - 1
            more = f"; {left} more files were not tried" if left else ""
            message = f"{_shown(path.name)} was not added: {error.message}{more}"
            outcomes.append(Added(_printable(str(path)), Outcome.FAILED, message=message))
            break
    if progress is not None:
        progress(sum(each.outcome is not Outcome.LEFT for each in outcomes), len(found), "")
    return outcomes


def _unseen(folder: Unseen) -> Added:
    return Added(_printable(str(folder.path)), Outcome.UNSEEN, message=_shown(folder.message))


def _left(each: Path | Unseen) -> Added:
    return _unseen(each) if isinstance(each, Unseen) else Added(_printable(str(each)), Outcome.LEFT)


def add_text(project: Project, text: str, *, name: str) -> Added:
    """Add text that was pasted, under a name; raise UserError `read-only`, `no-name` or `empty-file`."""
    from annotator.store.reports import add_report
    from annotator.text.loading.base import Told, report_from_text, resigned

    name = " ".join(name.split())
    if project.read_only:
        raise UserError("read-only", f"{project.path.name} is open for reading only; nothing was added")
    if not name:
        raise UserError("no-name", "a report needs a name; nothing was added")
    shown, signs = resigned(text.replace("\0", ""))
    report = report_from_text(shown, name=name, told=Told(metadata={"encoding": signs}))
    if add_report(project.store, report):
        return Added(name, Outcome.ADDED, report.id)
    return _twice(project, name, report)


def readable_suffixes() -> list[str]:
    """Return the suffixes of files that some loader reads, in lower case with their dots, in order."""
    return sorted(plugins.suffixes())


def load_report(
    path: Path, *, how: HowToRead = AS_THEY_SAY, cancelled: Callable[[], bool] | None = None
) -> Report:
    """Load one file by the loader of its suffix; raise UserError `unknown-suffix` when there is none.

    `cancelled` tells a loader that may take long whether anybody still waits; else it raises `stopped`.
    """
    name = plugins.loader_for(path.suffix)
    if name is None and is_so(path.is_file):
        if path.suffix.lower() in _OLD:
            kind = _OLD[path.suffix.lower()]
            why = f"{path.name} is {kind}, which cannot be read; save it as .docx and add that"
            raise UserError("old-format", _shown(why))
        known = ", ".join(readable_suffixes())
        raise UserError(
            "unknown-suffix",
            _shown(f"{path}: no loader for {path.suffix or 'this'}; save it as one of {known} and add that"),
        )
    load = plugins.load("loaders", name or "text")
    try:
        report: Report = load(path, **_taken(load, {**asdict(how), "cancelled": cancelled}))
    except UserError as error:
        raise UserError(error.code, _shown(error.message)) from error
    except Exception as error:  # a loader reads what anybody may have made, with the help of other packages
        reason = f"{path} cannot be read as {path.suffix} ({type(error).__name__}); save it anew and retry"
        raise UserError("broken-file", _shown(reason)) from error
    return replace(report, name=on_one_line(_printable(report.name)), source=_printable(report.source))


def _taken(load: Callable[..., Report], offered: Mapping[str, object]) -> dict[str, object]:
    """Return what a loader has parameters for: one that takes a date only is as good as any."""
    known = inspect.signature(load).parameters.values()
    takes_all = any(each.kind is each.VAR_KEYWORD for each in known)
    names = {each.name for each in known}
    return {name: value for name, value in offered.items() if takes_all or name in names}


def _printable(text: str) -> str:
    """Return a text that holds the name of a file without those bytes of it that are no UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _shown(text: str) -> str:
    """Return a text that holds the name of a file as one line, without signs that move or hide others."""
    return on_one_line(_printable(text), longest=_LONGEST_MESSAGE)


def _add(project: Project, path: Path, how: HowToRead, cancelled: Callable[[], bool] | None) -> Added:
    """Add one file; raise UserError where the project cannot take it, or what was asked for is nothing."""
    from annotator.store.reports import add_report

    shown = _printable(str(path))
    try:
        report = load_report(path, how=how, cancelled=cancelled)
    except UserError as error:
        if error.code in (*_OF_THE_REQUEST, _STOPPED):
            raise
        outcome = Outcome.UNSURE if error.code == "unsure-encoding" else Outcome.FAILED
        return Added(shown, outcome, message=error.message)
    if add_report(project.store, report):
        return Added(shown, Outcome.ADDED, report.id, note=_note(_shown(path.name), report, how))
    return _twice(project, shown, report)


def _note(name: str, report: Report, how: HowToRead) -> str:
    """Return what one should know of a report that was added; empty when there is nothing to say."""
    told = dict(report.metadata)
    if scanned := told.get("scanned-pages"):
        return f"{name} lacks what is on scanned pages ({scanned}); have their text recognised (OCR)"
    if "encoding" in told and not how.encoding:
        return f"{name} was read as {told['encoding']}; look whether it reads well"
    return ""


def _twice(project: Project, given: str, report: Report) -> Added:
    """Say of a text that is there already under which name it is."""
    held = project.row(report.id).name
    message = f"{_shown(given)}: the same text is in the project already, as the report {held}"
    return Added(given, Outcome.TWICE, report.id, message)
