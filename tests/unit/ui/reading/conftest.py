"""A made-up report with every kind of section and mark, and a page that shows it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from annotator.domain.relations import MEASURES, Relation
from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.spans import Span, State
from annotator.text.words import WordBorders
from annotator.ui.reading.page import Page
from annotator.ui.theme import load_theme

TEXT = """Hà Sơn: sáu tháng, nhiều việc vượt kế hoạch
Trang chủ › Kinh tế
Đăng nhập | RSS

Ngày 4/10, Tỉnh ủy họp. Bí thư Tỉnh ủy tỉnh Hà Sơn Sùng Thị Mai chủ trì; thu ngân sách trên địa bàn ước đạt \
trên 1.860 tỷ đồng, đạt 68,2% kế hoạch, tăng 4,6% so với cùng kỳ năm 2023. (Lượt xem: 33)

STT\tChỉ tiêu\tSáu tháng
1\tThu nội địa\t6.480
2\tThu khác\t12,5

Cuối bản tin có một dòng 😀 với chữ ngoài mặt phẳng chính, năm 2025."""


@dataclass
class Sample:
    """The report, its spans and a way to find a place in it."""

    report: Report
    spans: list[Span]
    relations: list[Relation]

    def at(self, words: str) -> int:
        return self.report.text.index(words)

    def span(self, words: str) -> Span:
        return next(span for span in self.spans if self.report.text[span.start : span.end] == words)


def _span(words: str, label: str, layer: str, state: State = State.CANDIDATE, **more: object) -> Span:
    start = TEXT.index(words)
    given = {"score": 0.9, **more}
    return Span(words, start, start + len(words), layer, label, state, **given)


@pytest.fixture
def sample() -> Sample:
    def section(kind: SectionKind, first: str, last: str = "") -> Section:
        start = TEXT.index(first)
        return Section(kind, start, TEXT.index(last, start) + len(last) if last else start + len(first))

    sections = (
        section(SectionKind.TITLE, "Hà Sơn: sáu tháng, nhiều việc vượt kế hoạch"),
        section(SectionKind.CHROME, "Trang chủ", "RSS"),
        section(SectionKind.CHROME, "(Lượt xem: 33)"),
        section(SectionKind.TABLE, "STT", "12,5"),
    )
    spans = [
        _span("Ngày 4/10", "DATE", "entity", State.ACCEPTED),
        _span("Tỉnh ủy", "ORG", "entity"),
        _span("Bí thư Tỉnh ủy tỉnh Hà Sơn", "POSITION", "entity", State.ACCEPTED),
        _span("Tỉnh ủy tỉnh Hà Sơn", "ORG", "entity", score=0.2),
        _span("Sùng Thị Mai", "PERSON", "entity", State.CORRECTED, flagged=True),
        _span("thu ngân sách trên địa bàn", "INDICATOR", "figure", State.ACCEPTED),
        _span("1.860 tỷ đồng", "MONEY", "figure"),
        _span("68,2%", "PERCENT", "figure", State.SUPPRESSED),
        _span("4,6%", "PERCENT", "figure", State.REJECTED),
        _span("năm 2023", "DATE", "entity"),
        _span("6.480", "MONEY", "figure"),
        _span("năm 2025", "DATE", "entity", State.DRAWN, score=None),
    ]
    relations = [Relation(MEASURES, "1.860 tỷ đồng", "thu ngân sách trên địa bàn")]
    return Sample(Report("ha-son", TEXT, sections=sections), spans, relations)


@pytest.fixture
def page(qtbot, sample) -> Page:
    made = Page()
    qtbot.addWidget(made)
    made.set_theme(load_theme("light"))
    made.resize(820, 700)
    made.threshold = 0.5
    made.show_report(sample.report, WordBorders(TEXT))
    made.set_spans(sample.spans, sample.relations)
    made.show()
    qtbot.waitExposed(made)
    return made
