"""brat standoff: a text and a file of annotations for each report, with the configuration of a collection."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.domain.spans import Span, reading_order
from annotator.formats.base import Holds, ParsedReport, Progress, Summary, silent
from annotator.formats.files import make_folder
from annotator.whole_files import whole_file

NOTE = "AnnotatorNotes"
"""The type of the notes in which the attributes of a span stand, as JSON: brat's own take no free values."""

_UNSAFE = re.compile(r"[^\w.-]+")


class Brat:
    """The format `brat`: `NAME.txt` and `NAME.ann`, two configurations beside; offsets are code points."""

    name = "brat"
    title = "brat standoff (a folder)"
    suffix = ""
    can_read = True
    can_write = True
    holds = Holds(scores=False, authors=False, undecided=False)

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write every report into the folder `path`."""
        make_folder(path)
        files: list[Path] = []
        taken: set[str] = set()
        count = spans = relations = 0
        for count, gold in enumerate(reports, 1):
            name = free_name(gold.report.name, taken)
            standing = reading_order(span for span in gold.spans if span.is_standing)
            for suffix, text in ((".txt", gold.report.text), (".ann", "".join(_lines(gold, standing)))):
                # The name may hold points of its own, so that no suffix of it is replaced.
                file = path / f"{name}{suffix}"
                with whole_file(file) as out:
                    out.write(text)
                files.append(file)
            spans += len(standing)
            relations += len(gold.relations)
            progress(count)
        for name, text in (
            ("annotation.conf", _annotation_conf(schema)),
            ("visual.conf", _visual_conf(schema)),
        ):
            with whole_file(path / name) as out:
                out.write(text)
            files.append(path / name)
        return Summary(count, spans, relations, tuple(files))

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Read the `.ann` files of a folder, or one of them, with their texts; raise UserError `no-gold`."""
        from annotator.formats.brat_reading import read_brat

        return read_brat(path, schema=schema, progress=progress)


def free_name(name: str, taken: set[str]) -> str:
    """Return a file name for a report that no other one has, whatever the system; note it in `taken`."""
    base = _UNSAFE.sub("-", name).strip("-.") or "report"
    free, number = base, 1
    while free.casefold() in taken:
        number += 1
        free = f"{base}-{number}"
    taken.add(free.casefold())
    return free


def _lines(gold: GoldReport, standing: list[Span]) -> Iterator[str]:
    text = gold.report.text
    names = {span.id: f"T{number}" for number, span in enumerate(standing, 1)}
    notes = 0
    for span in standing:
        parts = list(fragments(text, span.start, span.end))
        places = ";".join(f"{start} {end}" for start, end in parts)
        words = " ".join(_flat(text[start:end]) for start, end in parts)
        yield f"{names[span.id]}\t{span.label} {places}\t{words}\n"
    ends = [(link, names.get(link.source), names.get(link.target)) for link in gold.relations]
    links = sorted((link.label, int(a[1:]), int(b[1:])) for link, a, b in ends if a and b)
    for number, (label, source, target) in enumerate(links, 1):
        yield f"R{number}\t{label} Arg1:T{source} Arg2:T{target}\n"
    for span in standing:
        if span.attributes:
            notes += 1
            said = json.dumps(dict(span.attributes), ensure_ascii=True)
            yield f"#{notes}\t{NOTE} {names[span.id]}\t{said}\n"


def fragments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a range that lie on one line each: brat takes no line break inside a part.

    A range that begins or ends with a line break stays whole, since nothing else would say where it ends.
    """
    if "\n" in (text[start], text[end - 1]):
        yield start, end
        return
    at = start
    for place in range(start, end):
        if text[place] == "\n":
            if at < place:
                yield at, place
            at = place + 1
    if at < end:
        yield at, end


def _flat(words: str) -> str:
    return re.sub(r"\s", " ", words)


def _annotation_conf(schema: Schema) -> str:
    lines = ["[entities]", *(label.name for label in schema.labels), "", "[relations]"]
    for rule in schema.relations:
        ends = f"Arg1:{'|'.join(rule.sources)}, Arg2:{'|'.join(rule.targets)}"
        lines.append(f"{rule.name}\t{ends}")
    lines += [
        "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
        "",
        "[events]",
        "",
        "[attributes]",
        "",
    ]
    return "\n".join(lines)


def _visual_conf(schema: Schema) -> str:
    labels = [f"{label.name} | {label.title_vi} | {label.code}" for label in schema.labels]
    drawing = [f"{label.name}\tbgColor:{label.colour}, fgColor:#ffffff" for label in schema.labels]
    return "\n".join(["[labels]", *labels, "", "[drawing]", *drawing, ""])
