"""Prelabelling: candidates of loose files as JSON lines, with no project."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError
from annotator.formats.files import whole_file
from annotator.formats.jsonl import candidate_line
from annotator.workspace.adding import load_report
from annotator.workspace.extracting import DEFAULT_EXTRACTOR, extractions

if TYPE_CHECKING:
    from annotator.domain.reports import Report
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
    jobs: int = 1,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Prelabelled:
    """Write one line a report, in the order of the paths, for its owner only (0600).

    The file appears complete or not at all. A bad file is listed and does not stop the others.
    """
    problems: list[str] = []
    sources: dict[str, str] = {}
    lines: dict[str, str] = {}
    spans = 0

    def loaded() -> Iterator[Report]:
        for path in paths:
            try:
                report = load_report(path)
            except UserError as error:
                problems.append(error.message)
                continue
            if report.id in sources:
                problems.append(f"{path.name}: the same text as {Path(sources[report.id]).name}; taken once")
                continue
            sources[report.id] = str(path)
            yield report

    for report, found in extractions(loaded(), extractor=extractor, jobs=jobs, cancelled=cancelled):
        if isinstance(found, str):
            problems.append(found)
        else:
            spans += len(found.spans)
            lines[report.id] = candidate_line(
                source=sources[report.id], text=report.text, spans=found.spans, relations=found.relations
            )
        if progress is not None:
            progress(len(lines), len(paths), report.name)
    if not lines:
        raise UserError("no-reports", "; ".join(problems) or "no file was given; name at least one")
    with whole_file(out) as file:
        file.writelines(lines[report_id] for report_id in sources if report_id in lines)
    return Prelabelled(len(lines), spans, tuple(problems))
