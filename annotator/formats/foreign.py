"""Lines of other programs brought into the shape of ours, so that one reader checks them all."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.schema import Schema
from annotator.formats.base import ParsedReport, Problem
from annotator.formats.checks import named
from annotator.formats.jsonl_reading import report_of_line
from annotator.text.canonical import canonical
from annotator.text.loading.base import read_bytes

Given = Mapping[str, Any]


def parsed_line(given: Given, *, file: str, line: int, schema: Schema) -> ParsedReport:
    """Return the report of a line of our shape whose text need not be canonical.

    Offsets are code points of the text as it stands and are moved with it. Spans whose label the schema does
    not have are left out with a note, and so are relations of such spans.
    """
    text = given.get("text")
    spans = [dict(span) for span in given.get("spans", ())]
    made = canonical(text) if isinstance(text, str) else None
    if made is not None and made.offsets is not None:
        for span in spans:
            for name in ("start", "end"):
                if type(span.get(name)) is int:
                    span[name] = made.offsets.to_canonical(span[name])
        given = {**given, "text": made.text}
    unknown = [span for span in spans if span.get("label") not in schema.by_name]
    lost = {span.get("id") for span in unknown}
    known = [span for span in spans if span.get("label") in schema.by_name]
    links = [r for r in given.get("relations", ()) if not lost & {r.get("from"), r.get("to")}]
    found = report_of_line({**given, "spans": known, "relations": links}, file=file, line=line, schema=schema)
    words = Counter(str(span.get("label")) for span in unknown)
    return replace(found, notes=(*found.notes, *strange(words, file, line)), unknown=words)


def strange(words: Mapping[str, int], file: str, line: int) -> Iterator[Problem]:
    """Yield a note for each label that the schema does not have, with how many spans were left out."""
    for word, count in sorted(words.items()):
        yield Problem(file, line, f"{count} spans left out: the schema has no label {named(word)}")


def json_file(path: Path) -> Any:
    """Return the value of a JSON file; raise UserError `not-json` naming the line."""
    try:
        return json.loads(read_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UserError("not-utf8", f"{path} is not UTF-8 text; save it as UTF-8 and retry") from error
    except json.JSONDecodeError as error:
        raise UserError(
            "not-json", f"{path} is not JSON (line {error.lineno}); the file may be cut off there"
        ) from error
    except RecursionError as error:
        raise UserError("not-json", f"{path} is not JSON of any use: it is nested without end") from error


def json_lines(path: Path) -> Iterator[tuple[int, Any, str]]:
    """Yield the number, the value and what is wrong of every line that is not blank."""
    for number, raw in enumerate(read_bytes(path).split(b"\n"), 1):
        if not raw.strip():
            continue
        try:
            yield number, json.loads(raw.decode("utf-8-sig")), ""
        except UnicodeDecodeError:
            yield number, None, "it is not UTF-8 text; save the file as UTF-8"
        except (json.JSONDecodeError, RecursionError):
            yield number, None, "it is not JSON; the file may be cut off here"


def objects(value: object) -> Sequence[Given]:
    """Return the objects of a list; nothing where it is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def refused(file: str, line: int, why: str) -> ParsedReport:
    """Return what stands for a line that cannot be read."""
    return ParsedReport(f"line {line}", "", problems=(Problem(file, line, why),))
