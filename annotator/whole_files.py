"""Whole files: written beside their place and renamed when complete, or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import TextIO

from annotator.domain.errors import UserError


@contextmanager
def whole_path(path: Path) -> Iterator[Path]:
    """Give an empty file, for its owner only (0600), that takes the place of `path` when the block ends well.

    What was written is on the disk before that. An OSError becomes a UserError `disk-full` or `cannot-write`;
    whatever fails, the file that was there before is untouched.
    """
    beside: Path | None = None
    try:
        number, name = mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        os.close(number)
        beside = Path(name)
        yield beside
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise unwritable(path, error.strerror or str(error), full=error.errno == errno.ENOSPC) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a text file (UTF-8, LF) that appears under its name as `whole_path` has it."""
    with whole_path(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        yield file


def unwritable(path: Path, why: str, *, full: bool) -> UserError:
    """Return the refusal of a file that cannot be written, for a full disk or another reason."""
    if full:
        return UserError("disk-full", f"cannot write {path}: the disk is full; free some space and repeat")
    return UserError("cannot-write", f"cannot write {path}: {why}; choose another place or free space")
