"""UIMA CAS as XMI, with the types of all files beside them, or as JSON; offsets are UTF-16 units."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.formats.base import Holds, ParsedReport, Progress, Summary, silent
from annotator.formats.cas_folders import checked, read_folder, write_folder
from annotator.formats.cas_shapes import types_of
from annotator.formats.extras import Extra
from annotator.formats.files import make_folder
from annotator.formats.foreign import json_value
from annotator.whole_files import whole_file

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

TYPES = "TypeSystem.xml"
UIMA = Extra("cassis", "uima")

_XMI, _JSON = ".xmi", ".json"
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold in any way."""


class CasXmi:
    """The format `cas`: a folder of `NAME.xmi` and `TypeSystem.xml`; reads such folders and single files."""

    name = "cas"
    title = "UIMA CAS XMI (a folder)"
    suffix = ""
    can_read = True
    can_write = True
    holds = Holds(undecided=False)
    needs = UIMA

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write every report into the folder `path`; one whose text XML cannot hold is left out."""
        UIMA.require()
        make_folder(path)
        types = types_of(schema)
        with whole_file(path / TYPES) as out:
            out.write(types.to_xml())
        done = write_folder(
            reports,
            path=path,
            ending=_XMI,
            types=types,
            written=lambda cas: str(cas.to_xmi()),
            refusal=_no_xml,
            progress=progress,
        )
        return replace(done, files=(path / TYPES, *done.files))

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Read the `.xmi` files of a folder with its type system; raise UserError `no-gold`."""
        UIMA.require()
        types = _loaded_types(path if path.is_dir() else path.parent)
        loaded = partial(_of_xmi, types)
        return read_folder(path, ending=_XMI, read=loaded, schema=schema, progress=progress)


class CasJson:
    """The format `cas-json`: a folder of `NAME.json` (UIMA CAS JSON 0.4), each with its types; reads both."""

    name = "cas-json"
    title = "UIMA CAS JSON (a folder)"
    suffix = ""
    can_read = True
    can_write = True
    holds = Holds(undecided=False)
    needs = UIMA

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write every report into the folder `path`."""
        UIMA.require()
        make_folder(path)
        return write_folder(
            reports,
            path=path,
            ending=_JSON,
            types=types_of(schema),
            written=lambda cas: str(cas.to_json()),
            refusal=lambda text: "",
            progress=progress,
        )

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Read the `.json` files of a folder, or one of them; raise UserError `no-gold`.

        Files without types of their own take those of the `TypeSystem.xml` beside them.
        """
        UIMA.require()
        folder = path if path.is_dir() else path.parent
        types = _loaded_types(folder) if (folder / TYPES).is_file() else None
        loaded = partial(_of_json, types)
        return read_folder(path, ending=_JSON, read=loaded, schema=schema, progress=progress)


def _no_xml(text: str) -> str:
    """Say why XML cannot hold a text; empty where it can."""
    if not _UNWRITABLE.search(text):
        return ""
    return "its text holds control characters, which XML cannot; export it as JSON lines instead"


def _loaded_types(folder: Path) -> TypeSystem:
    from cassis import load_typesystem

    file = folder / TYPES
    try:
        return load_typesystem(_xml(checked(file)))
    except UserError as error:
        raise UserError(error.code, f"{file}: {error.message}") from error
    except Exception as error:  # whatever the XML reader makes of a file that is no type system
        raise UserError(
            "bad-cas", f"{file} is no type system ({type(error).__name__}); export it again"
        ) from error


def _xml(data: bytes) -> str:
    """Return the text of an XML file; refuse one that defines entities of its own."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UserError("bad-cas", "it defines entities, which is not read; export it again")
    return data.decode("utf-8")


def _of_xmi(types: TypeSystem, data: bytes) -> Cas:
    from cassis import load_cas_from_xmi

    return load_cas_from_xmi(_xml(data), typesystem=types)


def _of_json(types: TypeSystem | None, data: bytes) -> Cas:
    from cassis import load_cas_from_json

    value, why = json_value(data)
    if why:
        raise UserError("not-json", why)
    if not isinstance(value, dict) or "%FEATURE_STRUCTURES" not in value:
        raise UserError("bad-cas", "it is JSON, but no CAS of version 0.4; export it again as such")
    own = "%TYPES" in value
    if types is None and not own:
        raise UserError("bad-cas", f"it brings no types; put the {TYPES} of its project beside it")
    return load_cas_from_json(data.decode("utf-8-sig"), typesystem=types, merge_typesystem=own)
