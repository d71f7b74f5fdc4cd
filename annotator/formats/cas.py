"""UIMA CAS: an XMI file a report and the type system of all of them; offsets are UTF-16 units."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.domain.spans import reading_order
from annotator.formats.base import Holds, ParsedReport, Problem, Progress, Summary, silent
from annotator.formats.brat import free_name
from annotator.formats.extras import Extra
from annotator.formats.files import make_folder
from annotator.formats.foreign import parsed_line, refused
from annotator.text.loading.base import read_bytes
from annotator.whole_files import whole_file

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

TYPES = "TypeSystem.xml"
SPAN, RELATION, REPORT = "annotator.Span", "annotator.Relation", "annotator.Report"
UIMA = Extra("cassis", "uima")

_STRING, _TOP = "uima.cas.String", "uima.cas.TOP"
_LARGEST = 256 * 2**20
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold in any way."""


class CasXmi:
    """The format `cas`: a folder of `NAME.xmi` and `TypeSystem.xml`; reads such folders and single files."""

    name = "cas"
    title = "UIMA CAS XMI (a folder)"
    suffix = ""
    can_read = True
    can_write = True
    holds = Holds(scores=False, undecided=False)
    needs = UIMA

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write every report into the folder `path`; one whose text XML cannot hold is left out."""
        UIMA.require()
        make_folder(path)
        types = _types(schema)
        files, skipped, taken = [path / TYPES], list[Problem](), set[str]()
        with whole_file(path / TYPES) as out:
            out.write(types.to_xml())
        count = spans = relations = 0
        for number, gold in enumerate(reports, 1):
            if _UNWRITABLE.search(gold.report.text):
                why = "its text holds control characters, which XML cannot; export it as JSON lines instead"
                skipped.append(Problem(gold.report.name, 0, why))
                continue
            file = path / f"{free_name(gold.report.name, taken)}.xmi"
            with whole_file(file) as out:
                out.write(_cas_of(gold, types).to_xmi())
            files.append(file)
            count += 1
            spans += sum(span.is_standing for span in gold.spans)
            relations += len(gold.relations)
            progress(number)
        return Summary(count, spans, relations, tuple(files), tuple(skipped))

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Read the `.xmi` files of a folder with its type system; raise UserError `no-gold`."""
        UIMA.require()
        folder = path if path.is_dir() else path.parent
        files = sorted(path.glob("*.xmi")) if path.is_dir() else [path]
        types = _loaded_types(folder)
        found: list[ParsedReport] = []
        for file in files:
            found.append(_parsed(file, types, schema))
            progress(len(found))
        if not found:
            raise UserError("no-gold", f"{path} holds no .xmi files; choose a folder of them")
        return found


def _types(schema: Schema) -> TypeSystem:
    from cassis import TypeSystem

    types = TypeSystem()
    span = types.create_type(SPAN, "uima.tcas.Annotation")
    for name in ("id", "layer", "label", "author", "decidedAt"):
        types.create_feature(span, name, _STRING)
    for rule in schema.attributes:
        types.create_feature(span, f"a_{rule.name}", _STRING)
    relation = types.create_type(RELATION, _TOP)
    types.create_feature(relation, "label", _STRING)
    for end in ("source", "target"):
        types.create_feature(relation, end, span)
    report = types.create_type(REPORT, _TOP)
    for name in ("name", "date", "source"):
        types.create_feature(report, name, _STRING)
    return types


def _cas_of(gold: GoldReport, types: TypeSystem) -> Cas:
    from cassis import Cas

    span_type, relation_type = types.get_type(SPAN), types.get_type(RELATION)
    cas = Cas(typesystem=types)
    cas.sofa_string = gold.report.text
    cas.sofa_mime = "text/plain"
    about = {"name": gold.report.name, "date": gold.report.date, "source": gold.report.source}
    cas.add(types.get_type(REPORT)(**about))
    placed: dict[str, Any] = {}
    known = {feature.name for feature in span_type.all_features}
    for span in reading_order(span for span in gold.spans if span.is_standing):
        said = {f"a_{name}": value for name, value in span.attributes.items() if f"a_{name}" in known}
        placed[span.id] = span_type(
            begin=span.start,
            end=span.end,
            id=span.id,
            layer=span.layer,
            label=span.label,
            author=gold.authors.get(span.id),
            decidedAt=gold.decided_at.get(span.id),
            **said,
        )
        cas.add(placed[span.id])
    for link in sorted(gold.relations):
        if link.source in placed and link.target in placed:
            ends = {"source": placed[link.source], "target": placed[link.target]}
            cas.add(relation_type(label=link.label, **ends))
    return cas


def _loaded_types(folder: Path) -> TypeSystem:
    from cassis import load_typesystem

    file = folder / TYPES
    try:
        return load_typesystem(_checked(file).decode("utf-8"))
    except UserError:
        raise
    except Exception as error:  # whatever the XML reader makes of a file that is no type system
        raise UserError(
            "bad-cas", f"{file} is no type system ({type(error).__name__}); export it again"
        ) from error


def _checked(file: Path) -> bytes:
    """Return a file's bytes; refuse one that is too large, or that defines entities of its own."""
    data = read_bytes(file)
    if len(data) > _LARGEST:
        raise UserError("bad-cas", f"{file.name} is larger than {_LARGEST // 2**20} MB; split it")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UserError("bad-cas", f"{file.name} defines entities, which is not read; export it again")
    return data


def _parsed(file: Path, types: TypeSystem, schema: Schema) -> ParsedReport:
    from cassis import load_cas_from_xmi

    try:
        cas = load_cas_from_xmi(_checked(file).decode("utf-8"), typesystem=types)
        given = _ours(cas, file.stem)
    except UserError as error:
        return refused(file.name, 0, error.message)
    except Exception as error:  # whatever the XML reader makes of a file that is no CAS
        return refused(file.name, 0, f"it is no CAS ({type(error).__name__}); export it again")
    return parsed_line(given, file=file.name, line=0, schema=schema)


def _ours(cas: Cas, name: str) -> dict[str, Any]:
    """Return a CAS in the shape of our lines; annotations of other types go by their `value` or type."""
    spans: list[dict[str, Any]] = []
    ids: dict[int, str] = {}
    for number, found in enumerate(cas.select_all_annotations()):
        begin, end = getattr(found, "begin", None), getattr(found, "end", None)
        kind = found.type.name
        if begin is None or end is None or kind.startswith("uima."):
            continue
        ids[id(found)] = getattr(found, "id", None) or f"c{number}"
        features = {feature.name: getattr(found, feature.name, None) for feature in found.type.all_features}
        attributes = {key[2:]: str(value) for key, value in features.items() if key[:2] == "a_" and value}
        label = features.get("label") or features.get("value") or kind.rpartition(".")[2]
        place = {"id": ids[id(found)], "start": begin, "end": end}
        spans.append({**place, "label": str(label), "attributes": attributes})
    relations = [
        {"label": link.label, "from": ids.get(id(link.source)), "to": ids.get(id(link.target))}
        for link in (cas.select(RELATION) if cas.typesystem.contains_type(RELATION) else ())
    ]
    reports = cas.select(REPORT) if cas.typesystem.contains_type(REPORT) else []
    about = {
        key: value
        for key in ("name", "date", "source")
        if reports and isinstance(value := getattr(reports[0], key, None), str)
    }
    return {"name": name, **about, "text": cas.sofa_string, "spans": spans, "relations": relations}
