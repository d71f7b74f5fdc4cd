"""The kept passages of many offices are read as their gold says."""

import re
from pathlib import Path

import pytest

from annotator.domain.reports import Report
from annotator.extract.base import Match
from annotator.extract.figures import find_figures

FOLDER = Path(__file__).parents[3] / "data" / "figures"
NAMES = sorted(path.name.removesuffix(".figure.txt") for path in FOLDER.glob("*.figure.txt"))
_MARK = re.compile(r"⟦([A-Z]+)(?:#([a-z][0-9]+))?((?:;[^|;⟧]+)*)\|([^⟧]*)⟧")
_LINKS = {"indicator": "measures", "period": "during"}


def parsed(path):
    """Return the text of a gold file and its marks: start, end, label, id, attributes."""
    marked, text, marks, last = path.read_text(encoding="utf-8"), "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        attributes = dict(pair.split("=", 1) for pair in mark.group(3).split(";")[1:])
        marks.append((len(text), len(text) + len(mark.group(4)), mark.group(1), mark.group(2), attributes))
        text, last = text + mark.group(4), mark.end()
    return text + marked[last:], marks


def told(text, match):
    """Return what a match says in the words of the gold file."""
    said = dict(match.attributes)
    for piece in match.evidence.pieces:
        if piece.attribute in _LINKS.values():
            said[piece.attribute] = text[piece.start : piece.end]
    return match.start, match.end, match.label, said


def expected(text, marks):
    """Return what the gold says in the words of a match."""
    names = {mark[3]: text[mark[0] : mark[1]] for mark in marks}
    rows = []
    for start, end, label, _, attributes in marks:
        said = {name: value for name, value in attributes.items() if name not in _LINKS}
        if "indicator" in attributes:
            said["measures"] = names[attributes["indicator"]]
        if "period" in attributes:
            said["during"] = attributes["period"]
        rows.append((start, end, label, said))
    return rows


@pytest.mark.parametrize("name", NAMES)
def test_that_a_passage_is_read_as_its_gold_says(name):
    text, marks = parsed(FOLDER / f"{name}.figure.txt")
    dated, dates = parsed(FOLDER / f"{name}.entity.txt")
    assert dated == text
    found = find_figures(Report(name=name, text=text), [Match(*mark[:3], 1.0) for mark in dates])
    assert [told(text, match) for match in found] == expected(text, marks)


def test_that_there_are_passages_of_many_offices():
    assert len(NAMES) >= 28
