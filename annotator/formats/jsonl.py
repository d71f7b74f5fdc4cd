"""JSON lines: one report a line, as gold with its deciders or as the candidates of `prelabel`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.schema import Schema
from annotator.domain.spans import Span, reading_order
from annotator.formats.base import Holds, ParsedReport, Progress, Summary, silent
from annotator.formats.foreign import json_lines, refused
from annotator.formats.jsonl_reading import report_of_line
from annotator.formats.saying import decisions_of, evidence_object
from annotator.whole_files import whole_file


class JsonLines:
    """The format `jsonl`: a file with one report a line, in the shape `prelabel` writes plus decisions."""

    name = "jsonl"
    title = "JSON lines (a report a line)"
    suffix = ".jsonl"
    can_read = True
    can_write = True
    holds = Holds()

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write every report into the file `path`, which appears when it is complete."""
        count = spans = relations = 0
        with whole_file(path) as file:
            for count, gold in enumerate(reports, 1):
                file.write(gold_line(gold))
                spans += len(gold.spans)
                relations += len(gold.relations)
                progress(count)
        return Summary(count, spans, relations, (path,))

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Read every line as a report, with all its problems; raise UserError `no-gold` for an empty file."""
        found: list[ParsedReport] = []
        for parsed in read_lines(path, schema=schema):
            found.append(parsed)
            progress(len(found))
        if not found:
            raise UserError("no-gold", f"{path} holds no report; check the path")
        return found


def candidate_line(
    *, source: str, text: str, spans: Iterable[Span], relations: Iterable[Relation] = ()
) -> str:
    """Return one line of `prelabel`, its line break included; offsets are code points of `text`."""
    return _line(
        {
            "source": source,
            "text": text,
            "spans": [candidate_object(span) for span in reading_order(spans)],
            "relations": [_relation_object(relation) for relation in sorted(relations)],
        }
    )


def gold_line(gold: GoldReport) -> str:
    """Return one line of gold: the candidate shape, the report's metadata, and who decided each span when."""
    report = gold.report
    spans = [
        candidate_object(span)
        | {"state": span.state.value}
        | _present(
            author=gold.authors.get(span.id, ""),
            decided_at=gold.decided_at.get(span.id, ""),
            note=span.note,
            flagged=span.flagged,
        )
        for span in reading_order(gold.spans)
    ]
    about = _present(title=report.title, date=report.date, split=gold.split)
    sections = [{"kind": str(each.kind), "start": each.start, "end": each.end} for each in report.sections]
    return _line(
        {"source": report.source, "name": report.name, **about, "text": report.text, "spans": spans}
        | {"relations": [_relation_object(relation) for relation in sorted(gold.relations)]}
        | _present(sections=sections, decisions=decisions_of(gold))
    )


def candidate_object(span: Span) -> dict[str, Any]:
    """Return a span as candidates have it: offsets integers, the score a float or null."""
    return {
        "id": span.id,
        "start": span.start,
        "end": span.end,
        "layer": span.layer,
        "label": span.label,
        "score": None if span.score is None else float(span.score),
        "extractor": span.extractor,
        "evidence": evidence_object(span.evidence),
        "attributes": dict(span.attributes),
    }


def read_lines(path: Path, *, schema: Schema) -> Iterator[ParsedReport]:
    """Yield the report of every line that is not blank, in order, each with all its problems.

    A line that is no JSON object becomes a report without text whose problem names the line. Raises
    UserError `missing-file` or `unreadable-file`.
    """
    for number, given, why in json_lines(path):
        if why:
            yield refused(path.name, number, why)
        else:
            yield report_of_line(given, file=path.name, line=number, schema=schema)


def _relation_object(relation: Relation) -> dict[str, str]:
    return {"label": relation.label, "from": relation.source, "to": relation.target}


def _present(**given: object) -> dict[str, Any]:
    """Return what is not empty."""
    return {name: value for name, value in given.items() if value}


def _line(given: Mapping[str, Any]) -> str:
    # A lone surrogate cannot be in canonical text, so the characters are written as they are.
    return json.dumps(given, ensure_ascii=False, allow_nan=False) + "\n"
