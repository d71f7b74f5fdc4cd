"""Lexicons: plain tables anyone can edit, and tries that find their phrases in folded words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from annotator.domain.errors import UserError, no_file
from annotator.resources import resource_path

_FOLDER = "lexicons"
_END = ""

Row = Mapping[str, str]
Payload = TypeVar("Payload")


class Found(NamedTuple, Generic[Payload]):
    """A phrase met in a list of words: the index after its last word, and what the lexicon says of it."""

    end: int
    value: Payload


class Phrases(Generic[Payload]):
    """A trie over words: finds the longest phrase that begins at a word, in as many steps as it has words."""

    def __init__(self, entries: Iterable[tuple[Sequence[str], Payload]] = ()) -> None:
        self._root: dict[str, Any] = {}
        for words, value in entries:
            self.add(words, value)

    def add(self, words: Sequence[str], value: Payload) -> None:
        """Add a phrase of at least one word; a phrase that is there already gets the new value."""
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        node[_END] = (value,)

    @property
    def firsts(self) -> frozenset[str]:
        """Return the words phrases begin with."""
        return frozenset(self._root)

    def longest(self, words: Sequence[str], at: int) -> Found[Payload] | None:
        """Return the longest phrase that begins at the word of index `at`, None where none does."""
        node = self._root.get(words[at]) if at < len(words) else None
        best: Found[Payload] | None = None
        while node is not None:
            at += 1
            if _END in node:
                best = Found(at, node[_END][0])
            node = node.get(words[at]) if at < len(words) else None
        return best

    def all(self, words: Sequence[str], at: int) -> list[Found[Payload]]:
        """Return every phrase that begins at the word of index `at`, the longest first."""
        node = self._root.get(words[at]) if at < len(words) else None
        found: list[Found[Payload]] = []
        while node is not None:
            at += 1
            if _END in node:
                found.insert(0, Found(at, node[_END][0]))
            node = node.get(words[at]) if at < len(words) else None
        return found


@lru_cache(maxsize=64)
def table(name: str, folders: tuple[Path, ...] = ()) -> tuple[Row, ...]:
    """Return the rows of a lexicon by column name: the program's, then those of a project's folders.

    `name` is the file's name without `.tsv`; a project's folder need not hold it. The first line that is
    neither blank nor a comment (`#`) names the columns; cells left out at the end of a row are empty.
    Raise UserError `bad-lexicon` with file and line for a row with too many cells or an empty first cell.
    """
    rows = [row for _, row in numbered_rows(resource_path(_FOLDER, f"{name}.tsv"))]
    columns = dict.fromkeys(rows[0], "")
    for path in (folder / f"{name}.tsv" for folder in folders):
        if path.exists():
            rows += [columns | row for _, row in numbered_rows(path)]
    return tuple(rows)


def numbered_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of one file by column name, each with its line (from 1); raise as `table` does."""
    columns: list[str] = []
    rows: list[tuple[int, dict[str, str]]] = []
    problems: list[str] = []
    for number, line in enumerate(_read(path).splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.rstrip("\n").split("\t")]
        if not columns:
            columns = cells
        elif len(cells) > len(columns):
            problems.append(f"line {number} has {len(cells)} cells for {len(columns)} columns")
        elif not cells[0]:
            problems.append(f"line {number} begins with an empty cell")
        else:
            cells += [""] * (len(columns) - len(cells))
            rows.append((number, dict(zip(columns, cells, strict=True))))
    if problems:
        raise bad_lexicon(path, problems)
    return rows


def bad_lexicon(path: Path, problems: Sequence[str]) -> UserError:
    """Return the error that names a file and every problem in it."""
    return UserError(
        "bad-lexicon", f"the lexicon {path} cannot be used: {'; '.join(problems)}; mend it and retry"
    )


def _read(path: Path) -> str:
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise no_file(path)
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(
            "bad-lexicon", f"the lexicon {path} is not UTF-8 text; save it as UTF-8 and retry"
        ) from error
    except OSError as error:
        raise UserError(
            "unreadable-file", f"the lexicon {path} cannot be read ({error.strerror}); check its permissions"
        ) from error
