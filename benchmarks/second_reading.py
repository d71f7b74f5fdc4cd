"""The second reading of names: learned from passages with gold, and measured on each batch left out.

`python -m benchmarks.second_reading GOLD_DIR... [--write]` learns from all folders but one and says how
many of the names of that one it finds, for each in turn; `--write` learns from all and writes the weights.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from underthesea_core import CRFTrainer

from annotator.extract.chains import LABELS, STEP, Three, Weights, labelled
from annotator.extract.second_reading import INDICATOR, TABLE, Sentence, sentences
from annotator.formats.base import ParsedReport
from annotator.formats.markup import read_folder
from annotator.resources import default_schema, resource_path

_L1, _L2, _ITERATIONS = 0.1, 0.05, 60
_LEAST = 0.02
"""Weights nearer to nothing than this are left out."""
_HEAD = """\
# What a feature of a word says for its being outside (O), at the beginning (B) or inside (I) of the name of
# what a figure measures. Learned from passages by benchmarks/second_reading.py; no row is written by hand.
feature\tO\tB\tI
"""

Labelled = tuple[Sentence, list[str]]


@click.command(help=__doc__)
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--write", is_flag=True, help="write the table of weights, learned from all folders")
def main(folders: tuple[Path, ...], write: bool) -> None:
    read = {folder.name: list(_examples(folder)) for folder in folders}
    for name in read if len(read) > 1 else ():
        learned = learn([each for other, found in read.items() if other != name for each in found])
        right, found, gold = _counted(read[name], learned)
        click.echo(f"{name}: precision {right / found:.3f}, recall {right / gold:.3f} of {gold} names")
    if write:
        path = resource_path("lexicons") / f"{TABLE}.tsv"
        count = _write(learn([each for found in read.values() for each in found]), path)
        click.echo(f"{count} rows in {path.name}")


def learn(examples: Sequence[Labelled]) -> Weights:
    """Learn weights from sentences and the labels of their words."""
    trainer = CRFTrainer(
        loss_function="lbfgs", l1_penalty=_L1, l2_penalty=_L2, max_iterations=_ITERATIONS, verbose=0
    )
    words = [[list(features) for features in sentence.features] for sentence, _ in examples]
    model = trainer.train(words, [labels for _, labels in examples]) or trainer.get_model()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        model.save(str(path))
        return _weights(path.read_bytes(), model.get_labels())


def _examples(folder: Path) -> Iterator[Labelled]:
    for report in read_folder(folder, schema=default_schema()):
        yield from _labelled(report)


def _labelled(report: ParsedReport) -> Iterator[Labelled]:
    ends = {span.start: span.end for span in report.spans if span.label == INDICATOR}
    figures = [span for span in report.spans if span.layer == "figure" and span.label != INDICATOR]
    start = 0
    for line in report.text.splitlines(keepends=True):
        for sentence in sentences(
            report.text, (start, start + len(line.rstrip("\n"))), report.spans, figures
        ):
            labels, end = [], -1
            for word in sentence.words:
                labels.append("B" if word[0] in ends else "I" if word[0] < end else "O")
                end = ends.get(word[0], end)
            yield sentence, labels
        start += len(line)


def _counted(examples: Sequence[Labelled], learned: Weights) -> tuple[int, int, int]:
    """Return how many names were found to the character, how many were found, and how many there are."""
    right = found = gold = 0
    for sentence, labels in examples:
        wanted = set(_names(labels))
        got = set(_names([label for label, _ in labelled(sentence.features, learned)]))
        right, found, gold = right + len(wanted & got), found + len(got), gold + len(wanted)
    return right, found, gold


def _names(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    first = None
    for at, label in enumerate([*labels, "O"]):
        if label != "I" and first is not None:
            yield first, at
            first = None
        if label == "B":
            first = at


def _weights(data: bytes, labels: Sequence[str]) -> Weights:
    """Read the weights of a saved model, in the format of CRFsuite: features, and the names of them."""
    features, attributes = struct.unpack_from("<I", data, 28)[0], struct.unpack_from("<I", data, 36)[0]
    count = struct.unpack_from("<I", data, features + 8)[0]
    names = _attributes(data, attributes)
    states: dict[str, list[float]] = {}
    for at in range(count):
        kind, source, target, weight = struct.unpack_from("<IIId", data, features + 12 + 20 * at)
        name = STEP + labels[source] if kind else names[source]
        states.setdefault(name, [0.0] * 3)[LABELS.index(labels[target])] = weight
    outside, first, later = (_three(states.pop(STEP + label)) for label in LABELS)
    kept = {name: _three(each) for name, each in states.items() if max(map(abs, each)) >= _LEAST}
    return Weights(kept, (outside, first, later))


def _three(values: Sequence[float]) -> Three:
    one, two, three = values
    return one, two, three


def _attributes(data: bytes, start: int) -> dict[int, str]:
    """Return the names in a constant database by number; after its tables come number, length and bytes."""
    size = struct.unpack_from("<I", data, start + 4)[0]
    tables = [struct.unpack_from("<II", data, start + 24 + 8 * at) for at in range(256)]
    end = min(offset for offset, count in tables if count) if any(count for _, count in tables) else size
    at, names = 24 + 8 * 256, {}
    while at < end:
        number, length = struct.unpack_from("<II", data, start + at)
        names[number] = data[start + at + 8 : start + at + 8 + length].rstrip(b"\0").decode("utf-8")
        at += 8 + length
    return names


def _write(learned: Weights, path: Path) -> int:
    rows = dict(learned.states) | {
        STEP + label: step for label, step in zip(LABELS, learned.steps, strict=True)
    }
    lines = [f"{name}\t{a:.3f}\t{b:.3f}\t{c:.3f}\n" for name, (a, b, c) in sorted(rows.items())]
    path.write_text(_HEAD + "".join(lines), encoding="utf-8")
    return len(lines)


if __name__ == "__main__":
    main()
