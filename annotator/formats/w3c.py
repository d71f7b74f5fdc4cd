"""W3C Web Annotation: an annotation a span as JSON-LD, with position and quote, links as annotations too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.domain.spans import Span, reading_order
from annotator.formats.base import Holds, ParsedReport, Progress, Summary, silent
from annotator.formats.foreign import Given, json_file, objects, parsed_line, refused
from annotator.formats.saying import READ_BACK, about_span, decisions_of
from annotator.whole_files import whole_file

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters of prefix and suffix that tell a quote from others like it."""


class WebAnnotation:
    """The format `w3c`: one file, a page of annotations a report; offsets are code points."""

    name = "w3c"
    title = "W3C Web Annotation (JSON-LD)"
    suffix = ".jsonld"
    can_read = True
    can_write = True
    holds = Holds(undecided=False)

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write every report into the file `path`, which appears when it is complete."""
        count = spans = relations = 0
        with whole_file(path) as file:
            file.write("[")
            for count, gold in enumerate(reports, 1):
                file.write("\n" if count == 1 else ",\n")
                file.write(json.dumps(_page(gold), ensure_ascii=False))
                spans += sum(span.is_standing for span in gold.spans)
                relations += len(gold.relations)
                progress(count)
            file.write("\n]\n")
        return Summary(count, spans, relations, (path,))

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Read the pages of such a file; raise UserError `no-gold`, `not-json` or `not-utf8`."""
        pages = json_file(path)
        if not isinstance(pages, list) or not pages:
            raise UserError("no-gold", f"{path} holds no list of annotation pages; choose another file")
        found: list[ParsedReport] = []
        for number, page in enumerate(pages, 1):
            if isinstance(page, dict):
                found.append(parsed_line(_ours(page), file=path.name, line=number, schema=schema))
            else:
                found.append(refused(path.name, number, "it is not an annotation page"))
            progress(len(found))
        return found


def _page(gold: GoldReport) -> dict[str, Any]:
    report = gold.report
    source = f"urn:sha256:{report.sha256}"
    standing = reading_order(span for span in gold.spans if span.is_standing)
    names = {span.id: f"urn:annotator:{report.id}:{span.id}" for span in standing}
    items = [_item(span, gold, source, names[span.id]) for span in standing]
    items += [
        {
            "id": f"urn:annotator:{report.id}:link:{number}",
            "type": "Annotation",
            "motivation": "linking",
            "body": {"id": names[link.target], "annotator:relation": link.label},
            "target": names[link.source],
        }
        for number, link in enumerate(sorted(gold.relations), 1)
        if link.source in names and link.target in names
    ]
    about = {"name": report.name, "date": report.date, "source": report.source, "text": report.text}
    history = decisions_of(gold)
    return {
        "@context": [CONTEXT, {"annotator": "urn:annotator:terms:"}],
        "id": f"urn:annotator:{report.id}",
        "type": "AnnotationPage",
        "annotator:report": about,
        **({"annotator:decisions": history} if history else {}),
        "items": items,
    }


def _item(span: Span, gold: GoldReport, source: str, name: str) -> dict[str, Any]:
    text = gold.report.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    bodies: list[dict[str, str]] = [{"type": "TextualBody", "purpose": "tagging", "value": span.label}]
    bodies += [
        {"type": "TextualBody", "purpose": "describing", "annotator:attribute": name, "value": value}
        for name, value in span.attributes.items()
    ]
    item: dict[str, Any] = {"id": name, "type": "Annotation", "motivation": "tagging", "body": bodies}
    if gold.authors.get(span.id):
        item["creator"] = {"type": "Person", "name": gold.authors[span.id]}
    if gold.decided_at.get(span.id):
        item["created"] = gold.decided_at[span.id]
    said = about_span(span, gold)
    if span.note:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": span.note})
    item |= {
        f"annotator:{key}": said[key] for key in ("state", "extractor", "evidence", "flagged") if key in said
    }
    if span.score is not None:
        item["annotator:score"] = float(span.score)
    return {**item, "target": {"source": source, "selector": [position, quote]}}


def _ours(page: Given) -> dict[str, Any]:
    """Return a page in the shape of our lines."""
    spans: list[dict[str, Any]] = []
    relations: list[dict[str, Any]] = []
    before = f"{page.get('id')}:"

    def own(name: object) -> str:
        """Return an id as we gave it, without the page's in front of it."""
        return str(name).removeprefix(before)

    for item in objects(page.get("items")):
        body, name = item.get("body"), own(item.get("id"))
        if item.get("motivation") == "linking" and isinstance(body, dict):
            ends = {"from": own(item.get("target")), "to": own(body.get("id"))}
            relations.append({"label": body.get("annotator:relation"), **ends})
        else:
            place = next(_positions(item), {})
            bodies = objects(body)
            said = {key: item[f"annotator:{key}"] for key in READ_BACK if f"annotator:{key}" in item}
            if notes := [str(b.get("value")) for b in bodies if b.get("purpose") == "commenting"]:
                said["note"] = "; ".join(notes)
            spans.append(
                {
                    "id": name,
                    "start": place.get("start"),
                    "end": place.get("end"),
                    "score": item.get("annotator:score"),
                    **said,
                    "label": next((b.get("value") for b in bodies if b.get("purpose") == "tagging"), ""),
                    "attributes": {
                        str(b["annotator:attribute"]): b.get("value")
                        for b in bodies
                        if "annotator:attribute" in b
                    },
                }
            )
    about = page.get("annotator:report")
    held = about if isinstance(about, dict) else {}
    said = {key: held[key] for key in ("name", "date", "source") if isinstance(held.get(key), str)}
    return {"text": held.get("text"), "spans": spans, "relations": relations, **said}


def _positions(item: Given) -> Iterator[Given]:
    target = item.get("target")
    selectors = objects(target.get("selector")) if isinstance(target, dict) else []
    return (each for each in selectors if each.get("type") == "TextPositionSelector")
