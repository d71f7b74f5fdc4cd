"""Check the lexicons a project brings before they are used: every problem of a file, by its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from annotator.domain.errors import UserError
from annotator.extract.lexicons import Row, bad_lexicon, numbered_rows, table

TABLES: Mapping[str, tuple[str, ...]] = {
    "body_fields": (),
    "body_heads": ("kind",),
    "compounds": (),
    "counted_nouns": (),
    "document_types": ("kind",),
    "event_heads": ("kind",),
    "figure_words": ("role", "value"),
    "honorifics": ("kind",),
    "indicators": ("kind", "value"),
    "laws": (),
    "levels": (),
    "name_stops": ("kind",),
    "place_heads": ("kind",),
    "places": ("kind",),
    "position_heads": ("kind",),
    "surnames": (),
    "units": ("label",),
}
"""The tables a project may add rows to, and the columns that take only words the program's rows have."""
_OPTIONAL = frozenset({"note", "value", "group"})
_TAKEN_AWAY = "none"
"""The kind that takes an entry of the program away."""


def checked(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return folders of tables as they are when all in them can be used.

    Raise UserError `missing-folder`, or `bad-lexicon` that names the file and each line that is wrong.
    """
    for folder in folders:
        if not folder.is_dir():
            raise UserError(
                "missing-folder", f"there is no folder of lexicons {folder}; check the path and retry"
            )
        for path in sorted(folder.glob("*.tsv")):
            problems = list(_problems(path))
            if problems:
                raise bad_lexicon(path, problems)
    return tuple(folders)


def _problems(path: Path) -> Iterator[str]:
    """Yield what is wrong with one file."""
    if path.stem not in TABLES:
        yield f"there is no table {path.stem}; the tables are {', '.join(TABLES)}"
        return
    rows = numbered_rows(path)
    own = table(path.stem)
    if not rows:
        return
    number, first = rows[0]
    columns = [*own[0]]
    missing = [name for name in columns if name not in first and name not in _OPTIONAL]
    if missing or not set(first) <= set(columns):
        yield f"the line before line {number} must name the columns: {', '.join(columns)}"
        return
    allowed = {column: _allowed(own, column) for column in TABLES[path.stem] if column in first}
    for number, row in rows:
        yield from (f"line {number} {problem}" for problem in _row_problems(row, allowed))


def _row_problems(row: Row, allowed: Mapping[str, frozenset[tuple[str, str]]]) -> Iterator[str]:
    """Yield what is wrong with one row."""
    for column, cell in row.items():
        if column in allowed:
            role = row.get("role", row.get("kind", "")) if column == "value" else ""
            known = sorted(word for of, word in allowed[column] if of == role)
            if cell not in known:
                choice = ", ".join(filter(None, known)) or "nothing"
                yield f"has {cell or 'nothing'} as {column}, known: {choice}"
        elif not cell and column not in _OPTIONAL:
            yield f"has no {column}"
        elif column == "factor" and not (cell.isdigit() and int(cell) > 0):
            yield f"has {cell} as factor, which must be a whole number from 1"


def _allowed(rows: Sequence[Row], column: str) -> frozenset[tuple[str, str]]:
    """Return the words of a column; those of `value` with the role they belong to."""
    if column == "value":
        return frozenset((row.get("role", row.get("kind", "")), row[column]) for row in rows)
    known = frozenset(("", row[column]) for row in rows)
    return known | {("", _TAKEN_AWAY)} if column == "kind" and "value" not in rows[0] else known
