"""Reports made up for measuring: three sizes with their spans, the same on every run."""

from __future__ import annotations

import random
from dataclasses import dataclass

from annotator.domain.reports import Report
from annotator.domain.spans import Span, State

SIZES = {"S": (7_000, 60), "M": (100_000, 1_000), "L": (1_000_000, 10_000)}
"""Code points and spans of each size."""

_LABELS = (
    ("entity", "ORG", "Sở Nông nghiệp và Phát triển nông thôn"),
    ("figure", "MONEY", "2.145 tỷ đồng"),
    ("figure", "PERCENT", "7,3%"),
    ("entity", "DATE", "tháng 8 năm 2023"),
    ("entity", "PERSON", "Vàng Thị Sua"),
    ("figure", "INDICATOR", "sản lượng lúa vụ mùa"),
    ("figure", "COUNT", "318 hợp tác xã"),
    ("entity", "LOC", "huyện Mường Giôn"),
)
_TALK = (
    "toàn tỉnh tiếp tục triển khai các giải pháp trọng tâm nhằm hoàn thành mục tiêu đề ra trong năm nay, "
    "bảo đảm tiến độ và chất lượng công trình, đồng thời chăm lo đời sống cho người dân vùng cao"
)
_WORDS = _TALK.split()
_STATES = (State.CANDIDATE, State.CANDIDATE, State.ACCEPTED, State.CANDIDATE, State.CORRECTED)


@dataclass(frozen=True, slots=True)
class Made:
    """A report and its spans."""

    report: Report
    spans: tuple[Span, ...]


def make(size: str) -> Made:
    """Return a report of a size, `S`, `M` or `L`, its spans spread evenly over paragraphs of mixed length."""
    characters, count = SIZES[size]
    chance = random.Random(7)
    pieces: list[str] = []
    spans: list[Span] = []
    at = 0
    every = characters / count
    paragraph_end = 400
    while len(spans) < count:
        layer, label, words = _LABELS[len(spans) % len(_LABELS)]
        state = _STATES[len(spans) % len(_STATES)]
        spans.append(Span(f"s{len(spans)}", at, at + len(words), layer, label, state, score=chance.random()))
        piece = words + " "
        while at + len(piece) < len(spans) * every - 8:
            piece += chance.choice(_WORDS) + " "
        if at + len(piece) >= paragraph_end:
            piece = piece.rstrip() + ".\n\n"
            paragraph_end = at + len(piece) + chance.randint(150, 900)
        pieces.append(piece)
        at += len(piece)
    return Made(Report(f"made-{size}", "".join(pieces)), tuple(spans))
