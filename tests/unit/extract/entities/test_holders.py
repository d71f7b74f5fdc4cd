"""Who holds which title, by what stands between name and title."""

from __future__ import annotations

import pytest

from annotator.domain.reports import Report
from annotator.extract.entities import find_entities
from annotator.extract.entities.holders import holder_relations, holds

CASES = [
    (
        "Các đồng chí: Ma Thế Hùng, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh; Lê Thị Oanh, Phó Bí thư Tỉnh ủy dự.",
        [
            ("Ma Thế Hùng", "Bí thư Tỉnh ủy"),
            ("Ma Thế Hùng", "Chủ tịch HĐND tỉnh"),
            ("Lê Thị Oanh", "Phó Bí thư Tỉnh ủy"),
        ],
    ),
    (
        "Đồng chí Vũ Văn Hà - Tỉnh ủy viên, Giám đốc Sở Y tế phát biểu.",
        [("Vũ Văn Hà", "Tỉnh ủy viên"), ("Vũ Văn Hà", "Giám đốc Sở Y tế")],
    ),
    ("Bí thư Tỉnh ủy Giàng Páo Sử kết luận.", [("Giàng Páo Sử", "Bí thư Tỉnh ủy")]),
    (
        "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Võ Văn Hưng ký.",
        [("Võ Văn Hưng", "Phó Bí thư Tỉnh ủy"), ("Võ Văn Hưng", "Chủ tịch UBND tỉnh")],
    ),
    ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nĐỗ Khắc Vinh\n", [("Đỗ Khắc Vinh", "PHÓ CHỦ TỊCH")]),
    (
        "đồng chí Lý Văn Hòa, Trưởng Ban Dân vận Tỉnh ủy giữ chức Ủy viên Ban Thường vụ Tỉnh ủy.",
        [("Lý Văn Hòa", "Trưởng Ban Dân vận Tỉnh ủy"), ("Lý Văn Hòa", "Ủy viên Ban Thường vụ Tỉnh ủy")],
    ),
    (
        "Bí thư Huyện ủy Trần Văn Ba và Chủ tịch UBND huyện Lò Văn Tư dự.",
        [("Trần Văn Ba", "Bí thư Huyện ủy"), ("Lò Văn Tư", "Chủ tịch UBND huyện")],
    ),
    ("Ông Trần Văn Năm (Giám đốc Sở Y tế) nói.", [("Trần Văn Năm", "Giám đốc Sở Y tế")]),
    ("Bí thư Tỉnh ủy đến thăm ông Lò Văn Sáu.", []),
    ("Ông Lò Văn Sáu chào. Chủ tịch UBND tỉnh về.", []),
]


@pytest.mark.parametrize(("text", "pairs"), CASES)
def test_that_each_title_goes_to_the_person_the_sentence_gives_it_to(text, pairs):
    matches = find_entities(Report("sentence", text))
    found = [
        (text[matches[who].start : matches[who].end], text[matches[what].start : matches[what].end])
        for who, what in holds(text, matches)
    ]
    assert sorted(found) == sorted(pairs)


def test_that_relations_name_the_spans_whatever_their_order():
    text = "Bí thư Tỉnh ủy Giàng Páo Sử kết luận."
    spans = [
        match.span(layer="entity", extractor="test") for match in find_entities(Report("sentence", text))
    ]
    by_label = {span.label: span.id for span in spans}
    relations = holder_relations(text, spans[::-1])
    assert {(relation.source, relation.target) for relation in relations} == {
        (by_label["PERSON"], by_label["POSITION"])
    }
