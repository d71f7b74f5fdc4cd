"""Tell which numbers are no figures: ordinals, names with a number, phones, plates, years, list numbers."""

from __future__ import annotations

import re

from annotator.extract.figures.pages import Page

_LOOK_BACK = 28

# After these a number is a name or a place in a row, whatever follows it.
_NEVER = re.compile(
    r"(?<![^\W\d_])(?:(?<!tổng )(?<!dân )(?<!thiểu )(?<!sĩ )(?<!sỹ )(?<!quân )(?<!con )(?<!trong )(?<!một )"
    r"(?<!là )(?<!với )(?<!xổ )(?<!đổi )(?<!tế )(?<!xã hội )(?<!chỉ )(?<!hệ )(?<!đa )(?<!trị )số"
    r"|thứ|thứ hạng|hạng|mức độ"
    r"|cấp độ|khóa|điều|khoản|quốc lộ|ql|tỉnh lộ|đường tỉnh|đường huyện|đường số|đt|tl|hl|km|mã số"
    r"|lần thứ|đứng|(?<!sắp )xếp|vị trí|top|hotline|điện thoại|fax|tel|covid|iso|tcvn|qcvn"
    r"|biển số|tài khoản|stk|mst|tiêu chí số|khu phố|kp|tổ dân phố|giai đoạn|quân khu|sư đoàn"
    r"|(?<!tổng số )(?<!số )(?<!mở )lớp|cỡ|size|loại)[ .:]{0,2}(?:số )?\Z"
)
# After these it is a name unless a unit follows.
_UNLESS_MEASURED = re.compile(
    r"(?<![^\W\d_])(?:nghị quyết|quyết định|chỉ thị|thông tư|nghị định|hướng dẫn|công văn|đề án"
    r"|chương trình|phụ lục|(?<!đại )(?<!tiêu )biểu|bảng|mẫu biểu"
    r"|(?<!mô )(?<!tình )(?<!loại )(?<!truyền )hình|lúc|(?<!thu )hồi|trang)[ .:]{0,2}(?:số )?\Z"
)
# After these it is a name unless a unit or a noun that can be counted follows.
_UNLESS_COUNTED = re.compile(
    r"(?<![^\W\d_])(?:kết luận|đường|thôn|phường|quận|xóm|bản|ấp|tổ|tiểu khu|khu|đợt|khối|vòng|kỳ|nhóm"
    r"|kế hoạch|lô"
    r"|tiêu chí|gói|tập|phòng|tòa|ô|lần|bậc|tầng|tàu|cấp|luật|đội|trung đoàn|tiểu đoàn|đoàn|kênh|cầu|mục|phần"
    r"|chương|đại lộ|phố|cụm|trạm|chi bộ|đập|buôn|làng|dự án|công trình|tuyến|nhà|vùng|ga"
    r"|bến|hẻm|ngõ|kiệt)\s\Z"
)
_TIME_WORD = re.compile(r"(?<![^\W\d_])(?:năm|tháng|ngày|quý)[ .:]{0,2}\Z")
_PHONE = re.compile(r"0\d{2,}|0\d+\.\d{2,}\.|0\d+ \d{3}|1[89]00[ .]?\d")
_TRIPLE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)")
_PAPER = re.compile(r"\d+(?:/\d{4})?[-/][a-zđ]{2,}[-/a-zđ]*[a-zđ]")
_CLOCK = re.compile(r"\d{1,2}(?::\d{2}|h(?:\d{2})?\b|g\d{2}\b| giờ)")


_MEASURED = re.compile(r"\d[\d.,]*(?: ?%| (?:nghìn|triệu|tỷ|tỉ)? ?(?:đồng|usd))")
"""Shares and sums are no names: `hạ tầng số: 100% xã`, `xổ số 120 tỷ đồng`."""


_VARIETY = re.compile(
    r"(?:giống|lúa|ngô|mía|sắn|dứa|chuối|nếp|gạo|đậu|lạc|bưởi|xoài|thóc|cao su|xăng|phân|tôm)"
    r"(?: [^\W\d_]+)?[ -][A-ZĐ]{1,5}[ -]?\Z"
)
"""A breed of a crop or a grade of goods: `giá lúa OM 18`, `xăng RON 95`."""


def is_named_number(page: Page, start: int) -> bool:
    """Tell whether what stands before a number (code point `start`) makes it a name or an ordinal."""
    if _MEASURED.match(page.plain, start):
        return False
    if _VARIETY.search(page.text, max(0, start - _LOOK_BACK), start):
        return True
    return _NEVER.search(page.plain, max(0, start - _LOOK_BACK), start) is not None


def is_name_unless_measured(page: Page, start: int) -> bool:
    """Tell whether what stands before a number makes it a name when no unit follows: `Đề án 06`."""
    return _UNLESS_MEASURED.search(page.plain, max(0, start - _LOOK_BACK), start) is not None


def is_after_time_word(page: Page, start: int) -> bool:
    """Tell whether a word such as `năm` stands before a number, which then may be a date's."""
    return _TIME_WORD.search(page.plain, max(0, start - _LOOK_BACK), start) is not None


def is_name_unless_counted(page: Page, start: int) -> bool:
    """Tell whether what stands before a number makes it a name when nothing countable follows."""
    return _UNLESS_COUNTED.search(page.plain, max(0, start - _LOOK_BACK), start) is not None


_FIXED_BASE = re.compile(
    r"(?:1|một|100|1\.?000|10\.?000|100\.?000|1 vạn|một vạn|một nghìn|1 nghìn) ?"
    r"(?:ha|héc-ta|m2|km2|dân|người dân|đơn vị|trẻ|sào|kg|lao động|phụ nữ)\b"
)


def is_base_of_rate(page: Page, start: int) -> bool:
    """Tell whether a number is what a rate's name is per: `giá trị sản phẩm trên một héc-ta`."""
    if _FIXED_BASE.match(page.plain, start) is None:
        return False
    return page.plain[max(0, start - 5) : start].endswith(("trên ", "/", "/ ", "mỗi ", "cho "))


def is_code(page: Page, start: int) -> bool:
    """Tell whether the digits at `start` are part of a code: a phone, a plate, a paper's number, a clock."""
    plain = page.plain
    before = plain[start - 1 : start]
    if before.isalpha() or before == "_":
        return True
    if before in {"-", "+", "/", ".", ",", ":", "–"} and plain[start - 2 : start - 1].isalnum():
        return True
    patterns = (_PHONE, _TRIPLE, _PAPER, _CLOCK)
    return any(pattern.match(plain, start) for pattern in patterns)
