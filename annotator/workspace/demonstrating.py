"""The demonstration: a sample project with its candidates, made anew in a folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError
from annotator.resources import default_schema, resource_path
from annotator.workspace.projects import Project

if TYPE_CHECKING:
    from annotator.workspace.adding import Progress
    from annotator.workspace.exporting import Exported

FOLDER = "annotator-demo"
NAME = "samples.annotator"


def make_demo(
    folder: Path,
    *,
    author: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """Return a sample project in a folder, its reports extracted; one that is there is used again.

    It appears when it is complete. Raises UserError `no-folder`, `no-demo` or `cancelled`.
    """
    path = folder / NAME
    if path.exists():
        return path
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".", dir=folder) as beside:
            made = Path(beside) / NAME
            _fill(made, author, progress, cancelled)
            made.replace(path)
    except OSError as error:
        message = f"the folder {folder} cannot be made ({error.strerror}); name another: annotator demo DIR"
        raise UserError("no-folder", message) from error
    return path


def _fill(path: Path, author: str, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
    # The window asks this module for a name while it starts: what makes a project is loaded to make one.
    from annotator.workspace.adding import add_paths
    from annotator.workspace.extracting import extract_reports, unextracted

    samples = sorted(resource_path("samples").glob("*.txt"))
    with Project.create(path, schema=default_schema(), author=author) as project:
        added = add_paths(project, samples)
        jobs = min(2, os.cpu_count() or 1)
        outcomes = extract_reports(
            project, unextracted(project), jobs=jobs, progress=progress, cancelled=cancelled
        )
    failed = [file.message for file in added if file.message]
    failed += [report.message for report in outcomes if report.message]
    if failed:
        raise UserError("no-demo", f"no sample project was made: {failed[0]}; see annotator doctor")
    if len(outcomes) < len(samples):
        raise UserError("cancelled", "the sample project was stopped; nothing was made")


def demo_gold(path: Path) -> Exported:
    """Accept what was found in the sample project and write its gold file beside it, without a window."""
    from annotator.workspace.editing import finish
    from annotator.workspace.exporting import ExportRequest, export
    from annotator.workspace.reading import OpenReport

    with Project.for_writing(path) as project:
        for report_id in project.report_ids():
            opened = OpenReport(project, report_id)
            if not opened.view.finished:
                opened.commit(finish(opened.desk, leftovers="accept"))
        return export(project, ExportRequest("sqlite", path.with_name("samples-gold.db")))
