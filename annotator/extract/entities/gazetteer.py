"""Administrative units of Viet Nam, before and after the 2025 changes, from underthesea's installed data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.extract.entities.pages import words_of
from annotator.extract.lexicons import Phrases

TIERS = {
    "tỉnh": 1,
    "thành phố": 1,
    "huyện": 2,
    "quận": 2,
    "thị xã": 2,
    "xã": 3,
    "phường": 3,
    "thị trấn": 3,
    "đặc khu": 3,
}


@dataclass(slots=True)
class Unit:
    """What one name stands for: the type words it is used with, and the provinces it lies in."""

    name: str
    types: set[str]
    provinces: set[str]

    @property
    def is_province(self) -> bool:
        """Tell whether the name is, or was, a province's."""
        return self.name in self.provinces

    @property
    def is_district(self) -> bool:
        """Tell whether the name is a district's or a town's."""
        return bool(self.types & {"huyện", "quận", "thị xã", "thành phố"})


@cache
def units() -> Phrases[Unit]:
    """Return all names of provinces, districts and communes, by folded words without their type word."""
    known: dict[tuple[str, ...], Unit] = {}
    for kind, name, province in _records(_mapping()):
        home, words = " ".join(_words(province)), _words(name)
        is_home = home == " ".join(words)
        for key in _spellings(words):
            unit = known.get(key)
            if unit is None:
                unit = known[key] = Unit(" ".join(key), set(), set())
            unit.types.add(kind)
            unit.provinces.add(home)
            if is_home:
                unit.provinces.add(unit.name)
    return Phrases(known.items())


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(words_of(name))


_ALIKE = ({"đắk", "đăk", "đắc", "dak"}, {"lắk", "lăk", "lak"}, {"kạn", "cạn"}, {"quy", "qui"}, {"ya", "yă"})
_VARIED = frozenset().union(*_ALIKE)


def _spellings(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a name and its other spellings (`Đắk Lắk`, `Đăk Lăk`)."""
    if len(key) < 2 or _VARIED.isdisjoint(key):
        yield from [key] if key else []
        return
    yield from product(*(next((sorted(alike) for alike in _ALIKE if word in alike), [word]) for word in key))


def _records(mapping: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each unit's type word, bare name and province, each once."""
    seen: set[tuple[str, str, str]] = set()
    for table in ("province_names", "old_province_names"):
        for entry in mapping[table].values():
            kind = "thành phố" if entry["name"].startswith("Thành phố") else "tỉnh"
            seen.update({(kind, entry["short"], entry["short"]), ("tỉnh", entry["short"], entry["short"])})
    for row in mapping["ward_mapping"]:
        old, new = _bare(row["old_province"])[1], _bare(row["new_province"])[1]
        for field, province in (("old_district", old), ("old_ward", old), ("new_ward", new)):
            kind, name = _bare(row[field])
            if kind and name:
                seen.add((kind, name, province))
    yield from seen


@cache
def _bare(full: str) -> tuple[str, str]:
    """Split `Huyện Na Rì` into `huyện` and `Na Rì`; the type is empty where none is known."""
    lower = full.lower()
    for kind in TIERS:
        if lower.startswith(kind + " "):
            return kind, full[len(kind) + 1 :].strip()
    return "", full.strip()


def _mapping() -> dict[str, Any]:
    """Read the address data of the installed underthesea, without importing it (that takes seconds)."""
    spec = find_spec("underthesea")
    path = Path(spec.origin).parent / "address" / "data" / "mapping.json" if spec and spec.origin else None
    if path is None or not path.exists():
        raise UserError(
            "missing-gazetteer", "underthesea's address data is not installed; install the program again"
        )
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data
