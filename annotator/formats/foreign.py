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
    # Whatever JSON has may stand for a label or an id there, lists too.
    known: list[dict[str, Any]] = []
    unknown: list[dict[str, Any]] = []
    for span in spans:
        label = span.get("label")
        (known if _is_text(label) and label in schema.by_name else unknown).append(span)
    lost = {span["id"] for span in unknown if _is_text(span.get("id"))}
    links = [
        link
        for link in given.get("relations", ())
        if not any(_is_text(end) and end in lost for end in (link.get("from"), link.get("to")))
    ]
    found = report_of_line({**given, "spans": known, "relations": links}, file=file, line=line, schema=schema)
    words = Counter(str(span.get("label")) for span in unknown)
    return replace(found, notes=(*found.notes, *strange(words, file, line)), unknown=words)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def strange(words: Mapping[str, int], file: str, line: int) -> Iterator[Problem]:
    """Yield a note for each label that the schema does not have, with how many spans were left out."""
    for word, count in sorted(words.items()):
        yield Problem(file, line, f"{count} spans left out: the schema has no label {named(word)}")


def json_value(raw: bytes) -> tuple[Any, str]:
    """Return the value of JSON in UTF-8 with what is wrong of it, empty when nothing is.

    Halves of characters and NUL, which no store keeps as they are, are wrong, and so are endless numbers.
    """
    try:
        value = json.loads(raw.decode("utf-8-sig"))
        if b"\\u" in raw:
            said = json.dumps(value, ensure_ascii=False)
            said.encode("utf-8")
            if "\\u0000" in said.replace("\\\\", ""):
                return None, "it holds a NUL sign; take that out"
    except UnicodeDecodeError:
        return None, "it is not UTF-8 text; save the file as UTF-8"
    except UnicodeEncodeError:
        return None, "it holds half of a character; take that out"
    except json.JSONDecodeError as error:
        return None, f"it is not JSON{_line_of(error)}; the file may be cut off here"
    except RecursionError:
        return None, "it is not JSON of any use: it is nested without end"
    except ValueError:
        return None, "it holds a number that is too long; the file may be harmed"
    return value, ""


def _line_of(error: json.JSONDecodeError) -> str:
    """Return the line of a fault where the JSON has more than one."""
    return f" (line {error.lineno})" if error.lineno > 1 else ""


def json_file(path: Path) -> Any:
    """Return the value of a JSON file; raise UserError `not-json`, naming the line of a fault."""
    value, why = json_value(read_bytes(path))
    if why:
        raise UserError("not-json", f"{path} cannot be read: {why}")
    return value


def json_lines(path: Path) -> Iterator[tuple[int, Any, str]]:
    """Yield the number, the value and what is wrong of every line that is not blank."""
    for number, raw in enumerate(read_bytes(path).split(b"\n"), 1):
        if raw.strip():
            yield number, *json_value(raw)


def objects(value: object) -> Sequence[Given]:
    """Return the objects of a list; nothing where it is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def refused(file: str, line: int, why: str) -> ParsedReport:
    """Return what stands for a line that cannot be read."""
    return ParsedReport(f"line {line}", "", problems=(Problem(file, line, why),))
