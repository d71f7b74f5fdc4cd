"""Schema changes: what becomes of every label and value when one schema takes the place of another."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.domain.errors import UserError
from annotator.domain.renames import Renames
from annotator.domain.schema import AttributeRule, Schema
from annotator.domain.schema_texts import schema_from, schema_text

Value = tuple[str, str]
"""An attribute's name and one of its values."""


@dataclass(frozen=True)
class Revision:
    """One schema in the place of another.

    `labels` and `values` say what those that change their name are called; `merged` are the ones among them
    that join another, `kept` those the wanted schema has not, which stay as retired ones.
    """

    before: Schema
    after: Schema
    labels: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[Value, str] = field(default_factory=dict)
    merged: frozenset[str] = frozenset()
    merged_values: frozenset[Value] = frozenset()
    kept: tuple[str, ...] = ()
    kept_values: tuple[Value, ...] = ()

    @property
    def renames(self) -> Renames:
        """Return what is only called otherwise from now on."""
        return Renames(
            {old: new for old, new in self.labels.items() if old not in self.merged},
            {old: new for old, new in self.values.items() if old not in self.merged_values},
        )

    @property
    def merges(self) -> Renames:
        """Return what becomes another label or value that was there already."""
        return Renames(
            {old: self.labels[old] for old in self.merged},
            {old: self.values[old] for old in self.merged_values},
        )

    @property
    def lost(self) -> Iterator[tuple[str, str]]:
        """Yield labels (by their name before) with an attribute they had and can carry no more."""
        for rule in self.before.attributes:
            for label in rule.labels:
                today = self.labels.get(label, label)
                if rule.name not in {held.name for held in self.after.attributes_of(today)}:
                    yield label, rule.name


class _Names(NamedTuple):
    """Names there are, and what former names lead to."""

    there: Collection[str]
    former: Mapping[str, str]


def revision(
    before: Schema,
    wanted: Schema,
    *,
    labels: Mapping[str, str] | None = None,
    values: Mapping[Value, str] | None = None,
    restoring: bool = False,
    forgotten: Collection[str | Value] = (),
) -> Revision:
    """Return what it takes that `wanted` takes the place of `before`.

    `labels` and `values` say what the wanted schema calls those that are not in it; others that it has not
    stay as retired ones, but for those `forgotten`, which no span ever had. `restoring` lets a name come
    back that leads to another now, as undo does. Raises UserError `name-taken`, `unknown-label` or
    `moved-label`.
    """
    data: dict[str, Any] = tomllib.loads(wanted.toml)
    olds = _Names(before.by_name, before.renames.labels)
    news = _Names(wanted.by_name, wanted.renames.labels)
    moved, missing = _matched(olds, news, labels or {}, restoring=restoring)
    kept = tuple(name for name in missing if name not in forgotten)
    if kept:
        _keep_labels(data, before, kept)
    _refuse_moves(before, wanted, moved)
    _add_former(data["labels"], moved, olds, news)
    found = _Values({}, [])
    for rule in before.attributes:
        _match_values(data, rule, wanted, values or {}, found, restoring=restoring, forgotten=forgotten)
    same = data == tomllib.loads(wanted.toml)
    after = wanted if same else schema_from(data, schema_text(data))
    return Revision(
        before,
        after,
        {old: new for old, new in moved.items() if old != new},
        found.moved,
        frozenset(_joining(moved, olds.there)),
        frozenset(pair for rule in before.attributes for pair in _joining_values(rule, found.moved)),
        kept,
        tuple(found.kept),
    )


class _Values(NamedTuple):
    """What values are called that change their name, and those that are kept."""

    moved: dict[Value, str]
    kept: list[Value]


def _matched(
    olds: _Names, news: _Names, given: Mapping[str, str], *, restoring: bool
) -> tuple[dict[str, str], list[str]]:
    """Return what every old name is called, and the names that nothing new stands for."""
    formers: dict[str, list[str]] = {}
    for former, name in olds.former.items():
        formers.setdefault(name, []).append(former)
    found: dict[str, str] = {}
    for old in olds.there:
        # A name that came back stands for itself, one under a former name of its own for what it was.
        earlier = [name for name in reversed(formers.get(old, [])) if name in news.there]
        choices = [given.get(old), old if old in news.there else None, news.former.get(old), *earlier]
        chosen = next((name for name in choices if name is not None), None)
        if chosen is not None and chosen not in news.there:
            raise UserError("unknown-label", f"the new schema has no {chosen}; check the spelling")
        if chosen is not None:
            found[old] = chosen
    for old, new in found.items():
        if old != new and found.get(new, new) != new:
            raise UserError("name-taken", f"{new} gets another name in the same step; rename it first")
    if not restoring:
        for name in news.there:
            owner = olds.former.get(name)
            if owner is not None and found.get(owner) != name:
                raise UserError("name-taken", f"{name} is what {owner} was called; choose another name")
    return found, [old for old in olds.there if old not in found]


def _add_former(entries: list[dict[str, Any]], moved: Mapping[str, str], olds: _Names, news: _Names) -> None:
    """Write into each label's entry the names that now lead to it."""
    names = {entry["name"] for entry in entries}
    for entry in entries:
        held = list(entry.get("formerly", []))
        for name in _leading(entry["name"], moved, olds):
            if name not in names and name not in news.former and name not in held:
                held.append(name)
        if held:
            entry["formerly"] = held


def _leading(today: str, moved: Mapping[str, str], olds: _Names) -> Iterator[str]:
    """Yield the names before that lead to a name of today, the former ones first."""
    for old, new in moved.items():
        if new == today:
            yield from (former for former, name in olds.former.items() if name == old)
            yield old


def _joining(moved: Mapping[str, str], there: Collection[str]) -> Iterator[str]:
    """Yield the names that come to be called as another is, or as one before them comes to be."""
    taken = set(there)
    for old, new in moved.items():
        if old != new:
            if new in taken:
                yield old
            taken.add(new)


def _joining_values(rule: AttributeRule, moved: Mapping[Value, str]) -> Iterator[Value]:
    own = {value: new for (name, value), new in moved.items() if name == rule.name}
    return ((rule.name, value) for value in _joining(own, rule.values))


def _refuse_moves(before: Schema, wanted: Schema, moved: Mapping[str, str]) -> None:
    for old, new in moved.items():
        layers = (before.label(old).layer, wanted.label(new).layer)
        if layers[0] != layers[1]:
            told = f"label {old} is of layer {layers[0]} and {new} of layer {layers[1]}"
            raise UserError("moved-label", f"{told}; a label stays in its layer: add one under another name")


def _keep_labels(data: dict[str, Any], before: Schema, kept: Collection[str]) -> None:
    """Take labels over as retired ones, with the attributes and relations they have."""
    held = tomllib.loads(before.toml)
    layers = {layer["name"] for layer in data["layers"]}
    for entry in held["labels"]:
        if entry["name"] in kept:
            data["labels"].append({**entry, "retired": True})
            if entry["layer"] not in layers:
                layers.add(entry["layer"])
                data["layers"] += [each for each in held["layers"] if each["name"] == entry["layer"]]
    for kind, sides in (("attributes", ("labels",)), ("relations", ("sources", "targets"))):
        there = {rule["name"]: rule for rule in data.setdefault(kind, [])}
        for rule in held.get(kind, []):
            mine = {side: [name for name in rule.get(side, []) if name in kept] for side in sides}
            if rule["name"] in there:
                for side, names in mine.items():
                    there[rule["name"]].setdefault(side, []).extend(names)
            elif kind == "attributes" and mine["labels"]:
                data[kind].append({**rule, **mine})


def _match_values(
    data: dict[str, Any],
    rule: AttributeRule,
    wanted: Schema,
    given: Mapping[Value, str],
    found: _Values,
    *,
    restoring: bool,
    forgotten: Collection[str | Value],
) -> None:
    """Say what becomes of the values of one attribute, and write it into the wanted data."""
    new = next((each for each in wanted.attributes if each.name == rule.name), None)
    if new is None or rule.kind != "choice" or new.kind != "choice":
        return
    olds, news = _Names(rule.values, rule.formerly or {}), _Names(new.values, new.formerly or {})
    own = {value: today for (name, value), today in given.items() if name == rule.name}
    moved, missing = _matched(olds, news, own, restoring=restoring)
    found.moved.update({(rule.name, old): today for old, today in moved.items() if old != today})
    missing = [value for value in missing if (rule.name, value) not in forgotten]
    found.kept.extend((rule.name, value) for value in missing)
    entry = next(each for each in data["attributes"] if each["name"] == rule.name)
    if missing:
        entry["values"] = [*entry["values"], *missing]
        entry["retired"] = [*entry.get("retired", []), *missing]
        titles = {v: t for v, t in (rule.value_titles_vi or {}).items() if v in missing}
        entry["value_titles_vi"] = {**titles, **entry.get("value_titles_vi", {})}
    formerly = dict(entry.get("formerly", {}))
    for today in entry["values"]:
        for name in _leading(today, moved, olds):
            if name not in entry["values"]:
                formerly.setdefault(name, today)
    if formerly:
        entry["formerly"] = formerly
