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
from annotator.formats.checks import attribute_problems, named
from annotator.formats.jsonl_reading import report_of_line
from annotator.formats.losses import Losses
from annotator.text.canonical import canonical
from annotator.text.loading.base import read_bytes

Given = Mapping[str, Any]


def parsed_line(
    given: Given, *, file: str, line: int, schema: Schema, lost: Losses | None = None
) -> ParsedReport:
    """Return the report of a line of our shape whose text need not be canonical.

    Offsets are code points of the text as it stands and are moved with it. What the schema has no place for
    is left out with a note: spans of other labels, attributes and relations it does not know or allow.
    `lost` is what the reader of the file left out before.
    """
    lost = lost or Losses()
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
        label = schema.renames.label(span["label"]) if _is_text(span.get("label")) else ""
        (known if label in schema.by_name else unknown).append(span)
    for span in known:
        span["attributes"] = _placed_attributes(span, schema, lost)
    ends = {
        span["id"]: schema.renames.label(span["label"]) if held is known else ""
        for held in (unknown, known)
        for span in held
        if _is_text(span.get("id"))
    }
    links = [link for link in given.get("relations", ()) if _is_placed(link, ends, schema, lost)]
    found = report_of_line({**given, "spans": known, "relations": links}, file=file, line=line, schema=schema)
    words = Counter(str(span.get("label")) for span in unknown)
    left = (Problem(file, line, said) for said in lost.lines())
    return replace(found, notes=(*found.notes, *strange(words, file, line), *left), unknown=words)


def _placed_attributes(span: Given, schema: Schema, lost: Losses) -> dict[str, str]:
    """Return those attributes of a span that the schema has a place for; count the others."""
    said = span.get("attributes") or {}
    if not isinstance(said, dict):
        lost.add("attributes", "they are no names with values")
        return {}
    kept: dict[str, str] = {}
    for name, value in said.items():
        word = str(value) if type(value) in {int, float} else value
        if not isinstance(word, str):
            lost.add("attributes", "their value is no text and no number")
        elif word:
            held = schema.renames.attributes({name: word})
            faults = list(attribute_problems(schema, schema.renames.label(span["label"]), held))
            for fault in faults:
                lost.add("attributes", fault)
            kept.update({} if faults else held)
    return kept


def _is_placed(link: Given, labels: Mapping[str, str], schema: Schema, lost: Losses) -> bool:
    """Tell whether a relation leads between spans as the schema allows; count it if not.

    `labels` are those of the spans by id, empty for a span that was left out.
    """
    source, target, label = (str(link.get(name) or "") for name in ("from", "to", "label"))
    if not {source, target} <= labels.keys():
        lost.add("relations", "a span at their end is not there")
    elif not (labels[source] and labels[target]):
        lost.add("relations", "a span at their end was left out")
    elif not label:
        lost.add("relations", "they have no label")
    elif not schema.allows(label, labels[source], labels[target]):
        between = f"{labels[source]} to {labels[target]}"
        lost.add("relations", f"no relation {named(label)} leads from {between}")
    else:
        return True
    return False


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
