"""Find the name of what a figure measures right after it: `287,6 tỷ đồng vốn XDCB được giao`."""

from __future__ import annotations

from annotator.extract.figures.judging import NAME, Subject
from annotator.extract.figures.pages import Page
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.sentences import DATE, FIGURE, Sentence
from annotator.extract.figures.vocabulary import longest_at, names_of

_ENDS = frozenset(
    [
        ",",
        ";",
        ".",
        ":",
        "(",
        ")",
        DATE,
        FIGURE,
        "so",
        "để",
        "cho",
        "theo",
        "tại",
        "ở",
        "nhằm",
        "từ",
        "trong",
        "của",
        "với",
        "và",
    ]
)
_SUMS = frozenset(["vốn", "tiền", "kinh", "nợ", "thuế", "dư", "doanh", "phí", "quỹ", "nguồn", "giá", "học"])


def name_after(page: Page, sentence: Sentence, at: int, direction: str, quantity: Quantity) -> Subject | None:
    """Return the name that follows a change or a sum (the figure is the word `at`), or None."""
    words = sentence.words
    first = at + 1
    head = longest_at(names_of("head"), words, first)
    if not head or longest_at(names_of("other"), words, first) >= head:
        return None
    if quantity.label == "PERCENT" and not direction:
        return None
    if (quantity.label == "MONEY" and words[first] not in _SUMS) or quantity.label not in {
        "PERCENT",
        "MONEY",
    }:
        return None
    last = first + head
    while last < len(words) and words[last] not in _ENDS:
        last += 1
    entry = " ".join(words[first : first + head])
    return Subject(NAME, rule="after", start=sentence.starts[first], end=sentence.ends[last - 1], entry=entry)
