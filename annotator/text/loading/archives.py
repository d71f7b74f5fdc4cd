"""Look at a ZIP archive before it is opened: what may not be in one, and how much it may unpack to."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from annotator.domain.errors import UserError

_MOST_ENTRIES = 5000
_LARGEST_XML = 32 * 2**20
_LARGEST = 400 * 2**20
_SMALL = 2**20
_HIGHEST_RATIO = 250
"""How many times its size an entry of more than `_SMALL` bytes may unpack to."""

_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\\|\0")
_ENCRYPTED = 0x1
_XML = (".xml", ".rels", ".vml")
_DECLARED = tuple(
    word.encode(codec) for word in ("<!DOCTYPE", "<!ENTITY") for codec in ("ascii", "utf-16-le")
)


def check_archive(data: bytes, path: Path) -> None:
    """Raise UserError where bytes are no ZIP archive of documents that can be unpacked without harm.

    Codes: `broken-file` for what is no archive or a damaged one, `unsafe-file` for one that unpacks to too
    much, has entries outside its folder or twice, or XML that declares entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            fault = _fault(entries) or next(filter(None, (_xml_fault(archive, each) for each in entries)), "")
    except Exception as error:  # zipfile raises a dozen kinds for what is broken
        reason = f"{path} is damaged or no document of its kind ({type(error).__name__})"
        raise UserError("broken-file", f"{reason}; save it anew and retry") from error
    if fault:
        raise UserError("unsafe-file", f"{path} is not opened, since {fault}; save it anew and retry")


def _fault(entries: list[zipfile.ZipInfo]) -> str:
    """Return what is wrong with the list of entries; empty when nothing is."""
    if len(entries) > _MOST_ENTRIES:
        return f"it has more than {_MOST_ENTRIES} parts"
    if any(_OUTSIDE.search(each.filename) for each in entries):
        return "a part of it lies outside of it"
    if len({each.filename.casefold() for each in entries}) < len(entries):
        return "it has a part twice"
    if any(each.flag_bits & _ENCRYPTED for each in entries):
        return "it is encrypted"
    if sum(each.file_size for each in entries) > _LARGEST or any(map(_is_bomb, entries)):
        return "it unpacks to too much"
    return ""


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    limit = _LARGEST_XML if entry.filename.lower().endswith(_XML) else _LARGEST
    is_blown_up = entry.file_size > max(_SMALL, entry.compress_size * _HIGHEST_RATIO)
    return entry.file_size > limit or is_blown_up


def _xml_fault(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    """Return what is wrong with an XML part: Word declares no entities, so those in it are a trick."""
    if not entry.filename.lower().endswith(_XML):
        return ""
    content = archive.read(entry)
    return "it declares entities" if any(word in content for word in _DECLARED) else ""
