"""Docs of spaCy read back: our own folders whole, other files Doc by Doc, their size checked before."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError
from annotator.domain.schema import Schema
from annotator.domain.spans import Span, State
from annotator.formats.base import ParsedReport, Problem, Progress
from annotator.formats.foreign import strange
from annotator.text.canonical import canonical
from annotator.text.loading.base import read_bytes

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

LARGEST = 512 * 2**20
"""Bytes a file may unpack to; more is taken for one that never ends."""

_REPORTS = "reports.jsonl"


def read_docs(path: Path, *, schema: Schema, progress: Progress) -> list[ParsedReport]:
    """Read a folder that was exported, or a `.spacy` file of anybody's, in which a Doc is a report.

    Raises UserError `no-gold` where there is none, `bad-docbin` where a file is not what it says.
    """
    if (path / _REPORTS).is_file():
        from annotator.formats.jsonl import JsonLines

        return JsonLines().read(path / _REPORTS, schema=schema, progress=progress)
    files = sorted(path.glob("*.spacy")) if path.is_dir() else [path]
    found: list[ParsedReport] = []
    for file in files:
        for number, doc in enumerate(_docs(file), 1):
            found.append(_parsed(doc, file, number, schema))
            progress(len(found))
    if not found:
        raise UserError("no-gold", f"{path} holds no spaCy Docs; choose a .spacy file or a folder of them")
    return found


def _docs(path: Path) -> Iterator[Doc]:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    data = read_bytes(path)
    try:
        opened = zlib.decompressobj()
        opened.decompress(data, LARGEST)
        if opened.unconsumed_tail or not opened.eof:
            raise UserError(
                "bad-docbin", f"{path.name} unpacks to more than it may, or is cut off; export it again"
            )
        held = DocBin().from_bytes(data)
        yield from held.get_docs(Vocab())
    except UserError:
        raise
    except Exception as error:  # whatever msgpack and spaCy make of bytes that are none of theirs
        raise UserError(
            "bad-docbin", f"{path.name} is no file of spaCy Docs ({type(error).__name__}); export it again"
        ) from error


def _parsed(doc: Doc, file: Path, number: int, schema: Schema) -> ParsedReport:
    """Return a Doc as a report: its entities and the spans of its groups, each once."""
    name = f"{file.stem} {number}"
    made = canonical(doc.text)
    text = made.text
    problems: list[Problem] = []
    if not text.strip():
        problems.append(Problem(file.name, number, "this Doc holds no text"))
    found: dict[tuple[int, int, str], Span] = {}
    unknown: dict[str, int] = {}
    for span in _spans(doc):
        label = schema.by_name.get(schema.renames.label(span.label_))
        if label is None:
            unknown[span.label_] = unknown.get(span.label_, 0) + 1
            continue
        start, end = span.start_char, span.end_char
        if made.offsets is not None:
            start, end = made.offsets.to_canonical(start), made.offsets.to_canonical(end)
        if start < end:
            place = (start, end, label.name)
            found[place] = Span(f"d{len(found)}", *place[:2], label.layer, label.name, State.IMPORTED)
    notes = tuple(strange(unknown, file.name, number))
    return ParsedReport(
        name,
        text,
        tuple(found.values()),
        problems=tuple(problems),
        layers=schema.layers,
        notes=notes,
        unknown=unknown,
    )


def _spans(doc: Doc) -> Iterator[SpacySpan]:
    yield from doc.ents
    for group in doc.spans.values():
        yield from group
