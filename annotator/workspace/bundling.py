"""Bundling: one author's work written into a file that a colleague merges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError
from annotator.workspace.blinding import hidden_reports
from annotator.workspace.outputs import refuse_over
from annotator.workspace.permitting import reviewers

if TYPE_CHECKING:
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project

SUFFIX = ".bundle"


@dataclass(frozen=True, slots=True)
class Bundled:
    """What a bundle holds: reports, and entries of journals over them."""

    path: Path
    reports: int
    entries: int


def bundle(
    project: Project,
    path: Path,
    *,
    author: str,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Bundled:
    """Write an author's sets, journal, review and assignments, with the texts of the reports, into a file.

    The suffix `.bundle` is added where there is none. The file is its owner's only and appears whole or not
    at all. Raises UserError `unknown-author`, `nothing-to-bundle`, `is-a-project`, `cannot-write`,
    `cancelled`; `hidden-work` in blind mode for a colleague's work on a report not finished by all.
    """
    from annotator.store.authors import authors
    from annotator.store.bundles import write_bundle

    path = path if path.suffix else path.with_name(path.name + SUFFIX)
    refuse_over(path)
    if not any(each.name == author and each.kind == "person" for each in authors(project.store)):
        raise UserError("unknown-author", f"the project has no person {author}; see annotator authors")
    _refuse_hidden(project, author)

    def tell(done: int, whole: int, name: str) -> None:
        if cancelled is not None and cancelled():
            raise UserError("cancelled", "bundling was stopped; nothing was written")
        if progress is not None:
            progress(done, whole, name)

    schema = project.schema.name
    # Whoever works on meanwhile changes nothing of what is being written.
    with project.store.snapshot():
        reports, entries = write_bundle(project.store, author, path, schema=schema, progress=tell)
    return Bundled(path, reports, entries)


def _refuse_hidden(project: Project, author: str) -> None:
    """Refuse to write what nobody but its author and reviewers may see yet; raise UserError `hidden-work`."""
    from annotator.store.journal import last_edits

    if author == project.author:
        return
    hidden = hidden_reports(project)
    if any(whose == author and report_id in hidden for report_id, whose in last_edits(project.store)):
        some = ", ".join(reviewers(project))
        who = f"ask {some}, who reviews here" if some else "name a reviewer, who may"
        raise UserError(
            "hidden-work",
            f"{author}'s work is hidden until all have finished; say --by {author} if it is yours, or {who}",
        )
