"""Schemas as TOML: read whole or refused with every problem at once, and written back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.schema import KINDS, AttributeRule, Label, RelationRule, Schema

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_BARE = re.compile("[A-Za-z0-9_-]+")
_LONG = 60
"""Characters from which a text of several lines is written as such."""


def schema_from(data: Mapping[str, Any], toml: str) -> Schema:
    """Build a schema from parsed TOML; raise UserError `bad-schema` naming every problem at once."""
    made, problems = checked(data, toml)
    if problems:
        raise UserError(
            "bad-schema", f"the schema cannot be used: {'; '.join(problems)}; mend the file and retry"
        )
    return made


def checked(data: Mapping[str, Any], toml: str) -> tuple[Schema, list[str]]:
    """Build a schema from parsed TOML, and return with it what is wrong with it: a line each."""
    problems: list[str] = []
    layers = {layer.get("name", "") for layer in data.get("layers", [])}
    labels = tuple(_label(entry, layers, problems) for entry in data.get("labels", []))
    names = {label.name for label in labels}
    attributes = tuple(_attribute(entry, names, problems) for entry in data.get("attributes", []))
    relations = tuple(_relation(entry, names, problems) for entry in data.get("relations", []))
    _check_unique("label", [label.name for label in labels], problems)
    _check_keys(labels, problems)
    _check_former(labels, problems)
    _check_unique("code", [label.code for label in labels if not label.retired], problems)
    _check_unique("code_vi", [each.code_vi for each in labels if each.code_vi and not each.retired], problems)
    _check_unique("attribute", [rule.name for rule in attributes], problems)
    if not labels:
        problems.append("it has no labels")
    name, version = str(data.get("name", "")), int(data.get("version", 1))
    return Schema(name, version, labels, attributes, relations, toml), problems


def _label(entry: Mapping[str, Any], layers: set[str], problems: list[str]) -> Label:
    name = _name("label", entry, problems)
    if entry.get("layer") not in layers:
        problems.append(f"label {name} names the unknown layer {entry.get('layer')!r}")
    for side in ("colour", "colour_dark"):
        if not _COLOUR.fullmatch(str(entry.get(side, "#000000"))):
            problems.append(f"the {side} of label {name} is not written #rrggbb")
    return Label(
        name=name,
        layer=str(entry.get("layer", "")),
        code=str(entry.get("code", name[:3])),
        key=str(entry.get("key", "")),
        colour=str(entry.get("colour", "#555b63")),
        colour_dark=str(entry.get("colour_dark", entry.get("colour", "#aeb6c0"))),
        title=str(entry.get("title", name)),
        title_vi=str(entry.get("title_vi", name)),
        description=str(entry.get("description", "")),
        code_vi=str(entry.get("code_vi", "")),
        guideline=str(entry.get("guideline", "")).strip(),
        guideline_vi=str(entry.get("guideline_vi", "")).strip(),
        retired=entry.get("retired") is True,
        formerly=tuple(str(former) for former in entry.get("formerly", [])),
    )


def _attribute(entry: Mapping[str, Any], names: set[str], problems: list[str]) -> AttributeRule:
    labels = tuple(str(label) for label in entry.get("labels", []))
    name = _name("attribute", entry, problems)
    values = tuple(str(value) for value in entry.get("values", []))
    kind = str(entry.get("kind", "text"))
    if kind not in KINDS:
        problems.append(f"attribute {name} is of the unknown kind {kind!r}")
    if kind == "choice" and not values:
        problems.append(f"attribute {name} is a choice without values")
    problems.extend(
        f"attribute {name} names the unknown label {label}" for label in labels if label not in names
    )
    _check_unique(f"value of {name}", list(values), problems)
    retired, formerly = _past("attribute", name, values, entry, problems)
    return AttributeRule(
        name=name,
        labels=labels,
        kind=kind,
        values=values,
        title=str(entry.get("title", name)),
        title_vi=str(entry.get("title_vi", name)),
        value_titles_vi={str(k): str(v) for k, v in entry.get("value_titles_vi", {}).items()},
        retired=retired,
        formerly=formerly,
    )


def _past(
    what: str, name: str, values: tuple[str, ...], entry: Mapping[str, Any], problems: list[str]
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Read which values are retired and what others are called today."""
    retired = tuple(str(value) for value in entry.get("retired", []))
    formerly = {str(old): str(new) for old, new in entry.get("formerly", {}).items()}
    unknown = [value for value in (*retired, *formerly.values()) if value not in values]
    problems.extend(f"{what} {name} has no value {value}" for value in dict.fromkeys(unknown))
    problems.extend(
        f"{what} {name} has the value {old}, not only formerly" for old in formerly if old in values
    )
    return retired, formerly


def _relation(entry: Mapping[str, Any], names: set[str], problems: list[str]) -> RelationRule:
    name = _name("relation", entry, problems)
    ends = [tuple(str(label) for label in entry.get(side, [])) for side in ("sources", "targets")]
    problems.extend(
        f"relation {name} names the unknown label {label}"
        for side in ends
        for label in side
        if label not in names
    )
    return RelationRule(
        name=name,
        sources=ends[0],
        targets=ends[1],
        many=bool(entry.get("many", False)),
        title=str(entry.get("title", name)),
        title_vi=str(entry.get("title_vi", name)),
    )


def _name(what: str, entry: Mapping[str, Any], problems: list[str]) -> str:
    name = str(entry.get("name", ""))
    if not name.strip():
        problems.append(f"a {what} has no name")
    return name


def _check_unique(what: str, words: list[str], problems: list[str]) -> None:
    problems.extend(
        f"the {what} {word} stands twice" for word in sorted({w for w in words if words.count(w) > 1})
    )


def _check_keys(labels: Sequence[Label], problems: list[str]) -> None:
    """Name both labels where two have the same key; a retired label has none."""
    held: dict[str, str] = {}
    for label in labels:
        if label.key and not label.retired:
            if label.key in held:
                problems.append(f"the key {label.key} is that of {held[label.key]} and of {label.name}")
            held.setdefault(label.key, label.name)


def _check_former(labels: Sequence[Label], problems: list[str]) -> None:
    names = {label.name for label in labels}
    former = [name for label in labels for name in label.formerly]
    problems.extend(f"label {name} is there, not only formerly" for name in former if name in names)
    _check_unique("former name", former, problems)


def schema_text(data: Mapping[str, Any]) -> str:
    """Return a schema's data as TOML text: what `tomllib` reads as the same data; comments are not kept."""
    parts = [f"{_key(name)} = {_value(held)}" for name, held in data.items() if not _is_table(held)]
    for name, held in data.items():
        if isinstance(held, Mapping):
            parts.append("\n".join(["", f"[{_key(name)}]", *_lines(held)]))
        elif _is_table(held):
            parts += ["\n".join(["", f"[[{_key(name)}]]", *_lines(entry)]) for entry in held]
    return "\n".join(parts) + "\n"


def _is_table(held: object) -> bool:
    if isinstance(held, Mapping):
        return True
    return isinstance(held, list) and bool(held) and all(isinstance(each, Mapping) for each in held)


def _lines(entry: Mapping[str, Any]) -> Iterator[str]:
    for name, held in entry.items():
        yield f"{_key(name)} = {_value(held, multiline=True)}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _value(held: Any, *, multiline: bool = False) -> str:
    if isinstance(held, bool):
        return "true" if held else "false"
    if isinstance(held, str):
        return _paragraphs(held) if multiline and "\n" in held and len(held) > _LONG else _quoted(held)
    if isinstance(held, list | tuple):
        return f"[{', '.join(map(_value, held))}]"
    if isinstance(held, Mapping):
        inside = ", ".join(f"{_key(name)} = {_value(value)}" for name, value in held.items())
        return f"{{ {inside} }}" if inside else "{}"
    return held.isoformat() if hasattr(held, "isoformat") else str(held)


def _quoted(text: str) -> str:
    # JSON's escapes are TOML's, but for the one control character JSON leaves as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _paragraphs(text: str) -> str:
    """Return a text of several lines between three quotes, each line as it is read."""
    return '"""\n' + _quoted(text)[1:-1].replace("\\n", "\n") + '"""'
