"""The lexicons of the entity rules as tries over folded words, loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from annotator.extract.entities.gazetteer import Unit, units
from annotator.extract.entities.pages import words_of
from annotator.extract.lexicons import Phrases, table

Folders = tuple[Path, ...]
_STOP_KINDS: Final = (
    "subject",
    "verb",
    "phrase",
    "object",
    "event",
    "counted",
    "law",
    "after day",
    "after number",
)


@dataclass(frozen=True)
class Words:
    """What the rules know: phrases with the kind their table gives them."""

    bodies: Phrases[str]
    fields: Phrases[str]
    levels: Phrases[str]
    positions: Phrases[str]
    honorifics: Phrases[str]
    surnames: Phrases[str]
    place_heads: Phrases[str]
    places: Phrases[str]
    units: Phrases[Unit]
    events: Phrases[str]
    documents: Phrases[str]
    laws: Phrases[str]
    stops: Mapping[str, frozenset[str]]
    """Words that end a name, by kind."""
    compounds: frozenset[tuple[str, str]]
    """Words of two syllables whose second looks like the head of a place (`yêu cầu`)."""
    pairs: frozenset[tuple[str, str]]
    """Two words that follow each other in the name of a field of work: how names in lower case go on."""

    @cached_property
    def place_openers(self) -> frozenset[str]:
        """Return the words in lower case that may open the name of a place."""
        return self.levels.firsts | self.place_heads.firsts | self.places.firsts


@lru_cache(maxsize=8)
def words(folders: Folders = ()) -> Words:
    """Return the program's lexicons and a project's; a row of kind `none` takes an entry away."""
    fields = [words_of(row["phrase"]) for row in table("body_fields", folders)]
    return Words(
        bodies=_tree("body_heads", folders),
        fields=Phrases((phrase, "field") for phrase in fields),
        levels=_tree("levels", folders),
        positions=_tree("position_heads", folders),
        honorifics=_tree("honorifics", folders),
        surnames=_tree("surnames", folders, column="group"),
        place_heads=_tree("place_heads", folders),
        places=_tree("places", folders),
        units=units(),
        events=_tree("event_heads", folders),
        documents=_tree("document_types", folders),
        laws=Phrases((words_of(row["phrase"]), "law") for row in table("laws", folders)),
        stops=_stops(folders),
        compounds=frozenset(
            pair for row in table("compounds", folders) for pair in pairwise(words_of(row["phrase"]))
        ),
        pairs=frozenset(pair for phrase in fields for pair in pairwise(phrase)),
    )


def _stops(folders: Folders) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {kind: set() for kind in _STOP_KINDS}
    for row in table("name_stops", folders):
        found.setdefault(row["kind"], set()).add(row["phrase"])
    return {kind: frozenset(phrases) for kind, phrases in found.items()}


def _tree(name: str, folders: Folders, *, column: str = "kind") -> Phrases[str]:
    kinds = {tuple(words_of(row["phrase"])): row[column] for row in table(name, folders)}
    return Phrases((phrase, kind) for phrase, kind in kinds.items() if kind != "none")
