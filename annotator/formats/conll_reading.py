"""CoNLL files read back: their words put together, and placed later in the report that has the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.domain.errors import UserError
from annotator.domain.schema import Schema
from annotator.domain.spans import Span, State
from annotator.formats.base import ParsedReport, Problem, Progress
from annotator.formats.conll import DOCSTART, cut_tags
from annotator.formats.files import read_canonical
from annotator.formats.foreign import strange

_TAG = re.compile(r"O|[BIESULM]-\S+")


@dataclass(slots=True)
class _Document:
    """The words of one document, sentence by sentence, each with its tag."""

    line: int
    sentences: list[list[tuple[str, str]]] = field(default_factory=lambda: [[]])


def read_conll(path: Path, *, schema: Schema, progress: Progress) -> list[ParsedReport]:
    """Read a file, or the `.conll` files of a folder; documents with the same words are one report.

    The first column is the token, the last its tag. Raises UserError `no-gold` or `not-utf8`.
    """
    files = sorted(path.glob("*.conll")) if path.is_dir() else [path]
    merged: dict[str, ParsedReport] = {}
    for file in files:
        for number, document in enumerate(_documents(read_canonical(file)), 1):
            parsed = _parsed(document, file, number, schema)
            held = merged.get(parsed.text)
            merged[parsed.text] = parsed if held is None else _joined(held, parsed)
            progress(len(merged))
    if not merged:
        raise UserError("no-gold", f"{path} holds no tagged tokens; choose a .conll file or a folder of them")
    return list(merged.values())


def _documents(text: str) -> Iterator[_Document]:
    document = _Document(1)
    for number, line in enumerate(text.split("\n"), 1):
        columns = line.split()
        if not columns:
            document.sentences.append([])
        elif line.startswith("# ") and not _TAG.fullmatch(columns[-1]):
            continue  # A comment; a sign of the text has a tag.
        elif columns[0] == DOCSTART:
            if any(document.sentences):
                yield document
            document = _Document(number)
        else:
            document.sentences[-1].append((columns[0], columns[-1] if len(columns) > 1 else ""))
    if any(document.sentences):
        yield document


def _parsed(document: _Document, file: Path, number: int, schema: Schema) -> ParsedReport:
    """Put the words together with spaces between them; only what is not white space counts in matching."""
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    problems, unknown = [], dict[str, int]()
    for sentence in filter(None, document.sentences):
        places = []
        for word, tag in sentence:
            if not tag:
                problems.append(
                    Problem(file.name, document.line, "a token has no tag; two columns are needed")
                )
            places.append((at, at + len(word)))
            at += len(word) + 1
        for label, first, after in cut_tags([tag for _, tag in sentence]):
            known = schema.by_name.get(schema.renames.label(label))
            if known is None:
                unknown[label] = unknown.get(label, 0) + 1
            else:
                start, end = places[first][0], places[after - 1][1]
                spans.append(Span(f"c{len(spans)}", start, end, known.layer, known.name, State.IMPORTED))
        parts.append(" ".join(word for word, _ in sentence))
    notes = tuple(strange(unknown, file.name, document.line))
    layers = tuple(dict.fromkeys(span.layer for span in spans))
    return ParsedReport(
        f"{file.stem} {number}",
        "\n".join(parts),
        tuple(spans),
        problems=tuple(problems[:1]),
        layers=layers,
        notes=notes,
        loose=True,
        unknown=unknown,
    )


def _joined(one: ParsedReport, other: ParsedReport) -> ParsedReport:
    """Return one report with the spans of both files: each layer of an export has a file of its own."""
    said = {(span.start, span.end, span.label): span for span in (*one.spans, *other.spans)}
    spans = tuple(replace(span, id=f"c{number}") for number, span in enumerate(said.values()))
    return replace(
        one,
        spans=spans,
        problems=(*one.problems, *other.problems),
        notes=(*one.notes, *other.notes),
        unknown=Counter(one.unknown) + Counter(other.unknown),
        layers=tuple(dict.fromkeys((*one.layers, *other.layers))),
    )
