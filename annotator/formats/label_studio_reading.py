"""Label Studio read back: tasks of its JSON and JSON-MIN exports, what has no place here counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.schema import Schema
from annotator.formats.base import ParsedReport, Progress
from annotator.formats.foreign import Given, json_file, objects, parsed_line, refused
from annotator.formats.losses import Losses
from annotator.formats.saying import read_back
from annotator.formats.utf16 import Utf16

TEXT = "text"
"""The name of the text in a task's data, as most configurations have it."""

_ABOUT = ("name", "title", "date")
"""What our own exports say of a report beside its text."""


def read_tasks(file: Path, *, schema: Schema, progress: Progress) -> list[ParsedReport]:
    """Read a JSON export; raise UserError `no-gold`, `not-json` or `not-utf8`.

    A task that nobody annotated is a problem: what it says of a report is nothing, not that nothing is there.
    """
    tasks = json_file(file)
    if isinstance(tasks, dict) and "data" in tasks:
        tasks = [tasks]
    if not isinstance(tasks, list) or not tasks:
        raise UserError("no-gold", f"{file} holds no list of tasks; export the project as JSON")
    found: list[ParsedReport] = []
    for number, task in enumerate(tasks, 1):
        found.append(_parsed(task, file.name, number, schema))
        progress(len(found))
    return found


def _parsed(task: object, file: str, number: int, schema: Schema) -> ParsedReport:
    if not isinstance(task, dict):
        return refused(file, number, "it is not a task")
    lost = Losses()
    result = _result(task, lost)
    if result is None:
        return refused(
            file, number, "nobody annotated this task, or all cancelled it; nothing of it was taken"
        )
    return parsed_line(_ours(task, result, lost), file=file, line=number, schema=schema, lost=lost)


def _result(task: Given, lost: Losses) -> list[Given] | None:
    """Return the regions of the annotation that counts: the ground truth, else the first not cancelled."""
    if "data" not in task and isinstance(task.get(TEXT), str):
        return list(_minimal(task))
    given = objects(task.get("annotations", task.get("completions")))
    held = [each for each in given if not each.get("was_cancelled") and isinstance(each.get("result"), list)]
    chosen = next((each for each in held if each.get("ground_truth")), held[0] if held else None)
    if chosen is None:
        return None
    why = "one annotation a task is taken, the ground truth or the first; import others from a file of theirs"
    lost.add("annotations of other people", why, len(held) - 1)
    return list(objects(chosen["result"]))


def _minimal(task: Given) -> Iterator[Given]:
    """Yield the regions of a task of JSON-MIN, where every tag of the configuration is a list of its own."""
    number = 0
    for key, value in task.items():
        for each in objects(value):
            if "start" in each and "end" in each:
                number += 1
                yield {"id": f"m{number}", "from_name": key, "type": "labels", "value": each}


def _ours(task: Given, result: list[Given], lost: Losses) -> dict[str, Any]:
    """Return a task in the shape of our lines, its units turned into code points."""
    data = task.get("data", task)
    data = data if isinstance(data, dict) else {}
    text = _text(data)
    units = Utf16(text) if isinstance(text, str) else Utf16("")
    spans: dict[str, dict[str, Any]] = {}
    attributes: list[tuple[str, str, object]] = []
    relations: list[dict[str, Any]] = []
    for region in result:
        value, name = region.get("value"), str(region.get("id"))
        if region.get("type") == "relation":
            relations += _links(region)
        elif not isinstance(value, dict):
            lost.add("regions", "they have no value")
        elif isinstance(labels := value.get("labels", value.get(str(region.get("type")))), list) and (
            labels and region.get("type") not in {"choices", "textarea"}
        ):
            if name in spans:
                lost.add("labels", "their region has one already")
                continue
            lost.add("labels", "their region has one already", len(labels) - 1)
            spans[name] = _span(name, region, value, str(labels[0]), units)
        elif region.get("type") == "labels" or not {"choices", "text", "number", "rating"} & value.keys():
            lost.add("regions", "they have no label")
        else:
            attributes.append((name, str(region.get("from_name")), _said(value, lost)))
    for name, attribute, said in attributes:
        if name in spans:
            spans[name]["attributes"][attribute] = said
        else:
            lost.add("answers", "they are of no region with a label")
    about = {key: data[key] for key in ("name", "date") if isinstance(data.get(key), str)}
    return {"text": text, "spans": list(spans.values()), "relations": relations, **about}


def _text(data: Given) -> object:
    """Return the text of a task: what is called so, else the longest string of its data."""
    if isinstance(data.get(TEXT), str):
        return data[TEXT]
    words = [value for key, value in data.items() if isinstance(value, str) and key not in _ABOUT]
    return max(words, key=len, default=None)


def _span(name: str, region: Given, value: Given, label: str, units: Utf16) -> dict[str, Any]:
    start, end = value.get("start"), value.get("end")
    return {
        "id": name,
        "start": units.points(start) if type(start) is int else start,
        "end": units.points(end) if type(end) is int else end,
        "label": label,
        "score": region.get("score"),
        "attributes": {},
        **read_back(region.get("meta")),
    }


def _links(region: Given) -> Iterator[dict[str, Any]]:
    """Yield a relation for each of its labels, or one without; `left` means that it leads the other way."""
    ends = [region.get("from_id"), region.get("to_id")]
    if region.get("direction") == "left":
        ends.reverse()
    labels = region.get("labels")
    for label in labels if isinstance(labels, list) and labels else [""]:
        yield {"label": label, "from": ends[0], "to": ends[1]}


def _said(value: Given, lost: Losses) -> object:
    """Return what was answered of a region: the first of several answers."""
    said = next((value[key] for key in ("choices", "text", "number", "rating") if value.get(key)), None)
    if not isinstance(said, list):
        return said
    lost.add("answers", "an attribute has one value", len(said) - 1)
    return said[0] if said else None
