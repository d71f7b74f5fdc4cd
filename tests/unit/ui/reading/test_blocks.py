"""Blocks: every code point lies in one line, and each line is set as its section says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.reports import Report, Section, SectionKind
from annotator.ui.reading.blocks import LONGEST, BlockKind, Blocks, Run

LETTERS = st.text(st.sampled_from("ab \n\t|đ"), max_size=60)


@given(LETTERS)
def test_that_the_lines_of_a_text_lie_end_to_end(text):
    blocks = Blocks(Report("r", text))
    lines = [text[slice(*blocks.place(block))] for block in range(len(blocks))]
    assert "\n".join(lines) == text


@given(LETTERS, st.data())
def test_that_a_position_is_found_in_the_block_that_holds_it(text, data):
    blocks = Blocks(Report("r", text))
    position = data.draw(st.integers(0, len(text)))
    start, end = blocks.place(blocks.at(position))
    assert start <= position <= end


def test_that_a_very_long_line_is_cut_at_spaces():
    text = "mười hai chữ " * 2000
    blocks = Blocks(Report("r", text))
    pieces = [text[slice(*blocks.place(block))] for block in range(len(blocks))]
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= LONGEST
    assert all(piece.endswith(" ") for piece in pieces)


def test_that_a_very_long_line_without_spaces_is_cut_all_the_same():
    blocks = Blocks(Report("r", "x" * (2 * LONGEST + 5)))
    assert [end - start for start, end in map(blocks.place, range(len(blocks)))] == [LONGEST, LONGEST, 5]


def test_that_sections_say_how_lines_are_set(sample):
    blocks = Blocks(sample.report)
    kinds = [blocks.kind(block) for block in range(len(blocks))]
    assert kinds == [
        BlockKind.TITLE,
        BlockKind.CHROME,
        BlockKind.CHROME,
        BlockKind.BLANK,
        BlockKind.TEXT,
        BlockKind.BLANK,
        BlockKind.ROW,
        BlockKind.ROW,
        BlockKind.ROW,
        BlockKind.BLANK,
        BlockKind.TEXT,
    ]
    assert blocks.tables == [Run(6, 8)]
    assert blocks.furniture == [Run(1, 2)]


def test_that_page_furniture_inside_a_line_leaves_the_line_text(sample):
    blocks = Blocks(sample.report)
    start = sample.at("(Lượt xem")
    assert blocks.chrome_in(blocks.at(start)) == [(start, start + len("(Lượt xem: 33)"))]
    assert blocks.chrome_in(0) == []


def test_that_blank_lines_inside_page_furniture_do_not_part_it():
    text = "Đăng nhập\n\nTrang chủ\nTin"
    furniture = [Section(SectionKind.CHROME, 0, 9), Section(SectionKind.CHROME, 11, 20)]
    blocks = Blocks(Report("r", text, sections=tuple(furniture)))
    assert blocks.furniture == [Run(0, 2)]
    assert blocks.run_of(blocks.furniture, 3) is None


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("1\tThu nội địa\t6.480", ["1", "Thu nội địa", "6.480"]),
        ("1 | Thu | 6 ", ["1", "Thu", "6"]),
        ("a\t\tb", ["a", "", "b"]),
        ("a | b\tc", ["a | b", "c"]),
    ],
)
def test_that_a_row_is_cut_into_cells_without_the_space_around_them(row, cells):
    blocks = Blocks(Report("r", row))
    assert [row[start:end] for start, end in blocks.cells(0)] == cells


def test_that_a_table_line_of_one_cell_stays_text():
    text = "Bảng 1\na\tb"
    blocks = Blocks(Report("r", text, sections=(Section(SectionKind.TABLE, 0, len(text)),)))
    assert [blocks.kind(0), blocks.kind(1)] == [BlockKind.TEXT, BlockKind.ROW]
