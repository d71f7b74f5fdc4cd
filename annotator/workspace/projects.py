"""A project as its user holds it: opened under an author, listing reports, committing edits."""

from __future__ import annotations

import getpass
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError
from annotator.domain.history import Draft, Entry
from annotator.domain.progress import DEFAULT_THRESHOLD, Counts, ReportRow
from annotator.domain.reports import Report
from annotator.domain.schema import Schema
from annotator.domain.sets import AnnotationSet, joined
from annotator.resources import schema_from_text

if TYPE_CHECKING:
    from annotator.store.connection import Holder, Store

SUFFIX = ".annotator"


class Project:
    """One open project file and the author who works in it; close it when done.

    `is_strange` tells that it comes from elsewhere and can only be read until it was checked.
    """

    def __init__(self, store: Store, author: str) -> None:
        self.store = store
        self.author = author
        self.is_strange = store.is_strange

    @classmethod
    def create(cls, path: Path, *, schema: Schema, author: str = "") -> Project:
        """Make a new project file; the suffix `.annotator` is added where it is missing.

        An author who is named is known to it; the system's user is once something of theirs is written.
        """
        from annotator.store.connection import create_store

        made = create_store(with_suffix(path), schema=schema, author=author)
        return cls(made, author or default_author())

    @classmethod
    def open(
        cls, path: Path, *, author: str = "", read_only: bool = False, strangers: bool = False
    ) -> Project:
        """Open a project file, one from elsewhere that was not checked for reading, but for `strangers`."""
        from annotator.store.connection import open_store

        store = open_store(located(path), read_only=read_only, strangers=strangers)
        return cls(store, author or default_author())

    @classmethod
    def for_writing(cls, path: Path, *, author: str = "", without_log: bool = False) -> Project:
        """Open a project to change it from the shell; wait, then refuse, when somebody else holds it.

        `without_log` takes a copy whose log is lost, which is else refused, for a repair: it is not checked,
        as others are that come from elsewhere. Raises UserError `unsound` where such a one has faults.
        """
        from annotator.workspace.locating import share_warning
        from annotator.workspace.patience import PATIENCE, open_patiently
        from annotator.workspace.welcoming import welcome

        path = located(path)
        if not without_log:
            welcome(path)
        store = open_patiently(path, without_log=without_log, strangers=True)
        project = cls(store, author or default_author())
        try:
            if project.read_only:
                from annotator.workspace.onlooking import in_use

                raise in_use(path, project)
            if author:
                project.ensure_author()
            warning = share_warning(project)
            if warning:
                PATIENCE.get().warn(warning)
        except BaseException:
            project.close()
            raise
        return project

    def beside(self) -> Project:
        """Return the same project over a second connection, for another thread; close it before this one."""
        return Project(self.store.another(), self.author)

    @property
    def path(self) -> Path:
        """Return where the project file is."""
        return Path(self.store.path)

    @property
    def name(self) -> str:
        """Return the file name without its suffix."""
        return self.path.name.removesuffix(SUFFIX)

    @property
    def lexicons(self) -> tuple[Path, ...]:
        """Return the folder of the project's own tables, `NAME.lexicons` beside it, if it is there."""
        folder = self.path.with_name(f"{self.name}.lexicons")
        return (folder,) if folder.is_dir() else ()

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be changed."""
        return self.store.read_only

    @property
    def holder(self) -> Holder | None:
        """Return who else holds the project, None when it is ours."""
        return self.store.holder

    @cached_property
    def schema(self) -> Schema:
        """Return the schema kept in the project."""
        return schema_from_text(self.store.schema_toml(), where=self.path.name)

    def forget_schema(self) -> None:
        """Read the schema anew when it is next asked for, as after it was changed."""
        self.__dict__.pop("schema", None)

    @property
    def threshold(self) -> float:
        """Return the score under which candidates are faint and Tab passes them by."""
        return float(self.store.setting("threshold", str(DEFAULT_THRESHOLD)))

    def ensure_author(self) -> None:
        """Make sure the author is known to the project, as a person, before anything of theirs is written."""
        from annotator.store.authors import ensure_author

        ensure_author(self.store, self.author, kind="person")

    def rows(self) -> list[ReportRow]:
        """Return the library, one line a report, as this author sees it."""
        from annotator.store.reports import report_rows
        from annotator.workspace.assigning import with_assignees
        from annotator.workspace.listing import with_disputes

        return with_disputes(self, with_assignees(self, report_rows(self.store, self.author)))

    def row(self, report_id: str) -> ReportRow:
        """Return one line of the library."""
        from annotator.store.reports import report_row
        from annotator.workspace.assigning import with_assignees
        from annotator.workspace.listing import with_disputes

        rows = with_assignees(self, [report_row(self.store, report_id, self.author)])
        return with_disputes(self, rows)[0]

    def report(self, report_id: str) -> Report:
        """Return a report with its text."""
        from annotator.store.reports import get_report

        return get_report(self.store, report_id)

    def report_ids(self) -> list[str]:
        """Return the ids of all reports, in the order they were added."""
        from annotator.store.reports import report_ids

        return report_ids(self.store)

    def decisions(self, report_id: str, author: str = "") -> AnnotationSet:
        """Return one author's set, this author's by default."""
        from annotator.store.sets import load_set

        return load_set(self.store, report_id, author or self.author)

    def candidates(self, report_id: str, *, instead: AnnotationSet | None = None) -> AnnotationSet:
        """Return the candidates of all extractors as one set; where two overlap, the longest stands.

        `instead` is taken in place of what its author holds.
        """
        from annotator.store.sets import MERGED, extractor_sets

        sets = extractor_sets(self.store, report_id)
        if instead is not None:
            sets = [*(held for held in sets if held.author != instead.author), instead]
        # Joining takes a while, and what one copy of an extractor proposes overlaps nothing of its own.
        if len(sets) == 1 and self.store.setting(MERGED) != "1":
            return sets[0]
        return joined(report_id, sets)

    def commit(
        self,
        drafts: Sequence[Draft],
        counts: Mapping[tuple[str, str], Counts],
        *,
        last: Mapping[str, int] | None = None,
    ) -> list[Entry]:
        """Write journal rows and current rows in one transaction; refuse in a read-only project.

        `last` is as `store.journal.commit` has it.
        """
        from annotator.store.authors import is_known
        from annotator.store.journal import commit

        if self.read_only:
            raise UserError("read-only", f"{self.path.name} is open for reading only; nothing was changed")
        if all(draft.author != self.author for draft in drafts) or is_known(self.store, self.author):
            return commit(self.store, drafts, counts, last=last)
        with self.store.writing():
            self.ensure_author()
            return commit(self.store, drafts, counts, last=last)

    def tidy(self) -> None:
        """Do what the file needs now and then and a commit would else have to; any thread may call this."""
        from annotator.store.logs import make_room

        if not self.read_only:
            self.store.tidy()
            make_room(self.store)

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def with_suffix(path: Path) -> Path:
    """Return a path that ends in `.annotator`."""
    return path if path.name.endswith(SUFFIX) else path.with_name(path.name + SUFFIX)


def located(path: Path) -> Path:
    """Return the file of a project that was named, be it without the suffix that `new` gave it."""
    return path if path.exists() else with_suffix(path) if with_suffix(path).exists() else path


def default_author() -> str:
    """Return the system's user name, the author nobody has named yet."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "analyst"
