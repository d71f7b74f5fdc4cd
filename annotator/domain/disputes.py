"""Disputes: places where annotation sets differ, and what reviewers' resolutions of them come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import blake2b

from annotator.domain.history import EDIT, undo_stack
from annotator.domain.renames import Renames


class DisputeKind(StrEnum):
    """What sets differ in at one place, the worst for the gold first."""

    VALUE = "value"
    UNIT = "unit"
    LABEL = "label"
    MISSING = "missing"
    """Some have nothing where at least half have a span."""
    SPURIOUS = "spurious"
    """Some have a span where more than half have nothing."""
    RELATION = "relation"
    BOUNDARY = "boundary"
    ATTRIBUTE = "attribute"
    DOUBT = "doubt"
    """Nobody differs, but an analyst flagged it."""


class Answer(StrEnum):
    """What a resolution does about a dispute, or about a whole report."""

    TAKE = "take"
    OWN = "own"
    """The reviewer's own spans."""
    NONE = "none"
    """None is right: nothing stands there."""
    COMMENT = "comment"
    REOPEN = "reopen"
    GOLD = "gold"
    """The report is settled as it stands."""


SETTLING = (Answer.TAKE, Answer.OWN, Answer.NONE)


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A relation as its source has it: its label, and what its target says (code points)."""

    label: str
    layer: str
    start: int
    end: int
    target: str
    """The target's label."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one span says: borders (code points), layer, label, attributes by name, where its relations lead.

    `id` is the span's id in the set it was first found in; two statements may say the same under two ids.
    """

    start: int
    end: int
    layer: str
    label: str
    attributes: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """What some authors agree on at a disputed place: one span as a rule, none, or several.

    `machines` are the extractors and models that say it too; `score` is the best they give it.
    """

    authors: tuple[str, ...]
    statements: tuple[Statement, ...]
    machines: tuple[str, ...] = ()
    score: float | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return everybody who says it, persons first."""
        return self.authors + self.machines


@dataclass(frozen=True, slots=True)
class Doubt:
    """An analyst's flag on a span, with the note on it."""

    author: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One place `[start, end)` (code points) of one layer where versions differ or somebody is in doubt.

    The place is the hull of all versions. `kinds` are all the differences, the worst first; `names` are the
    attributes and relations that differ. `versions` are in a stable order: persons before machines, those
    with more authors first, then by name. `majority` is the number of the version that more than half of the
    persons have, -1 for none. `rule` names the guideline that a boundary-only difference follows.
    """

    id: str
    report_id: str
    layer: str
    start: int
    end: int
    kinds: tuple[DisputeKind, ...]
    versions: tuple[Version, ...]
    majority: int = -1
    rule: str = ""
    names: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def kind(self) -> DisputeKind:
        """Return the worst difference."""
        return self.kinds[0]

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the labels of all versions, sorted."""
        return tuple(sorted({said.label for version in self.versions for said in version.statements}))

    @property
    def severity(self) -> int:
        """Return how bad it is for the gold: higher comes first in a queue."""
        worst = len(_RANKS) - _RANKS[self.kind]
        return 4 * worst + 2 * (self.majority < 0) + (not self.rule)

    def version_of(self, author: str) -> Version | None:
        """Return the version an author has, None for whoever has no set over the report."""
        return next((version for version in self.versions if author in version.names), None)


_RANKS = {kind: rank for rank, kind in enumerate(DisputeKind)}


def dispute_id(report_id: str, layer: str, start: int, end: int) -> str:
    """Name the place of a dispute (code points) alike on every machine: 16 hex digits.

    The place alone makes the name: what is merged elsewhere in the report, or changed within the place,
    leaves it as it is. Work that widens the place makes another dispute of it.
    """
    words = f"{report_id}\x1f{layer}\x1f{start}\x1f{end}".encode()
    return blake2b(words, digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a resolution says: its place (code points), what is to stand there, whose version that was."""

    layer: str = ""
    start: int = 0
    end: int = 0
    statements: tuple[Statement, ...] = ()
    authors: tuple[str, ...] = ()
    rule: str = ""
    """The boundary rule it was settled by in bulk, or the strategy."""


def by_todays_names(ruling: Ruling, renames: Renames) -> Ruling:
    """Return a ruling with the names that labels and values have today."""
    if not renames or not ruling.statements:
        return ruling
    said = (
        replace(
            one,
            label=renames.label(one.label),
            attributes=tuple(sorted(renames.attributes(dict(one.attributes)).items())),
            links=tuple(sorted(replace(link, target=renames.label(link.target)) for link in one.links)),
        )
        for one in ruling.statements
    )
    return replace(ruling, statements=tuple(said))


@dataclass(frozen=True, slots=True)
class Resolution:
    """One row of the review: a draft as written, with a UUID (hex), device, clock and UTC time (ISO 8601).

    `dispute` is empty for what concerns the whole report. An undo or redo holds what it takes back in
    `reverts`, and says for the rest what that one says.
    """

    id: str
    report_id: str
    author: str
    device: str
    clock: int
    at: str
    batch: str
    dispute: str
    answer: Answer
    ruling: Ruling = Ruling()
    reason: str = ""
    comment: str = ""
    action: str = EDIT
    reverts: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What all resolutions of one dispute, or of one report, come to.

    `holds` is the latest in force by (clock, id), None where there is none or it was reopened; `others` are
    the earlier ones in force, the latest first; `comments` come in order.
    """

    holds: Resolution | None = None
    others: tuple[Resolution, ...] = ()
    comments: tuple[Resolution, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Tell whether an answer holds."""
        return self.holds is not None


UNSETTLED = Outcome()


def in_force(entries: Iterable[Resolution]) -> list[Resolution]:
    """Return the resolutions nobody took back, in (clock, id) order, whatever order they come in.

    Each reviewer takes back their own only; one that was done again stands where it was done again.
    """
    by_author: dict[str, list[Resolution]] = {}
    for entry in sorted(entries, key=_moment):
        by_author.setdefault(entry.author, []).append(entry)
    standing = (entry for held in by_author.values() for entry in undo_stack(held))
    return sorted(standing, key=_moment)


def outcomes(entries: Iterable[Resolution]) -> Mapping[str, Outcome]:
    """Fold the resolutions of one report: what holds by dispute id, and under `""` for the report itself."""
    found: dict[str, Outcome] = {}
    for entry in in_force(entries):
        held = found.get(entry.dispute, UNSETTLED)
        found[entry.dispute] = _after(held, entry)
    return found


def _after(held: Outcome, entry: Resolution) -> Outcome:
    """Return an outcome with one more resolution, which is later than all it has."""
    comments = (*held.comments, entry) if entry.comment or entry.answer is Answer.COMMENT else held.comments
    if entry.answer is Answer.COMMENT:
        return Outcome(held.holds, held.others, comments)
    others = held.others if held.holds is None else (held.holds, *held.others)
    return Outcome(None if entry.answer is Answer.REOPEN else entry, others, comments)


def _moment(entry: Resolution) -> tuple[int, str]:
    return entry.clock, entry.id


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the queue of disputes: enough to list, filter and open it.

    `surface` is the text of its place, cut short; `authors` are the persons and machines by version, in the
    order of the versions. `is_settled` tells whether an answer holds.
    """

    id: str
    report_id: str
    report: str
    layer: str
    start: int
    end: int
    kinds: tuple[DisputeKind, ...]
    labels: tuple[str, ...]
    authors: tuple[tuple[str, ...], ...]
    surface: str
    severity: int
    rule: str = ""
    has_majority: bool = False
    is_settled: bool = False

    @property
    def kind(self) -> DisputeKind:
        """Return the worst difference."""
        return self.kinds[0]

    def parts(self, one: str, other: str) -> bool:
        """Tell whether two authors have different versions here."""
        sides = [next((n for n, names in enumerate(self.authors) if a in names), -1) for a in (one, other)]
        return -1 not in sides and sides[0] != sides[1]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines of the queue are asked for; what is left empty asks for all."""

    kind: DisputeKind | None = None
    label: str = ""
    pair: tuple[str, str] | None = None
    report_id: str = ""
    rule: str = ""
    settled: bool | None = False
    """False for open disputes, True for settled ones, None for both."""

    def takes(self, line: Line) -> bool:
        """Tell whether a line is asked for."""
        return (
            (self.kind is None or self.kind in line.kinds)
            and (not self.label or self.label in line.labels)
            and (self.pair is None or line.parts(*self.pair))
            and self.report_id in {"", line.report_id}
            and self.rule in {"", line.rule}
            and self.settled in {None, line.is_settled}
        )


def worst_first(lines: Iterable[Line]) -> list[Line]:
    """Sort lines for the queue: by severity, then by report and place."""
    return sorted(lines, key=lambda line: (-line.severity, line.report, line.report_id, line.start, line.id))
