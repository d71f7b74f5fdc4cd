"""Give the tests of the figure rules one way to read a text."""

from dataclasses import dataclass

import pytest

from annotator.domain.reports import Report
from annotator.extract.entities import find_entities
from annotator.extract.figures import find_figures


@dataclass(frozen=True)
class Read:
    """The matches of one text, looked up by surface."""

    text: str
    matches: tuple

    def surfaces(self, *labels):
        """Return the surfaces of the labels, all figures when none is given."""
        return [
            self.text[match.start : match.end]
            for match in self.matches
            if (match.label in labels if labels else match.label != "INDICATOR")
        ]

    def labelled(self):
        """Return label and surface of every figure, in order."""
        return [
            (match.label, self.text[match.start : match.end])
            for match in self.matches
            if match.label != "INDICATOR"
        ]

    def figure(self, surface):
        """Return the one figure with a surface."""
        (found,) = (match for match in self.matches if self.text[match.start : match.end] == surface)
        return found

    def attributes(self, surface):
        """Return the attributes of the one figure with a surface."""
        return dict(self.figure(surface).attributes)

    def piece(self, surface, name):
        """Return the text of the piece that gave a figure one attribute, None when none did."""
        pieces = self.figure(surface).evidence.pieces
        return next((self.text[p.start : p.end] for p in pieces if p.attribute == name), None)


@pytest.fixture
def read():
    """Give a function that finds the figures of a text."""

    def read_text(text):
        report = Report(name="t", text=text)
        closed = [match for match in find_entities(report) if match.label in {"DATE", "DOCUMENT"}]
        return Read(text, tuple(find_figures(report, closed)))

    return read_text
