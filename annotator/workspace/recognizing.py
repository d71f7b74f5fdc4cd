"""Recognizing: which report of a project a colleague's copy is of, spelled or laid out a little otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.domain.bundles import Bundle, BundleReport
from annotator.text.anchors import SURE, Words, likeness

if TYPE_CHECKING:
    from annotator.domain.reports import Report
    from annotator.workspace.projects import Project

_MOST = 2000
"""Texts looked at for one report, those of the nearest length first."""
_LENGTHS = 0.2
"""The share by which the lengths of two copies may differ."""
_ALIKE = 0.5
"""The share of runs of four words that two copies have in common at least."""
_APART = 0.02
"""How much more like the best has to be than the second best."""


@dataclass(frozen=True)
class Recognized:
    """A report of the project, its words, and the share of words it has in common with a copy."""

    report: Report
    words: Words
    likeness: float


class Recognizing:
    """Looks for the report a copy is of: among those of like length, by runs of words, then word by word."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._there: dict[str, frozenset[str]] = {}
        self._read: dict[str, tuple[Report, Words, frozenset[int]]] = {}

    def report(self, copy: BundleReport, bundle: Bundle) -> Recognized | None:
        """Return the report that a copy is of; None where none is like enough, or two are alike.

        A report whose very text the bundle holds too is another one's: it is not looked at.
        """
        words = Words(copy.text)
        shingles = words.shingles
        ranked: list[Recognized] = []
        for report_id in self._of_like_length(len(copy.text)):
            if report_id in self._ids(bundle):
                continue
            stored, other, runs = self._words(report_id)
            if len(shingles & runs) >= _ALIKE * max(len(shingles), len(runs)):
                ranked.append(Recognized(stored, other, likeness(words, other)))
        ranked.sort(key=lambda each: -each.likeness)
        if not ranked or ranked[0].likeness < SURE:
            return None
        if len(ranked) > 1 and ranked[1].likeness > ranked[0].likeness - _APART:
            return None
        return ranked[0]

    def _ids(self, bundle: Bundle) -> frozenset[str]:
        if bundle.source not in self._there:
            self._there[bundle.source] = frozenset(
                report.id for report in bundle.read() if isinstance(report, BundleReport)
            )
        return self._there[bundle.source]

    def _of_like_length(self, length: int) -> list[str]:
        from annotator.store.reports import ids_of_length

        room = max(20, round(length * _LENGTHS))
        return ids_of_length(self._project.store, length, room, most=_MOST)

    def _words(self, report_id: str) -> tuple[Report, Words, frozenset[int]]:
        if report_id not in self._read:
            stored = self._project.report(report_id)
            words = Words(stored.text)
            self._read[report_id] = (stored, words, words.shingles)
        return self._read[report_id]
