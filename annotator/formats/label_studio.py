"""Label Studio: tasks as JSON with every attribute and link, and the labelling configuration they need."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.schema import AttributeRule, Schema
from annotator.domain.spans import Span, reading_order
from annotator.formats.base import Holds, ParsedReport, Progress, Summary, silent
from annotator.formats.files import make_folder
from annotator.formats.foreign import Given, json_file, objects, parsed_line, refused
from annotator.formats.utf16 import Utf16
from annotator.whole_files import whole_file

TASKS, CONFIG = "tasks.json", "config.xml"
TEXT = "text"
"""The name of the text in a task's data, and of its tag in the configuration."""


class LabelStudio:
    """The format `label-studio`: a folder of `tasks.json` and `config.xml`; offsets are UTF-16 units."""

    name = "label-studio"
    title = "Label Studio (a folder)"
    suffix = ""
    can_read = True
    can_write = True
    holds = Holds(undecided=False)

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write every report as a task into the folder `path`."""
        make_folder(path)
        count = spans = relations = 0
        with whole_file(path / TASKS) as file:
            file.write("[")
            for count, gold in enumerate(reports, 1):
                file.write("\n" if count == 1 else ",\n")
                file.write(json.dumps(_task(gold, count, schema), ensure_ascii=False))
                spans += sum(span.is_standing for span in gold.spans)
                relations += len(gold.relations)
                progress(count)
            file.write("\n]\n")
        with whole_file(path / CONFIG) as file:
            file.write(labelling_config(schema))
        return Summary(count, spans, relations, (path / TASKS, path / CONFIG))

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Read the tasks of such a folder or of a JSON export; of several annotations the first that counts.

        Raises UserError `no-gold`, `not-json` or `not-utf8`.
        """
        file = path / TASKS if path.is_dir() else path
        tasks = json_file(file)
        if not isinstance(tasks, list) or not tasks:
            raise UserError("no-gold", f"{file} holds no list of tasks; export the project as JSON")
        found: list[ParsedReport] = []
        for number, task in enumerate(tasks, 1):
            if isinstance(task, dict):
                found.append(parsed_line(_ours(task), file=file.name, line=number, schema=schema))
            else:
                found.append(refused(file.name, number, "it is not a task"))
            progress(len(found))
        return found


def labelling_config(schema: Schema) -> str:
    """Return the configuration: labels of each layer, and their attributes asked region by region."""
    lines = ["<View>", "  <Relations>"]
    lines += [f"    <Relation value={quoteattr(rule.name)}/>" for rule in schema.relations]
    lines.append("  </Relations>")
    for layer in schema.layers:
        lines.append(f'  <Labels name={quoteattr(layer)} toName="{TEXT}">')
        lines += [
            f"    <Label value={quoteattr(label.name)} background={quoteattr(label.colour)}/>"
            for label in schema.labels
            if label.layer == layer
        ]
        lines.append("  </Labels>")
    # Whitespace is not trimmed from regions only where the text keeps its lines.
    lines.append(f'  <Text name="{TEXT}" value="${TEXT}" granularity="symbol"/>')
    for rule in schema.attributes:
        lines += _asked(rule)
    return "\n".join([*lines, "</View>", ""])


def _asked(rule: AttributeRule) -> Iterator[str]:
    when = f'perRegion="true" whenLabelValue={quoteattr(",".join(rule.labels))}'
    if rule.kind == "choice":
        yield f'  <Choices name={quoteattr(rule.name)} toName="{TEXT}" choice="single" {when}>'
        yield from (f"    <Choice value={quoteattr(value)}/>" for value in rule.values)
        yield "  </Choices>"
    else:
        yield f'  <TextArea name={quoteattr(rule.name)} toName="{TEXT}" maxSubmissions="1" {when}/>'


def _task(gold: GoldReport, number: int, schema: Schema) -> dict[str, Any]:
    report = gold.report
    units = Utf16(report.text)
    result: list[dict[str, Any]] = []
    standing = reading_order(span for span in gold.spans if span.is_standing)
    choices = {rule.name for rule in schema.attributes if rule.kind == "choice"}
    for span in standing:
        result += _regions(span, gold, units, choices)
    ids = {span.id for span in standing}
    result += [
        {
            "type": "relation",
            "from_id": r.source,
            "to_id": r.target,
            "direction": "right",
            "labels": [r.label],
        }
        for r in sorted(gold.relations)
        if {r.source, r.target} <= ids
    ]
    data = {TEXT: report.text, "name": report.name, "title": report.title, "date": report.date}
    meta = {"source": report.source, "split": gold.split}
    annotation = {"id": number, "result": result, "was_cancelled": False, "ground_truth": True}
    return {"id": number, "data": data, "meta": meta, "annotations": [annotation]}


def _regions(span: Span, gold: GoldReport, units: Utf16, choices: set[str]) -> Iterator[dict[str, Any]]:
    """Yield the region of a span, and one more of the same id for each of its attributes."""
    place = {
        "start": units.units(span.start),
        "end": units.units(span.end),
        "text": gold.report.text[span.start : span.end],
    }
    about = {"author": gold.authors.get(span.id, ""), "decided_at": gold.decided_at.get(span.id, "")}
    common = {"id": span.id, "to_name": TEXT, "origin": "manual"}
    label = {"from_name": span.layer, "type": "labels", "value": {**place, "labels": [span.label]}}
    yield {**common, **label, "meta": about, "score": span.score}
    for name, value in span.attributes.items():
        kind = "choices" if name in choices else "textarea"
        said = {"choices": [value]} if kind == "choices" else {"text": [value]}
        yield {**common, "from_name": name, "type": kind, "value": {**place, **said}}


def _ours(task: Given) -> dict[str, Any]:
    """Return a task in the shape of our lines, its units turned into code points."""
    data = task.get("data")
    data = data if isinstance(data, dict) else {}
    text = data.get(TEXT)
    units = Utf16(text) if isinstance(text, str) else Utf16("")
    spans: dict[str, dict[str, Any]] = {}
    attributes: dict[str, dict[str, str]] = {}
    relations: list[dict[str, Any]] = []
    for region in _result(task):
        if region.get("type") == "relation":
            labels = region.get("labels")
            label = labels[0] if isinstance(labels, list) and labels else ""
            relations.append({"label": label, "from": region.get("from_id"), "to": region.get("to_id")})
            continue
        value, name = region.get("value"), str(region.get("id"))
        if not isinstance(value, dict):
            continue
        if isinstance(value.get("labels"), list) and value["labels"]:
            spans[name] = {
                "id": name,
                "start": _point(value.get("start"), units),
                "end": _point(value.get("end"), units),
                "label": value["labels"][0],
                "score": region.get("score"),
            }
        else:
            said = value.get("choices") or value.get("text") or value.get("number")
            word = said[0] if isinstance(said, list) and said else said
            attributes.setdefault(name, {})[str(region.get("from_name"))] = str(word)
    for name, held in attributes.items():
        if name in spans:
            spans[name]["attributes"] = held
    about = {name: data[name] for name in ("name", "date") if isinstance(data.get(name), str)}
    return {"text": text, "spans": list(spans.values()), "relations": relations, **about}


def _result(task: Given) -> Iterator[Given]:
    """Yield the regions of the annotation that counts: the ground truth, else the first not cancelled."""
    held = [each for each in objects(task.get("annotations")) if not each.get("was_cancelled")]
    chosen = next((each for each in held if each.get("ground_truth")), held[0] if held else None)
    if chosen is not None:
        yield from objects(chosen.get("result"))


def _point(unit: object, units: Utf16) -> object:
    return units.points(unit) if type(unit) is int else unit
