"""Rows of a bundle: a report's journal and review as a JSON object, and back with every field checked."""

from __future__ import annotations

import json
import math
import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from annotator.domain.bundles import BundleReport, Kind, Person, Role
from annotator.domain.disputes import Answer, Resolution
from annotator.domain.edits import Edit, Fragment
from annotator.domain.history import EDIT, REDO, UNDO, Entry
from annotator.domain.reports import text_sha256
from annotator.domain.strings import name_fault, on_one_line, words_fault
from annotator.store.resolutions import packed_ruling, unpacked_ruling
from annotator.store.rows import packed, unpacked

MOST_CLOCK = 1 << 48
"""Clocks beyond this are no journal's: they would leave no room to count on."""

_KINDS: Mapping[str, Kind] = {"person": "person", "extractor": "extractor", "model": "model"}
_ROLES: Mapping[str, Role] = {"analyst": "analyst", "reviewer": "reviewer"}
_ID = re.compile(r"[0-9a-f]{32}")
_SPAN_TEXTS = ("id", "layer", "label", "state")
_SPAN_GIVEN = {
    *_SPAN_TEXTS,
    "start",
    "end",
    "attributes",
    "score",
    "extractor",
    "evidence",
    "note",
    "flagged",
}


def person_object(person: Person) -> dict[str, str]:
    """Return an author as a bundle has them."""
    return {"name": person.name, "kind": person.kind, "role": person.role}


def person_from(given: object) -> Person:
    """Read an author; raise ValueError that says what is wrong."""
    held = _object(given, "an author")
    kind, role = _KINDS.get(_text(held, "kind")), _ROLES.get(_text(held, "role"))
    if kind is None or role is None:
        raise ValueError("an author is of no known kind or role")
    return Person(_name(held, "name"), kind, role)


def report_object(report: BundleReport) -> dict[str, Any]:
    """Return a report as a bundle has it."""
    return {
        "id": report.id,
        "name": report.name,
        "text": report.text,
        "assignees": list(report.assignees),
        "entries": [_entry_object(entry) for entry in report.entries],
        "resolutions": [_resolution_object(row) for row in report.resolutions],
    }


def report_from(given: object) -> BundleReport:
    """Read a report; raise ValueError that says what is wrong, and where, without any of its text."""
    held = _object(given, "a report")
    # A report's text is what it is, and no project's own unless one has it already.
    text = held.get("text", "")
    if not isinstance(text, str):
        raise ValueError("text is no text")
    report_id = text_sha256(text)[:16]
    if held.get("id") != report_id:
        raise ValueError("its text is not the one its work was done on")
    entries = [_entry_from(each, report_id, len(text)) for each in _list(held, "entries")]
    rows = [_resolution_from(each, report_id, len(text)) for each in _list(held, "resolutions")]
    assignees = [_short(name, "an assignee") for name in _list(held, "assignees")]
    ids = [each.id for each in entries] + [row.id for row in rows]
    if len(set(ids)) < len(ids):
        raise ValueError("two of its entries have the same id")
    name = on_one_line(_text(held, "name"))
    return BundleReport(report_id, name, text, tuple(entries), tuple(rows), tuple(assignees))


def _entry_object(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "set": entry.set_author,
        "author": entry.author,
        "device": entry.device,
        "clock": entry.clock,
        "at": entry.at,
        "batch": entry.batch,
        "action": entry.action,
        "label": entry.edit.label,
        "before": _loaded(packed(entry.edit.before)),
        "after": _loaded(packed(entry.edit.after)),
        "answers": list(entry.answers),
        "reverts": entry.reverts,
        "seconds": entry.seconds,
        "reason": entry.reason,
    }


def _entry_from(given: object, report_id: str, length: int) -> Entry:
    held = _object(given, "an entry")
    sides = [_fragment(held.get(side), length) for side in ("before", "after")]
    seconds = held.get("seconds")
    if seconds is not None and not (_is_number(seconds) and 0 <= seconds < MOST_CLOCK):
        raise ValueError("the seconds of an entry are no number")
    return Entry(
        **_stamps(held),
        report_id=report_id,
        set_author=_name(held, "set"),
        edit=Edit(_text(held, "label", empty=True), *sides),
        answers=tuple(_short(each, "an answer") for each in _list(held, "answers")),
        seconds=None if seconds is None else float(seconds),
        reason=_text(held, "reason", empty=True),
    )


def _stamps(held: Mapping[str, Any]) -> dict[str, Any]:
    """Read what journal and review have in common: who wrote a row, where, when, as what."""
    clock, action = held.get("clock"), held.get("action")
    if type(clock) is not int or not 0 < clock < MOST_CLOCK:
        raise ValueError("the clock of an entry is no count")
    if action not in (EDIT, UNDO, REDO):
        raise ValueError("an entry is neither edit, undo nor redo")
    entry_id, at = _text(held, "id"), _text(held, "at")
    reverts = _text(held, "reverts", empty=True)
    if not _ID.fullmatch(entry_id) or (reverts and not _ID.fullmatch(reverts)):
        raise ValueError("the id of an entry is no UUID")
    if bool(reverts) != (action != EDIT):
        raise ValueError("an entry does not say rightly what it takes back")
    datetime.fromisoformat(at)
    return {
        "id": entry_id,
        "author": _name(held, "author"),
        "device": _short(held.get("device"), "a device"),
        "clock": clock,
        "at": at,
        "batch": _short(held.get("batch"), "a batch"),
        "action": action,
        "reverts": reverts,
    }


def _fragment(given: object, length: int) -> Fragment:
    held = _object(given, "one side of an entry")
    if set(held) - {"spans", "relations", "finished"}:
        raise ValueError("one side of an entry holds what is not known")
    for span in _list(held, "spans"):
        _check_span(span, length)
    for link in _list(held, "relations"):
        if not (isinstance(link, list) and len(link) == 3):
            raise ValueError("a relation is not three names")
        for part in link:
            _short(part, "a name in a relation")
    if type(held.get("finished", False)) is not bool:
        raise ValueError("finished is neither true nor false")
    fragment: Fragment = _tried(lambda: unpacked(json.dumps(held)), "a span cannot be read")
    if len({span.id for span in fragment.spans}) < len(fragment.spans):
        raise ValueError("two spans of an entry have the same id")
    return fragment


def _check_span(given: object, length: int) -> None:
    held = _object(given, "a span")
    if set(held) - _SPAN_GIVEN:
        raise ValueError("a span holds what is not known")
    for name in _SPAN_TEXTS:
        _short(held.get(name), f"the {name} of a span")
    if not _is_range(held.get("start"), held.get("end"), length):
        raise ValueError("a span lies outside its text")
    attributes, score = held.get("attributes", {}), held.get("score")
    _check_attributes(attributes, "a span")
    if score is not None and not (_is_number(score) and 0 <= score <= 1):
        raise ValueError("the score of a span is no share")
    for name in ("extractor", "note"):
        _text(held, name, empty=True)
    if type(held.get("flagged", False)) is not bool:
        raise ValueError("the flag of a span is neither true nor false")
    if "evidence" in held:
        _check_evidence(held["evidence"], length)


def _check_evidence(given: object, length: int) -> None:
    if not (isinstance(given, list) and len(given) in (3, 4) and all(map(_is_words, given[:2]))):
        raise ValueError("the evidence of a span cannot be read")
    pieces = given[2] if isinstance(given[2], list) else [None]
    for piece in pieces:
        if not (isinstance(piece, list) and len(piece) == 3 and _is_words(piece[0])):
            raise ValueError("the evidence of a span cannot be read")
        if not _is_range(piece[1], piece[2], length):
            raise ValueError("the evidence of a span lies outside its text")
    if len(given) == 4:
        first = given[3]
        if not (isinstance(first, list) and len(first) == 4 and _is_words(first[0])):
            raise ValueError("the first proposal of a span cannot be read")
        _check_attributes(first[3], "a first proposal")
        if not _is_range(first[1], first[2], length):
            raise ValueError("the first proposal of a span lies outside its text")


def _resolution_object(row: Resolution) -> dict[str, Any]:
    return {
        "id": row.id,
        "author": row.author,
        "device": row.device,
        "clock": row.clock,
        "at": row.at,
        "batch": row.batch,
        "action": row.action,
        "reverts": row.reverts,
        "dispute": row.dispute,
        "answer": row.answer.value,
        "ruling": _loaded(packed_ruling(row.ruling)),
        "reason": row.reason,
        "comment": row.comment,
    }


def _resolution_from(given: object, report_id: str, length: int) -> Resolution:
    held = _object(given, "a resolution")
    ruling = _object(held.get("ruling"), "a ruling")
    if ruling.get("end") and not _is_range(ruling.get("start", 0), ruling["end"], length):
        raise ValueError("a resolution lies outside its text")
    for said in _list(ruling, "spans"):
        _check_statement(said, length)
    made = _tried(lambda: unpacked_ruling(json.dumps(ruling)), "a resolution cannot be read")
    if not all(_is_words(text) for text in (made.layer, made.rule, *made.authors)):
        raise ValueError("a resolution cannot be read")
    return Resolution(
        **_stamps(held),
        report_id=report_id,
        dispute=_text(held, "dispute", empty=True),
        answer=_tried(lambda: Answer(_text(held, "answer")), "a resolution answers what is not known"),
        ruling=made,
        reason=_text(held, "reason", empty=True),
        comment=_text(held, "comment", empty=True),
    )


def _check_statement(given: object, length: int) -> None:
    held = _object(given, "a statement")
    for name in ("id", "layer", "label"):
        _text(held, name, empty=name == "id")
    attributes = held.get("attributes", {})
    if not _is_range(held.get("start"), held.get("end"), length):
        raise ValueError("a resolution lies outside its text")
    _check_attributes(attributes, "a resolution")
    for link in _list(held, "links"):
        texts = isinstance(link, list) and len(link) == 5 and [link[0], link[1], link[4]]
        if not texts or not all(_is_words(text) for text in texts):
            raise ValueError("a link of a resolution cannot be read")
        if not _is_range(link[2], link[3], length):
            raise ValueError("a resolution lies outside its text")


def _loaded(text: str | bytes) -> Any:
    return json.loads(text if isinstance(text, str) else zlib.decompress(text))


def _tried(read: Callable[[], Any], wrong: str) -> Any:
    try:
        return read()
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(wrong) from error


def _object(given: object, what: str) -> Mapping[str, Any]:
    if not isinstance(given, dict):
        raise ValueError(f"{what} is no object")
    return given


def _list(held: Mapping[str, Any], name: str) -> Iterable[Any]:
    given = held.get(name, [])
    if not isinstance(given, list):
        raise ValueError(f"{name} is no list")
    return given


def _text(held: Mapping[str, Any], name: str, *, empty: bool = False) -> str:
    given = held.get(name, "")
    if not isinstance(given, str) or not (given or empty):
        raise ValueError(f"{name} is no text")
    if fault := words_fault(given):
        raise ValueError(f"{name} {fault}")
    return given


def _name(held: Mapping[str, Any], name: str) -> str:
    return _short(held.get(name), name)


def _short(given: object, what: str) -> str:
    if not isinstance(given, str) or not given.strip() or name_fault(given):
        raise ValueError(f"{what} is no name")
    return given


def _is_words(given: object) -> bool:
    return isinstance(given, str) and not words_fault(given)


def _check_attributes(given: object, whose: str) -> None:
    if not isinstance(given, dict) or not all(_is_words(text) for pair in given.items() for text in pair):
        raise ValueError(f"the attributes of {whose} are no texts")


def _is_number(given: object) -> bool:
    # A whole number may have more digits than a float holds: only floats are asked whether they are finite.
    return type(given) is int or (type(given) is float and math.isfinite(given))


def _is_range(start: object, end: object, length: int) -> bool:
    if type(start) is not int or type(end) is not int:
        return False
    return 0 <= start < end <= length
