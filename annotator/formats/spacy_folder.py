"""The spaCy format: a folder from which `spacy train` runs as it is, split by report."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.formats.base import Holds, ParsedReport, Progress, Summary, silent
from annotator.formats.files import make_folder
from annotator.formats.jsonl import gold_line
from annotator.formats.losses import NAME as LOSSES
from annotator.formats.losses import Losses
from annotator.formats.spacy_config import ner_config, spancat_config
from annotator.formats.spacy_docs import BOTH, docs_of
from annotator.formats.splits import SHARES, Splitter
from annotator.whole_files import whole_file, whole_path

if TYPE_CHECKING:
    from spacy.tokens import DocBin

REPORTS = "reports.jsonl"
"""The file beside the Docs with what they cannot hold: whole texts, and who decided what when."""

_LONGEST = 0.99
"""What share of spans the span categorizer's longest suggestion is to cover."""


class SpacyFolder:
    """The format `spacy`: a file of Docs a split, two configurations, and a list of what they leave out."""

    name = "spacy"
    title = "spaCy training data (a folder)"
    suffix = ""
    can_read = True
    can_write = True
    holds = Holds(undecided=False)

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write every report into the folder `path`; a report without a split is given one.

        A split that no report is in has no file. Without training or development data there is nothing to
        train, so that no configuration is written then: a note and the README say what to do.
        """
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab

        make_folder(path)
        vocab, losses, splitter = Vocab(), Losses(), Splitter()
        bins = {name: DocBin(store_user_data=True) for name in SHARES}
        lengths: list[int] = []
        count = spans = relations = 0
        with whole_file(path / REPORTS) as beside:
            for count, gold in enumerate(reports, 1):
                split = gold.split or splitter.split_of(gold)
                for doc in docs_of(gold, schema.layers, vocab, losses):
                    bins[split].add(doc)
                    lengths += [len(span) for span in doc.spans[BOTH]]
                beside.write(gold_line(gold))
                spans += sum(span.is_standing for span in gold.spans)
                relations += len(gold.relations)
                progress(count)
        filled = {name: held for name, held in bins.items() if len(held)}
        files = [path / REPORTS, *(_write_bin(path / f"{name}.spacy", held) for name, held in filled.items())]
        why = _untrainable(filled)
        longest = sorted(lengths)[int(len(lengths) * _LONGEST)] if lengths else 1
        too_long = sum(length > longest for length in lengths)
        if not why:
            losses.add("spans for the span categorizer", f"it suggests none over {longest} tokens", too_long)
        texts = {"README.md": _readme(filled, why)}
        if not why:
            texts |= {
                "config.cfg": ner_config(),
                "config-spancat.cfg": spancat_config(key=BOTH, longest=longest),
            }
        files += [_write_text(path / name, text) for name, text in texts.items()]
        notes = (*losses.lines(), *filter(None, [why]))
        return Summary(count, spans, relations, (*files, *losses.write(path / LOSSES)), notes=notes)

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Read such a folder, or any `.spacy` file; raise UserError `no-gold` or `bad-docbin`."""
        from annotator.formats.spacy_reading import read_docs

        return read_docs(path, schema=schema, progress=progress)


def _write_bin(path: Path, held: DocBin) -> Path:
    with whole_path(path) as beside:
        beside.write_bytes(held.to_bytes())
    return path


def _write_text(path: Path, text: str) -> Path:
    with whole_file(path) as file:
        file.write(text)
    return path


def _untrainable(filled: Collection[str]) -> str:
    """Say why nothing can be trained with some splits, and what to do; empty where it can."""
    if {"train", "dev"} <= set(filled):
        return ""
    held, missing = (
        " and ".join(name for name in SHARES if (name in filled) is wanted) for wanted in (True, False)
    )
    return (
        f"no configuration was written: this export has {held or 'no split'}, and none of {missing}; "
        "training needs train and dev: export all splits, of three reports or more"
    )


def _readme(filled: Collection[str], why: str) -> str:
    train = """    spacy train config.cfg --output out                  entities, from `doc.ents`
    spacy train config-spancat.cfg --output out-spans    entities and figures, from the span group `sc`
"""
    test = """    spacy evaluate out/model-best test.spacy
"""
    if why:
        first = f"{why[0].upper()}{why[1:]}.\n"
        names = " or ".join(f"`{name}.spacy`" for name in SHARES if name in filled)
        second = f"A trained model is tried with `spacy evaluate MODEL` and {names}.\n" if filled else ""
        runs = f"{first}{second}"
    else:
        runs = train + (test if "test" in filled else "")
    files = ", ".join(f"`{name}.spacy`" for name in SHARES if name in filled)
    return f"""# Training data for spaCy

A Doc is a paragraph; page chrome is in none. Every report is in one split only, and so are near copies of it.

{runs}
Run spaCy in this folder, in an environment where the package `annotator` is installed: it registers the
tokenizer `annotator.syllables.v1`, whose tokens are syllables. Training needs no GPU and no network.

- {files}: `doc.ents` has the entity layer; `doc.spans` has `entity`,
  `figure` and `sc` (both). Attributes of figures and dates, exact offsets and relations stand in the
  `attrs` of the groups `entity` and `figure`, in the order of their spans; where a Doc is from stands in
  `doc.user_data["annotator"]`.
- `reports.jsonl`: the same gold with whole texts, and who decided what when.
- `losses.txt`, where something was left out: what, and why.
"""
