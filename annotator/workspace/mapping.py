"""Mapping: labels of other programs taken for labels of the schema, as an import asks."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError, no_file
from annotator.whole_files import whole_file

if TYPE_CHECKING:
    from annotator.domain.schema import Schema
    from annotator.formats.base import ParsedReport

TABLE = "labels"
"""The table of a mapping file in which a foreign label stands with ours: `PER = "PERSON"`."""

_LARGEST = 1


def mapping_from(words: Iterable[str], file: Path | None, schema: Schema) -> dict[str, str]:
    """Return foreign labels with ours, of words `PER=PERSON` and of a file; the words win.

    Raises UserError `bad-mapping` for what is no pair, and for a label the schema does not have.
    """
    found = _of_file(file) if file is not None else {}
    for word in words:
        foreign, sign, ours = word.partition("=")
        if not (foreign and sign and ours):
            raise UserError("bad-mapping", f"{word} is no pair of labels; write it as PER=PERSON")
        found[foreign] = ours
    unknown = sorted({ours for ours in found.values() if ours not in schema.by_name})
    if unknown:
        known = ", ".join(label.name for label in schema.labels)
        raise UserError("bad-mapping", f"the schema has no label {', '.join(unknown)}; it has {known}")
    return found


def write_mapping(path: Path, mapping: Mapping[str, str]) -> None:
    """Write foreign labels with ours as a mapping file; raise UserError `cannot-write` or `disk-full`."""
    with whole_file(path) as file:
        file.write(f"[{TABLE}]\n")
        file.writelines(f"{_quoted(name)} = {_quoted(ours)}\n" for name, ours in sorted(mapping.items()))


def schema_with(schema: Schema, mapping: Mapping[str, str]) -> Schema:
    """Return a schema that knows the foreign labels too, each as the label it stands for."""
    foreign = {name: ours for name, ours in mapping.items() if name not in schema.by_name}
    if not foreign:
        return schema

    def widened(names: tuple[str, ...]) -> tuple[str, ...]:
        return (*names, *(name for name, ours in foreign.items() if ours in names))

    return replace(
        schema,
        labels=(
            *schema.labels,
            *(replace(schema.label(ours), name=name) for name, ours in foreign.items()),
        ),
        attributes=tuple(replace(rule, labels=widened(rule.labels)) for rule in schema.attributes),
        relations=tuple(
            replace(rule, sources=widened(rule.sources), targets=widened(rule.targets))
            for rule in schema.relations
        ),
    )


def mapped(parsed: ParsedReport, mapping: Mapping[str, str]) -> ParsedReport:
    """Return a report with every foreign label turned into ours."""
    if not mapping:
        return parsed
    spans = tuple(replace(span, label=mapping.get(span.label, span.label)) for span in parsed.spans)
    return replace(parsed, spans=spans)


def _quoted(word: str) -> str:
    """Return a word as TOML quotes it, which is as JSON does but for the sign of deleting."""
    return json.dumps(word, ensure_ascii=False).replace("\x7f", "\\u007f")


def _of_file(path: Path) -> dict[str, str]:
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise no_file(path)
    try:
        if path.stat().st_size > _LARGEST << 20:
            raise UserError("too-large", f"{path} is larger than {_LARGEST} MB; split it and retry")
        held = tomllib.loads(path.read_text(encoding="utf-8")).get(TABLE)
    except FileNotFoundError as error:
        raise UserError("missing-file", f"there is no file {path}; check the path and retry") from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UserError("bad-mapping", f"{path} is not a mapping file in TOML; mend it and retry") from error
    if not isinstance(held, dict) or not all(isinstance(ours, str) for ours in held.values()):
        raise UserError("bad-mapping", f'{path} has no table [{TABLE}] with lines such as PER = "PERSON"')
    return dict(held)
