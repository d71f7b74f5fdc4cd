"""Merging: entries of others written into the journal, and all that follows from it made anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from annotator.domain.bundles import BundleReport, Person
from annotator.domain.disputes import by_todays_names
from annotator.domain.history import Entry
from annotator.domain.memory import Lesson
from annotator.domain.renames import Renames
from annotator.store.assignments import assign
from annotator.store.authors import authors, ensure_author, set_role
from annotator.store.connection import Store
from annotator.store.folds import folds, write_set
from annotator.store.journal import catch_up, entries, keep_entry
from annotator.store.memory import Memory, learn, memory_of
from annotator.store.repairs import recount
from annotator.store.resolutions import insert_resolutions, resolutions


@dataclass(frozen=True, slots=True)
class Taken:
    """What of a report was new: entries and resolutions; `altered` are known ones that say something else."""

    entries: int = 0
    resolutions: int = 0
    altered: int = 0


def take_people(store: Store, people: Iterable[Person]) -> list[str]:
    """Make authors known; return who became a reviewer by it.

    One who is a reviewer anywhere is one here. Authors known as another kind stay what they are.
    """
    known = {author.name: author for author in authors(store)}
    raised = []
    for person in people:
        held = known.get(person.name)
        if held is None:
            ensure_author(store, person.name, kind=person.kind, role=person.role)
        elif (held.kind, held.role, person.role) == ("person", "analyst", "reviewer"):
            set_role(store, person.name, "reviewer")
            raised.append(person.name)
    return raised


def take_report(store: Store, report: BundleReport) -> Taken:
    """Write the entries, resolutions and assignments that are new.

    What is known by its id stays as it is. The sets are made anew by `settle`.
    """
    known = _known(store, report)
    new = sorted((e for e in report.entries if e.id not in known), key=lambda each: (each.clock, each.id))
    rows = [row for row in report.resolutions if row.id not in known]
    with store.writing() as connection:
        for entry in new:
            keep_entry(connection, entry)
        insert_resolutions(connection, rows)
        catch_up(connection)
    assign(store, {report.id: report.assignees})
    return Taken(len(new), len(rows), _altered(store, report, known))


def settle(store: Store, report_id: str, before: Memory) -> None:
    """Make sets, counts and memory of a report anew from its journal; `before` is what it taught till now."""
    with store.writing() as connection:
        for _, told in folds(store, report_id).values():
            write_set(store, connection, told)
        recount(store, connection, report_id)
        after = memory_of(store, report_id)
        for author, key, outcome in sorted({*before, *after}):
            times = after[author, key, outcome] - before[author, key, outcome]
            if times:
                learn(connection, author, [Lesson(key, outcome, times)])


def _known(store: Store, report: BundleReport) -> Mapping[str, str]:
    """Return by id the entries and resolutions the project has already, each with the report it is under."""
    ids = json.dumps([*(entry.id for entry in report.entries), *(row.id for row in report.resolutions)])
    rows = store.rows(
        "SELECT entry_id, report_id FROM json_each(?1) JOIN journal j ON j.entry_id = value "
        "JOIN sets ON sets.id = j.set_id JOIN reports r ON r.id = sets.report UNION ALL "
        "SELECT entry_id, report_id FROM json_each(?1) JOIN resolutions x ON x.entry_id = value "
        "JOIN reports r ON r.id = x.report",
        (ids,),
    )
    return dict(rows)


def _altered(store: Store, report: BundleReport, known: Mapping[str, str]) -> int:
    """Count what a report says otherwise than the project under the same id; of another text it may."""
    if not known:
        return 0
    renames = store.renames()
    held: dict[str, object] = {e.id: e for e in entries(store, report.id, everything=True)}
    held |= {row.id: row for row in resolutions(store, report.id)}
    come: dict[str, object] = {e.id: _renamed(e, renames) for e in report.entries}
    come |= {r.id: replace(r, ruling=by_todays_names(r.ruling, renames)) for r in report.resolutions}
    return sum(held[key] != come[key] for key, place in known.items() if place == report.id and key in held)


def _renamed(entry: Entry, renames: Renames) -> Entry:
    return replace(entry, edit=renames.edit(entry.edit)) if renames else entry
