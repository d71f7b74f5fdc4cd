"""What a format is: how gold is written to files and read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.schema import Schema
from annotator.domain.spans import Span

Progress = Callable[[int], None]
"""Called with the number of reports done; it may raise to stop, and then nothing half-written is left."""


def silent(done: int) -> None:
    """Take progress and tell nobody."""


@dataclass(frozen=True, slots=True)
class Holds:
    """What a format can carry; what it cannot is left out on writing and said in the summary."""

    overlaps: bool = True
    attributes: bool = True
    relations: bool = True
    scores: bool = True
    authors: bool = True
    undecided: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a file: the file's name, its line from 1 (0 when the whole file is meant)."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return `file:line: message`."""
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


@dataclass(frozen=True, slots=True)
class Summary:
    """What was written: counts, the files, and the reports that were left out with the reason."""

    reports: int = 0
    spans: int = 0
    relations: int = 0
    files: tuple[Path, ...] = ()
    skipped: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedReport:
    """One report as a file gives it, not yet matched to a report of a project.

    Offsets are code points of `text`, which is canonical. `layers` are the layers the files speak of: a
    layer that is not among them was not annotated. `problems` forbid importing it; `notes` say what was
    left out of it, and `unknown` counts the spans of each label the schema does not have. A `loose` text
    has lost its white space, and maybe page chrome: only its other characters tell which report it is.
    """

    name: str
    text: str
    spans: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()
    layers: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()
    source: str = ""
    date: str = ""
    loose: bool = False
    unknown: Mapping[str, int] = field(default_factory=dict)


@runtime_checkable
class Format(Protocol):
    """A way to write gold to files, to read it, or both.

    It is the object a plugin of group `annotator.formats` builds. `name` is what `--format` takes, `title`
    what the window shows, `suffix` ends a suggested file name and is empty where the path is a folder.
    """

    name: str
    title: str
    suffix: str
    can_read: bool
    can_write: bool
    holds: Holds

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress
    ) -> Summary:
        """Write gold to a file or folder; raise UserError where the path cannot be written."""
        ...

    def read(self, path: Path, *, schema: Schema, progress: Progress) -> list[ParsedReport]:
        """Read all reports of a file or folder with their problems; raise UserError when there are none."""
        ...


def refuse(problems: Iterable[Problem], *, code: str, what: str) -> None:
    """Raise one UserError that lists every problem, a line each; do nothing when there is none."""
    lines = [str(problem) for problem in problems]
    if lines:
        raise UserError(code, "\n".join([f"{what}; mend these and retry:", *lines]))
