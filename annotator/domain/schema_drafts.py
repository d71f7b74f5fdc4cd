"""Schema drafts: a schema on the drawing board, its labels and values altered one by one before it holds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.schema import Schema
from annotator.domain.schema_texts import checked, schema_text

_NAME = re.compile("[A-Za-z][A-Za-z0-9_]{0,39}")
_SIDES = ("labels", "sources", "targets")


class SchemaDraft:
    """A copy of a schema's data to be altered; `labels` and `values` say what was renamed in it.

    Each alteration refuses by UserError what cannot be, and then changes nothing.
    """

    def __init__(self, before: Schema) -> None:
        self.before = before
        self._data: dict[str, Any] = tomllib.loads(before.toml)
        self._first = {entry["name"]: entry["name"] for entry in self._data["labels"]}
        self._first_values = {
            (rule["name"], value): value
            for rule in self._data.get("attributes", [])
            for value in rule.get("values", [])
        }

    @property
    def labels(self) -> dict[str, str]:
        """Return what labels of the schema before are called now, where that is another name."""
        return {first: now for now, first in self._first.items() if first and first != now}

    @property
    def values(self) -> dict[tuple[str, str], str]:
        """Return what values of the schema before are called now, by attribute and former name."""
        return {
            (name, first): now for (name, now), first in self._first_values.items() if first and first != now
        }

    def schema(self) -> Schema:
        """Return the schema as it is drafted; raise UserError `bad-schema` naming every problem."""
        made, problems = checked(self._data, schema_text(self._data))
        if problems:
            raise UserError("bad-schema", f"that cannot be: {'; '.join(problems)}")
        return made

    def alter(self, name: str, **fields: Any) -> None:
        """Give a label's entry other fields; an empty text or None takes a field away."""
        entry = self._label(name)
        entry.update(fields)
        for field, value in fields.items():
            if value in ("", None, False):
                del entry[field]

    def add(self, name: str, *, layer: str, like: str = "") -> None:
        """Add a label behind the others of its layer; it carries and links what the label `like` does."""
        self._refuse_name(name)
        entries = self._data["labels"]
        place = max((n for n, each in enumerate(entries, 1) if each["layer"] == layer), default=len(entries))
        entries.insert(place, {"name": name, "layer": layer, "code": self._free_code(name)})
        self._first[name] = ""
        for names in self._mentions():
            if like and like in names:
                names.append(name)

    def rename(self, name: str, new: str) -> None:
        """Call a label otherwise, in the attributes and relations that name it too."""
        if new == name:
            return
        entry = self._label(name)
        self._refuse_name(new, of=self._first[name])
        entry["name"] = new
        entry["formerly"] = [former for former in entry.get("formerly", []) if former != new]
        entry.setdefault("code", name[:3])
        self._first = {new if now == name else now: first for now, first in self._first.items()}
        for names in self._mentions():
            names[:] = [new if each == name else each for each in names]

    def drop(self, name: str) -> None:
        """Take away a label that was added to this very draft."""
        if self._first[name]:
            raise UserError("label-in-use", f"{name} may be in the history; retire it instead")
        self._data["labels"].remove(self._label(name))
        del self._first[name]
        for names in self._mentions():
            names[:] = [each for each in names if each != name]

    def add_value(self, attribute: str, value: str, *, title_vi: str = "") -> None:
        """Add a value to a closed vocabulary."""
        rule = self._choice(attribute)
        self._refuse_value(rule, value)
        rule["values"].append(value)
        self._first_values[attribute, value] = ""
        self.title_value(attribute, value, title_vi)

    def rename_value(self, attribute: str, value: str, new: str) -> None:
        """Call a value otherwise."""
        if new == value:
            return
        rule = self._choice(attribute)
        self._refuse_value(rule, new)
        for field in ("values", "retired"):
            if field in rule:
                rule[field] = [new if each == value else each for each in rule[field]]
        titles = rule.get("value_titles_vi", {})
        if value in titles:
            titles[new] = titles.pop(value)
        former = rule.get("formerly", {})
        rule["formerly"] = {old: new if now == value else now for old, now in former.items() if old != new}
        self._first_values[attribute, new] = self._first_values.pop((attribute, value))

    def title_value(self, attribute: str, value: str, title_vi: str) -> None:
        """Say what a value is called in Vietnamese; nothing for its name."""
        titles = self._choice(attribute).setdefault("value_titles_vi", {})
        titles.pop(value, None)
        if title_vi:
            titles[value] = title_vi

    def retire_value(self, attribute: str, value: str, *, retired: bool = True) -> None:
        """Offer a value no more, or again."""
        rule = self._choice(attribute)
        others = [each for each in rule.get("retired", []) if each != value]
        rule["retired"] = [*others, value] if retired else others
        if all(each in rule["retired"] for each in rule["values"]):
            rule["retired"] = others
            raise UserError("last-value", f"{attribute} needs a value that is offered; add another first")

    def _label(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] | None = next((e for e in self._data["labels"] if e["name"] == name), None)
        if found is None:
            raise UserError("unknown-label", f"the schema has no label {name}; check its spelling")
        return found

    def _choice(self, attribute: str) -> dict[str, Any]:
        for rule in self._data.get("attributes", []):
            if rule["name"] == attribute and rule.get("kind") == "choice":
                found: dict[str, Any] = rule
                return found
        raise UserError("unknown-attribute", f"the schema has no attribute {attribute} with values to choose")

    def _mentions(self) -> Iterator[list[str]]:
        """Yield every list of labels in the rules of attributes and relations."""
        for rule in (*self._data.get("attributes", []), *self._data.get("relations", [])):
            yield from (rule[side] for side in _SIDES if side in rule)

    def _refuse_name(self, name: str, *, of: str = "") -> None:
        if not _NAME.fullmatch(name):
            raise UserError("bad-name", "a name is a letter, then letters, digits and _, 40 at most")
        if name in self._first:
            raise UserError("name-taken", f"there is a label {name} already; choose another name")
        owner = self.before.renames.labels.get(name)
        if owner is not None and owner != of:
            raise UserError("name-taken", f"{name} is what {owner} was called; choose another name")

    def _refuse_value(self, rule: dict[str, Any], value: str) -> None:
        if not _NAME.fullmatch(value):
            raise UserError("bad-name", "a name is a letter, then letters, digits and _, 40 at most")
        if value in rule["values"]:
            raise UserError(
                "name-taken", f"{rule['name']} has the value {value} already; choose another name"
            )

    def _free_code(self, name: str) -> str:
        """Return a short code for a new label that no other has."""
        taken = {entry.get("code", entry["name"][:3]) for entry in self._data["labels"]}
        letters = name.upper()
        choices = [letters[:3], *(letters[:2] + more for more in letters[2:] + "0123456789")]
        return next(code for code in [*choices, letters] if code not in taken)
