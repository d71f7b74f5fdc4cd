"""A figure holds for the date its sentence gives it, and for no other."""

import pytest


@pytest.mark.parametrize(
    ("text", "surface", "date"),
    [
        ("Năm 2023, GRDP tăng 7%, thu ngân sách đạt 500 tỷ đồng.", "500 tỷ đồng", "Năm 2023"),
        ("Tỷ lệ hộ nghèo giảm từ 27,9% năm 2020 xuống còn 24,6% năm 2023.", "27,9%", "năm 2020"),
        ("Tỷ lệ hộ nghèo giảm từ 27,9% năm 2020 xuống còn 24,6% năm 2023.", "24,6%", "năm 2023"),
        ("Năm 2023, thu ngân sách tăng 8% so với năm 2020, chi tăng 5%.", "5%", "Năm 2023"),
        ("Năm 2024, thu nhập đạt 49 triệu đồng, gấp 1,6 lần năm 2020.", "1,6 lần", "Năm 2024"),
        ("Chỉ số sản xuất tháng 8 tăng 2,4%; tính chung 8 tháng tăng 6,1%.", "6,1%", "8 tháng"),
        ("Theo Quyết định số 190/QĐ-UBND ngày 11/8, 1.816 hộ nhận gạo.", "1.816 hộ", None),
        ("Tính theo giá cố định 2010 thì gấp 1,07 lần cùng kỳ.", "1,07 lần", None),
        (
            "Nhiệm kỳ 2015 - 2020, 9/12 chỉ tiêu đạt; kết nạp 310 đoàn viên.",
            "310 đoàn viên",
            "Nhiệm kỳ 2015 - 2020",
        ),
        ("Sau hơn 10 năm, 105/116 xã đạt chuẩn.", "105/116 xã", None),
    ],
)
def test_that_a_figure_holds_for_the_date_before_it(read, text, surface, date):
    assert read(text).piece(surface, "during") == date


def test_that_a_heading_gives_no_period(read):
    found = read("II. MỤC TIÊU ĐẾN NĂM 2025\n\nPhấn đấu đạt 18 bác sĩ/10.000 dân, có đủ thuốc.\n")
    assert found.piece("18 bác sĩ/10.000 dân", "during") is None
