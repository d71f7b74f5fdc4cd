"""Repairs: what the journal and the texts still say, written over what was found broken."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from annotator.domain.backups import Why
from annotator.domain.sets import joined
from annotator.store.authors import authors
from annotator.store.backups import back_up
from annotator.store.connection import Store
from annotator.store.folds import folds, follows, write_set
from annotator.store.indexes import rebuild_index
from annotator.store.integrity import check, true_counts
from annotator.store.journal import catch_up, keep_counts
from annotator.store.memory import relearn
from annotator.store.problems import Problem
from annotator.store.seal_checks import times
from annotator.store.seals import SEALED
from annotator.store.sets import extractor_sets, load_set, set_authors


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair did: where the file was copied to first (None when nothing was done), mended, left."""

    backup: Path | None
    mended: tuple[Problem, ...]
    left: tuple[Problem, ...]


def repair(store: Store) -> Repaired:
    """Mend what follows from the journal and the texts, after a backup beside the file.

    Raises UserError as `Store.writing` does; then nothing was changed.
    """
    found = check(store)
    mendable = [problem for problem in found if problem.code in _mendable(found)]
    if not mendable:
        return Repaired(None, (), tuple(found))
    backup = back_up(store.connection, store.path, Why.REPAIR).path
    codes = {problem.code for problem in mendable}
    with store.writing() as connection:
        for report_id in dict.fromkeys(problem.report_id for problem in mendable if problem.report_id):
            for author in set_authors(store, report_id) if "replay" in codes else ():
                rewrite(store, connection, report_id, author)
            recount(store, connection, report_id)
        if "clock" in codes:
            catch_up(connection)
        if "seconds" in codes:
            connection.executemany(
                "UPDATE sets SET seconds = ? WHERE id = ?",
                [(spent, number) for number, spent, _ in times(store)],
            )
        if "memory" in codes:
            relearn(store, connection)
        if "disputes" in codes:
            # They are found anew when they are next asked for.
            connection.execute(f"DELETE FROM dispute_lists WHERE seal <> seal_of({SEALED['dispute_lists']})")
        if "search" in codes:
            rebuild_index(store)
    left = check(store)
    return Repaired(backup, tuple(problem for problem in found if problem not in left), tuple(left))


def _mendable(found: Iterable[Problem]) -> set[str]:
    """Return the codes of what can be mended: not where the journal or a text was lost itself."""
    codes = {problem.code for problem in found}
    mendable = {"counts", "clock", "disputes"}
    if "links" not in codes:
        mendable.add("replay")
    if not codes & {"links", "row", "journal"}:
        mendable.add("seconds")
    if not codes & {"links", "row", "journal", "text"}:
        mendable.add("memory")
    if "text" not in codes:
        mendable.add("search")
    return mendable & codes


def rewrite(store: Store, connection: sqlite3.Connection, report_id: str, author: str) -> None:
    """Write a set as its journal says; one whose journal is broken itself is left as it is."""
    found = folds(store, report_id).get(author, ())
    following = [each for each in found if follows(store, report_id, author, each)]
    if following:
        write_set(store, connection, following[0])


def recount(store: Store, connection: sqlite3.Connection, report_id: str) -> None:
    """Count a report anew for everybody with a set over it; runs inside the caller's transaction."""
    candidates = joined(report_id, extractor_sets(store, report_id))
    persons = {author.name for author in authors(store) if author.kind == "person"}
    names: Iterable[str] = (name for name in set_authors(store, report_id) if name in persons)
    counted = {
        (report_id, name): true_counts(store, candidates, load_set(store, report_id, name))
        for name in ("", *names)
    }
    connection.execute(
        "DELETE FROM counts WHERE report = (SELECT id FROM reports WHERE report_id = ?)", (report_id,)
    )
    keep_counts(connection, counted)
