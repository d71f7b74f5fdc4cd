"""Memory: what people made of candidates of the same string, and what that says of the next one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from annotator.domain.edits import Edit
from annotator.domain.figures import NUMBERS
from annotator.domain.spans import NO_ATTRIBUTES, Proposal, Span, State

Read = Callable[[int, int], str]
"""Gives `[start, end)` (code points) of a report's text, folded; what reaches over an end is left out."""

KEPT, REJECTED = "", "x"
"""Outcomes: the candidate was accepted as it was, or rejected; anything else is a `Change` in writing."""

CARRIED = (*NUMBERS, "unit", "per")
"""The attributes that follow from the characters of a span alone, so that another of them has them too."""

_LONGEST = 40
"""Code points by which a remembered border may have moved outwards."""


class Key(NamedTuple):
    """What candidates have to share to be the same: the label proposed and the folded text."""

    label: str
    string: str


class Lesson(NamedTuple):
    """One outcome of one candidate, learnt (`times` 1) or taken back (-1)."""

    key: Key
    outcome: str
    times: int


@dataclass(frozen=True, slots=True)
class Change:
    """How a candidate was corrected.

    A side is how many code points were cut from it, or the folded text it was moved over outwards. An
    attribute with an empty value was taken away.
    """

    label: str = ""
    left: int | str = 0
    right: int | str = 0
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)

    def written(self) -> str:
        """Return the change as one line of text, the same for the same change."""
        held = [self.label, self.left, self.right, dict(sorted(self.attributes.items()))]
        return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def change_from(outcome: str) -> Change:
    """Return the change that `Change.written` wrote; raise ValueError for anything else."""
    label, left, right, attributes = json.loads(outcome)
    return Change(label, left, right, attributes)


@dataclass(frozen=True, slots=True)
class Tally:
    """How often whom a string gave which outcome: times by author by outcome."""

    times: Mapping[str, Mapping[str, int]]

    def verdict(self) -> str:
        """Return what came of the string most often; `KEPT` unless another outcome outnumbers it."""
        sums = {outcome: sum(by.values()) for outcome, by in self.times.items()}
        best = max(sorted(sums), key=sums.__getitem__, default=KEPT)
        return best if sums.get(best, 0) > sums.get(KEPT, 0) else KEPT

    def of(self, outcome: str) -> Mapping[str, int]:
        """Return how often each author decided so."""
        return {author: times for author, times in self.times.get(outcome, {}).items() if times > 0}


def key_of(read: Read, span: Span) -> Key:
    """Return the key of a candidate as it was first proposed."""
    first = span.evidence.recalled_from or span
    return Key(first.label, read(first.start, first.end))


def original(span: Span) -> Span:
    """Return a candidate as its extractor proposed it, before anything was remembered of it."""
    held = span.evidence.recalled_from
    state = State.CANDIDATE if span.state is State.SUPPRESSED else span.state
    if held is None:
        return span if state is span.state else replace(span, state=state)
    return replace(
        span,
        start=held.start,
        end=held.end,
        label=held.label,
        attributes=held.attributes,
        state=state,
        evidence=replace(span.evidence, recalled_from=None),
    )


def lessons(edit: Edit, proposed: Mapping[str, Span], read: Read) -> Iterator[Lesson]:
    """Yield what an edit of a person's set teaches; `proposed` are the candidates, `read` gives the text."""
    for side, times in ((edit.before, -1), (edit.after, 1)):
        for span in side.spans:
            candidate = proposed.get(span.id)
            outcome = None if candidate is None else outcome_of(read, original(candidate), span)
            if candidate is not None and outcome is not None:
                yield Lesson(key_of(read, candidate), outcome, times)


def outcome_of(read: Read, proposed: Span, decided: Span) -> str | None:
    """Return what a decision made of a candidate; None when it says nothing of others of its string."""
    if decided.state is State.REJECTED:
        return REJECTED
    if not decided.is_standing or decided.layer != proposed.layer:
        return None
    left = _side(read, decided.start, proposed.start, inwards=1)
    right = _side(read, decided.end, proposed.end, inwards=-1)
    if left is None or right is None or not proposed.overlaps(decided):
        return None
    was, now = proposed.attributes, decided.attributes
    attributes = {n: now.get(n, "") for n in CARRIED if now.get(n, "") != was.get(n, "")}
    label = decided.label if decided.label != proposed.label else ""
    change = Change(label, left, right, attributes)
    return KEPT if change == Change() else change.written()


def recalled(read: Read, span: Span, verdict: str) -> Span:
    """Return a candidate as it comes with what is remembered of its string: as it is, suppressed or changed.

    Where the text around does not go on as it did, a change is not made.
    """
    first = original(span)
    if verdict == KEPT:
        return first
    if verdict == REJECTED:
        return replace(first, state=State.SUPPRESSED)
    change = change_from(verdict)
    place = _moved(read, first, change)
    if place is None:
        return first
    attributes = {n: v for n, v in {**first.attributes, **change.attributes}.items() if v}
    held = Proposal(first.label, first.start, first.end, first.attributes)
    return replace(
        first,
        start=place[0],
        end=place[1],
        label=change.label or first.label,
        attributes=attributes,
        evidence=replace(first.evidence, recalled_from=held),
    )


def _side(read: Read, now: int, was: int, *, inwards: int) -> int | str | None:
    """Return how a border moved: code points cut, or the text it was moved over; None when too far."""
    if (now - was) * inwards >= 0:
        return abs(now - was)
    passed = read(min(now, was), max(now, was))
    return passed if len(passed) <= _LONGEST and "\n" not in passed else None


def _moved(read: Read, span: Span, change: Change) -> tuple[int, int] | None:
    """Return the borders a change gives a candidate; None where the text is another or a word is cut."""
    start, end = span.start, span.end
    if isinstance(change.left, int):
        start += change.left
    elif read(max(0, start - len(change.left)), start) == change.left:
        start -= len(change.left)
    else:
        return None
    if isinstance(change.right, int):
        end -= change.right
    elif read(end, end + len(change.right)) == change.right:
        end += len(change.right)
    else:
        return None
    whole = not (_is_inside(read, start) or _is_inside(read, end))
    return (start, end) if start < end and whole else None


def _is_inside(read: Read, position: int) -> bool:
    """Tell whether a position cuts a word in two."""
    around = read(max(0, position - 1), position + 1)
    return len(around) == 2 and around.isalpha()
