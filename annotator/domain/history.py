"""History: journal entries, and what undo and redo come to when they are folded from them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, groupby
from typing import Generic, Protocol, TypeVar

from annotator.domain.edits import Edit
from annotator.domain.memory import Lesson

EDIT, UNDO, REDO = "edit", "undo", "redo"

SHARED = "+"
"""What the id of a batch begins with when its edits are of several reports."""

OF_SCHEMA = SHARED + "schema-"
"""What the id of a batch begins with when its edits came with a change of the schema, and go only with it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An edit about to be journalled: `author` makes it, in the set of `set_author`.

    `batch` is shared by the edits that undo takes back together; `answers` are the candidate ids it answers;
    `reverts` is the entry an undo or redo takes back; `seconds` is the time spent, None where unknown;
    `taught` is what the edit says of other candidates of the same strings.
    """

    report_id: str
    set_author: str
    author: str
    batch: str
    edit: Edit
    answers: tuple[str, ...] = ()
    reverts: str = ""
    action: str = EDIT
    seconds: float | None = None
    reason: str = ""
    taught: tuple[Lesson, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A journal row: a draft as written, with a UUID (hex), device, logical clock and UTC time (ISO 8601)."""

    id: str
    report_id: str
    set_author: str
    author: str
    device: str
    clock: int
    at: str
    batch: str
    edit: Edit
    answers: tuple[str, ...] = ()
    reverts: str = ""
    action: str = EDIT
    seconds: float | None = None
    reason: str = ""


class Standing(StrEnum):
    """Where a step of the history stands."""

    DONE = "done"
    UNDONE = "undone"
    LEFT = "left"
    """Taken back, and then something else was done: it cannot be done again, only read."""


class Reversible(Protocol):
    """What the fold needs to know of an entry."""

    @property
    def id(self) -> str:
        """Return the entry's own id."""

    @property
    def batch(self) -> str:
        """Return the id of the batch it belongs to."""

    @property
    def reverts(self) -> str:
        """Return the id of the entry it takes back, empty for an edit."""

    @property
    def action(self) -> str:
        """Return `edit`, `undo` or `redo`."""


E = TypeVar("E", bound=Reversible)


def undo_stack(entries: Iterable[E]) -> list[E]:
    """Return the entries of one author in one report that undo can take back, the next one last.

    Entries come in (clock, id) order. Redone entries stand for the edits they repeat.
    """
    return _folded(entries)[0]


def redo_stack(entries: Iterable[E]) -> list[E]:
    """Return the undo entries that redo can take back, the next one last; any new edit empties it."""
    return _folded(entries)[1]


def latest_batch(stack: Sequence[E]) -> list[E]:
    """Return what one key takes back: the entries at the end of a stack that share a batch, newest first."""
    taken: list[E] = []
    for entry in reversed(stack):
        if taken and entry.batch != taken[0].batch:
            break
        taken.append(entry)
    return taken


@dataclass(frozen=True, slots=True)
class Step(Generic[E]):
    """What one key did: the edits of one batch as they were first made, and where they stand now."""

    edits: tuple[E, ...]
    standing: Standing


def steps(entries: Iterable[E]) -> list[Step[E]]:
    """Return every step of one author in one report, the first one first, the undone behind those that stand.

    Entries come in (clock, id) order. Undo takes back the last that is done, redo does the first that is
    undone; steps that were left behind stand where they were made.
    """
    held = list(entries)
    places = {entry.id: place for place, entry in enumerate(held)}
    done, undone = _folded(held)
    line = [Step(_first_made(group, held, places), Standing.DONE) for group in _batches(done)]
    line += [Step(_first_made(group, held, places), Standing.UNDONE) for group in _batches(undone[::-1])]
    reached = {edit.id for step in line for edit in step.edits}
    others = [entry for entry in held if entry.action == EDIT and entry.id not in reached]
    # A place is the furthest so far, since a step that was redone may stand behind one made later.
    furthest = list(accumulate((places[step.edits[-1].id] for step in line), max))
    for group in reversed(_batches(others)):
        line.insert(bisect_left(furthest, places[group[0].id]), Step(tuple(group), Standing.LEFT))
    return line


def _first_made(group: Sequence[E], held: Sequence[E], places: Mapping[str, int]) -> tuple[E, ...]:
    """Return the edits that entries repeat or take back, in the order they were made."""
    found = []
    for entry in group:
        first = entry
        while first.reverts in places:
            first = held[places[first.reverts]]
        found.append(first)
    return tuple(sorted(found, key=lambda entry: places[entry.id]))


def _batches(entries: Iterable[E]) -> list[list[E]]:
    return [list(group) for _, group in groupby(entries, key=lambda entry: entry.batch)]


def _folded(entries: Iterable[E]) -> tuple[list[E], list[E]]:
    undo: dict[str, E] = {}
    redo: dict[str, E] = {}
    for entry in entries:
        if entry.action == UNDO:
            undo.pop(entry.reverts, None)
            redo[entry.id] = entry
        elif entry.action == REDO:
            redo.pop(entry.reverts, None)
            undo[entry.id] = entry
        else:
            undo[entry.id] = entry
            redo.clear()
    return list(undo.values()), list(redo.values())
