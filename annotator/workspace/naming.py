"""Naming: where the words may stand that name what a figure measures, and the step that names it so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.domain.edits import Edit, Fragment
from annotator.domain.relations import MEASURES, Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span
from annotator.domain.views import View
from annotator.text.words import fold
from annotator.workspace.deciding import Desk, accept, refuse_overlaps, trimmed
from annotator.workspace.editing import draw
from annotator.workspace.linking import link

INDICATOR = "INDICATOR"
_REACH = 400
"""Code points looked through on either side of a figure."""
_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_BREAKS = frozenset(";:!?…|.")
_PARTS = frozenset(
    [",", "(", ")", "và", "-", "–", "+", "•", "*", "trong", "đó", "riêng", "còn", "với", "các"]
)
_TAIL = frozenset(
    ["đạt", "được", "là", "ước", "còn", "có", "ở", "mức", "khoảng", "trên", "hơn", "gần", "dưới", "chừng",
     "tăng", "giảm", "thêm", "lên", "xuống", "tới", "đến", "từ", "với", "bằng", "chiếm", "gấp", "đã", "sẽ",
     "chỉ", "cả", "vẫn", "lần", "dự", "kiến", "phấn", "đấu", "thực", "hiện", "nay", "tổng", "cộng", "thì",
     "do", "vào", "cho", "tính", "(", ",", "-", "–"]
)  # fmt: skip
"""Words between a name and its figure that belong to neither."""

Range = tuple[int, int]


def measured_ranges(report: Report, view: View, figure: Span) -> list[Range]:
    """Return where the name of what a figure measures may stand, the likeliest first; half-open code points.

    It lies before the figure in its sentence, cut at marks, figures and dates, or right behind it.
    """
    floor, words = _words_before(report, view, figure)
    found = [] if not words else list(_starting(report.text, floor, words))
    behind = _behind(report.text, view, figure)
    return list(dict.fromkeys([*found, *behind]))


def name(desk: Desk, figure_id: str, start: int, end: int) -> Edit:
    """Mark `[start, end)` (code points) as an indicator and link a figure to it, which is accepted by it."""
    start, end = trimmed(desk.report, start, end)
    for span in desk.view.between(start, start + 1):
        if (span.end, span.label) == (end, INDICATOR) and span.is_standing:
            return link(desk, figure_id, span.id, MEASURES)
    drawn, figure = draw(desk, start, end, INDICATOR), accept(desk, [figure_id])
    named = next(span for span in drawn.after.spans if (span.start, span.end) == (start, end))
    refuse_overlaps(desk, [named, desk.span(figure_id)])
    held, come = desk.view.decided_relations(figure_id), figure.after.relations
    old = {each for each in held | come if (each.label, each.source) == (MEASURES, figure_id)}
    added = Relation(MEASURES, figure_id, named.id)
    return Edit(
        "name",
        Fragment(
            (*drawn.before.spans, *figure.before.spans), drawn.before.relations | (held & frozenset(old))
        ),
        Fragment(
            (*drawn.after.spans, *figure.after.spans),
            (drawn.after.relations | come | {added}) - frozenset(old),
        ),
    )


def _words_before(report: Report, view: View, figure: Span) -> tuple[int, list[Range]]:
    """Return where the figure's part of the text begins, and the words from there without its tail."""
    text = report.text
    floor = max(0, figure.start - _REACH, text.rfind("\n", 0, figure.start) + 1)
    closed = [s for s in view.between(floor, figure.start) if _closes(s) and s.end <= figure.start]
    dates = {(s.start, s.end) for s in closed if s.label == "DATE"}
    floor = max([floor, *(s.end for s in closed if s.layer == figure.layer)])
    words: list[Range] = []
    for found in _WORD.finditer(text, floor, figure.start):
        if found.group() in _BREAKS and text[found.end() : found.end() + 1] in {"", " ", "\xa0"}:
            words.clear()
        elif not any(start <= found.start() < end for start, end in dates):
            words.append(found.span())
    while words and fold(text[slice(*words[-1])]) in _TAIL:
        words.pop()
    return floor, words


def _starting(text: str, floor: int, words: list[Range]) -> Iterator[Range]:
    """Yield ranges that end with the last word: from its part on, from the parts before, from each word."""
    end = words[-1][1]
    starts = [
        words[at][0]
        for at in range(len(words))
        if at == 0 or fold(text[slice(*words[at - 1])]) in _PARTS or words[at][0] - words[at - 1][1] > 1
    ]
    while starts and fold(text[starts[0] : starts[0] + 1]) in _PARTS:
        starts.pop(0)
    yield from ((start, end) for start in reversed(starts) if start < end)


def _behind(text: str, view: View, figure: Span) -> Iterator[Range]:
    """Yield the words right behind a figure, to the next mark or figure."""
    line = text.find("\n", figure.end)
    last = min(len(text) if line < 0 else line, figure.end + _REACH)
    taken = [s.start for s in view.between(figure.end, last) if _closes(s) and s.label != INDICATOR]
    last = min([last, *taken])
    end = figure.end
    start = -1
    for found in _WORD.finditer(text, figure.end, last):
        if not found.group()[0].isalnum():
            break
        start = found.start() if start < 0 else start
        end = found.end()
    if start >= 0:
        yield start, end


def _closes(span: Span) -> bool:
    return (span.is_standing or span.is_undecided) and (span.layer == "figure" or span.label == "DATE")
