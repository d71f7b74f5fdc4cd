"""CoNLL: a token and its tag a line (IOB2), a file a layer and split, every token's offsets beside."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.domain.spans import Span, without_overlaps
from annotator.formats.base import Holds, ParsedReport, Progress, Summary, silent
from annotator.formats.files import make_folder
from annotator.formats.losses import NAME as LOSSES
from annotator.formats.losses import Losses
from annotator.formats.splits import Splitter
from annotator.formats.stretches import stretches
from annotator.text.words import syllables
from annotator.whole_files import whole_file

DOCSTART = "-DOCSTART-"


class Conll:
    """The format `conll`: `SPLIT.LAYER.conll` in two columns, `SPLIT.offsets.tsv` line by line beside it."""

    name = "conll"
    title = "CoNLL (IOB2, a folder)"
    suffix = ""
    can_read = True
    can_write = True
    holds = Holds(
        overlaps=False, attributes=False, relations=False, scores=False, authors=False, undecided=False
    )

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write every report into the folder `path`; a paragraph is what other tools call a sentence.

        A split that no report is in has no files.
        """
        make_folder(path)
        losses, splitter = Losses(), Splitter()
        count = told = 0
        kinds = (*(f"{layer}.conll" for layer in schema.layers), "offsets.tsv")
        opened: dict[tuple[str, str], TextIO] = {}
        with ExitStack() as stack:
            for count, gold in enumerate(reports, 1):
                split = gold.split or splitter.split_of(gold)
                for kind in kinds:
                    if (split, kind) not in opened:
                        place = path / f"{split}.{kind}"
                        opened[split, kind] = stack.enter_context(whole_file(place))
                told += _write_report(gold, schema.layers, split, opened, losses)
                progress(count)
        files = tuple(path / f"{split}.{kind}" for split, kind in opened)
        return Summary(count, told, 0, (*files, *losses.write(path / LOSSES)), notes=losses.lines())

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Read a file or a folder of `.conll` files in IOB1, IOB2 or BIOES; raise UserError `no-gold`."""
        from annotator.formats.conll_reading import read_conll

        return read_conll(path, schema=schema, progress=progress)


def _write_report(
    gold: GoldReport,
    layers: Sequence[str],
    split: str,
    opened: dict[tuple[str, str], TextIO],
    losses: Losses,
) -> int:
    """Write one report into the files of its split; return how many spans went there."""
    outs = {layer: opened[split, f"{layer}.conll"] for layer in layers}
    offsets = opened[split, "offsets.tsv"]
    for out in outs.values():
        out.write(f"{DOCSTART} O\n\n")
    offsets.write(f"{DOCSTART}\t{gold.report.name}\t{gold.report.id}\n\n")
    told = placed = 0
    for stretch in stretches(gold):
        placed += len(stretch.spans)
        words = syllables(gold.report.text[stretch.start : stretch.end])
        tokens = [(start + stretch.start, end + stretch.start) for start, end in words]
        borders = {border for token in tokens for border in token}
        off = sum(not {span.start, span.end} <= borders for span in stretch.spans)
        losses.add("exact borders", "they lie inside a token or at white space; whole tokens are tagged", off)
        for layer, out in outs.items():
            of_layer = [span for span in stretch.spans if span.layer == layer]
            kept = without_overlaps(of_layer)
            losses.add("spans", "they overlap a longer one of their layer", len(of_layer) - len(kept))
            tags = tags_of(tokens, kept)
            told += sum(tag.startswith("B-") for tag in tags)
            shared = len(kept) - sum(tag.startswith("B-") for tag in tags)
            losses.add("spans", "they share their only token with another", shared)
            for (start, end), tag in zip(tokens, tags, strict=True):
                out.write(f"{gold.report.text[start:end]} {tag}\n")
            out.write("\n")
        offsets.writelines(f"{start}\t{end}\n" for start, end in tokens)
        offsets.write("\n")
    standing = sum(span.is_standing for span in gold.spans)
    losses.add("spans", "they reach over page chrome or hold white space only", standing - placed)
    _count_losses(gold, losses)
    return told


def tags_of(tokens: Sequence[tuple[int, int]], spans: Iterable[Span]) -> list[str]:
    """Return the IOB2 tag of every token; a token that two spans share is the first one's."""
    starts, ends = [start for start, _ in tokens], [end for _, end in tokens]
    tags = ["O"] * len(tokens)
    for span in spans:
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        while first < last and tags[first] != "O":
            first += 1
        for at in range(first, last):
            tags[at] = f"{'B' if at == first else 'I'}-{span.label}"
    return tags


def _count_losses(gold: GoldReport, losses: Losses) -> None:
    standing = [span for span in gold.spans if span.is_standing]
    losses.add("attributes", "a tag has a label only", sum(len(span.attributes) for span in standing))
    losses.add("relations", "a tag has a label only", len(gold.relations))


def cut_tags(tags: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Yield label, first token and the one after the last of every span, of tags in IOB1, IOB2 or BIOES.

    Tags that no scheme allows are read as leniently as can be: what continues nothing begins a span.
    """
    label, first = "", 0
    for at, tag in enumerate((*tags, "O")):
        mark, _, name = tag.partition("-")
        goes_on = mark in {"I", "E", "L", "M"} and name == label
        if label and not goes_on:
            yield label, first, at
            label = ""
        if mark in {"B", "S", "I", "E", "U", "L", "M"} and name and not goes_on:
            label, first = name, at
        if label and mark in {"E", "S", "U", "L"}:
            yield label, first, at + 1
            label = ""
