"""Disputes of one report: its sets laid over each other, where they agree and where they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from annotator.domain.disputes import Dispute, DisputeKind, Doubt, Link, Statement, Version, dispute_id
from annotator.domain.ranges import SpanRanges
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span, State
from annotator.review.differences import Able, are_alike, by_rule, differences, is_open, leads_alike
from annotator.review.strategies import TRUST

UNANIMOUS, MAJORITY = "unanimous", "majority"
EXACT = Decimal(0)
NO_LINKS: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place `[start, end)` (code points) of a layer that is not disputed, and what stands there.

    No statements stand where a strategy takes the version that has nothing.
    """

    layer: str
    start: int
    end: int
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sets of one report laid over each other: the places that are agreed, and the disputes."""

    agreed: tuple[Place, ...]
    disputes: tuple[Dispute, ...]


def disputes(
    sets: Iterable[AnnotationSet],
    *,
    text: str,
    candidates: Iterable[AnnotationSet] = (),
    tolerance: Decimal = EXACT,
    strategy: str = UNANIMOUS,
) -> tuple[Dispute, ...]:
    """Return the disputes between persons' sets of one report, in reading order; see `compared`."""
    found = compared(sets, text=text, candidates=candidates, tolerance=tolerance, strategy=strategy)
    return found.disputes


def compared(
    sets: Iterable[AnnotationSet],
    *,
    text: str,
    candidates: Iterable[AnnotationSet] = (),
    tolerance: Decimal = EXACT,
    strategy: str = UNANIMOUS,
) -> Comparison:
    """Lay the sets of one report over each other; standing spans that overlap within a layer are one place.

    `candidates` are sets of extractors and models, whose open candidates are compared too but have no vote.
    `strategy` settles without asking: `unanimous` what all say, `majority` what more than half say, or
    `trust=NAME` what NAME says; what somebody flagged is asked about all the same. Numbers that differ by a
    share of no more than `tolerance` are one. Takes n log n steps.
    """
    held = list(sets)
    if not held:
        return Comparison((), ())
    return _Comparing(held[0].report_id, _sides(held, candidates), text, tolerance, strategy).comparison()


@dataclass(slots=True)
class _Side:
    """One author's part in a comparison; links are by span id, said by what their targets say."""

    author: str
    is_person: bool
    spans: list[Span]
    links: Mapping[str, tuple[Link, ...]]
    doubts: list[Span]
    ranges: SpanRanges | None = None
    labels: dict[str, str] = field(default_factory=dict)

    def could(self, link: Link) -> bool:
        """Tell whether a relation has something to lead to in this side's work."""
        if self.ranges is None:
            self.ranges = SpanRanges(self.spans)
            self.labels = {span.id: span.label for span in self.spans}
        there = self.ranges.overlapping(link.layer, link.start, link.end)
        return any(self.labels[span_id] == link.target for span_id in there)

    def says(self, span: Span) -> Statement:
        """Return what a span of this side says."""
        return statement_of(span, self.links.get(span.id, NO_LINKS))


def _sides(sets: Iterable[AnnotationSet], candidates: Iterable[AnnotationSet]) -> list[_Side]:
    persons = [
        _side(held, [span for span in held.spans.values() if span.is_standing], is_person=True)
        for held in sorted(sets, key=lambda held: held.author)
    ]
    machines = [
        _side(held, [s for s in held.spans.values() if s.state is State.CANDIDATE], is_person=False)
        for held in sorted(candidates, key=lambda held: held.author)
    ]
    return persons + machines


def _side(held: AnnotationSet, spans: list[Span], *, is_person: bool) -> _Side:
    by_id = {span.id: span for span in spans}
    links: dict[str, list[Link]] = {}
    for relation in held.relations:
        target = by_id.get(relation.target)
        if target is not None and relation.source in by_id:
            link = Link(relation.label, target.layer, target.start, target.end, target.label)
            links.setdefault(relation.source, []).append(link)
    sorted_links = {source: tuple(sorted(found)) for source, found in links.items()}
    doubts = [s for s in held.spans.values() if s.flagged and not s.is_standing] if is_person else []
    return _Side(held.author, is_person, spans, sorted_links, doubts)


def statements_of(held: AnnotationSet) -> list[Statement]:
    """Return what the standing spans of a set say, in reading order."""
    side = _side(held, [span for span in held.ordered() if span.is_standing], is_person=True)
    return [side.says(span) for span in side.spans]


def statement_of(span: Span, links: tuple[Link, ...] = NO_LINKS) -> Statement:
    """Return what a span says, with the relations that leave it."""
    attributes = tuple(sorted(span.attributes.items())) if span.attributes else ()
    return Statement(span.start, span.end, span.layer, span.label, attributes, links, span.id)


@dataclass(slots=True)
class _Cluster:
    """Spans of one layer that overlap, directly or by way of others, by the number of their side."""

    layer: str
    start: int
    end: int
    members: list[tuple[int, Span]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def _clusters(sides: Sequence[_Side]) -> list[_Cluster]:
    """Return the places that any side speaks of or doubts, in reading order."""
    spoken = sorted(
        (
            (span.layer, span.start, span.end, number, span)
            for number, s in enumerate(sides)
            for span in s.spans
        ),
        key=lambda each: each[:4],
    )
    found: list[_Cluster] = []
    for layer, start, end, number, span in spoken:
        if not found or found[-1].end <= start or found[-1].layer != layer:
            found.append(_Cluster(layer, start, end))
        cluster = found[-1]
        cluster.end = max(cluster.end, end)
        cluster.members.append((number, span))
        if span.flagged and sides[number].is_person:
            cluster.doubts.append(Doubt(sides[number].author, span.note))
    _add_doubts(found, sides)
    return sorted(found, key=lambda cluster: (cluster.start, cluster.end, cluster.layer))


def _add_doubts(found: list[_Cluster], sides: Iterable[_Side]) -> None:
    """Put what is flagged but does not stand on a place it overlaps, else on one of its own."""
    for side in sides:
        for span in side.doubts:
            lies = (c for c in found if c.layer == span.layer and c.start < span.end and span.start < c.end)
            cluster = next(lies, None)
            if cluster is None:
                cluster = _Cluster(span.layer, span.start, span.end)
                found.append(cluster)
            cluster.doubts.append(Doubt(side.author, span.note))


class _Comparing:
    """Tells of each place of one report what its sides make of it."""

    def __init__(
        self, report_id: str, sides: Sequence[_Side], text: str, tolerance: Decimal, strategy: str
    ) -> None:
        self._report_id = report_id
        self._sides = sides
        self._text = text
        self._tolerance = tolerance
        self._strategy = strategy
        self._persons = sum(side.is_person for side in sides)

    def comparison(self) -> Comparison:
        """Return what is agreed and what is not, both in reading order."""
        agreed: list[Place] = []
        found: list[Dispute] = []
        for cluster in _clusters(self._sides):
            if self._is_same(cluster):
                number, span = cluster.members[0]
                said = replace(
                    self._sides[number].says(span), id=_usual(each.id for _, each in cluster.members)
                )
                agreed.append(Place(cluster.layer, cluster.start, cluster.end, (said,)))
                continue
            versions = self._versions(cluster)
            settled = self._settled(versions, cluster.doubts)
            if settled is None:
                found.append(self._dispute(cluster, versions))
            else:
                agreed.append(Place(cluster.layer, cluster.start, cluster.end, settled.statements))
        return Comparison(tuple(agreed), tuple(found))

    def _is_same(self, cluster: _Cluster) -> bool:
        """Tell quickly whether every side has one span there and all say the same, which most places are."""
        members = cluster.members
        if cluster.doubts or len(members) != len(self._sides):
            return False
        number, first = members[0]
        links = self._sides[number].links.get(first.id, NO_LINKS)
        return all(
            one == number + at
            and span.start == first.start
            and span.end == first.end
            and span.label == first.label
            and span.attributes == first.attributes
            and self._sides[one].links.get(span.id, NO_LINKS) == links
            for at, (one, span) in enumerate(members)
        )

    def _versions(self, cluster: _Cluster) -> list[Version]:
        """Group the sides by what they say of a place."""
        said: list[list[Statement]] = [[] for _ in self._sides]
        for number, span in cluster.members:
            said[number].append(self._sides[number].says(span))
        groups: list[list[int]] = []
        # Those who leave a date open come last: they agree with the others where these agree.
        for number in sorted(range(len(said)), key=lambda n: any(map(is_open, said[n]))):
            fitting = [g for g in groups if self._are_alike(g[0], number, said)]
            if len(fitting) == 1 or (fitting and not any(map(is_open, said[number]))):
                fitting[0].append(number)
            else:
                groups.append([number])
        versions = [self._version(group, said, cluster) for group in groups]
        return sorted(versions, key=lambda v: (not v.authors, -len(v.authors), v.authors, v.machines))

    def _are_alike(self, one: int, other: int, said: Sequence[Sequence[Statement]]) -> bool:
        able = self._sides[one].could, self._sides[other].could
        return are_alike(said[one], said[other], self._tolerance, able)

    def _version(
        self, group: Sequence[int], said: Sequence[Sequence[Statement]], cluster: _Cluster
    ) -> Version:
        statements = tuple(
            replace(
                statement,
                id=_usual(said[number][at].id for number in group),
                # Some may lack the target: then whether the relation stands is a matter of the target.
                links=_together([said[number][at].links for number in group]),
            )
            for at, statement in enumerate(said[group[0]])
        )
        scores = [
            span.score for number, span in cluster.members if number in group and span.score is not None
        ]
        names = [(self._sides[number].author, self._sides[number].is_person) for number in group]
        return Version(
            tuple(name for name, is_person in names if is_person),
            statements,
            tuple(name for name, is_person in names if not is_person),
            max(scores, default=None),
        )

    def _settled(self, versions: Sequence[Version], doubts: Sequence[Doubt]) -> Version | None:
        """Return the version that nobody has to be asked about, None where somebody has to."""
        trusted = self._strategy.removeprefix(TRUST) if self._strategy.startswith(TRUST) else ""
        doubted = {doubt.author for doubt in doubts}
        chosen = None
        if len(versions) == 1:
            chosen = versions[0]
        elif trusted:
            chosen = next((version for version in versions if trusted in version.authors), None)
        elif self._strategy == MAJORITY:
            chosen = next((v for v in versions if 2 * len(v.authors) > self._persons), None)
        trusts = trusted and chosen is not None and trusted in chosen.authors
        if chosen is None or (trusted in doubted if trusts else doubted):
            return None
        # Who asks to see what machines say otherwise is shown it, whatever persons agree on.
        return None if any(v.machines for v in versions if v is not chosen) else chosen

    def _able(self, version: Version) -> Able:
        sides = [side for side in self._sides if side.author in version.names]
        return lambda link: any(side.could(link) for side in sides)

    def _dispute(self, cluster: _Cluster, versions: Sequence[Version]) -> Dispute:
        found = differences(versions, self._persons, self._tolerance, able=self._able)
        kinds = [kind for kind, _ in found]
        rule = by_rule(versions, found, self._text)
        if rule is not None:
            kinds, found = [DisputeKind.BOUNDARY], []
        if not kinds and len(versions) > 1:
            kinds = [DisputeKind.RELATION]
        if cluster.doubts:
            kinds.append(DisputeKind.DOUBT)
        return Dispute(
            id=dispute_id(self._report_id, cluster.layer, cluster.start, cluster.end),
            report_id=self._report_id,
            layer=cluster.layer,
            start=cluster.start,
            end=cluster.end,
            kinds=tuple(dict.fromkeys(kinds)),
            versions=tuple(versions),
            majority=_majority(versions, self._persons),
            rule=rule[0].name if rule else "",
            names=tuple(dict.fromkeys(name for _, name in found if name)),
            doubts=tuple(cluster.doubts),
        )


def _majority(versions: Sequence[Version], persons: int) -> int:
    """Return the number of the version that more than half of the persons have; else machines vote too."""
    voters = sum(len(version.names) for version in versions)
    for number, version in enumerate(versions):
        if 2 * len(version.authors) > persons:
            return number
    return next((n for n, version in enumerate(versions) if 2 * len(version.names) > voters), -1)


def _together(said: Sequence[tuple[Link, ...]]) -> tuple[Link, ...]:
    """Return the relations of several who agree: those of the first, and others' that lead elsewhere."""
    found = list(said[0])
    for link in (link for links in said[1:] for link in links):
        if not any(leads_alike(link, known) for known in found):
            found.append(link)
    return tuple(sorted(found))


def _usual(names: Iterable[str]) -> str:
    """Return the id that most have, the lowest of several, so that it depends on no order."""
    counted = Counter(names)
    return min(counted, key=lambda name: (-counted[name], name))
