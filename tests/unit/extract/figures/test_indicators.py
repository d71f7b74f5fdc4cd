"""Indicators have the borders of the noun phrase and every figure of theirs points to them."""

import pytest


def links(found):
    """Return the name each figure measures by the figure's surface."""
    return {surface: found.piece(surface, "measures") for surface in found.surfaces()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tốc độ tăng trưởng kinh tế đạt 6,43%.", "Tốc độ tăng trưởng kinh tế"),
        ("Năm 2023, doanh thu từ dịch vụ vận tải ước 1.860 tỷ đồng.", "doanh thu từ dịch vụ vận tải"),
        ("Thu ngân sách trên địa bàn đạt 2.236 tỷ đồng.", "Thu ngân sách trên địa bàn"),
        ("Tỷ lệ che phủ rừng giữ ở mức 52,9%.", "Tỷ lệ che phủ rừng"),
        ("Tỷ lệ hộ nghèo toàn tỉnh giảm 3,9%.", "Tỷ lệ hộ nghèo"),
        ("Tỷ lệ hộ nghèo của huyện Mường La còn 12%.", "Tỷ lệ hộ nghèo"),
        ("Tỷ lệ lấp đầy tại Khu công nghiệp An Bình đã lên 98,6%.", "Tỷ lệ lấp đầy"),
        ("Diện tích tôm - lúa ở vùng U Minh gần 98 nghìn ha.", "Diện tích tôm - lúa"),
        ("Tổng sản phẩm trên địa bàn (GRDP) 9 tháng tăng 6,8%.", "Tổng sản phẩm trên địa bàn (GRDP)"),
        ("Tổng vốn huy động 3 năm 2021 - 2023 là 486 tỷ đồng.", "Tổng vốn huy động"),
        ("Nợ thuế đến ngày 30/6 còn 1.028 tỷ đồng.", "Nợ thuế"),
        ("Kinh phí chuyển đổi số được giao 48,7 tỷ đồng.", "Kinh phí chuyển đổi số"),
        ("Tỷ lệ xã đạt chuẩn nông thôn mới đạt 46,8%.", "Tỷ lệ xã đạt chuẩn nông thôn mới"),
        ("Mức phạt cao nhất là 40 triệu đồng.", "Mức phạt cao nhất"),
        ("Năng suất bình quân 72,4 tạ/ha.", "Năng suất bình quân"),
        ("Đàn lợn có hơn 1,1 triệu con.", "Đàn lợn"),
        ("Phấn đấu cả năm sản lượng lúa đạt ít nhất 4,4 triệu tấn.", "sản lượng lúa"),
        ("Cục Thống kê dự báo GRDP quý IV tăng 8%.", "GRDP"),
        ("Nâng tổng số thành viên hợp tác xã lên 19.000 người.", "tổng số thành viên hợp tác xã"),
        ("Giảm tỷ lệ hộ nghèo 3 - 3,5%.", "tỷ lệ hộ nghèo"),
        ("Khu vực nông, lâm nghiệp và thủy sản tăng 3,5%.", "Khu vực nông, lâm nghiệp và thủy sản"),
        ("Tỷ lệ điều tra, khám phá án đạt 92,4%.", "Tỷ lệ điều tra, khám phá án"),
        ("Giải ngân vốn đầu tư công chậm: hết quý II mới được 31,4%.", "Giải ngân vốn đầu tư công"),
        ("Ngành xây dựng (-0,64%).", "Ngành xây dựng"),
        ("Tỷ lệ hộ nghèo theo Nghị định số 07/2021/NĐ-CP còn 4,35%.", "Tỷ lệ hộ nghèo"),
        ("Tổng vốn đầu tư thiết bị là 128 tỷ đồng.", "Tổng vốn đầu tư thiết bị"),
        ("Giá trị sản phẩm trên một héc-ta đất đạt 112 triệu đồng.", "Giá trị sản phẩm trên một héc-ta đất"),
        ("Cho năng suất từ 6,1 đến 6,4 tấn/ha.", "năng suất"),
        ("Giải ngân hết 287,6 tỷ đồng vốn XDCB.", "vốn XDCB"),
        ("Giảm 3-5% số vụ cháy so với cùng kỳ.", "số vụ cháy"),
        ("Giảm 2 - 2,5%/năm tỷ lệ hộ nghèo.", "tỷ lệ hộ nghèo"),
    ],
)
def test_that_an_indicator_has_the_borders_of_its_noun_phrase(read, text, name):
    found = read(text)
    assert found.surfaces("INDICATOR") == [name]
    assert set(links(found).values()) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Toàn tỉnh có 12 xã, 01 thị trấn.",
        "Đã thu hoạch 71.200ha.",
        "Lực lượng chức năng bắt 12 đối tượng, thu 186,5g ma túy.",
        "Xây mới 54 phòng học và sửa chữa 12 trạm.",
        "Khu công nghiệp An Bình rộng 160ha.",
        "Kiểm tra 100% xe đưa rước công nhân.",
        "60% dân số được quản lý bằng hồ sơ điện tử.",
        "Học sinh dân tộc thiểu số chiếm 88,4% tổng số học sinh.",
        "Đề nghị bố trí 25 tỷ đồng cho xã An Khai.",
        "Đạo ôn lá cấp 3 gây hại 3.215 ha.",
        "Huyện Đông Hà mới đạt 41% dự toán.",
        "Vận động Quỹ “Vì người nghèo” được 56,2 tỷ đồng.",
    ],
)
def test_that_who_acts_and_what_is_done_are_no_indicator(read, text):
    assert read(text).surfaces("INDICATOR") == []


def test_that_three_figures_share_one_indicator(read):
    found = read("Doanh thu ước đạt trên 1.860 tỷ đồng, đạt 68,2% kế hoạch, tăng 4,6% so với cùng kỳ.")
    assert links(found) == dict.fromkeys(["1.860 tỷ đồng", "68,2%", "4,6%"], "Doanh thu")


def test_that_coordinated_clauses_have_their_own_indicators(read):
    found = read("Sản lượng điện tăng 12,3%; lượng khách tăng 9,7%.")
    assert links(found) == {"12,3%": "Sản lượng điện", "9,7%": "lượng khách"}


def test_that_parts_of_a_whole_are_named_apart(read):
    found = read(
        "Tổng chi ngân sách ước 7.305 tỷ đồng, trong đó chi đầu tư 2.140 tỷ đồng, "
        "chi thường xuyên 4.866 tỷ đồng."
    )
    assert links(found) == {
        "7.305 tỷ đồng": "Tổng chi ngân sách",
        "2.140 tỷ đồng": "chi đầu tư",
        "4.866 tỷ đồng": "chi thường xuyên",
    }


def test_that_a_place_in_a_clause_goes_on_with_the_indicator(read):
    found = read("Tỷ lệ hộ nghèo giảm 3,8%, riêng các huyện nghèo giảm 5,4%.")
    assert links(found) == {"3,8%": "Tỷ lệ hộ nghèo", "5,4%": "Tỷ lệ hộ nghèo"}


def test_that_the_name_before_a_bracket_is_taken_up_after_it(read):
    found = read("Sản lượng thủy sản là 56.300 tấn (trong đó tôm 20.150 tấn), tăng 2,3% so với cùng kỳ.")
    assert links(found)["20.150 tấn"] == "tôm"
    assert links(found)["2,3%"] == "Sản lượng thủy sản"


def test_that_a_list_of_products_is_named_one_by_one(read):
    found = read("Diện tích xoài 19.800 ha, nhãn 17.250 ha, mận 13.100 ha.")
    assert list(links(found).values()) == ["Diện tích xoài", "nhãn", "mận"]


def test_that_what_was_done_with_a_sum_measures_the_sum(read):
    found = read("Kinh phí được giao 48,75 tỷ đồng, giải ngân 21,3 tỷ, bằng 43,7% dự toán.")
    assert set(links(found).values()) == {"Kinh phí"}


def test_that_another_action_measures_nothing(read):
    found = read("Nguồn vốn dự kiến 86,5 tỷ đồng, xây mới 54 phòng học.")
    assert links(found) == {"86,5 tỷ đồng": "Nguồn vốn", "54 phòng học": None}


def test_that_the_evidence_names_rule_and_entry(read):
    found = read("Tỷ lệ hộ nghèo giảm 3,8% so với cùng kỳ.")
    figure, name = found.figure("3,8%"), found.figure("Tỷ lệ hộ nghèo")
    assert name.evidence.entry == "tỷ lệ"
    assert name.evidence.rule == "indicator: head"
    assert figure.evidence.rule == "figure: unit"
    assert found.piece("3,8%", "direction") == "giảm"
    assert found.piece("3,8%", "basis") == "cùng kỳ"
    assert found.piece("3,8%", "value") == "3,8"
    assert found.piece("3,8%", "unit") == "%"


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("a) Tốc độ tăng trưởng GRDP: từ 11% trở lên;", "11%", "Tốc độ tăng trưởng GRDP"),
        ("Mức nước trên sông Mơ đạt 3,2 m.", "3,2 m", "Mức nước"),
        ("Hàng hóa thông qua cảng Bến Mơ đạt 9 nghìn tấn.", "9 nghìn tấn", "Hàng hóa thông qua cảng Bến Mơ"),
        ("Phí đường bộ, phí cảng xấp xỉ 5 tỷ đồng.", "5 tỷ đồng", "Phí đường bộ, phí cảng"),
        ("Kinh phí giải ngân đạt 146 tỷ đồng.", "146 tỷ đồng", "Kinh phí giải ngân"),
        ("Kinh phí sửa chữa được cấp 12 tỷ đồng.", "12 tỷ đồng", "Kinh phí sửa chữa"),
        ("Hạt điều nhập khẩu ước 412 nghìn tấn.", "412 nghìn tấn", "Hạt điều nhập khẩu"),
        ("Giá lúa tăng từ 7,8 triệu đồng/tấn lên 8,5 triệu đồng/tấn.", "8,5 triệu đồng/tấn", "Giá lúa"),
        ("Hộ không có đất ở 738 hộ.", "738 hộ", "Hộ không có đất ở"),
        ("Giá khoai rớt khiến nông dân bỏ trống 1.870 ha.", "1.870 ha", None),
        ("Ngành thiếu 300 giáo viên.", "300 giáo viên", None),
    ],
)
def test_that_a_name_ends_where_what_is_said_of_it_begins(read, text, surface, name):
    assert links(read(text))[surface] == name


def test_that_names_told_together_get_their_figures_one_by_one(read):
    found = read("Đàn trâu, đàn bò và đàn dê lần lượt là 9.120 con, 31.450 con và 6.800 con.")
    assert list(links(found).values()) == ["Đàn trâu", "đàn bò", "đàn dê"]
    found = read("Giá trị sản xuất trồng trọt và chăn nuôi tăng lần lượt 4,4% và 7,1% so với cùng kỳ.")
    assert links(found) == {"4,4%": "Giá trị sản xuất trồng trọt", "7,1%": "chăn nuôi"}


def test_that_a_name_told_with_two_comparisons_stays_one(read):
    found = read("Chỉ số giá vàng và đô la Mỹ tăng lần lượt 0,4% và 1,9% so với tháng trước và cùng kỳ.")
    assert set(links(found).values()) == {"Chỉ số giá vàng và đô la Mỹ"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nhóm may mặc tăng cao nhất 2,6%.", {"2,6%": "Nhóm may mặc"}),
        ("Ngành khai khoáng giảm sâu nhất 8,3%.", {"8,3%": "Ngành khai khoáng"}),
        ("Công ty giảm lãi 6,5 tỷ đồng so với quý trước.", {"6,5 tỷ đồng": None}),
        (
            "Vốn ngân sách tỉnh giải ngân 412 tỷ đồng (46,1%).",
            {"412 tỷ đồng": "Vốn ngân sách tỉnh", "46,1%": "Vốn ngân sách tỉnh"},
        ),
        ("Diện tích cây hằng năm đạt 4.120 ha.", {"4.120 ha": "Diện tích cây hằng năm"}),
        (
            "Tổng sản lượng 52 nghìn tấn, trong đó đánh bắt 20 nghìn tấn (giảm 4%), nuôi thả 32 nghìn tấn.",
            {"52 nghìn tấn": "Tổng sản lượng", "20 nghìn tấn": "đánh bắt", "4%": "đánh bắt",
             "32 nghìn tấn": "nuôi thả"},
        ),
        (
            "Tỷ lệ hộ cận nghèo 5,1%; so với năm trước giảm 1.240 hộ (giảm 0,9%).",
            {"5,1%": "Tỷ lệ hộ cận nghèo", "1.240 hộ": None, "0,9%": "Tỷ lệ hộ cận nghèo"},
        ),
        (
            "IIP tăng 6%, trong đó công nghiệp chế biến, chế tạo tăng 7,2%, "
            "cung cấp nước, xử lý rác thải tăng 2,5%.",
            {"6%": "IIP", "7,2%": "công nghiệp chế biến, chế tạo", "2,5%": "cung cấp nước, xử lý rác thải"},
        ),
        ("Qua rà soát 96 hợp tác xã.", {"96 hợp tác xã": None}),
        ("Mạng di động phủ sóng 97% dân số.", {"97%": None}),
    ],
)  # fmt: skip
def test_that_parts_changes_and_sectors_find_their_names(read, text, expected):
    assert links(read(text)) == expected
