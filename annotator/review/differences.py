"""Differences: in what the versions of one place differ, and whether two numbers count as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from annotator.domain.disputes import DisputeKind, Link, Statement, Version
from annotator.domain.figures import NUMBERS
from annotator.review.boundary_rules import Borders, BoundaryRule, explaining
from annotator.review.scores import DATE, DATE_PARTS

UNITS = ("unit", "per")
Able = Callable[[Link], bool]
"""Tells whether a relation has something to lead to in an author's work."""
Found = tuple[DisputeKind, str]
"""A difference and the attribute or relation it is in, empty for what is in neither."""
_RANKS = {kind: rank for rank, kind in enumerate(DisputeKind)}


def are_close(one: str, other: str, tolerance: Decimal) -> bool:
    """Tell whether two numbers differ by at most a share of the larger one; other texts have to be equal."""
    if one == other or not tolerance:
        return one == other
    try:
        left, right = Decimal(one), Decimal(other)
        return abs(left - right) <= tolerance * max(abs(left), abs(right))
    except ArithmeticError:
        return False


def any_link(_: Link) -> bool:
    """Take it that an author could have any relation."""
    return True


def are_alike(
    one: Sequence[Statement],
    other: Sequence[Statement],
    tolerance: Decimal,
    able: tuple[Able, Able] = (any_link, any_link),
) -> bool:
    """Tell whether two authors say the same of a place but for numbers that are close enough."""
    return len(one) == len(other) and all(
        (a.start, a.end, a.label) == (b.start, b.end, b.label)
        and not odd_links(a, b, able)
        and (a.attributes == b.attributes or not any(_in_attributes(a, b, tolerance)))
        for a, b in zip(one, other, strict=True)
    )


def odd_links(one: Statement, other: Statement, able: tuple[Able, Able] = (any_link, any_link)) -> list[Link]:
    """Return the relations of either span that lead where none of that name of the other one does.

    Targets that overlap are one place: how far it reaches is a difference of its own. So is whether there is
    a target at all: `able` tells of each author whether a relation has something to lead to in their work.
    """
    if one.links == other.links:
        return []
    return [
        link
        for links, others, could in ((one.links, other.links, able[1]), (other.links, one.links, able[0]))
        for link in links
        if not any(leads_alike(link, each) for each in others) and could(link)
    ]


def leads_alike(one: Link, other: Link) -> bool:
    """Tell whether two relations of one name lead to one place."""
    same = one.label == other.label and one.layer == other.layer
    return same and one.start < other.end and other.start < one.end


def is_open(said: Statement) -> bool:
    """Tell whether a span is a DATE whose days nobody looked for, as in work that marks names only.

    Who says nothing of the days takes no side about them.
    """
    return said.label == DATE and not any(name in DATE_PARTS for name, _ in said.attributes)


def differences(
    versions: Sequence[Version],
    persons: int,
    tolerance: Decimal,
    *,
    able: Callable[[Version], Able] = lambda _: any_link,
) -> list[Found]:
    """Return what versions differ in, the worst first, each once; `persons` is how many there are in all.

    `able` tells of a version which relations its authors could have, as in `odd_links`.
    """
    found = set(_existence(versions, persons))
    spoken = [version for version in versions if version.statements]
    for one, other in combinations(spoken, 2):
        found.update(_between(one.statements, other.statements, tolerance, (able(one), able(other))))
    return sorted(found, key=lambda each: (_RANKS[each[0]], each[1]))


def by_rule(
    versions: Sequence[Version], found: Sequence[Found], text: str
) -> tuple[BoundaryRule, Borders] | None:
    """Return the boundary rule that is all versions differ in, with the borders it wants; None for none."""
    labels = {said.label for version in versions for said in version.statements}
    alone = all(len(version.statements) == 1 for version in versions)
    if not alone or len(labels) > 1 or not any(kind is DisputeKind.BOUNDARY for kind, _ in found):
        return None
    places = [(said.start, said.end) for version in versions for said in version.statements]
    rule = explaining(text, places, labels.pop())
    if rule is None:
        return None
    others = {name for kind, name in found if kind is not DisputeKind.BOUNDARY}
    return rule if others <= rule[0].attributes else None


def _existence(versions: Iterable[Version], persons: int) -> Iterator[Found]:
    held = list(versions)
    if any(not version.statements for version in held) and any(version.statements for version in held):
        holders = sum(len(version.authors) for version in held if version.statements)
        yield (DisputeKind.MISSING if 2 * holders >= persons else DisputeKind.SPURIOUS), ""


def _between(
    one: Sequence[Statement], other: Sequence[Statement], tolerance: Decimal, able: tuple[Able, Able]
) -> Iterator[Found]:
    """Yield what two authors' spans of one place differ in."""
    if len(one) != len(other):
        yield DisputeKind.BOUNDARY, ""
        if {said.label for said in one} != {said.label for said in other}:
            yield DisputeKind.LABEL, ""
        return
    for left, right in zip(one, other, strict=True):
        if (left.start, left.end) != (right.start, right.end):
            yield DisputeKind.BOUNDARY, ""
        if left.label != right.label:
            yield DisputeKind.LABEL, ""
        else:
            yield from _in_attributes(left, right, tolerance)
        for name in {link.label for link in odd_links(left, right, able)}:
            yield DisputeKind.RELATION, name


def _in_attributes(left: Statement, right: Statement, tolerance: Decimal) -> Iterator[Found]:
    if left.attributes == right.attributes:
        return
    one, other = dict(left.attributes), dict(right.attributes)
    names = one.keys() | other.keys()
    if is_open(left) or is_open(right):
        names -= set(DATE_PARTS)
    for name in names:
        if name in NUMBERS:
            if not are_close(one.get(name, ""), other.get(name, ""), tolerance):
                yield DisputeKind.VALUE, name
        elif one.get(name) != other.get(name):
            yield (DisputeKind.UNIT if name in UNITS else DisputeKind.ATTRIBUTE), name
