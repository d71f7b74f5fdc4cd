"""Gold in inline markup: one text file a layer (`NAME.entity.txt`, `NAME.figure.txt`), both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.formats.base import Holds, ParsedReport, Problem, Progress, Summary, silent
from annotator.formats.files import make_folder, read_canonical
from annotator.formats.markup_reading import LayerFile, report_of
from annotator.formats.markup_writing import MarkedLayers, marked_layers
from annotator.whole_files import whole_file


class Markup:
    """The format `markup`: a folder with a file for each report and layer, marks written into the text."""

    name = "markup"
    title = "Inline markup (a text file for each report and layer)"
    suffix = ""
    can_read = True
    can_write = True
    holds = Holds(overlaps=False, scores=False, authors=False, undecided=False)

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write every report's layers into the folder `path`, which is made when it is not there.

        A report whose text holds `⟦` or `⟧`, or whose spans overlap within a layer, is left out and listed.
        """
        make_folder(path)
        files: list[Path] = []
        stems: set[str] = set()
        skipped: list[Problem] = []
        written: list[MarkedLayers] = []
        for done, gold in enumerate(reports, 1):
            try:
                layers = marked_layers(gold, schema)
            except ValueError as error:
                skipped.append(Problem(gold.report.name, 0, str(error)))
            else:
                files += _write_layers(layers, path, _free_stem(gold.report.name, stems))
                written.append(replace(layers, texts={}))
            progress(done)
        left_out = sum(layers.left_out for layers in written)
        return Summary(
            reports=len(written),
            spans=sum(layers.spans for layers in written),
            relations=sum(layers.relations for layers in written),
            files=tuple(files),
            skipped=tuple(skipped),
            notes=(f"{left_out} undecided or rejected spans were left out",) if left_out else (),
        )

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Read the reports of a folder, or the one report that a single file belongs to."""
        if path.is_dir():
            return read_folder(path, schema=schema, progress=progress)
        stem = next((path.name.removesuffix(end) for end in _ends(schema) if path.name.endswith(end)), None)
        if stem is None or not path.is_file():
            wanted = " or ".join(f"NAME{end}" for end in _ends(schema))
            raise UserError("no-gold", f"{path} is neither a folder nor a file {wanted}; check the path")
        return [_read_report(path.parent, stem, schema)]


def read_folder(folder: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
    """Read every report of a folder, in the order of their names, each with all its problems.

    Raises UserError `no-gold` when the folder is missing or holds no file of a layer of the schema.
    """
    if not folder.is_dir():
        raise UserError("no-gold", f"{folder} is not a folder; give the folder that holds the gold files")
    names = {file.name for file in folder.iterdir() if file.is_file()}
    stems = {name.removesuffix(end) for name in names for end in _ends(schema) if name.endswith(end)}
    if not stems:
        wanted = " or ".join(f"NAME{end}" for end in _ends(schema))
        raise UserError("no-gold", f"{folder} holds no gold: no file {wanted}; check the folder")
    found: list[ParsedReport] = []
    for done, stem in enumerate(sorted(stems), 1):
        found.append(_read_report(folder, stem, schema))
        progress(done)
    return found


def _ends(schema: Schema) -> list[str]:
    return [f".{layer}.txt" for layer in schema.layers]


def _read_report(folder: Path, stem: str, schema: Schema) -> ParsedReport:
    files: list[LayerFile] = []
    problems: list[Problem] = []
    for layer in schema.layers:
        path = folder / f"{stem}.{layer}.txt"
        if path.is_file():
            try:
                files.append(LayerFile(path.name, layer, read_canonical(path)))
            except UserError as error:
                problems.append(Problem(path.name, 0, error.message))
    return report_of(stem, files, schema=schema, problems=problems)


def _write_layers(layers: MarkedLayers, folder: Path, stem: str) -> Iterator[Path]:
    for layer, text in layers.texts.items():
        path = folder / f"{stem}.{layer}.txt"
        with whole_file(path) as file:
            file.write(text)
        yield path


def _free_stem(name: str, taken: set[str]) -> str:
    """Take a file name without suffix for a report, one that no report before it has taken in any case."""
    plain = "".join("_" if sign in '/\\:*?"<>|\0' else sign for sign in name).lstrip(".") or "report"
    stem, number = plain, 1
    while stem.casefold() in taken:
        number += 1
        stem = f"{plain}-{number}"
    taken.add(stem.casefold())
    return stem
