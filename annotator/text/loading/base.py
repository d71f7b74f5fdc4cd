"""What every loader shares: reading a file's bytes, and making a report of decoded text."""

from __future__ import annotations

import datetime
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path

from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.text.canonical import canonical
from annotator.text.sections import dateline_date, sections, title_of


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; raise UserError `missing-file` or `unreadable-file`."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("missing-file", f"there is no file {path}; check the path and retry") from error
    except IsADirectoryError as error:
        raise UserError("unreadable-file", f"{path} is a folder; name a file in it") from error
    except OSError as error:
        raise UserError(
            "unreadable-file",
            f"{path} cannot be read ({error.strerror or 'no reason given'}); check its permissions and retry",
        ) from error


def report_from_text(
    text: str, *, name: str, date: str = "", source: str = "", original: bytes | None = None
) -> Report:
    """Return the report of decoded text: canonical, cut into sections, with its title and date.

    `date` is an ISO day set by the user; without it the dateline's is taken, empty when there is none.
    `original` are the bytes the text was decoded from. Raises UserError `empty-file` or `bad-date`.
    """
    made = canonical(text)
    body = made.text
    if not body.strip():
        raise UserError("empty-file", f"{source or name} holds no text; nothing was added")
    found = sections(body)
    return Report(
        name=name,
        text=body,
        title=title_of(body, found),
        date=_checked(date) if date else dateline_date(body, found),
        source=source,
        original_sha256=sha256(text.encode() if original is None else original).hexdigest(),
        sections=found,
        moves=() if made.offsets is None else tuple(astuple(move) for move in made.offsets.moves),
    )


def _checked(date: str) -> str:
    try:
        return datetime.date.fromisoformat(date).isoformat()
    except ValueError as error:
        raise UserError("bad-date", f"{date} is not a day; write it as 2023-10-19") from error
