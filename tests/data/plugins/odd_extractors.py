"""Extractors that do as the text tells them, to try what becomes of a run when one misbehaves."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

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
        _misbehave(text)
        found = [
            _span(label, layer, *match.span())
            for word, (layer, label) in _WORDS.items()
            for match in re.finditer(re.escape(word), text)
        ]
        ends = {span.label: span.id for span in found}
        links = {Relation(MEASURES, ends["PERCENT"], ends["INDICATOR"])} if len(ends) == 3 else ()
        return Extraction(tuple(found), frozenset(links))


def _misbehave(text):
    if "LEAVE" in text:
        sys.exit(text)
    if "SWELL" in text:
        _swell()
    if "PRINT" in text:
        print(text, flush=True)  # noqa: T201 as plugins do
        print(text, file=sys.stderr, flush=True)  # noqa: T201 as plugins do
        os.write(1, text.encode())
    if "THREADS" in text:
        for _ in range(9):
            threading.Thread(target=threading.Event().wait).start()
    if "CHILD" in text:
        _leave_a_child(Path(text.partition("CHILD ")[2].strip()))
    if "GARBLE" in text:
        for number in range(3, 40):
            with suppress(OSError):
                os.write(number, b"\xff" * 64)


def _swell():
    held = []
    while True:
        held.append(bytearray(50_000_000))


def _leave_a_child(said):
    """Start a process that would live on, and write its number."""
    child = subprocess.Popen([sys.executable, "-c", "import threading; threading.Event().wait()"])
    said.write_text(str(child.pid))
    threading.Event().wait()


def _span(label, layer, start, end, **more):
    return Span(candidate_id("odd", layer, label, start, end), start, end, layer, label, score=0.9, **more)


class Silent:
    """Ends its process whatever it is asked."""

    name = "silent"
    version = "1"

    def extract(self, report):
        """Return nothing, ever."""
        os._exit(5)


class Broken:
    """Cannot be built."""

    def __init__(self):
        raise OSError("no such model")
