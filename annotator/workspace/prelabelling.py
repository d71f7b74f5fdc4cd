"""Prelabelling: candidates of loose files as JSON lines, with no project."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from annotator.domain.errors import UserError
from annotator.formats.jsonl import candidate_line
from annotator.whole_files import whole_file
from annotator.workspace.adding import HowToRead, load_report
from annotator.workspace.outputs import refuse_over
from annotator.workspace.working import DEFAULT_EXTRACTOR, extractions

if TYPE_CHECKING:
    from annotator.domain.reports import Report
    from annotator.extract.base import Extraction
    from annotator.workspace.adding import Progress


@dataclass(frozen=True, slots=True)
class Prelabelled:
    """How many reports and candidates were written, and a line for each file that was not."""

    reports: int
    spans: int
    problems: tuple[str, ...]


def prelabel(
    paths: Sequence[Path],
    out: Path,
    *,
    extractor: str = DEFAULT_EXTRACTOR,
    lexicons: tuple[Path, ...] = (),
    jobs: int = 1,
    encoding: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Prelabelled:
    """Write one line a report, in the order of the paths, for its owner only (0600).

    `encoding` is that of text files and web pages, where it is in doubt.
    The file appears complete or not at all; a bad file is listed and does not stop the others. Raises
    UserError `bad-lexicon`, `cannot-write`, `is-a-project`, `is-input`, `no-reports` where nothing is left to
    write, `cancelled`.
    """
    refuse_over(out, inputs=paths)
    with whole_file(out) as file:
        work = _Work(paths, file, HowToRead(encoding=encoding))
        running = extractions(
            work.reports(), extractor=extractor, lexicons=lexicons, jobs=jobs, cancelled=cancelled
        )
        with closing(running) as answers:
            for done, (report, found) in enumerate(answers, start=1):
                work.put(report, found)
                if progress is not None:
                    progress(done, len(paths), report.name)
        if not work.is_done:
            raise UserError("cancelled", "the extraction was stopped; nothing was written")
        if not work.written:
            raise UserError("no-reports", "; ".join(work.problems) or "no file was given; name at least one")
    return Prelabelled(work.written, work.spans, tuple(work.problems))


class _Work:
    """Files on their way to lines; a line waits for those of the paths before it."""

    def __init__(self, paths: Sequence[Path], file: TextIO, how: HowToRead) -> None:
        self.problems: list[str] = []
        self.written = self.spans = 0
        self._paths = paths
        self._file = file
        self._how = how
        self._names: dict[str, str] = {}
        self._waiting: list[str] = []
        self._lines: dict[str, str] = {}
        self._all_read = False

    @property
    def is_done(self) -> bool:
        """Tell whether every file was read and every report answered."""
        return self._all_read and not self._waiting

    def reports(self) -> Iterator[Report]:
        """Yield the reports of the files, each text once."""
        for path in self._paths:
            try:
                report = load_report(path, how=self._how)
            except UserError as error:
                self.problems.append(error.message)
                continue
            if report.id in self._names:
                same = self._names[report.id]
                self.problems.append(f"{report.source}: the same text as {same}; taken once")
                continue
            self._names[report.id] = report.source
            self._waiting.append(report.id)
            yield report
        self._all_read = True

    def put(self, report: Report, found: Extraction | str) -> None:
        """Take the answer to one report, and write the lines whose turn has come."""
        if isinstance(found, str):
            self.problems.append(found)
            self._lines[report.id] = ""
        else:
            self.written += 1
            self.spans += len(found.spans)
            self._lines[report.id] = candidate_line(
                source=report.source, text=report.text, spans=found.spans, relations=found.relations
            )
        ready = 0
        while ready < len(self._waiting) and self._waiting[ready] in self._lines:
            self._file.write(self._lines.pop(self._waiting[ready]))
            ready += 1
        del self._waiting[:ready]
