"""Files as formats need them: written whole or not at all, for their owner only, read as canonical text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import TextIO

from annotator.domain.errors import UserError
from annotator.text.canonical import canonical
from annotator.text.loading.base import read_bytes


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a text file (UTF-8, LF) that appears under its name only when the block ends well.

    Written beside and renamed, readable by its owner only (0600). An OSError becomes a UserError
    `cannot-write`; whatever fails, the file that was there before is untouched.
    """
    beside: Path | None = None
    try:
        number, name = mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        beside = Path(name)
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise UserError(
            "cannot-write",
            f"cannot write {path}: {error.strerror or error}; choose another place or free space",
        ) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


@contextmanager
def whole_path(path: Path) -> Iterator[Path]:
    """Give a new file for a library to write, which appears under `path` only when the block ends well.

    As `whole_file` does it: beside and renamed, for its owner only, UserError `cannot-write` for an OSError.
    """
    beside: Path | None = None
    try:
        number, name = mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        os.close(number)
        beside = Path(name)
        yield beside
        beside.replace(path)
    except OSError as error:
        raise UserError(
            "cannot-write",
            f"cannot write {path}: {error.strerror or error}; choose another place or free space",
        ) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder for its owner only (0700) unless it is there; raise UserError `cannot-write`."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            "cannot-write", f"cannot make the folder {path}: {error.strerror or error}; choose another place"
        ) from error


def read_canonical(path: Path) -> str:
    """Read a UTF-8 file as canonical text (NFC, LF, no byte-order mark).

    Raises UserError `missing-file`, `unreadable-file` or `not-utf8`.
    """
    try:
        text = read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise UserError(
            "not-utf8", f"{path} is not UTF-8 text (line {line}); save it as UTF-8 and retry"
        ) from error
    return canonical(text).text
