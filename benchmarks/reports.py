"""Reports made up for measuring: three sizes with their spans and links, the same on every run."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from annotator.domain.relations import MEASURES, Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Evidence, Piece, Span, State

SIZES = {"S": (7_000, 60), "M": (100_000, 1_000), "L": (1_000_000, 10_000)}
"""Code points and spans of each size."""

_LABELS: tuple[tuple[str, str, str, str, Mapping[str, str]], ...] = (
    ("entity", "ORG", "Sở Nông nghiệp và Phát triển nông thôn", "head with field", {}),
    ("figure", "MONEY", "2.145 tỷ đồng", "number with unit", {"value": "2145000000000", "unit": "VND"}),
    ("figure", "PERCENT", "7,3%", "number with percent sign", {"value": "7.3", "unit": "%"}),
    ("entity", "DATE", "tháng 8 năm 2023", "month and year", {"date_from": "2023-08-01"}),
    ("entity", "PERSON", "Vàng Thị Sua", "surname and given names", {}),
    ("figure", "INDICATOR", "sản lượng lúa vụ mùa", "words before a figure", {}),
    ("figure", "COUNT", "318 hợp tác xã", "number with counted noun", {"value": "318", "unit": "hợp tác xã"}),
    ("entity", "LOC", "huyện Mường Giôn", "type word with name", {}),
)
_TALK = (
    "toàn tỉnh tiếp tục triển khai các giải pháp trọng tâm nhằm hoàn thành mục tiêu đề ra trong năm nay, "
    "bảo đảm tiến độ và chất lượng công trình, đồng thời chăm lo đời sống cho người dân vùng cao"
)
_WORDS = _TALK.split()
_STATES = (State.CANDIDATE, State.CANDIDATE, State.ACCEPTED, State.CANDIDATE, State.CORRECTED)


@dataclass(frozen=True, slots=True)
class Made:
    """A report, its spans, and what its figures measure."""

    report: Report
    spans: tuple[Span, ...]
    relations: tuple[Relation, ...]


def make(size: str) -> Made:
    """Return a report of a size, `S`, `M` or `L`."""
    return make_of(*SIZES[size], name=f"made-{size}")


def make_of(characters: int, count: int, *, name: str, seed: int = 7) -> Made:
    """Return a report of so many code points with so many spans, spread over paragraphs of mixed length."""
    chance = random.Random(seed)
    pieces: list[str] = []
    spans: list[Span] = []
    at = 0
    every = characters / count
    paragraph_end = 400
    while len(spans) < count:
        spans.append(_span(len(spans), at, chance.uniform(0.5, 1.0)))
        piece = _LABELS[(len(spans) - 1) % len(_LABELS)][2] + " "
        while at + len(piece) < len(spans) * every - 8:
            piece += chance.choice(_WORDS) + " "
        if at + len(piece) >= paragraph_end:
            piece = piece.rstrip() + ".\n\n"
            paragraph_end = at + len(piece) + chance.randint(150, 900)
        pieces.append(piece)
        at += len(piece)
    return Made(Report(name, "".join(pieces)), tuple(spans), tuple(_links(spans)))


def _span(number: int, at: int, score: float) -> Span:
    """Return a span with what an extractor says of it."""
    layer, label, words, rule, attributes = _LABELS[number % len(_LABELS)]
    value_end = at + len(words.split()[0])
    pieces = (Piece("value", at, value_end),) if "value" in attributes else ()
    return Span(
        id=f"s{number}",
        start=at,
        end=at + len(words),
        layer=layer,
        label=label,
        state=_STATES[number % len(_STATES)],
        attributes=attributes,
        score=round(score, 3),
        extractor="made",
        evidence=Evidence(rule, pieces=pieces),
    )


def _links(spans: list[Span]) -> list[Relation]:
    """Return what every count measures: the indicator before it."""
    return [
        Relation(MEASURES, after.id, before.id) for before, after in pairwise(spans) if after.label == "COUNT"
    ]
