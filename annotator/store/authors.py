"""Authors: the persons, extractors and models that have sets in a project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from annotator.domain.errors import UserError
from annotator.domain.strings import name_fault, on_one_line
from annotator.store.connection import Store
from annotator.store.seals import seal_rows

Kind = Literal["person", "extractor", "model"]
Role = Literal["analyst", "reviewer"]


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody or something with annotation sets of its own; machines have the role `analyst`."""

    name: str
    kind: Kind
    role: Role


def ensure_author(store: Store, name: str, *, kind: Kind = "person", role: Role = "analyst") -> None:
    """Make sure an author is known; one that is known keeps its role.

    Raises UserError `no-author-name`, `bad-author-name` for one that no project keeps, or `author-taken` when
    the name is another kind's.
    """
    if not name.strip():
        raise UserError("no-author-name", "an author needs a name; give one with --author NAME")
    fault = name_fault(name)
    if fault:
        shown = on_one_line(name, longest=40)
        raise UserError("bad-author-name", f"the author's name {shown} {fault}; give another one")
    rows = store.rows("SELECT kind FROM authors WHERE name = ?", (name,))
    if not rows:
        with store.writing() as connection:
            connection.execute("INSERT INTO authors(name, kind, role) VALUES (?, ?, ?)", (name, kind, role))
            seal_rows(connection, "authors", "name = ?", (name,))
    elif rows[0][0] != kind:
        raise UserError("author-taken", f"{name} is the name of the {rows[0][0]} {name}; choose another name")


def is_known(store: Store, name: str) -> bool:
    """Tell whether a project knows an author of that name."""
    return bool(store.rows("SELECT 1 FROM authors WHERE name = ?", (name,)))


def set_role(store: Store, name: str, role: Role) -> None:
    """Give a person a role; raise UserError `unknown-author` where nobody, or no person, has that name."""
    with store.writing() as connection:
        changed = connection.execute(
            "UPDATE authors SET role = ? WHERE name = ? AND kind = 'person'", (role, name)
        ).rowcount
        seal_rows(connection, "authors", "name = ?", (name,))
    if not changed:
        raise UserError("unknown-author", f"the project has no person {name}; add them first")


def authors(store: Store) -> list[Author]:
    """Return all authors in the order they came."""
    return [Author(*row) for row in store.rows("SELECT name, kind, role FROM authors ORDER BY id")]
