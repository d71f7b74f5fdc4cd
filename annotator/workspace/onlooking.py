"""Onlooking: a project that somebody else holds, watched as it changes and taken over when it is free."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError
from annotator.workspace.locating import share
from annotator.workspace.projects import Project

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody else did since the last look: wrote, changed the schema, let go of the project.

    `replaced` is whether another file was put in its place, as by a restore; then nothing else is known.
    """

    written: bool
    schema: bool
    free: bool
    replaced: bool = False


class Onlooker:
    """Looks at a project that is open for reading, now and then; a look takes microseconds."""

    def __init__(self, project: Project) -> None:
        from annotator.store.elsewhere import moment

        self._project = project
        self._moment = moment(project.store)
        self._schema = project.store.schema_toml()
        self._last: dict[str, int] = {}

    def look(self) -> Seen:
        """Return what happened since the last look."""
        from annotator.store.elsewhere import is_let_go, moment

        store = self._project.store
        if store.place.is_replaced:
            return Seen(written=False, schema=False, free=False, replaced=True)
        before, self._moment = self._moment, moment(store)
        schema, written = self._schema, before != self._moment
        if written:
            self._schema = store.schema_toml()
        return Seen(written, self._schema != schema, is_let_go(store))

    def has_news_of(self, report_id: str) -> bool:
        """Tell whether a report was worked on since this was asked of it last, at first always."""
        from annotator.store.journal import last_row

        last = last_row(self._project.store, report_id)
        before, self._last[report_id] = self._last.get(report_id), last
        return before != last


def open_anew(project: Project) -> Project:
    """Open for reading what was put in the place of a project that is open for reading."""
    from annotator.store.elsewhere import reopened

    return Project(reopened(project.store), project.author)


def take_over(project: Project) -> Callable[[], Project]:
    """Return what opens for writing a project that is open for reading here.

    Raises UserError `locked` where somebody else still holds it, `read-only` where it cannot be written,
    `unchecked` where it comes from elsewhere and was not found sound.
    """
    from annotator.store.elsewhere import is_let_go

    if project.is_strange:
        raise UserError(
            "unchecked",
            f"{project.path.name} comes from elsewhere and was not found sound yet: it can only be read",
        )
    path, author = project.path, project.author
    if share(project):
        if not is_let_go(project.store):
            raise in_use(path, project)
        return lambda: Project.open(path, author=author)
    taken = Project.open(path, author=author)
    if taken.read_only:
        taken.close()
        raise in_use(path, taken)
    return lambda: taken


def in_use(path: Path, project: Project) -> UserError:
    """Return why a project that was opened cannot be written, and what to do."""
    who = project.holder
    if who is None:
        return UserError("read-only", f"{path.name} cannot be written; copy it elsewhere or free it")
    if share(project) and who.host not in ("", platform.node()):
        return UserError(
            "locked",
            f"{path.name} is in use by {who}; close it there and try again, or delete {path.name}.lock "
            "when that machine no longer runs",
        )
    return UserError("locked", f"{path.name} is in use by {who}; close it there and try again")
