"""Extractors that do as the text tells them, to try what becomes of a run when one misbehaves."""

from __future__ import annotations

import os
import re
import threading

from annotator.domain.relations import MEASURES, Relation
from annotator.domain.spans import Span, candidate_id
from annotator.extract.base import Extraction

_WORDS = {"Tỉnh ủy": ("entity", "ORG"), "thu": ("figure", "INDICATOR"), "5%": ("figure", "PERCENT")}


class Odd:
    """Finds three words; fails, dies, hangs or answers nonsense where the text says so."""

    name = "odd"
    version = "1"

    def extract(self, report):
        """Return the candidates of one report, or not."""
        text = report.text
        if "RAISE" in text:
            raise ValueError(text)
        if "EXIT" in text:
            os._exit(7)
        if "HANG" in text:
            threading.Event().wait()
        if "NOTHING" in text:
            return None
        if "OUTSIDE" in text:
            return Extraction((_span("ORG", "entity", 0, len(text) + 9),))
        if "UNSENT" in text:
            return Extraction((_span("ORG", "entity", 0, 1, evidence=lambda: text),))
        found = [
            _span(label, layer, *match.span())
            for word, (layer, label) in _WORDS.items()
            for match in re.finditer(re.escape(word), text)
        ]
        ends = {span.label: span.id for span in found}
        links = {Relation(MEASURES, ends["PERCENT"], ends["INDICATOR"])} if len(ends) == 3 else ()
        return Extraction(tuple(found), frozenset(links))


def _span(label, layer, start, end, **more):
    return Span(candidate_id("odd", layer, label, start, end), start, end, layer, label, score=0.9, **more)


class Broken:
    """Cannot be built."""

    def __init__(self):
        raise OSError("no such model")
