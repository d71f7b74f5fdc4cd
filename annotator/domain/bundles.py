"""Bundles: one author's work, or a whole project's, as it is carried from project to project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from annotator.domain.disputes import Resolution
from annotator.domain.history import Entry

Kind = Literal["person", "extractor", "model"]
Role = Literal["analyst", "reviewer"]


@dataclass(frozen=True, slots=True)
class Person:
    """An author as a bundle knows them: a person, an extractor or a model, with a role."""

    name: str
    kind: Kind
    role: Role


@dataclass(frozen=True, slots=True)
class BundleReport:
    """What a bundle holds of one report: its text, the journals of sets over it, the review, who has it.

    Offsets are code points of `text`, whose hash gives the id.
    """

    id: str
    name: str
    text: str
    entries: tuple[Entry, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    assignees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Broken:
    """A report of a bundle that cannot be taken, by its name as far as that can be read, and why."""

    name: str
    why: str


@dataclass(frozen=True)
class Bundle:
    """A bundle opened for reading: whose it is, empty for a whole project, its schema's name, its authors.

    `source` is the name of its file. `read` yields the reports one after the other, each read when it is
    asked for; it may be called again.
    """

    source: str
    author: str
    schema: str
    authors: tuple[Person, ...]
    reports: int
    read: Callable[[], Iterator[BundleReport | Broken]]
