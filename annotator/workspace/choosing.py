"""Choosing: whose work is the gold of a report, and who decided each span of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.domain.disputes import outcomes
from annotator.domain.errors import UserError
from annotator.domain.gold import Decision, GoldReport
from annotator.domain.sets import AnnotationSet, combined
from annotator.domain.spans import Span
from annotator.review.strategies import TRUST, are_equal, check_strategy, content, merged
from annotator.workspace.blinding import is_blinded, visible_sets
from annotator.workspace.crediting import review_decisions, ruled
from annotator.workspace.reviewing import ReportReview, review
from annotator.workspace.ruling import resolved_by
from annotator.workspace.settling import open_disputes

if TYPE_CHECKING:
    from annotator.domain.history import Entry
    from annotator.workspace.projects import Project

Names = dict[tuple[str, str], str]
"""The id in the gold of a span by its author and the id it has there."""


@dataclass
class Choosing:
    """Draws gold from a project, and writes down which reports were left out and why.

    Finished sets of persons count, with `unfinished` the others too. `candidates` takes what is undecided or
    rejected along.
    """

    project: Project
    author: str = ""
    strategy: str = ""
    unfinished: bool = False
    candidates: bool = False
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Raise UserError `bad-strategy`, or `unknown-author` for a person the project does not know."""
        from annotator.store.authors import authors

        if self.strategy:
            check_strategy(self.strategy)
        trusted = self.strategy.removeprefix(TRUST) if self.strategy.startswith(TRUST) else ""
        known = [author.name for author in authors(self.project.store) if author.kind == "person"]
        for name in filter(None, (self.author, trusted)):
            if name not in known:
                there = ", ".join(self._told(known)) or "nobody"
                raise UserError("unknown-author", f"{name} has no work in this project; known: {there}")

    def _told(self, names: Sequence[str]) -> list[str]:
        """Return the names that whoever exports may know."""
        return [n for n in names if n == self.project.author or not is_blinded(self.project)]

    def gold(self, report_id: str) -> GoldReport | None:
        """Return the gold of a report; None, with the reason written down, when it has none."""
        seen = None if self.author else self._reviewed(report_id)
        if seen is not None and seen.gold is not None:
            return self._made_gold(seen, seen.gold)
        ready = self._ready(report_id)
        if not ready:
            return None
        if seen is not None:
            return self._settled(seen)
        if len(ready) == 1 or are_equal(ready):
            return self._built(ready[0], ready)
        if not self.strategy:
            who = ", ".join(held.author for held in ready)
            self._leave_out(report_id, f"{who} differ; settle it, or use --author or --strategy")
            return None
        try:
            made = merged(ready, self.strategy)
        except UserError as error:
            self._leave_out(report_id, error.message)
            return None
        return self._built(made, [made] if made in ready else ready)

    def _reviewed(self, report_id: str) -> ReportReview | None:
        """Return a report's review where a reviewer settled anything in it, None where nobody did."""
        from annotator.store.resolutions import resolutions

        if not outcomes(resolutions(self.project.store, report_id)):
            return None
        seen = review(self.project, report_id)
        return seen if any(outcome.is_settled for outcome in seen.outcomes.values()) else None

    def _made_gold(self, seen: ReportReview, gold: AnnotationSet) -> GoldReport:
        """Return a report as a reviewer made it gold, whatever its authors have open again since."""
        if seen.has_moved:
            self.notes.append(f"{seen.report.name}: work has gone on since it was made gold; taken as it was")
        return self._built(gold, visible_sets(self.project, seen.report.id), seen)

    def _settled(self, seen: ReportReview) -> GoldReport | None:
        """Return a report that is under review as far as a strategy goes; None, written down, without one."""
        if not self.strategy:
            left = len(seen.open)
            why = open_disputes(left) if left else "its disputes are settled, but nobody made it gold"
            self._leave_out(seen.report.id, f"{why}; finish its review, or use --author or --strategy")
            return None
        made = resolved_by(self.project, seen, self.strategy)
        return self._built(made, seen.sets, seen)

    def _ready(self, report_id: str) -> list[AnnotationSet]:
        sets = [held for held in visible_sets(self.project, report_id) if held.spans or held.finished]
        if self.author:
            sets = [held for held in sets if held.author == self.author]
        ready = sets if self.unfinished else [held for held in sets if held.finished]
        if not ready:
            self._leave_out(report_id, "it is not finished" if sets else "nobody has worked on it")
        elif len(ready) < len(sets):
            who = ", ".join(held.author for held in sets if held not in ready)
            name = self.project.row(report_id).name
            self.notes.append(f"{name}: {who} has not finished it; taken without that work")
        return ready

    def _leave_out(self, report_id: str, why: str) -> None:
        self.left_out.append(f"{self.project.row(report_id).name}: {why}")

    def _built(
        self, held: AnnotationSet, sets: Sequence[AnnotationSet], seen: ReportReview | None = None
    ) -> GoldReport:
        from annotator.store.journal import entries

        report_id, store = held.report_id, self.project.store
        source = combined(self.project.candidates(report_id), held) if self.candidates else held
        spans = tuple(span for span in source.ordered() if span.is_standing or self.candidates)
        ids = {span.id for span in spans}
        names = _names(spans, held, sets)
        stamps: dict[str, tuple[str, str]] = {}
        decisions: list[Decision] = []
        for each in sets:
            journal = entries(store, report_id, set_author=each.author)
            # Of several who agree, the first one counts as having decided it.
            stamps = _stamps(journal, names) | stamps
            decisions += _decisions(journal, names)
        if seen is not None:
            settled = ruled(spans, seen.outcomes)
            stamps |= {span_id: (row.author, row.at) for span_id, row in settled.items()}
            decisions += review_decisions(self.project, report_id, settled)
        return GoldReport(
            report=self.project.report(report_id),
            spans=spans,
            relations=tuple(sorted(r for r in source.relations if r.source in ids and r.target in ids)),
            authors={span_id: author for span_id, (author, _) in stamps.items()},
            decided_at={span_id: at for span_id, (_, at) in stamps.items()},
            decisions=tuple(decisions),
        )


def _names(spans: Sequence[Span], held: AnnotationSet, sets: Sequence[AnnotationSet]) -> Names:
    """Find what gold calls the spans of the sets it was made of: its own by id, others by what they say."""
    ids = {span.id for span in spans}
    own = {(held.author, span_id): span_id for span_id in held.spans if span_id in ids}
    others = [each for each in sets if each.author != held.author]
    said = {content(span): span.id for span in spans if span.is_standing} if others else {}
    return own | {
        (each.author, span.id): said[what]
        for each in others
        for span in each.spans.values()
        if span.is_standing and (what := content(span)) in said
    }


def _stamps(journal: Sequence[Entry], names: Names) -> dict[str, tuple[str, str]]:
    """Return who gave each span its present form and when: the last entry that wrote it."""
    return {
        names[entry.set_author, span.id]: (entry.author, entry.at)
        for entry in journal
        for span in entry.edit.after.spans
        if (entry.set_author, span.id) in names and not span.is_undecided
    }


def _decisions(journal: Sequence[Entry], names: Names) -> Iterator[Decision]:
    for entry in journal:
        touched = sorted(entry.edit.span_ids)
        action = entry.edit.label if entry.action == "edit" else f"{entry.action} {entry.edit.label}"
        for span_id in touched:
            name = names.get((entry.set_author, span_id))
            if name is not None:
                yield Decision(
                    id=f"{entry.id}:{span_id}",
                    span_id=name,
                    author=entry.author,
                    at=entry.at,
                    action=action,
                    candidate_id=span_id if span_id in entry.answers else "",
                    # The time of a bulk edit is shared, so that times add up.
                    seconds=None if entry.seconds is None else round(entry.seconds / len(touched), 3),
                    reason=entry.reason,
                )
