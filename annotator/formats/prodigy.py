"""Prodigy: JSON lines of tasks with tokens, spans and relations, a report a task."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.domain.spans import Span, reading_order
from annotator.formats.base import Holds, ParsedReport, Progress, Summary, silent
from annotator.formats.foreign import Given, json_lines, objects, parsed_line, refused
from annotator.text.words import syllables
from annotator.whole_files import whole_file


class Prodigy:
    """The format `prodigy`: what `relations` and `spans.manual` load; token ends are inclusive there."""

    name = "prodigy"
    title = "Prodigy (JSON lines)"
    suffix = ".prodigy.jsonl"
    can_read = True
    can_write = True
    holds = Holds(scores=False, undecided=False)

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write every report into the file `path`, which appears when it is complete."""
        count = spans = relations = 0
        with whole_file(path) as file:
            for count, gold in enumerate(reports, 1):
                task = _task(gold)
                file.write(json.dumps(task, ensure_ascii=False) + "\n")
                spans += len(task["spans"])
                relations += len(task["relations"])
                progress(count)
        return Summary(count, spans, relations, (path,))

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Read every task that was accepted; others hold nothing to learn from and are refused.

        Raises UserError `no-gold` for an empty file.
        """
        found: list[ParsedReport] = []
        for number, given, why in json_lines(path):
            if why or not isinstance(given, dict):
                found.append(refused(path.name, number, why or "it is not a JSON object"))
            elif given.get("answer", "accept") != "accept":
                found.append(refused(path.name, number, "it was rejected or ignored there"))
            else:
                found.append(parsed_line(_ours(given), file=path.name, line=number, schema=schema))
            progress(len(found))
        if not found:
            raise UserError("no-gold", f"{path} holds no task; check the path")
        return found


def _task(gold: GoldReport) -> dict[str, Any]:
    text = gold.report.text
    tokens = syllables(text)
    standing = reading_order(span for span in gold.spans if span.is_standing)
    placed = {span.id: _placed(span, tokens) for span in standing}
    spans = [{**placed[span.id], "id": span.id, "attributes": dict(span.attributes)} for span in standing]
    relations = [
        {
            "head": placed[link.source]["token_end"],
            "child": placed[link.target]["token_end"],
            "head_span": {**placed[link.source], "id": link.source},
            "child_span": {**placed[link.target], "id": link.target},
            "label": link.label,
        }
        for link in sorted(gold.relations)
        if link.source in placed and link.target in placed
    ]
    authors = sorted(set(gold.authors.values()))
    return {
        "text": text,
        "tokens": [
            {"text": text[a:b], "start": a, "end": b, "id": at, "ws": text[b : b + 1] == " "}
            for at, (a, b) in enumerate(tokens)
        ],
        "spans": spans,
        "relations": relations,
        "meta": {"name": gold.report.name, "date": gold.report.date, "source": gold.report.source},
        "answer": "accept",
        "_input_hash": crc32(text.encode()),
        "_task_hash": crc32(json.dumps(spans, sort_keys=True).encode(), crc32(text.encode())),
        "_annotator_id": authors[0] if len(authors) == 1 else "",
        "_view_id": "relations",
    }


def _placed(span: Span, tokens: list[tuple[int, int]]) -> dict[str, Any]:
    """Return where a span stands, in code points and in tokens, the last one included."""
    first = bisect_right([end for _, end in tokens], span.start)
    last = bisect_left([start for start, _ in tokens], span.end) - 1
    place = {"start": span.start, "end": span.end, "label": span.label}
    return {**place, "token_start": first, "token_end": max(first, last)}


def _ours(task: Given) -> dict[str, Any]:
    """Return a task in the shape of our lines; spans of other programs are named by their place.

    A span without offsets has those of its tokens, and a relation without spans leads between the spans
    whose last tokens it names.
    """
    tokens = {each["id"]: each for each in objects(task.get("tokens")) if type(each.get("id")) is int}
    given = [_with_offsets(each, tokens) for each in objects(task.get("spans"))]
    heads = {each["token_end"]: _name(each) for each in given if type(each.get("token_end")) is int}
    spans = [
        {
            "id": _name(each),
            "start": each.get("start"),
            "end": each.get("end"),
            "label": each.get("label"),
            "attributes": each.get("attributes") or {},
        }
        for each in {_name(each): each for each in given}.values()
    ]

    def end(link: Given, which: str) -> str:
        """Return the span at one end of a relation."""
        held, token = link.get(f"{which}_span"), link.get(which)
        if isinstance(held, dict):
            return _name(_with_offsets(held, tokens))
        return heads.get(token, "") if type(token) is int else ""

    relations = [
        {"label": each.get("label"), "from": end(each, "head"), "to": end(each, "child")}
        for each in objects(task.get("relations"))
    ]
    meta = task.get("meta")
    about = {
        name: meta[name]
        for name in ("name", "date", "source")
        if isinstance(meta, dict) and isinstance(meta.get(name), str)
    }
    return {"text": task.get("text"), "spans": spans, "relations": relations, **about}


def _with_offsets(span: Given, tokens: Mapping[int, Given]) -> Given:
    """Return a span with the offsets of its first and last token where it has none of its own."""
    first, last = (
        tokens.get(at, {}) if type(at := span.get(name)) is int else {}
        for name in ("token_start", "token_end")
    )
    return {"start": first.get("start"), "end": last.get("end"), **span}


def _name(span: object) -> str:
    if not isinstance(span, dict):
        return ""
    return str(span.get("id") or f"{span.get('start')}-{span.get('end')}-{span.get('label')}")
