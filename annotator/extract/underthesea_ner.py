"""The news-trained recogniser of underthesea as an extractor: hints for people, bodies and places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property

from annotator.domain.reports import Report
from annotator.extract.base import Extraction, Match
from annotator.extract.candidates import candidates
from annotator.text.words import folded_for_search, sentences

LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
SCORES = {"PERSON": 0.25, "ORG": 0.5, "LOC": 0.15}
"""How often it is right on reports of this kind, rounded: too seldom for it to be on by default."""

Tagged = Sequence[tuple[str, str]]
"""Words with their tags `B-PER`, `I-PER`, `O`, in the order of the text."""
_AHEAD = 40


class UndertheseaNer:
    """Extractor `underthesea`, off unless asked for; its model lies in the installed package."""

    name = "underthesea"

    @cached_property
    def version(self) -> str:
        """Return the version of the installed underthesea."""
        from importlib.metadata import version

        return version("underthesea")

    def extract(self, report: Report) -> Extraction:
        """Return people, bodies and places at the places of their words in the report."""
        found = candidates(matches(report.text), report, layer="entity", extractor=self.name)
        return Extraction(tuple(found))


def matches(text: str) -> Iterator[Match]:
    """Yield what the recogniser finds, a sentence at a time, so that a slip in one moves no other."""
    from underthesea import ner

    for start, end in sentences(text):
        sentence = text[start:end]
        tagged = [(word, tag) for word, _, _, tag in ner(sentence)]
        yield from anchored(sentence, tagged, start)


def anchored(sentence: str, tagged: Tagged, offset: int) -> Iterator[Match]:
    """Yield a match for each run of tagged words, at its place in the sentence, which begins at `offset`.

    The words' spacing, tone placement and letter forms may differ from the sentence's; a word that cannot be
    found again ends its run.
    """
    folded = folded_for_search(sentence)
    at = 0
    label, start, end = "", 0, 0
    for word, tag in tagged:
        place = _place(folded, word, at)
        kind = LABELS.get(tag[2:], "") if place is not None else ""
        if label and (kind != label or tag.startswith("B-")):
            yield Match(offset + start, offset + end, label, SCORES[label])
            label = ""
        if place is None:
            continue
        if kind and not label:
            start = place[0]
        label, (_, end) = kind, place
        at = end
    if label:
        yield Match(offset + start, offset + end, label, SCORES[label])


def _place(folded: str, word: str, at: int) -> tuple[int, int] | None:
    """Find a word's letters in the folded sentence from `at` on, white space aside and not far away."""
    wanted = [sign for sign in folded_for_search(unicodedata.normalize("NFC", word)) if not sign.isspace()]
    if not wanted:
        return None
    limit = min(len(folded), at + _AHEAD)
    for first in range(at, limit):
        if folded[first] == wanted[0] and (end := _end(folded, wanted, first)) is not None:
            return first, end
    return None


def _end(folded: str, wanted: Sequence[str], at: int) -> int | None:
    for sign in wanted:
        while at < len(folded) and folded[at].isspace():
            at += 1
        if at == len(folded) or folded[at] != sign:
            return None
        at += 1
    return at
