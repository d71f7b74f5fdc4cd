"""Sentences end where the writer ended them, not at short forms, numbers or lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.reports import Section, SectionKind
from annotator.text.words import sentences

ANY_TEXT = st.text(alphabet="aBĐị 1.,!?…;:“”()\n\t\u00a0-", max_size=80)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@given(text=ANY_TEXT)
def test_that_sentences_hold_all_but_white_space_in_order(text: str):
    found = sentences(text)
    borders = [border for sentence in found for border in sentence]
    assert borders == sorted(borders)
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in found)


@given(text=ANY_TEXT)
def test_that_no_sentence_crosses_a_line(text: str):
    assert not any("\n" in sentence for sentence in cut(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năng suất đạt 6.500 kg. Sản lượng tăng 3,5%.", ["Năng suất đạt 6.500 kg.", "Sản lượng tăng 3,5%."]),
        ("Tỷ lệ đạt 46,8%. 60% dân số có thẻ.", ["Tỷ lệ đạt 46,8%.", "60% dân số có thẻ."]),
        ("Họp tại TP. Suối Bạc ngày 5/8.", ["Họp tại TP. Suối Bạc ngày 5/8."]),
        ("KT. CHỦ TỊCH", ["KT. CHỦ TỊCH"]),
        ("TM. ỦY BAN NHÂN DÂN", ["TM. ỦY BAN NHÂN DÂN"]),
        ("PGS.TS. Lò Văn Tám và ThS. Vàng A Páo dự.", ["PGS.TS. Lò Văn Tám và ThS. Vàng A Páo dự."]),
        ("Ông V. Tám phát biểu.", ["Ông V. Tám phát biểu."]),
        ("Kỳ họp HĐND khóa X. Đại biểu dự đông.", ["Kỳ họp HĐND khóa X.", "Đại biểu dự đông."]),
        ("Ông Nguyễn Văn A. Bà Lò Thị B dự.", ["Ông Nguyễn Văn A.", "Bà Lò Thị B dự."]),
        ("1. Nông nghiệp phát triển. Lúa tốt.", ["1. Nông nghiệp phát triển.", "Lúa tốt."]),
        ("II. KINH TẾ", ["II. KINH TẾ"]),
        ("2.1. Trồng trọt", ["2.1. Trồng trọt"]),
        ("Bảng 1. Thu ngân sách", ["Bảng 1. Thu ngân sách"]),
        ("Đường làng, cầu cống... Đều xong.", ["Đường làng, cầu cống...", "Đều xong."]),
        ("Đường làng, cầu cống… được sửa.", ["Đường làng, cầu cống… được sửa."]),
        ("“Lúa tốt lắm!” Ông nói vậy. Dân mừng.", ["“Lúa tốt lắm!”", "Ông nói vậy.", "Dân mừng."]),
        ("“Lúa tốt lắm!” ông nói.", ["“Lúa tốt lắm!” ông nói."]),
        ("Một\nhai.\n\n ba ", ["Một", "hai.", "ba"]),
        ("STT\tChỉ tiêu\n1\tThu nội địa", ["STT\tChỉ tiêu", "1\tThu nội địa"]),
    ],
)
def test_that_sentences_are_cut_as_a_reader_would(text: str, expected: list[str]):
    assert cut(text) == expected


def test_that_chrome_is_never_in_a_sentence_with_the_text_beside_it():
    text = "05/08/2024 14:20 | Lượt xem: 12"
    chrome = Section(SectionKind.CHROME, text.index("|"), len(text))
    assert [text[a:b] for a, b in sentences(text, [chrome])] == ["05/08/2024 14:20", "| Lượt xem: 12"]


@pytest.mark.timeout(10)
@pytest.mark.parametrize("run", [".", "…", "!", '"', "..) "])
def test_that_leader_dots_and_their_like_are_one_sentence_found_at_once(run: str):
    text = "a" + run * 200_000
    assert sentences(text) == [(0, len(text.rstrip()))]
