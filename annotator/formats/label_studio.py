"""Label Studio: tasks as JSON with every attribute and link, and the labelling configuration they need."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from annotator.domain.gold import GoldReport
from annotator.domain.schema import AttributeRule, Schema
from annotator.domain.spans import Span, reading_order
from annotator.formats.base import Holds, ParsedReport, Progress, Summary, silent
from annotator.formats.files import make_folder
from annotator.formats.label_studio_reading import TEXT, read_tasks
from annotator.formats.saying import about_span, decisions_of
from annotator.formats.utf16 import Utf16
from annotator.whole_files import whole_file

TASKS, CONFIG = "tasks.json", "config.xml"


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
        return read_tasks(path / TASKS if path.is_dir() else path, schema=schema, progress=progress)


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
    meta = {"source": report.source, "split": gold.split, "decisions": decisions_of(gold)}
    annotation = {"id": number, "result": result, "was_cancelled": False, "ground_truth": True}
    return {"id": number, "data": data, "meta": meta, "annotations": [annotation]}


def _regions(span: Span, gold: GoldReport, units: Utf16, choices: set[str]) -> Iterator[dict[str, Any]]:
    """Yield the region of a span, and one more of the same id for each of its attributes."""
    place = {
        "start": units.units(span.start),
        "end": units.units(span.end),
        "text": gold.report.text[span.start : span.end],
    }
    common = {"id": span.id, "to_name": TEXT, "origin": "manual"}
    label = {"from_name": span.layer, "type": "labels", "value": {**place, "labels": [span.label]}}
    yield {**common, **label, "meta": about_span(span, gold), "score": span.score}
    for name, value in span.attributes.items():
        kind = "choices" if name in choices else "textarea"
        said = {"choices": [value]} if kind == "choices" else {"text": [value]}
        yield {**common, "from_name": name, "type": kind, "value": {**place, **said}}
