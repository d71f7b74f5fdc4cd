"""Table cells are figures of the unit their head, row or caption states."""

from decimal import Decimal

LEAD = "Kết quả được trình bày ở bảng dưới đây, số liệu do các ngành của tỉnh tổng hợp.\n\n"
TABS = (
    f"{LEAD}"
    "Đơn vị tính: tỷ đồng\n"
    "STT\tChỉ tiêu\tDự toán năm 2022\tThực hiện 6 tháng\tSo với dự toán (%)\n"
    "1\tThu nội địa\t9.850\t6.480\t65,8\n"
    "2\tThu tiền sử dụng đất\t1.600\t1.212,5\t75,8\n"
)


def test_that_cells_take_the_caption_s_unit_and_scale(read):
    found = read(TABS)
    assert found.labelled() == [
        ("MONEY", "9.850"),
        ("MONEY", "6.480"),
        ("PERCENT", "65,8"),
        ("MONEY", "1.600"),
        ("MONEY", "1.212,5"),
        ("PERCENT", "75,8"),
    ]
    assert found.attributes("1.212,5")["value"] == "1212500000000"
    assert found.piece("1.212,5", "unit") == "tỷ đồng"


def test_that_rows_name_what_their_cells_measure(read):
    found = read(TABS)
    assert found.surfaces("INDICATOR") == ["Thu nội địa", "Thu tiền sử dụng đất"]
    assert found.piece("65,8", "measures") == "Thu nội địa"


def test_that_heads_give_status_basis_and_period(read):
    found = read(TABS)
    assert found.attributes("9.850")["status"] == "target"
    assert found.attributes("6.480")["status"] == "actual"
    assert found.attributes("65,8")["basis"] == "budget"
    assert found.attributes("65,8")["status"] == "actual"
    assert found.piece("9.850", "during") == "năm 2022"
    assert found.piece("65,8", "during") is None


def test_that_bars_and_a_unit_column_are_read(read):
    found = read(
        "| TT | Chỉ tiêu | ĐVT | Kế hoạch | Ước thực hiện |\n"
        "|---|---|---|---|---|\n"
        "| 1 | Sản lượng lúa | nghìn tấn | 1.225 | 1.231,4 |\n"
        "| 2 | Tỷ lệ hộ nghèo | % | 2,5 | 2,1 |\n"
        "| 3 | Số xã đạt chuẩn | xã | 92 | 78 |\n"
    )
    assert found.labelled() == [
        ("MEASURE", "1.225"),
        ("MEASURE", "1.231,4"),
        ("PERCENT", "2,5"),
        ("PERCENT", "2,1"),
        ("COUNT", "92"),
        ("COUNT", "78"),
    ]
    assert Decimal(found.attributes("1.231,4")["value"]) == 1231400
    assert found.attributes("1.231,4")["status"] == "estimate"
    assert found.attributes("92") == {"value": "92", "unit": "xã", "status": "target"}


def test_that_column_codes_and_row_numbers_are_no_figures(read):
    found = read(
        "Đơn vị: triệu đồng\n"
        "TT | Nội dung | Dự toán | TH/DT (%)\n"
        "A | B | 1 | 2=1/3\n"
        "I | Thu nội địa | 7.215.000 | 74,9\n"
        "1 | Thuế thu nhập cá nhân | 390.000 | 87,5\n"
    )
    assert found.surfaces() == ["7.215.000", "74,9", "390.000", "87,5"]


def test_that_rows_of_places_measure_what_the_column_names(read):
    found = read(
        f"{LEAD}Huyện\tDiện tích lúa (ha)\tNăng suất (tạ/ha)\nLạc Sơn\t4.120\t54,6\nTân Lạc\t2.305\t53,1\n"
    )
    assert found.surfaces("INDICATOR") == ["Diện tích lúa", "Năng suất"]
    assert found.attributes("54,6") == {"value": "54.6", "unit": "tạ", "per": "ha", "status": "actual"}
    assert found.figure("54,6").label == "RATE"


def test_that_a_column_of_changes_takes_its_direction_from_the_sign(read):
    head = "Chỉ tiêu\tTăng, giảm so với cùng kỳ (%)\tGhi chú\n"
    found = read(f"{LEAD}{head}Số vụ cháy\t-12,5\tx\nSố vụ tai nạn\t7,7\tx\n")
    assert found.attributes("-12,5")["direction"] == "down"
    assert found.attributes("7,7")["direction"] == "up"
    assert found.attributes("7,7")["basis"] == "same_period"


def test_that_cells_without_a_unit_are_left_alone(read):
    found = read(f"{LEAD}Mã\tTên\tHạng\n01\tThu nội địa\t3\n02\tChi thường xuyên\t4\n")
    assert found.surfaces() == []


UNITS = (
    f"{LEAD}"
    "TT\tChủ đầu tư\tKế hoạch vốn năm 2025 (triệu đồng)\tGiải ngân đến 31/10 (triệu đồng)\t"
    "So với kế hoạch (%)\n"
    "1\tBan Quản lý dự án Bến Mơ\t3.214.560\t2.480.115\t77,2\n"
)


def test_that_columns_name_what_is_measured_where_rows_are_units(read):
    found = read(UNITS)
    assert found.piece("3.214.560", "measures") == "Kế hoạch vốn"
    assert found.piece("2.480.115", "measures") == found.piece("77,2", "measures") == "Giải ngân"


def test_that_a_list_in_a_row_s_name_gives_no_unit(read):
    found = read(
        f"{LEAD}Đơn vị tính: triệu USD\nNhóm hàng\tNăm 2023\tNăm 2024\nHạt nhựa, hóa chất\t1.405\t1.336,2\n"
    )
    assert found.attributes("1.336,2")["unit"] == "USD"


def test_that_a_fall_in_a_column_s_head_is_its_figures_direction(read):
    found = read(
        f"{LEAD}TT\tĐơn vị\tSố hộ nghèo (hộ)\tMức giảm trong năm (%)\n1\tThành phố Bến Mơ\t91\t0,11\n"
    )
    assert found.attributes("0,11")["direction"] == "down"
    assert found.piece("91", "measures") == "Số hộ nghèo"
    assert found.piece("0,11", "measures") == "Mức giảm"


def test_that_a_unit_in_brackets_above_a_table_is_the_unit_of_its_cells(read):
    found = read(
        f"{LEAD}Diện tích rừng trồng theo huyện (ha)\n"
        "Địa bàn\tKeo\tQuế\n"
        "Huyện Văn Yên\t1.240\t3.105\n"
        "Huyện Trấn Yên\t980\t2.410\n"
    )
    assert [found.attributes(cell)["unit"] for cell in ("1.240", "3.105", "980", "2.410")] == ["ha"] * 4
    assert [found.piece(cell, "measures") for cell in ("980", "2.410")] == ["Keo", "Quế"]


def test_that_a_row_of_growth_tells_the_direction_of_its_cells(read):
    found = read(
        f"{LEAD}Chỉ tiêu\tĐơn vị\tNăm 2021\tNăm 2022\n"
        "Tốc độ tăng trưởng GRDP\t%\t6,3\t7,1\n"
        "Tỷ lệ hộ nghèo\t%\t8,4\t6,9\n"
    )
    assert [found.attributes(cell).get("direction") for cell in ("6,3", "7,1", "8,4")] == ["up", "up", None]
