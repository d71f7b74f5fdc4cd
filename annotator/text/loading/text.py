"""Load a text file in any encoding that Vietnamese was ever written in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.text.encodings import ENCODINGS, ONE_BYTE, Reading, decode, read_encoding
from annotator.text.loading.base import Told, read_bytes, report_from_text

# Files that are no text although their first bytes may decode: PDF, ZIP and so docx, old Word, RTF, pictures.
_OTHER_FORMATS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
)
# VISCII and VPS have letters among the controls from 2 to 6, 16 to 21, 25 and 28 to 30.
_CONTROLS = re.compile(rb"[\x00\x01\x07\x08\x0e\x0f\x16-\x18\x1a\x1f\x7f]")
_UNICODE = ("utf-8", "utf-16")
_LOOKED_AT = 4096
_NAMED = 3


def load(path: Path, *, date: str = "", encoding: str = "") -> Report:
    """Return the report of a text file, named by the file without its suffix.

    `date` is an ISO day set by the user, else the dateline's. `encoding` is one of `ENCODINGS`; without it
    the bytes tell, and where they leave a doubt nothing is loaded. What is Unicode beyond doubt is read as
    that whatever one-byte encoding is named, so that one name serves a folder of both. Raises UserError
    `missing-file`, `unreadable-file`, `large-file`, `not-text`, `not-utf8`, `unsure-encoding`,
    `wrong-encoding`, `unknown-encoding`, `empty-file` or `bad-date`.
    """
    data = read_bytes(path)
    if data.startswith(_OTHER_FORMATS):
        _refuse_as_binary(path)
    name = encoding_of(data, path, encoding)
    told = Told(metadata={} if name in ("utf-8", "utf-16") else {"encoding": name})
    text = decoded(data, path, name)
    return report_from_text(text, name=path.stem, date=date, source=str(path), original=data, told=told)


def decoded(data: bytes, path: Path, encoding: str) -> str:
    """Return the text of bytes in the encoding named; raise UserError where they are not in it."""
    if encoding not in ENCODINGS:
        known = ", ".join(ENCODINGS)
        raise UserError("unknown-encoding", f"there is no encoding {encoding}; known: {known}")
    try:
        text = decode(data, encoding)
        if "\0" in text:
            _refuse_as_binary(path)
        return text
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        if encoding == "utf-8":
            raise UserError(
                "not-utf8", f"{path} is not UTF-8 text (line {line}); save it as UTF-8 and retry"
            ) from error
        raise UserError(
            "wrong-encoding", f"{path} is not {encoding} text (line {line}); choose another encoding"
        ) from error


def encoding_of(data: bytes, path: Path, named: str = "") -> str:
    """Return the encoding that bytes are in; raise UserError where they are no text or leave a doubt.

    `named` is what the user calls it; it settles every doubt, but makes nothing else of Unicode.
    """
    reading = read_encoding(data)
    if named:
        is_unicode = reading.is_sure and not data.isascii() and reading.guesses[0].encoding in _UNICODE
        return reading.guesses[0].encoding if is_unicode and named in ONE_BYTE else named
    if not reading.guesses or _is_binary(data, reading):
        _refuse_as_binary(path)
    first = reading.guesses[0].encoding
    if not reading.is_sure and first != "utf-8":
        likely = ", ".join(guess.encoding for guess in reading.guesses[:_NAMED])
        raise UserError(
            "unsure-encoding",
            f"the encoding of {path} cannot be told; name it with --encoding (likely: {likely})",
        )
    return first


def _is_binary(data: bytes, reading: Reading) -> bool:
    """Tell whether bytes that are neither UTF-8 nor UTF-16 hold more controls than a text would."""
    looked = data[:_LOOKED_AT]
    is_unicode = reading.is_sure and reading.guesses[0].encoding.startswith("utf")
    return not is_unicode and len(_CONTROLS.findall(looked)) * 50 > len(looked)


def _refuse_as_binary(path: Path) -> NoReturn:
    raise UserError("not-text", f"{path} is not a text file; save its text as UTF-8 and add that")
