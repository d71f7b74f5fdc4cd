"""Load a text file: UTF-8, a byte-order mark allowed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.text.loading.base import read_bytes, report_from_text

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
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LOOKED_AT = 4096


def load(path: Path, *, date: str = "") -> Report:
    """Return the report of a UTF-8 text file, named by the file without its suffix.

    `date` is an ISO day set by the user, else the dateline's. Raises UserError `missing-file`,
    `unreadable-file`, `not-text`, `not-utf8`, `empty-file` or `bad-date`.
    """
    data = read_bytes(path)
    return report_from_text(_decoded(data, path), name=path.stem, date=date, source=str(path), original=data)


def _decoded(data: bytes, path: Path) -> str:
    if data.startswith(_UTF_16):
        raise UserError("not-utf8", f"{path} is UTF-16 text (line 1); save it as UTF-8 and retry")
    if data.startswith(_OTHER_FORMATS) or b"\0" in data:
        _refuse_as_binary(path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(_CONTROLS.findall(data[:_LOOKED_AT])) * 50 > len(data[:_LOOKED_AT]):
            _refuse_as_binary(path)
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        raise UserError(
            "not-utf8", f"{path} is not UTF-8 text (line {line}); save it as UTF-8 and retry"
        ) from error


def _refuse_as_binary(path: Path) -> NoReturn:
    raise UserError("not-text", f"{path} is not a text file; save its text as UTF-8 and add that")
