"""Splits: reports shared out for training, development and test, so that labels are spread alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from hashlib import blake2b
from heapq import nsmallest
from zlib import crc32

from annotator.domain.gold import GoldReport
from annotator.text.words import fold, syllables

SHARES: Mapping[str, float] = {"train": 0.8, "dev": 0.1, "test": 0.1}
"""The splits and what of the spans each is to have."""

SEED = "annotator"
_SHINGLE, _SKETCH, _ALIKE = 5, 64, 0.5
"""Tokens in a row that are compared, how many such runs stand for a text, and what share makes two alike."""


class Splitter:
    """Gives each report a split, in the order they come: those that came before keep theirs.

    A report goes where its labels are missed most, so that every label is spread as `SHARES` says; one that
    is nearly the text of an earlier one goes where that one is. The first three kinds of text fill all
    three splits. `seed` decides between equals. `known` are the splits of reports given before, by id;
    where all are known, `compares` is not needed and texts are not looked at.
    """

    def __init__(
        self, *, seed: str = SEED, known: Mapping[str, str] | None = None, compares: bool = True
    ) -> None:
        self._seed = seed
        self._compares = compares
        self._known = dict(known or {})
        self._held: dict[str, Counter[str]] = {name: Counter() for name in SHARES}
        self._owners: dict[int, list[tuple[str, int]]] = {}
        self._count = 0
        self._remembered: set[str] = set()

    def remember(self, report_id: str, text: str) -> None:
        """Take the text of a report whose split is known, so that near copies of it go where it is.

        What is limited to some reports has to know the others too.
        """
        chosen = self._known[report_id]
        self._enter(chosen, _sketch(text))
        self._held[chosen][""] += 1
        self._remembered.add(report_id)

    def split_of(self, gold: GoldReport) -> str:
        """Return `train`, `dev` or `test` for a report, the same whenever it is asked again."""
        report_id = gold.report.id
        profile = _profile(gold)
        if report_id in self._remembered:
            chosen = self._known[report_id]
            del profile[""]
        else:
            sketch = _sketch(gold.report.text) if self._compares else frozenset()
            chosen = self._known.get(report_id) or self._alike(sketch) or self._wanted(gold)
            self._enter(chosen, sketch)
        self._known[report_id] = chosen
        self._held[chosen].update(profile)
        return chosen

    def _enter(self, chosen: str, sketch: frozenset[int]) -> None:
        for part in sketch:
            self._owners.setdefault(part, []).append((chosen, self._count))
        self._count += 1

    def _alike(self, sketch: frozenset[int]) -> str:
        """Return the split of the earlier report whose text is most like this one, empty where none is."""
        shared = Counter(owner for part in sketch for owner in self._owners.get(part, ()))
        if not shared:
            return ""
        (split, _), count = min(shared.items(), key=lambda item: (-item[1], item[0][1]))
        return split if count >= _ALIKE * len(sketch) else ""

    def _wanted(self, gold: GoldReport) -> str:
        empty = [name for name in SHARES if not self._held[name]]
        if empty:
            return min(empty, key=list(SHARES).index)
        profile = _profile(gold)
        totals = sum(self._held.values(), Counter[str]()) + profile
        return max(SHARES, key=lambda name: (self._missed(name, profile, totals), self._rank(gold, name)))

    def _missed(self, name: str, profile: Counter[str], totals: Counter[str]) -> float:
        """Say how much a split misses of what a report has: each label by how rare it is."""
        held, share = self._held[name], SHARES[name]
        return sum((share * totals[label] - held[label]) / (share * totals[label]) for label in profile)

    def _rank(self, gold: GoldReport, name: str) -> bytes:
        return blake2b(f"{self._seed}\x1f{gold.report.id}\x1f{name}".encode(), digest_size=8).digest()


def _profile(gold: GoldReport) -> Counter[str]:
    """Count what of a report is to be spread: its labels, and the report itself under no label."""
    return Counter([span.label for span in gold.spans] + [""])


def _sketch(text: str) -> frozenset[int]:
    """Return the numbers that stand for a text, white space and case aside: few are shared by chance."""
    folded = fold(text)
    words = [folded[start:end] for start, end in syllables(folded)]
    runs = {" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}
    return frozenset(nsmallest(_SKETCH, (crc32(run.encode()) for run in runs)))
