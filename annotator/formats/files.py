"""Files as formats need them: folders for their owner only, and files read as canonical text."""

from __future__ import annotations

from pathlib import Path

from annotator.domain.errors import UserError
from annotator.text.canonical import canonical
from annotator.text.loading.base import read_bytes


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
