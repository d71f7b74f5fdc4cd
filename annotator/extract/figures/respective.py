"""Names told together whose figures follow one by one: `X và Y lần lượt tăng 8% và 6%`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from annotator.extract.figures.judging import Subject
from annotator.extract.figures.leads import Lead
from annotator.extract.figures.readings import Reading
from annotator.extract.figures.sentences import FIGURE, Sentence

_MARKS = (["lần", "lượt"], ["tương", "ứng"])
_JOINS = frozenset([",", "và"])


def shared_out(sentence: Sentence, lead: Lead, at: int, subject: Subject) -> list[Subject]:
    """Return the names a figure and those listed after it measure, one each; a list of one where none share.

    They share when a word says so, when there are as many names as figures, and when nothing else tells the
    figures apart (`so với tháng trước và cùng kỳ`).
    """
    words = sentence.words
    figures = _listed(words, at)
    said = any(words[index : index + 2] in _MARKS for index in range(lead.first, at))
    parts = _parts(sentence, subject)
    if said and len(parts) == 1 and len(figures) > 1 and not _compared_twice(words, figures[-1]):
        return [subject] * len(figures)
    if not said or len(parts) < 2 or len(parts) != len(figures) or _compared_twice(words, figures[-1]):
        return [subject]
    return [
        replace(subject, start=sentence.starts[first], end=sentence.ends[last - 1], entry=words[first])
        for first, last in parts
    ]


def told_before(sentence: Sentence, lead: Lead, at: int, names: Sequence[Subject]) -> list[Subject]:
    """Return the names told before that figures of a bare list go back to, one each; none when they do not.

    `thu nội địa 8 tỷ, thu khác 2 tỷ, lần lượt tăng 5% và 7%`.
    """
    figures = _listed(sentence.words, at)
    said = any(sentence.words[index : index + 2] == ["lần", "lượt"] for index in range(lead.first, at))
    if not said or not 1 < len(figures) <= len(names) or _compared_twice(sentence.words, figures[-1]):
        return []
    return list(names[-len(figures) :])


def share_basis(reading: Reading, previous: Reading | None) -> None:
    """Give what the last of such figures is against to the one before it, which it is told for too."""
    if reading.how != "shared out" or previous is None or "basis" not in reading.attributes:
        return
    if "basis" not in previous.attributes and previous.quantity.label == "PERCENT":
        piece = next(piece for piece in reading.pieces if piece.attribute == "basis")
        previous.say("basis", reading.attributes["basis"], piece.start, piece.end)


def _listed(words: list[str], at: int) -> list[int]:
    """Return the figures of a bare list that begins with the one at a word index."""
    found = [at]
    while True:
        index = found[-1] + 1
        while index < len(words) and words[index] in _JOINS:
            index += 1
        if index == found[-1] + 1 or words[index : index + 1] != [FIGURE]:
            return found
        found.append(index)


def _parts(sentence: Sentence, subject: Subject) -> list[tuple[int, int]]:
    """Return the word ranges of the names that a coordinated name holds."""
    first, last = sentence.starts.index(subject.start), sentence.ends.index(subject.end) + 1
    cuts = [first - 1, *(at for at in range(first, last) if sentence.words[at] in _JOINS), last]
    return [(left + 1, right) for left, right in pairwise(cuts) if left + 1 < right]


def _compared_twice(words: list[str], last: int) -> bool:
    """Tell whether two things to compare with follow the last figure."""
    end = next((at for at in range(last + 1, len(words)) if words[at] in {";", ".", ",", FIGURE}), len(words))
    return "so" in words[last:end] and "và" in words[last:end]
