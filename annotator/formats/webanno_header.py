"""The header of WebAnno's TSV: which columns of a line belong to which layer, and what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["span", "chain", "relation"]

_FORMAT = re.compile(r"#FORMAT=WebAnno TSV 3(?:\.\d+)?")
_LAYER = re.compile(r"#T_(SP|CH|RL)=([^|]+)(.*)")
_KINDS: dict[str, Kind] = {"SP": "span", "CH": "chain", "RL": "relation"}
_BASE, _ROLE = "BT_", "ROLE_"


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of spans, of chains or of relations, and the names of its columns; `first` counts from 0.

    A layer without features has one column without a name. `base` is the layer whose spans a relation links.
    """

    kind: Kind
    type: str
    first: int
    columns: tuple[str, ...]
    base: str = ""

    @property
    def word(self) -> str:
        """Return the last part of the name of its type, which stands for a label where there is none."""
        return self.type.rpartition(".")[2]

    @property
    def plain(self) -> list[tuple[int, str]]:
        """Return number and name of the columns that hold values; those of slots and of references do not."""
        return [
            (self.first + at, name)
            for at, name in enumerate(self.columns)
            if not name.startswith((_ROLE, _BASE)) and not self._is_target(at)
        ]

    @property
    def roles(self) -> list[int]:
        """Return the numbers of the columns that hold slots."""
        return [self.first + at for at, name in enumerate(self.columns) if name.startswith(_ROLE)]

    def _is_target(self, at: int) -> bool:
        return at > 0 and self.columns[at - 1].startswith(_ROLE)


def is_webanno(line: str) -> bool:
    """Tell whether the first line of a file is that of a WebAnno TSV of version 3."""
    return _FORMAT.fullmatch(line.rstrip()) is not None


def layers_of(lines: Iterable[str]) -> list[Layer] | None:
    """Return the layers that the lines of a header declare; None where a line declares nothing."""
    found: list[Layer] = []
    first = 0
    for line in lines:
        declared = _LAYER.fullmatch(line)
        if declared is None:
            return None
        columns = tuple(name for name in declared[3].split("|") if name) or ("",)
        base = columns[-1].removeprefix(_BASE) if declared[1] == "RL" else ""
        found.append(Layer(_KINDS[declared[1]], declared[2], first, columns, base))
        first += len(columns)
    return found
