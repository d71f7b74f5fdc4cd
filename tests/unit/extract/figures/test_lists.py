"""Names in lists and in clauses of several parts: sectors with commas, predicates, parts without a head."""

import pytest


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("Khai khoáng tăng 2,1%, dệt, may và da giày tăng 13,4%.", "13,4%", "dệt, may và da giày"),
        ("Trồng trọt, chăn nuôi và dịch vụ tăng 4,1%.", "4,1%", "Trồng trọt, chăn nuôi và dịch vụ"),
        ("Trong trồng trọt, lúa tăng 5,5%.", "5,5%", "lúa"),
        ("Khách Nhật Bản vẫn dẫn đầu, chiếm 31% tổng lượng khách.", "31%", "Khách Nhật Bản"),
        ("Doanh thu vận tải tiếp tục phục hồi, ước 412 tỷ đồng.", "412 tỷ đồng", "Doanh thu vận tải"),
        ("Số vốn vay 45 tỷ đồng song mức trả nợ lại giảm nhẹ, còn 3 tỷ đồng.", "3 tỷ đồng", "mức trả nợ"),
        ("Giải ngân đến 31/8 chỉ đạt 41,7% kế hoạch.", "41,7%", "Giải ngân"),
        ("Năng suất lúa đạt 6,1 tấn/ha, có hộ ở xã Phú An đạt 8,5 tấn/ha.", "8,5 tấn/ha", "Năng suất lúa"),
        ("Tổng thu trong tháng 31 tỷ đồng, lũy kế 287 tỷ đồng.", "287 tỷ đồng", "Tổng thu"),
        ("Số giấy chứng nhận được cấp 1.310 giấy.", "1.310 giấy", "Số giấy chứng nhận được cấp"),
        ("Diện tích ngô đã gieo trồng là 2.140 ha.", "2.140 ha", "Diện tích ngô đã gieo trồng"),
        ("Tổng dư nợ trên địa bàn đến 30/6 đạt 9.870 tỷ đồng.", "9.870 tỷ đồng", "Tổng dư nợ"),
        ("Thu ngân sách trên địa bàn đạt 9.870 tỷ đồng.", "9.870 tỷ đồng", "Thu ngân sách trên địa bàn"),
        ("Tỷ lệ tiêm phòng đợt 2 đạt 81%.", "81%", "Tỷ lệ tiêm phòng"),
        ("Diện tích rừng trồng mới 912 ha.", "912 ha", "Diện tích rừng trồng mới"),
        ("Tỷ lệ sinh con thứ ba trở lên 11,4%.", "11,4%", "Tỷ lệ sinh con thứ ba trở lên"),
        ("Cho vay doanh nghiệp nhỏ và vừa 194 tỷ đồng.", "194 tỷ đồng", "Cho vay doanh nghiệp nhỏ và vừa"),
        ("Nguồn vốn huy động gồm ngân sách tỉnh 46 tỷ đồng.", "46 tỷ đồng", "ngân sách tỉnh"),
        ("Vốn ngân sách nhà nước ước đạt 3 tỷ đồng.", "3 tỷ đồng", "Vốn ngân sách nhà nước"),
        ("Các huyện Tân Phú, Định Quán chiếm 46,3% số vụ.", "46,3%", None),
        ("Nhân dân đóng góp 1,4 tỷ đồng.", "1,4 tỷ đồng", None),
        ("Sâu bệnh: diện tích nhiễm rầy nâu 215 ha; chuột gây hại nhẹ 9 ha.", "9 ha", None),
    ],
)  # fmt: skip
def test_that_a_name_ends_and_begins_where_its_clause_does(read, text, surface, expected):
    assert read(text).piece(surface, "measures") == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Tổng số học sinh 31.240 em, gồm mầm non 7.120 em, tiểu học 12.030 em và THCS 12.090 em.",
            ["Tổng số học sinh", "mầm non", "tiểu học", "THCS"],
        ),
        (
            "Số ca sốt xuất huyết 145 ca, tay chân miệng 84 ca, sởi 12 ca.",
            ["Số ca sốt xuất huyết", "tay chân miệng", "sởi"],
        ),
        (
            "Tổng diện tích rừng 8.440 ha, gồm rừng tự nhiên 6.300 ha và rừng trồng 2.140 ha.",
            ["Tổng diện tích rừng", "rừng tự nhiên", "rừng trồng"],
        ),
        (
            "Công nghiệp - xây dựng, dịch vụ và thuế sản phẩm tăng lần lượt 12,4%, 7,2% và 5,5%.",
            ["Công nghiệp - xây dựng", "dịch vụ", "thuế sản phẩm"],
        ),
        (
            "Tổng vốn đăng ký lần lượt là 640 tỷ đồng và 12,8 triệu USD.",
            ["Tổng vốn đăng ký", "Tổng vốn đăng ký"],
        ),
    ],
)
def test_that_the_parts_of_a_list_are_names_of_their_own(read, text, names):
    found = read(text)
    assert [found.piece(surface, "measures") for surface in found.surfaces()] == names


def test_that_a_change_told_against_a_second_time_keeps_its_direction(read):
    found = read("Chỉ số giá tăng 0,4% so với tháng trước và 3,1% so với cùng kỳ.")
    assert found.attributes("3,1%")["direction"] == "up"
    assert found.attributes("3,1%")["basis"] == "same_period"


def test_that_a_change_said_over_as_a_share_shares_direction_and_basis(read):
    found = read("Số vụ cháy là 31 vụ (giảm 6 vụ, tương đương 16,2%, so với cùng kỳ).")
    assert [found.attributes(at)["direction"] for at in ("6 vụ", "16,2%")] == ["down", "down"]
    assert [found.attributes(at)["basis"] for at in ("6 vụ", "16,2%")] == ["same_period", "same_period"]


def test_that_what_is_allotted_in_all_is_a_target(read):
    found = read("Tổng kế hoạch vốn đầu tư công năm 2024 được giao là 590 tỷ đồng.")
    assert found.attributes("590 tỷ đồng")["status"] == "target"


def test_that_a_comparison_ends_with_its_clause(read):
    found = read("Số vụ trộm 41 vụ, giảm 3 vụ (6,8%) so với cùng kỳ; tỷ lệ phá án đạt 89,1%.")
    assert "basis" not in found.attributes("89,1%")
