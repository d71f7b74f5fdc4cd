"""Make canonical text of decoded text, and say where every code point came from."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

_BOM = "\ufeff"
# Code points that normalising never changes and that never join the one before them.
_PLAIN = "\x00-\u02ff\u1e00-\u1eff\u2010-\u2029"
_MAY_MOVE = re.compile(rf"\r\n?|[{_PLAIN}]?[^{_PLAIN}]+")


@dataclass(frozen=True, slots=True)
class Move:
    """A stretch that canonical text writes otherwise: both ranges half-open, in code points."""

    original_start: int
    original_end: int
    canonical_start: int
    canonical_end: int


@dataclass(frozen=True)
class OffsetMap:
    """Positions before and after canonicalising; holds only the stretches that changed, in order.

    A position inside a changed stretch goes as far into its counterpart as that one is long.
    """

    moves: tuple[Move, ...]
    _originals: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _canonicals: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_originals", tuple(move.original_start for move in self.moves))
        object.__setattr__(self, "_canonicals", tuple(move.canonical_start for move in self.moves))

    def to_canonical(self, position: int) -> int:
        """Turn a code-point position of the original text into one of the canonical text."""
        at = bisect_right(self._originals, position) - 1
        if at < 0:
            return position
        move = self.moves[at]
        if position >= move.original_end:
            return move.canonical_end + position - move.original_end
        return min(move.canonical_start + position - move.original_start, move.canonical_end)

    def to_original(self, position: int) -> int:
        """Turn a code-point position of the canonical text into one of the original text."""
        at = bisect_right(self._canonicals, position) - 1
        if at < 0:
            return position
        move = self.moves[at]
        if position >= move.canonical_end:
            return move.original_end + position - move.canonical_end
        return min(move.original_start + position - move.canonical_start, move.original_end)


@dataclass(frozen=True, slots=True)
class Canonical:
    """Canonical text, and the offset map where anything moved (None where nothing did)."""

    text: str
    offsets: OffsetMap | None


def canonical(raw: str) -> Canonical:
    """Return text in NFC with LF line ends and no byte-order mark; nothing else changes."""
    if "\r" not in raw and not raw.startswith(_BOM) and unicodedata.is_normalized("NFC", raw):
        return Canonical(raw, None)
    parts: list[str] = []
    moves: list[Move] = []
    read = written = 0
    for start, end, new in _changes(raw):
        parts += (raw[read:start], new)
        written += start - read
        moves.append(Move(start, end, written, written + len(new)))
        written += len(new)
        read = end
    parts.append(raw[read:])
    return Canonical("".join(parts), OffsetMap(tuple(moves)) if moves else None)


def _changes(raw: str) -> Iterator[tuple[int, int, str]]:
    """Yield each stretch that is written otherwise, with what it becomes."""
    body = len(raw) - len(raw.lstrip(_BOM))
    if body:
        yield 0, body, ""
    for found in _MAY_MOVE.finditer(raw, body):
        old = found.group()
        if old[0] == "\r":
            yield found.start(), found.start() + len(old), "\n"
        elif not unicodedata.is_normalized("NFC", old):
            yield from _recomposed(old, found.start())


def _recomposed(stretch: str, at: int) -> Iterator[tuple[int, int, str]]:
    """Yield the changed clusters of a stretch: a starter with all that normalising may join to it."""
    start = 0
    for end in range(1, len(stretch) + 1):
        if end < len(stretch) and not _is_border(stretch, start, end):
            continue
        new = unicodedata.normalize("NFC", stretch[start:end])
        if new != stretch[start:end]:
            yield at + start, at + end, new
        start = end


def _is_border(stretch: str, start: int, at: int) -> bool:
    """Tell whether normalising keeps the cluster from `start` apart from the code point `at`."""
    if unicodedata.combining(stretch[at]):
        return False
    before = unicodedata.normalize("NFC", stretch[start:at])
    after = unicodedata.normalize("NFC", stretch[at])
    return unicodedata.normalize("NFC", stretch[start : at + 1]) == before + after
