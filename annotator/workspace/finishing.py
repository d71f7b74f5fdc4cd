"""Finishing many reports at once, as one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.domain.edits import Edit
from annotator.domain.errors import UserError
from annotator.workspace.batching import commit_all
from annotator.workspace.editing import finish
from annotator.workspace.reading import Done, OpenReport

if TYPE_CHECKING:
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project


def finish_all(
    project: Project,
    report_ids: Sequence[str],
    *,
    leftovers: str = "",
    opened: OpenReport | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Done | None:
    """Finish the reports that are not; undecided candidates are left to `leftovers`, as in `finish`.

    `opened` is the report on the page. Raises UserError `candidates-left` when some are left and `leftovers`
    is empty, `cancelled` when it is stopped; then nothing was changed.
    """

    def edits() -> Iterator[tuple[OpenReport, Edit]]:
        for number, report_id in enumerate(report_ids):
            if cancelled():
                raise UserError("cancelled", "finishing was stopped; nothing was changed")
            same = opened is not None and opened.report_id == report_id
            report = opened if same and opened is not None else OpenReport(project, report_id)
            if not report.view.finished:
                yield report, finish(report.desk, leftovers=leftovers)
            if progress is not None:
                progress(number + 1, len(report_ids), report.report.name)

    return commit_all(project, edits(), opened=opened)
