"""Carding: the manifest and the data card that go with every export."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.whole_files import whole_file

if TYPE_CHECKING:
    from annotator.domain.gold import GoldReport

MANIFEST, CARD = "manifest.json", "DATACARD.md"


@dataclass
class Tally:
    """What went into an export, counted while it is written."""

    reports: int = 0
    relations: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    splits: Counter[str] = field(default_factory=Counter)
    authors: set[str] = field(default_factory=set)
    dates: list[str] = field(default_factory=list)

    def add(self, gold: GoldReport) -> None:
        """Count one report."""
        self.reports += 1
        self.relations += len(gold.relations)
        self.labels.update(span.label for span in gold.spans)
        self.splits[gold.split] += bool(gold.split)
        self.authors.update(gold.authors.values())
        if gold.report.date:
            self.dates.append(gold.report.date)


def write_cards(
    path: Path,
    files: Sequence[Path],
    tally: Tally,
    meta: dict[str, Any],
    *,
    losses: Sequence[str],
    left_out: Sequence[str],
) -> tuple[Path, Path]:
    """Write manifest and card into the folder `path`, or beside the file `path`; return the two files.

    `files` are what was written; `meta` says format, schema, versions, time and agreement.
    """
    folder = path.is_dir()
    manifest = path / MANIFEST if folder else path.with_name(f"{path.name}.{MANIFEST}")
    card = path / CARD if folder else path.with_name(f"{path.name}.{CARD}")
    told = {
        **meta,
        "reports": tally.reports,
        "spans": sum(tally.labels.values()),
        "relations": tally.relations,
        "labels": dict(sorted(tally.labels.items())),
        "splits": {name: count for name, count in sorted(tally.splits.items()) if count},
        "authors": sorted(tally.authors),
        "files": [_described(file, path if folder else path.parent) for file in files],
        "losses": list(losses),
        "left_out": len(left_out),
    }
    with whole_file(manifest) as out:
        out.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    with whole_file(card) as out:
        out.write(_card(told, tally.dates))
    return manifest, card


def _described(file: Path, folder: Path) -> dict[str, Any]:
    digest = sha256()
    with file.open("rb") as opened:
        while part := opened.read(2**20):
            digest.update(part)
    name = file.relative_to(folder).as_posix()
    return {"name": name, "bytes": file.stat().st_size, "sha256": digest.hexdigest()}


def _card(told: dict[str, Any], dates: Sequence[str]) -> str:
    period = f"{min(dates)} to {max(dates)}" if dates else "not known"
    labels = [f"| {name} | {count} |" for name, count in told["labels"].items()]
    splits = ", ".join(f"{name} {count}" for name, count in told["splits"].items()) or "none"
    agreement = told["agreement"]
    agreed = (
        f"Those who finished the same {agreement['reports']} reports of the project agree with strict F1 "
        f"{agreement['strict_f1']}, alpha {agreement['alpha']}."
        if agreement
        else "No report of the project was finished by two of them, so that agreement is not known."
    )
    return "\n".join(
        [
            "# Data card",
            "",
            f"Gold of {told['reports']} Vietnamese provincial reports ({period}), {told['spans']} spans and "
            f"{told['relations']} relations, decided by people span by span over candidates of rules.",
            "",
            f"- Format: {told['format']}; schema: {told['schema']}, version {told['schema_version']}; "
            f"program: annotator {told['program_version']}; made: {told['created_at']}",
            f"- Annotators: {len(told['authors'])}. {agreed}",
            f"- Reports in splits: {splits}; near copies of a text are in one split.",
            f"- Reports of the project without gold, left out: {told['left_out']}",
            "- Offsets are code points of the canonical text (NFC, LF) unless the format says otherwise.",
            "",
            "| label | spans |",
            "|---|---|",
            *labels,
            "",
            *(
                ["What this format could not hold:", "", *(f"- {line}" for line in told["losses"]), ""]
                if told["losses"]
                else []
            ),
            "The texts may be confidential; hand the files on only to whom the reports may go.",
            "",
        ]
    )
