"""Layout: lines, segments and columns stand where they can be read and never on each other."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.spans import Span
from annotator.resources import default_schema
from annotator.ui.reading.blocks import Blocks
from annotator.ui.reading.lanes import shapes_of
from annotator.ui.reading.layout import Typesetter
from annotator.ui.reading.tables import shared_out
from annotator.ui.reading.typography import typography

SHAPES = shapes_of(default_schema())
WORDS = st.lists(
    st.sampled_from(["tỉnh", "Ẩm", "ng😀ày", "1.860", "x", "kế-hoạch", "\u00a0", "dàidàidài" * 8])
)


def setter(report: Report, *, column: int = 300) -> tuple[Blocks, Typesetter]:
    blocks = Blocks(report)
    sizes = typography(zoom=100, line_width=70, chips=False)
    return blocks, Typesetter(blocks, sizes, muted="#5d6773", column=column)


@given(WORDS)
def test_that_the_lines_of_a_block_hold_every_letter_once(qapp, words):
    text = " ".join(words)
    _, sets = setter(Report("r", text))
    lines = sets.lay(0).lines
    assert lines[0].start == 0
    for line, following in pairwise(lines):
        assert text[line.end : following.start].strip() == ""
    assert text[lines[-1].end :].strip() == ""


@given(WORDS, st.data())
def test_that_the_position_at_a_letter_is_that_letter(qapp, words, data):
    text = " ".join(words)
    _, sets = setter(Report("r", text))
    laid = sets.lay(0)
    line = data.draw(st.sampled_from(laid.lines))
    position = data.draw(st.integers(line.start, max(line.start, line.end - 1)))
    found = line.position_at(line.x_at(position))
    assert line.x_at(found) == pytest.approx(line.x_at(position), abs=0.5)


def laid_out(sample, words: str, spans: list[Span]):
    blocks, sets = setter(sample.report, column=560)
    laid = sets.lay(blocks.at(sample.at(words)))
    sets.place(laid, spans, SHAPES)
    return laid


def test_that_lines_of_a_block_do_not_overlap(sample, qapp):
    laid = laid_out(sample, "Ngày 4/10", sample.spans)
    for line, following in pairwise(laid.lines):
        assert line.top + line.height <= following.top
        assert line.top < line.baseline < line.top + line.height
    assert laid.lines[-1].top + laid.lines[-1].height <= laid.height


def test_that_a_line_with_crowded_lanes_gets_more_room(sample, qapp):
    start = sample.at("Ngày 4/10")
    nested = [Span(f"n{n}", start, start + 4 + n, "entity", "ORG") for n in range(5)]
    plain, crowded = laid_out(sample, "Ngày", nested[:1]), laid_out(sample, "Ngày", nested)
    assert crowded.lines[0].height > plain.lines[0].height
    assert crowded.height > plain.height
    assert len(crowded.segments[0]) == 5


def test_that_a_span_over_a_line_break_has_a_segment_on_each_line(sample, qapp):
    start = sample.at("Bí thư")
    long = Span("long", start, start + 160, "entity", "EVENT")
    laid = laid_out(sample, "Bí thư", [long])
    pieces = [segment for line in laid.segments for segment in line]
    assert len(pieces) >= 2
    assert [piece.opens for piece in pieces] == [True] + [False] * (len(pieces) - 1)
    assert [piece.closes for piece in pieces] == [False] * (len(pieces) - 1) + [True]


def test_that_placing_the_same_spans_again_moves_nothing(sample, qapp):
    _, sets = setter(sample.report)
    laid = sets.lay(4)
    assert sets.place(laid, sample.spans, SHAPES)
    relabelled = [replace(span, score=0.1) for span in sample.spans]
    assert not sets.place(laid, relabelled, SHAPES)


def test_that_the_cells_of_a_table_stand_in_columns_and_numbers_to_the_right(sample, qapp):
    blocks, sets = setter(sample.report, column=560)
    rows = [sets.lay(block) for block in range(blocks.tables[0].first, blocks.tables[0].last + 1)]
    for row in rows:
        sets.place(row, (), SHAPES)
        assert len({line.top for line in row.lines}) == 1
    second = [row.lines[1].x for row in rows]
    assert second[0] == second[1] == second[2]
    ends = [row.lines[2].x_at(row.lines[2].end) for row in rows]
    assert ends == pytest.approx([ends[0]] * 3, abs=1)


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 300)), min_size=1, max_size=9), st.floats(50, 900))
def test_that_columns_share_the_width_and_narrow_ones_keep_theirs(columns, width):
    needed = [need for need, _ in columns]
    wished = [need + more for need, more in columns]
    shared = shared_out(needed, wished, width)
    if sum(wished) <= width:
        assert shared == wished
        return
    assert sum(shared) == pytest.approx(width)
    if sum(needed) <= width:
        assert all(n - 0.01 <= s <= w + 0.01 for n, s, w in zip(needed, shared, wished, strict=True))
    else:
        widest = max(shared)
        assert all(s in (n, pytest.approx(widest)) for n, s in zip(needed, shared, strict=True))


def test_that_a_table_breaks_its_head_before_its_names(qapp):
    head = "STT\tChỉ tiêu\tThực hiện sáu tháng đầu năm so với dự toán\tSo với cùng kỳ năm trước"
    text = head + "\n1\tThu tiền sử dụng đất và thuê mặt nước\t6.480\t65,8"
    _, sets = setter(Report("r", text, sections=(Section(SectionKind.TABLE, 0, len(text)),)), column=520)
    assert len(sets.lay(0).lines) > 4
    assert len(sets.lay(1).lines) == 4


def test_that_estimates_come_near_to_the_true_heights(sample, qapp):
    report = Report("r", "\n\n".join([sample.report.text[200:] * 3] * 10))
    blocks, sets = setter(report, column=560)
    true = 0
    for block in range(len(blocks)):
        laid = sets.lay(block)
        sets.place(laid, (), SHAPES)
        true += laid.height
    assert sum(sets.estimate()) == pytest.approx(true, rel=0.3)
