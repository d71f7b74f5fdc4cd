"""Marks: labelled ranges written into a text as `⟦LABEL#id;key=value|surface⟧`, and taken out again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

OPEN, CLOSE = "⟦", "⟧"
ID = re.compile(r"[a-z][0-9]+")

_BRACKET = re.compile(f"[{OPEN}{CLOSE}]")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_UNSAFE = re.compile(r"[;|=\\⟦⟧\x00-\x1f\x7f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: label, id (empty when it has none), keys with values, and `[start, end)` in the bare text.

    `line` is its line in the marked file, from 1; 0 for marks not read from a file.
    """

    label: str
    start: int
    end: int
    id: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked text taken apart: the bare text, its marks in order, and what is wrong with it by line."""

    text: str
    marks: tuple[Mark, ...] = ()
    problems: tuple[tuple[int, str], ...] = ()


def can_be_marked(text: str) -> bool:
    """Tell whether a text holds neither bracket of a mark itself."""
    return _BRACKET.search(text) is None


def escaped(value: str) -> str:
    r"""Write a value so that no character of it can end it: `\u003b` for a semicolon, and so on."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", value)


def unescaped(value: str) -> str:
    """Read a value as `escaped` wrote it; a backslash that begins no escape stands for itself."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), value)


def rendered(text: str, marks: Iterable[Mark]) -> str:
    """Return the text with its marks written in; raise ValueError where two marks overlap."""
    pieces: list[str] = []
    done = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        if mark.start < done:
            raise ValueError("marks overlap")
        keys = "".join(f";{key}={escaped(value)}" for key, value in mark.keys)
        head = f"{mark.label}#{mark.id}" if mark.id else mark.label
        pieces += [text[done : mark.start], OPEN, head, keys, "|", text[mark.start : mark.end], CLOSE]
        done = mark.end
    return "".join([*pieces, text[done:]])


def parsed(marked: str) -> Marked:
    """Take a marked text apart; every problem is named with its line, and a broken mark is left out."""
    pieces: list[str] = []
    marks: list[Mark] = []
    problems: list[tuple[int, str]] = []
    length = at = counted = 0
    line = 1
    while (bracket := _BRACKET.search(marked, at)) is not None:
        line += marked.count("\n", counted, bracket.start())
        counted = bracket.start()
        pieces.append(marked[at:counted])
        length += counted - at
        at = bracket.end()
        if bracket[0] == CLOSE:
            problems.append((line, f"a {CLOSE} closes nothing; remove it"))
            continue
        inner, at = _inner(marked, at, line, problems)
        header, bar, surface = inner.partition("|")
        if not bar:
            problems.append((line, f"a mark has no |; write {OPEN}LABEL|text{CLOSE}"))
            surface = ""
        elif not surface:
            problems.append((line, "a mark holds no text; remove it"))
        else:
            marks.append(_mark(header, length, length + len(surface), line, problems))
        pieces.append(surface)
        length += len(surface)
    return Marked("".join([*pieces, marked[at:]]), tuple(marks), tuple(problems))


def _inner(marked: str, at: int, line: int, problems: list[tuple[int, str]]) -> tuple[str, int]:
    """Return what stands in a mark that opens before `at`, and where to go on."""
    end = _BRACKET.search(marked, at)
    if end is None:
        problems.append((line, f"a mark is not closed; add its {CLOSE}"))
        return marked[at:], len(marked)
    if end[0] == OPEN:
        problems.append((line, "a mark stands inside another; marks of one file may not nest"))
        return marked[at : end.start()], end.start()
    return marked[at : end.start()], end.end()


def _mark(header: str, start: int, end: int, line: int, problems: list[tuple[int, str]]) -> Mark:
    """Read the header of a mark: its label, id and keys."""
    head, *fields = header.split(";")
    label, sharp, name = head.partition("#")
    if sharp and not ID.fullmatch(name):
        problems.append((line, "an id is not one small letter and digits, as in f12"))
        name = ""
    keys: dict[str, str] = {}
    for field in fields:
        key, equals, value = field.partition("=")
        if not equals:
            problems.append((line, "a key has no value; write key=value"))
        elif key in keys:
            problems.append((line, "a key stands twice in one mark"))
        else:
            keys[key] = unescaped(value)
    return Mark(label, start, end, name, tuple(keys.items()), line)
