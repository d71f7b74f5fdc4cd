"""Offering: the formats there are, whether each reads and writes, and what it can hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from annotator import plugins
from annotator.workspace.exporting import SQLITE, lacks_of

WORDS = {
    "overlaps": "spans that overlap",
    "attributes": "attributes",
    "relations": "relations",
    "scores": "scores",
    "authors": "who decided what",
    "undecided": "undecided candidates",
}
"""What each thing a format may hold is called."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One format: its names, whether a file or a folder is written, and what it cannot hold."""

    name: str
    title: str
    suffix: str
    reads: bool
    writes: bool
    lacks: tuple[str, ...]
    missing: str = ""
    """The extra that has to be installed first, empty where nothing is missing."""


def offered() -> list[Offered]:
    """Return every format, SQLite first."""
    found = [Offered(SQLITE, "SQLite", ".db", False, True, ())]
    for name in plugins.names("formats"):
        kind = plugins.load("formats", name)()
        needs = getattr(kind, "needs", None)
        missing = needs.name if needs is not None and not needs.is_there else ""
        ways = (kind.can_read, kind.can_write)
        found.append(Offered(kind.name, kind.title, kind.suffix, *ways, lacks_of(name), missing))
    return found


def offered_object(entry: Offered) -> dict[str, Any]:
    """Return a format as `formats --json` prints it."""
    return {
        "name": entry.name,
        "title": entry.title,
        "writes_a": "folder" if not entry.suffix else "file",
        "suffix": entry.suffix,
        "reads": entry.reads,
        "writes": entry.writes,
        "lacks": list(entry.lacks),
        "missing": entry.missing,
    }


def offered_lines(entries: list[Offered]) -> list[str]:
    """Return the formats for the terminal, what each lacks on a line of its own below it."""
    lines: list[str] = []
    width = max(len(entry.name) for entry in entries)
    for entry in entries:
        ways = " and ".join(way for way, can in (("import", entry.reads), ("export", entry.writes)) if can)
        lines.append(f"{entry.name:<{width}}  {entry.title}: {ways}")
        if entry.lacks:
            lines.append(f"{'':<{width}}  cannot hold {', '.join(WORDS[name] for name in entry.lacks)}")
        if entry.missing:
            lines.append(f"{'':<{width}}  install annotator[{entry.missing}] first")
    return lines
