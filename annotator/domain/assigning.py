"""Assigning: which analysts get which report, evenly, the same each time, stable as reports are added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import combinations


def assigned(
    report_ids: Sequence[str],
    analysts: Sequence[str],
    *,
    per_report: int,
    held: Mapping[str, frozenset[str]],
    seed: str = "",
) -> dict[str, tuple[str, ...]]:
    """Return who is to be added to which report so that each has `per_report` of these analysts.

    What is `held` already stays and counts: reports added later are shared out among those who have least. Of
    equals, those go together who met least, then chance decides, drawn from `seed` and the names alone.
    """
    loads = Counter(dict.fromkeys(analysts, 0))
    met: Counter[frozenset[str]] = Counter()
    for names in held.values():
        loads.update(name for name in names if name in loads)
        met.update(map(frozenset, combinations(sorted(names), 2)))
    added: dict[str, tuple[str, ...]] = {}
    for report_id in report_ids:
        team = [name for name in analysts if name in held.get(report_id, frozenset())]
        come: list[str] = []
        while len(team) < min(per_report, len(loads)):
            free = [name for name in loads if name not in team]
            name = min(
                free, key=lambda each: (loads[each], _met(met, each, team), _lot(seed, report_id, each))
            )
            met.update(frozenset({name, other}) for other in team)
            loads[name] += 1
            team.append(name)
            come.append(name)
        if come:
            added[report_id] = tuple(come)
    return added


def _met(met: Mapping[frozenset[str], int], name: str, team: Sequence[str]) -> int:
    return sum(met[frozenset({name, other})] for other in team)


def _lot(seed: str, report_id: str, name: str) -> str:
    return blake2b(f"{seed}\x1f{report_id}\x1f{name}".encode(), digest_size=8).hexdigest()
