"""Bare noun phrases before a number are names, acts are none; participles stay or go with what they tell."""

from __future__ import annotations

import pytest

from annotator.domain.reports import Report
from annotator.extract.figures import find_figures


def names(text: str) -> list[str]:
    """Give the names found in a text."""
    found = find_figures(Report(name="r", text=text), [])
    return [text[match.start : match.end] for match in found if match.label == "INDICATOR"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vật chứng: hạt nêm giả 58,4 kg.", "hạt nêm giả"),
        ("Toàn tỉnh có 900 hội viên; lao động trực tiếp 4.200 người.", "lao động trực tiếp"),
        ("- Diện tích đã thu hoạch 4.310 ha.", "Diện tích đã thu hoạch"),
        ("Số căn đã hoàn thành là 5.200 căn.", "Số căn đã hoàn thành"),
        ("- Kinh phí sửa chữa được cấp 12 tỷ đồng.", "Kinh phí sửa chữa"),
        ("- Số đối tượng bị bắt: 602 đối tượng.", "Số đối tượng bị bắt"),
        ("Giá lúa OM 18 là 5.600 đồng/kg.", "Giá lúa OM 18"),
    ],
)
def test_that_a_noun_phrase_before_a_number_is_a_name(text: str, name: str):
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Công an bắt bốn đối tượng, thu 20 bánh heroin.",
        "Lực lượng kiểm tra 44 cơ sở, phạt 8 trường hợp.",
        "Tổ chức đại hội, triệu tập 200 đại biểu.",
        "Toàn ngành có 400 học sinh, học viên và 30 cán bộ.",
    ],
)
def test_that_an_act_before_a_number_is_no_name(text: str):
    assert names(text) == []
