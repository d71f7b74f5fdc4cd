"""Merging: colleagues' bundles and projects brought into this one, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.backups import Why
from annotator.domain.bundles import Bundle
from annotator.domain.errors import UserError
from annotator.workspace.arriving import Arrivals
from annotator.workspace.outputs import is_same

if TYPE_CHECKING:
    from annotator.store.memory import Memory
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: what was new, and a line for each thing that was not taken as it came.

    `refused` are files and reports that were not taken at all; `unplaced` spans and reports that have no
    place in this project; `unapplied` decisions that are kept in the journal but did not fit beside others of
    their author; `notes` what else is to be known. `backup` is the file as it was, None when nothing was new.
    """

    reports: int = 0
    entries: int = 0
    resolutions: int = 0
    refused: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    unapplied: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    backup: Path | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """Return every line there is to read, the worst first."""
        return (*self.refused, *self.unplaced, *self.unapplied, *self.notes)


def merge(
    project: Project,
    paths: Sequence[Path],
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Merged:
    """Bring bundles and projects together in this one: whatever the order, the outcome is the same.

    One transaction, after a backup; a cancel leaves everything as it was. A file that
    cannot be taken is listed, and the others are. Raises UserError where none could be: the reason of the
    only one, or `nothing-merged`; also `read-only`, `cancelled`, `disk-full`.
    """
    if project.read_only:
        raise UserError("read-only", f"{project.path.name} is open for reading only; nothing was changed")
    with ExitStack() as opened:
        merging = _Merging(project, progress, cancelled)
        bundles = []
        errors: list[UserError] = []
        for path in paths:
            try:
                bundles.append(opened.enter_context(_opened(project, path)))
            except UserError as error:
                errors.append(error)
        if errors and not bundles:
            raise _only(errors)
        merging.refused += [error.message for error in errors]
        return merging.run(bundles)


@dataclass
class _Merging:
    """Bundles on their way into a project."""

    project: Project
    progress: Progress | None
    cancelled: Callable[[], bool] | None
    refused: list[str] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)
    _touched: set[str] = field(default_factory=set)
    _memory: dict[str, Memory] = field(default_factory=dict)
    _entries: int = 0
    _resolutions: int = 0

    def run(self, bundles: Sequence[Bundle]) -> Merged:
        from annotator.store.backups import back_up
        from annotator.store.sets import MERGED

        store = self.project.store
        arrivals = Arrivals(self.project)
        backup = back_up(store.connection, store.path, Why.MERGE).path
        try:
            with store.writing():
                self._take(bundles, arrivals)
                self._settle()
                if self._touched and store.setting(MERGED) != "1":
                    store.set_setting(MERGED, "1")
        except BaseException:
            backup.unlink(missing_ok=True)
            raise
        if not self._entries and not self._resolutions:
            backup.unlink(missing_ok=True)
        return self._merged(arrivals, backup)

    def _take(self, bundles: Sequence[Bundle], arrivals: Arrivals) -> None:
        from annotator.store.merging import take_people, take_report

        whole, done = sum(bundle.reports for bundle in bundles), 0
        for bundle in bundles:
            for name in take_people(self.project.store, bundle.authors):
                self._notes.append(f"{name} is a reviewer now, as {bundle.source} has it")
            for report in bundle.read():
                self._tell(done, whole, report.name)
                done += 1
                come = arrivals.arrived(bundle, report)
                if come is not None:
                    taken = take_report(self.project.store, come)
                    self._entries += taken.entries
                    self._resolutions += taken.resolutions
                    if taken.entries:
                        self._remember(come.id)
                        self._touched.add(come.id)
                    if taken.altered:
                        line = (
                            f"{bundle.source}: {come.name}: {taken.altered} known entries say something else"
                        )
                        self.refused.append(f"{line}; those of this project stay")

    def _settle(self) -> None:
        from annotator.store.merging import settle

        for number, report_id in enumerate(sorted(self._touched)):
            self._tell(number, len(self._touched), "")
            settle(self.project.store, report_id, self._memory[report_id])

    def _remember(self, report_id: str) -> None:
        from annotator.store.memory import memory_of

        # The sets are still as they were: new entries change them only when they are settled.
        if report_id not in self._memory:
            self._memory[report_id] = memory_of(self.project.store, report_id)

    def _merged(self, arrivals: Arrivals, backup: Path) -> Merged:
        return Merged(
            reports=len(self._touched),
            entries=self._entries,
            resolutions=self._resolutions,
            refused=(*self.refused, *arrivals.refused),
            unplaced=tuple(arrivals.unplaced),
            unapplied=tuple(unapplied(self.project, sorted(self._touched))),
            notes=(*self._notes, *arrivals.notes),
            backup=backup if backup.exists() else None,
        )

    def _tell(self, done: int, whole: int, name: str) -> None:
        if self.cancelled is not None and self.cancelled():
            raise UserError("cancelled", "merging was stopped; nothing was changed")
        if self.progress is not None:
            self.progress(done, whole, name)


def unapplied(project: Project, report_ids: Sequence[str]) -> Iterator[str]:
    """Yield a line for each decision of these reports that is kept but did not fit beside others."""
    from annotator.store.folds import refusals

    for report_id in report_ids:
        name = project.row(report_id).name
        for refusal in refusals(project.store, report_id):
            entry = refusal.entry
            yield (
                f"{name}: {entry.author} did {entry.edit.label} at {entry.at[:16]} where another device of "
                f"theirs had decided otherwise; {len(refusal.spans)} spans stay as that one left them"
            )


@contextmanager
def _opened(project: Project, path: Path) -> Iterator[Bundle]:
    """Open a bundle, or a project as one; raise UserError where it cannot be merged into this project."""
    from annotator.store.bundles import bundle_of, open_bundle
    from annotator.store.migrate import is_project_file
    from annotator.workspace.projects import Project

    if is_same(path, project.path):
        raise UserError("same-project", f"{path.name} is this very project; choose a colleague's file")
    with ExitStack() as opened:
        if is_project_file(path):
            other = opened.enter_context(Project.open(path, read_only=True))
            bundle = bundle_of(other.store, schema=other.schema.name)
        else:
            bundle = open_bundle(path)
        if bundle.schema != project.schema.name:
            raise UserError(
                "other-schema",
                f"{path.name} was made by another schema than this project; merge it into one of its own",
            )
        yield bundle


def _only(errors: Sequence[UserError]) -> UserError:
    if len(errors) == 1:
        return errors[0]
    return UserError("nothing-merged", "\n".join(error.message for error in errors))
