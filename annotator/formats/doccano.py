"""doccano: JSON lines of texts with entities and relations, offsets in code points."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.domain.spans import reading_order
from annotator.formats.base import Holds, ParsedReport, Progress, Summary, silent
from annotator.formats.foreign import Given, json_lines, objects, parsed_line, refused
from annotator.formats.losses import Losses
from annotator.whole_files import whole_file

_TRIPLE = 3
_SPANS = ("entities", "label", "labels", "annotations")
"""Where a line may have its spans: today's name first."""


class Doccano:
    """The format `doccano`: what its relation-extraction projects import and export, a report a line."""

    name = "doccano"
    title = "doccano (JSON lines)"
    suffix = ".doccano.jsonl"
    can_read = True
    can_write = True
    holds = Holds(attributes=False, scores=False, authors=False, undecided=False)

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write every report into the file `path`, which appears when it is complete."""
        losses = Losses()
        count = spans = relations = 0
        with whole_file(path) as file:
            for count, gold in enumerate(reports, 1):
                made = _line(gold, losses)
                file.write(json.dumps(made, ensure_ascii=False) + "\n")
                spans += len(made["entities"])
                relations += len(made["relations"])
                progress(count)
        return Summary(count, spans, relations, (path,), notes=losses.lines())

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Read every line, with `entities` and `relations` or with `label`; raise UserError `no-gold`."""
        found: list[ParsedReport] = []
        for number, given, why in json_lines(path):
            if why or not isinstance(given, dict):
                found.append(refused(path.name, number, why or "it is not a JSON object"))
            elif not any(key in given for key in _SPANS):
                found.append(refused(path.name, number, "it has no labels: neither label nor entities"))
            else:
                lost = Losses()
                ours = _ours(given, lost)
                found.append(parsed_line(ours, file=path.name, line=number, schema=schema, lost=lost))
            progress(len(found))
        if not found:
            raise UserError("no-gold", f"{path} holds no report; check the path")
        return found


def _line(gold: GoldReport, losses: Losses) -> dict[str, Any]:
    standing = reading_order(span for span in gold.spans if span.is_standing)
    numbers = {span.id: number for number, span in enumerate(standing, 1)}
    losses.add("attributes", "an entity has a label only", sum(len(span.attributes) for span in standing))
    return {
        "text": gold.report.text,
        "entities": [
            {"id": numbers[s.id], "start_offset": s.start, "end_offset": s.end, "label": s.label}
            for s in standing
        ],
        "relations": [
            {"id": number, "from_id": numbers[r.source], "to_id": numbers[r.target], "type": r.label}
            for number, r in enumerate(sorted(gold.relations), 1)
            if r.source in numbers and r.target in numbers
        ],
        "Comments": [],
        "name": gold.report.name,
        "date": gold.report.date,
    }


def _ours(given: Given, lost: Losses) -> dict[str, Any]:
    """Return a line of doccano's in the shape of ours; `data` and `annotations` are its older names."""
    spans: list[dict[str, Any]] = []
    for key in _SPANS:
        value = given.get(key)
        for number, each in enumerate(value if isinstance(value, list) else ()):
            if isinstance(each, dict) and "start_offset" in each:
                name = f"d{each['id']}" if "id" in each else f"{key}{number}"
                place = {"start": each["start_offset"], "end": each.get("end_offset")}
                spans.append({"id": name, **place, "label": _label(each.get("label"))})
            elif isinstance(each, list) and len(each) == _TRIPLE:
                place = {"start": each[0], "end": each[1]}
                spans.append({"id": f"{key}{number}", **place, "label": _label(each[2])})
            else:
                lost.add("labels", "they have no place in the text")
    relations = [
        {"label": each.get("type"), "from": f"d{each.get('from_id')}", "to": f"d{each.get('to_id')}"}
        for each in objects(given.get("relations"))
    ]
    comments = given.get("Comments")
    lost.add("comments", "a report has no place for them", len(comments) if isinstance(comments, list) else 0)
    about = {name: given[name] for name in ("name", "date") if isinstance(given.get(name), str)}
    return {"text": given.get("text", given.get("data")), "spans": spans, "relations": relations, **about}


def _label(given: object) -> object:
    """Return a label; its number as text where an older doccano gave that, so that it can be mapped."""
    return str(given) if type(given) is int else given
