"""What a few letters mean in the palette."""

from __future__ import annotations

import pytest

from annotator.ui.matching import ranked

TEXTS = [
    ("Accept and go on", "Span Accept and go on", "Return"),
    ("Accept the rest of the paragraph", "", "A"),
    ("Undo", "Edit Undo", "Take back the last change", "Ctrl+Z"),
    ("Xuất bản vàng…", "Export gold…", "Ctrl+Shift+E"),
    ("Đánh dấu nghi ngờ", "Flag as disputed", "?"),
]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("acc", 0),
        ("accept par", 1),
        ("acpar", 1),
        ("paragaph", 1),
        ("und", 2),
        ("take back", 2),
        ("ctrl+z", 2),
        ("xuat ban", 3),
        ("XUẤT", 3),
        ("export", 3),
        ("exprot", 3),
        ("danh dau", 4),
        ("disputed", 4),
    ],
)
def test_that_what_is_meant_stands_first(query, first):
    assert ranked(query, TEXTS)[0] == first


def test_that_nothing_typed_means_everything_in_order():
    assert ranked("", TEXTS) == ranked("  ", TEXTS) == [0, 1, 2, 3, 4]


def test_that_what_is_like_nothing_means_nothing():
    assert ranked("qqqqqq", TEXTS) == []
    assert ranked("x", []) == []
