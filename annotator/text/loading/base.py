"""What every loader shares: reading a file's bytes, and making a report of decoded text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from annotator.domain.errors import UserError, no_file
from annotator.domain.reports import Report
from annotator.text.canonical import Canonical, canonical
from annotator.text.encodings import IN_UNICODE, read_signs
from annotator.text.legacy import from_latin
from annotator.text.sections import dateline_date, sections, title_of

LARGEST = 100 * 2**20
"""Bytes beyond which a file is no report."""
MOST_CHARACTERS, MOST_LINES = 20_000_000, 500_000
"""Code points and lines beyond which cutting a text into sections takes minutes."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says of itself: its title and ISO day, further metadata by name, where its pages begin.

    `pages` are numbers and code points of the text as it was handed over, before it was made canonical.
    """

    title: str = ""
    date: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    pages: tuple[tuple[int, int], ...] = ()


NOTHING_TOLD = Told()
_HALVES = re.compile("[\ud800-\udfff]")
_LONGEST_VALUE = 500


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; raise UserError `missing-file`, `unreadable-file` or `large-file`."""
    try:
        told = path.stat()
        if not (S_ISREG(told.st_mode) or S_ISDIR(told.st_mode)):
            raise no_file(path)
        data = b""
        if told.st_size <= LARGEST:
            with path.open("rb") as file:
                data = file.read(told.st_size + 1)
                # A file may grow while it is read, and some say that they hold nothing.
                if len(data) > told.st_size:
                    data += file.read(LARGEST)
        if max(told.st_size, len(data)) > LARGEST:
            raise UserError("large-file", f"{path} is larger than {LARGEST >> 20} MB; split it and retry")
        return data
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
    text: str,
    *,
    name: str,
    date: str = "",
    source: str = "",
    original: bytes | None = None,
    told: Told = NOTHING_TOLD,
) -> Report:
    """Return the report of decoded text: canonical, cut into sections, with its title and date.

    `date` is an ISO day set by the user; without it the dateline's is taken, else the file's own, empty when
    there is none. The title is the headline's, else the file's own. `original` are the bytes the text was
    decoded from. Raises UserError `empty-file`, `large-file` or `bad-date`.
    """
    if len(text) > MOST_CHARACTERS or text.count("\n") > MOST_LINES:
        most = f"{MOST_CHARACTERS // 10**6} million characters or {MOST_LINES} lines"
        raise UserError("large-file", f"{source or name} has more than {most}; split it and retry")
    # What no encoding can write (half of a pair of UTF-16) cannot be stored either.
    text = text.encode("utf-8", "replace").decode() if _HALVES.search(text) else text
    made = canonical(text)
    body = made.text
    if not body.strip():
        raise UserError("empty-file", f"{source or name} holds no text; nothing was added")
    found = sections(body)
    return Report(
        name=name,
        text=body,
        title=title_of(body, found) or " ".join(told.title.split()),
        date=_checked(date) if date else dateline_date(body, found) or told.date,
        source=source,
        original_sha256=sha256(text.encode() if original is None else original).hexdigest(),
        sections=found,
        moves=() if made.offsets is None else tuple(astuple(move) for move in made.offsets.moves),
        metadata=_metadata(told.metadata),
        pages=_pages(told.pages, made),
    )


def resigned(text: str) -> tuple[str, str]:
    """Return text with the signs of a legacy font turned into letters, and the encoding that font had.

    Text that is beyond doubt Unicode, or leaves a doubt, comes back as it was, with no encoding.
    """
    reading = read_signs(text)
    name = reading.guesses[0].encoding
    if name == "utf-8" or not reading.is_sure:
        return text, ""
    return from_latin(text, name.removesuffix(IN_UNICODE)), name


def _metadata(told: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return metadata by name, each on one line; what is empty is left out."""
    lines = {name: " ".join(_HALVES.sub("", value).split())[:_LONGEST_VALUE] for name, value in told.items()}
    return tuple(sorted((name, line) for name, line in lines.items() if line))


def _pages(pages: tuple[tuple[int, int], ...], made: Canonical) -> tuple[tuple[int, int], ...]:
    if made.offsets is None:
        return pages
    return tuple((number, made.offsets.to_canonical(start)) for number, start in pages)


def _checked(date: str) -> str:
    try:
        return datetime.date.fromisoformat(date).isoformat()
    except ValueError as error:
        raise UserError("bad-date", f"{date} is not a day; write it as 2023-10-19") from error
