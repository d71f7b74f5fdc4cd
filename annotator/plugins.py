"""Loaders, extractors and formats by name: the built-in ones in one table, others by entry point."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any, Literal, Protocol

from annotator.domain.errors import UserError
from annotator.domain.reports import Report

Group = Literal["loaders", "extractors", "formats"]

LOADERS: Mapping[str, str] = {
    "text": "annotator.text.loading.text:load",
    "html": "annotator.text.loading.html:load",
    "docx": "annotator.text.loading.docx:load",
    "pdf": "annotator.text.loading.pdf:load",
}
"""Built-in loaders, `load(path, *, date="") -> Report`.

A loader may have more of the parameters `encoding`, `whole_page`, `headers` and `cancelled`, which tells
whether nobody waits any more; each is given to a loader that has it.
"""

SUFFIXES: Mapping[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}
"""The built-in loader of each suffix. A loader that comes by entry point is named by its suffix: `rtf`."""

EXTRACTORS: Mapping[str, str] = {
    "vn-rules": "annotator.extract.pipeline:Rules",
    "underthesea": "annotator.extract.underthesea_ner:UndertheseaNer",
}
"""Built-in extractors: what is called, without arguments, to build one."""

FOLDERS: Mapping[str, str] = {"spacy": "annotator.extract.spacy_model:from_folder"}
"""What builds an extractor from a folder: `spacy:FOLDER` names the spaCy pipeline that is in it."""

FORMATS: Mapping[str, str] = {
    "jsonl": "annotator.formats.jsonl:JsonLines",
    "markup": "annotator.formats.markup:Markup",
    "spacy": "annotator.formats.spacy_folder:SpacyFolder",
    "conll": "annotator.formats.conll:Conll",
    "csv": "annotator.formats.spreadsheets:Csv",
    "xlsx": "annotator.formats.spreadsheets:Excel",
    "label-studio": "annotator.formats.label_studio:LabelStudio",
    "doccano": "annotator.formats.doccano:Doccano",
    "brat": "annotator.formats.brat:Brat",
    "prodigy": "annotator.formats.prodigy:Prodigy",
    "w3c": "annotator.formats.w3c:WebAnnotation",
    "cas": "annotator.formats.cas:CasXmi",
    "cas-json": "annotator.formats.cas:CasJson",
    "webanno-tsv": "annotator.formats.webanno_tsv:WebAnnoTsv",
    "parquet": "annotator.formats.parquet:Parquet",
}
"""Built-in formats: what is called, without arguments, to build one."""

_BUILT_IN: Mapping[Group, Mapping[str, str]] = {
    "loaders": LOADERS,
    "extractors": EXTRACTORS,
    "formats": FORMATS,
}


class Extracts(Protocol):
    """An extractor as its users outside `extract` see it."""

    name: str
    version: str

    def extract(self, report: Report) -> Any:
        """Return the candidates of one report, an `Extraction`."""
        ...


def names(group: Group) -> list[str]:
    """Return the names of a group, the built-in ones first."""
    built_in = _BUILT_IN[group]
    return [*built_in, *sorted({point.name for point in _installed(group)} - set(built_in))]


def check(group: Group, name: str) -> None:
    """Raise UserError `unknown-plugin` when the group has none of that name, and no folder goes by it."""
    known = names(group)
    if name not in known and (group != "extractors" or folder_of(name) is None):
        if group == "extractors":
            known += [f"{kind}:FOLDER" for kind in FOLDERS]
        raise UserError(
            "unknown-plugin", f"there is no {group[:-1]} {name}; known: {', '.join(known) or 'none'}"
        )


def load(group: Group, name: str) -> Any:
    """Import what a name stands for; raise UserError `unknown-plugin` or `broken-plugin`."""
    check(group, name)
    try:
        folder = folder_of(name) if group == "extractors" else None
        if folder is not None:
            return partial(_imported(FOLDERS[name.partition(":")[0]]), folder, name=name)
        target = _BUILT_IN[group].get(name)
        if target is None:
            return next(point for point in _installed(group) if point.name == name).load()
        return _imported(target)
    except (Exception, SystemExit) as error:  # whatever a plugin raises while imported, it is the plugin's
        # Never its own words, which may be anything; what module it lacks helps whoever installs it.
        missing = f": {error.name}" if isinstance(error, ModuleNotFoundError) and error.name else ""
        raise UserError(
            "broken-plugin",
            f"the {group[:-1]} {name} cannot be loaded ({type(error).__name__}{missing}); "
            "install its package again or remove it",
        ) from error


def suffixes() -> frozenset[str]:
    """Return the file suffixes that some loader reads, in lower case with the dot."""
    return frozenset(SUFFIXES) | {f".{point.name.lower()}" for point in _installed("loaders")}


def loader_for(suffix: str) -> str | None:
    """Return the name of the loader for a file suffix (with its dot, any case); None when there is none."""
    suffix = suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    return next((point.name for point in _installed("loaders") if f".{point.name.lower()}" == suffix), None)


def folder_of(name: str) -> Path | None:
    """Return the folder that the name of an extractor gives; None when it gives none that is there."""
    kind, _, place = name.partition(":")
    try:
        return Path(place) if kind in FOLDERS and place and Path(place).is_dir() else None
    except OSError:
        return None


def _imported(target: str) -> Any:
    module, _, attribute = target.partition(":")
    return getattr(import_module(module), attribute)


def _installed(group: Group) -> tuple[EntryPoint, ...]:
    return tuple(entry_points(group=f"annotator.{group}"))
