"""Carding: the manifest, the data card and the list of losses that go with every export."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.whole_files import whole_file
from annotator.workspace.limiting import in_words
from annotator.workspace.placing import CARD, LOSSES, MANIFEST, described

if TYPE_CHECKING:
    from annotator.domain.gold import GoldReport

ORIGINS = {
    "accepted": "accepted as proposed",
    "corrected": "corrected",
    "drawn": "drawn by hand",
    "imported": "imported as decided elsewhere",
    "candidate": "undecided",
    "suppressed": "undecided and faint",
    "rejected": "rejected",
    "not_shown": "closed unseen",
}
"""How a span came to stand where it stands, by its state."""


@dataclass
class Tally:
    """What went into an export, counted while it is written; `drawn` counts those out of its limits too."""

    drawn: int = 0
    reports: int = 0
    relations: int = 0
    scores: int = 0
    named: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    origins: Counter[str] = field(default_factory=Counter)
    extractors: Counter[str] = field(default_factory=Counter)
    splits: Counter[str] = field(default_factory=Counter)
    authors: set[str] = field(default_factory=set)
    dates: list[str] = field(default_factory=list)

    def add(self, gold: GoldReport) -> None:
        """Count one report."""
        self.reports += 1
        self.relations += len(gold.relations)
        self.labels.update(span.label for span in gold.spans)
        self.origins.update(span.state.value for span in gold.spans)
        self.extractors.update(span.extractor for span in gold.spans if span.extractor)
        self.scores += sum(span.score is not None for span in gold.spans)
        self.named += len(gold.authors)
        self.splits[gold.split] += bool(gold.split)
        self.authors.update(gold.authors.values())
        if gold.report.date:
            self.dates.append(gold.report.date)

    def losses(self, lacks: Sequence[str]) -> list[str]:
        """Return what a format without a place for these things (names of `Holds`) drops, a line each.

        Formats themselves count overlaps, attributes and relations, of which they hold some.
        """
        undecided = sum(count for name, count in self.origins.items() if name not in _STANDING)
        counted = (
            ("scores", self.scores, "scores"),
            ("authors", self.named, "notes of who decided a span and when"),
            ("undecided", undecided, "undecided or rejected spans"),
        )
        return [
            f"{count} {what} left out: the format has no place for them"
            for name, count, what in counted
            if name in lacks and count
        ]


_STANDING = frozenset({"accepted", "corrected", "drawn", "imported"})


def write_cards(
    path: Path,
    tally: Tally,
    meta: dict[str, Any],
    *,
    losses: Sequence[str],
    left_out: Sequence[str],
) -> None:
    """Write losses, card and manifest into the folder `path`, or beside the file `path`.

    The manifest lists every file of the export; `meta` says format, schema, versions, time, limits and
    agreement.
    """
    folder = path if path.is_dir() else path.parent
    beside = "" if path.is_dir() else f"{path.name}."
    if losses:
        with whole_file(folder / f"{beside}{LOSSES}") as out:
            out.writelines(f"{line}\n" for line in losses)
    # The folder is a new one: whatever is in it belongs to the export.
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    told = {
        **meta,
        "reports": tally.reports,
        "spans": sum(tally.labels.values()),
        "relations": tally.relations,
        "labels": dict(sorted(tally.labels.items())),
        "origins": dict(sorted(tally.origins.items())),
        "extractors": dict(sorted(tally.extractors.items())),
        "splits": {name: count for name, count in sorted(tally.splits.items()) if count},
        "authors": sorted(tally.authors),
        "losses": list(losses),
        "left_out": len(left_out),
        "files": [described(file, folder) for file in files],
    }
    card = folder / f"{beside}{CARD}"
    with whole_file(card) as out:
        out.write(_card(told, tally.dates))
    told["cards"] = [described(card, folder)]
    with whole_file(folder / f"{beside}{MANIFEST}") as out:
        out.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")


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
            f"{told['relations']} relations.",
            "",
            f"- How the spans came to be: {_origin(told)}.",
            f"- Limits: {in_words(told['limits']) or 'none, all finished reports of the project'}.",
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


def _origin(told: dict[str, Any]) -> str:
    parts = [f"{told['origins'][name]} {said}" for name, said in ORIGINS.items() if name in told["origins"]]
    proposed = [f"{count} by {name}" for name, count in told["extractors"].items()]
    by = f" (proposed: {', '.join(proposed)})" if proposed else ""
    return f"{', '.join(parts)}{by}" if parts else "there are none"
