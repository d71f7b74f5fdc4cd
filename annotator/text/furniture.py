"""The words of page furniture: what menus, counters, share buttons and link lists are made of."""

from __future__ import annotations

import re

# All patterns read folded text: lower case, one tone placement (`khóa`, not `khoá`). They are written in a
# notation of their own on top of regular expressions: a space is white space of any length, `#` a number,
# `=` a colon with or without white space, `%` a number after a colon or in brackets or neither.
_NUMBER = r"\d[\d.,]*"
_NOTATION = {
    " ": r"\s+",
    "#": _NUMBER,
    "=": r"\s*:\s*",
    "%": rf"\s*:?\s*\(?{_NUMBER}\)?",
}


def _pattern(*alternatives: str) -> str:
    joined = "|".join(alternatives)
    return "".join(_NOTATION.get(sign, sign) for sign in joined)


_NETWORKS = "facebook|zalo|twitter|google\\s?\\+?|linkedin|youtube|telegram|messenger|pinterest|e-?mail"

# What says by itself that it is a tool or a counter: trusted beside text without a separator.
_SURE = _pattern(
    "(?:tổng )?(?:số )?lượt (?:xem|đọc|truy cập|tải|nghe|thích|chia sẻ|views?)"
    "(?: (?:trang|bài viết|bài|tin))?=#(?: lượt)?",
    "(?:số )?lượt (?:xem|đọc)%|(?:số )?lần (?:xem|đọc)=#|đã (?:xem|đọc)=#(?: (?:lần|lượt))?",
    "(?:người )?(?:xem|views?)=#|(?:tổng )?(?:số )?(?:lượt )?truy cập=#",
    "(?:bình luận|chia sẻ|like|thích|share)=#",
    "(?:đang|khách|người|thành viên) (?:online|trực tuyến|truy cập)=#(?: (?:khách|người))?",
    r"(?:xem với )?(?:cỡ|kích thước) chữ\s*:?(?:\s*\ba\b\s?[-–+]?)*|(?:tăng|giảm) (?:cỡ|kích thước) chữ",
    r"a\s?[-–](?:\s*\|?\s*a)?\s*\|?\s*a\s?\+|a\s?\+(?:\s*\|?\s*a)?\s*\|?\s*a\s?[-–]",
    "(?:tăng|giảm) tương phản|in bài (?:viết|này)|in trang(?: này)?|bản in",
    "gửi (?:(?:bài viết )?cho bạn bè|bài viết|qua email|e-?mail)",
    rf"chia sẻ(?: (?:bài viết|bài))?(?: (?:lên|qua|trên|với))?(?: mạng xã hội)?(?:[\s,]+(?:{_NETWORKS}))+",
    "chia sẻ bài viết(?: này)?",
    r"tổng số điểm của bài viết là\s*:? # trong # đánh giá|(?:click|bấm|nhấn|nhấp) (?:vào )?để đánh giá"
    "(?: bài viết)?",
    r"xếp hạng=#\s*(?:/\s*\d+)?\s*-\s*# phiếu bầu",
)

# The same in words a report may use as well: trusted only between separators or line ends.
_LIKELY = _pattern(
    r"(?<![:/.])# (?:lượt|lần) (?:xem|đọc|truy cập|chia sẻ|thích)(?!\s*:)",
    "(?:số )?lượt (?:xem|đọc)|đã (?:xem|đọc)%(?: (?:lần|lượt))?|đọc=#",
    "(?:views?|likes?|shares?|comments?|bình luận|thích)%|# (?:views?|likes?|shares?|bình luận)",
    r"(?:đánh giá|bình chọn)(?: (?:bài viết|bài|tin))?"
    r"(?:%(?:\s*/\s*\d+)?(?:\s*\(# (?:phiếu|lượt)(?: bầu)?\))?)?",
    "# (?:phiếu bầu|đánh giá|bình chọn)",
    rf"{_NETWORKS}|like|share|tweet|views?|(?:viết )?bình luận|thích|quan tâm zalo|ý kiến của bạn",
    "chia sẻ(?: (?:(?:bài|tin)(?: này)?|với bạn bè))?|copy link|sao chép liên kết",
    "print|in (?:tin|bài|ấn)|in|gửi (?:tin|bài|bình luận|phản hồi|mail)|lưu (?:bài viết|bài|tin|trang)",
    r"(?:đọc|nghe)(?: (?:đọc|nội dung))? (?:bài viết|bài|tin)|giọng (?:nam|nữ)(?: miền \w+)?",
    r"a\s?[+-]|tương phản|\d{1,2}:\d\d\s*/\s*\d{1,2}:\d\d|chế độ (?:ban đêm|tối|tương phản)",
    "(?:(?:trở )?(?:về|lên) )?đầu trang|quay lại|trở lại|(?:về )?trang (?:trước|sau)|về trang chủ",
    r"theo dõi (?:(?:chúng tôi|báo)[^|\n]{0,30})?trên \w[\w ]{0,20}",
    r"chuyên (?:mục|trang)=[^|\n:]{1,40}|\x23\w+",
)

# Menus, visitors and the site's own frame.
_SITE = _pattern(
    r"đăng ký nhận (?:bản )?tin|đăng (?:nhập|ký|xuất)|rss|site\s?map|sơ đồ (?:site|cổng|website|web|trang)",
    "english(?: version)?|vi|en|tiếng (?:việt|anh)|tìm kiếm(?: nâng cao)?|trang (?:chủ|nhất)|home(?:page)?",
    "liên hệ|hộp thư(?: góp ý)?",
    r"thư điện tử|mail công vụ|lịch (?:công tác|làm việc|tiếp dân)|hỏi\s*[-–]?\s*đáp|thư viện (?:ảnh|video)",
    "(?:multi)?media|video|podcast|e-?magazine|infographic|menu|đặt (?:báo|làm trang chủ)",
    "(?:bỏ qua|nhảy đến) nội dung|skip to (?:main )?content|toggle navigation|bạn đang (?:ở|xem)",
)
_VISITORS = _pattern(
    "(?:đang|khách|người|thành viên|máy chủ) (?:online|trực tuyến|truy cập|viếng thăm|tìm kiếm|xem)%"
    "(?: (?:khách|người))?",
    "hôm (?:nay|qua)%|(?:trong )?(?:tuần|tháng|năm) (?:này|trước|qua)%",
    "(?:tổng )?(?:số )?(?:lượt |người )?(?:truy cập|online)(?: (?:hôm nay|trong (?:ngày|tuần|tháng|năm)))?%",
    "bạn là (?:khách|người) (?:truy cập |viếng thăm )?thứ%",
    r"(?:nhiệt độ|thời tiết)\s*:?[^|\n]{0,20}|\d{1,2}\s?°c(?:\s*[-–/]\s*\d{1,2}\s?°c)?",
)
# Counts that visitor statistics give by period, worth nothing alone.
_PERIODS = _pattern("trong (?:ngày|tuần|tháng|năm)%|tháng hiện tại%|tổng(?: (?:số|cộng))?%|tất cả%")

TOOL = re.compile(
    rf"(?<!\w)(?:(?P<sure>{_SURE})|(?P<site>{_VISITORS}|{_SITE})|(?P<period>{_PERIODS})|{_LIKELY})(?!\w)"
)
"""One piece of furniture in a line: `sure`, the `site`'s, a count by `period`, or likely (no group)."""

SURE_TOOL = re.compile(rf"(?<!\w)(?:{_SURE})(?!\w)")
"""The sure ones alone."""

_RUBRICS = _pattern(
    "giới thiệu|tin tức|sự kiện|văn bản|thông báo|dịch vụ công|công báo|thủ tục hành chính|chuyên mục",
    "tin (?:trong|ngoài) (?:tỉnh|nước)|chính quyền|công dân|doanh nghiệp|du khách|tổ chức bộ máy",
    "thời sự|chính trị|kinh tế|xã hội|văn hóa|thể thao|du lịch|pháp luật|quốc tế|giáo dục|đời sống",
    "an ninh|quốc phòng|góp ý|tin nổi bật|tin mới",
)
SITE_WORD = re.compile(rf"(?<!\w)(?:{_SITE})(?!\w)")
"""A whole cell of a menu that only sites have."""

MENU_WORD = re.compile(
    rf"{_SITE}|(?:{_RUBRICS})" + _pattern(r"(?:\s*[-–,&]\s*[^\W\d_]+(?: [^\W\d_]+){0,3})?")
)
"""A whole cell of a menu."""

MENU_ROW = re.compile(rf"(?:(?:{_SITE}|{_RUBRICS})(?:\s+|$)){{3,}}")
"""A whole line of menu words with nothing between them."""

CRUMB = re.compile(_pattern(r"(?:trang (?:chủ|nhất)|home|bạn đang (?:ở|xem)\s*:?)\s*(?:[»›>/→|:\t–-]|$)"))
"""How a breadcrumb begins."""

RUBRIC_PATH = re.compile(_pattern(r"[^\W\d_][^\d»›>→.!?:;]{1,40}(?:\s*[»›>→]\s*[^\d»›>→.!?:;]{2,40})+"))
"""A whole line that may be a breadcrumb without its beginning."""

BANNER = re.compile(
    _pattern(
        r"(?:[^\W\d_][^\d|.:;]{2,40}[-–|]\s*)?(?:(?:cổng|trang) thông tin điện tử|website)"
        r"(?: [^\W\d_]+){0,9}",
        r"báo (?!cáo)(?:[^\W\d_]+ ){0,4}điện tử(?: [^\W\d_]+){0,4}",
    )
)
"""A whole line that names the site."""

_ITEMS = "(?:các |những )?(?:tin tức|tin bài|bài viết|bài báo|tin|bài)"
_OTHERS = (
    "khác|cùng (?:chuyên mục|mục|loại|chủ đề)|(?:mới|cũ) hơn|mới(?: nhất| cập nhật)?"
    "|đã (?:đưa|đăng)(?: ngày)?|(?:đọc|xem) nhiều(?: nhất)?|nổi bật|tiếp theo"
)
LIST_HEAD = re.compile(
    _pattern(
        rf"(?:^|[|\t])\s*(?:[>»•*+-]+\s*)?(?:{_ITEMS} (?:{_OTHERS})",
        "cùng chuyên mục|(?:đọc|xem) nhiều(?: nhất)?|có thể bạn quan tâm|ý kiến bạn đọc",
        r"thống kê (?:số )?(?:lượt |người )?truy cập)\s*(?:\(\d*\)\s*)?(?:$|[:|\t])",
        r"^(?:bình luận|quảng cáo|thăm dò ý kiến|liên kết (?:website|web|site|trang))\s*(?:\(\d*\))?\s*:?$",
    )
)
"""What opens a list of other articles or the statistics, after which the page holds no report."""

LINK_HEAD = re.compile(
    _pattern(
        rf"(?:[>»]+\s*)?(?:{_ITEMS} (?:có )?liên quan|(?:xem|đọc) (?:thêm|tiếp)|mời (?:bạn đọc )?xem",
        r"tags?|từ khóa)\s*(?::|$)",
        r">>+\s*\w",
    )
)
"""How a line that leads to another article begins; the report may go on after it."""

FOOTER = re.compile(
    _pattern(
        "©|copyright|bản quyền (?:thuộc|của|©)|cơ quan chủ quản",
        "giấy phép (?:số|xuất bản|thiết lập|hoạt động)",
        "(?:người )?chịu trách nhiệm (?:chính|nội dung|xuất bản)|(?:tổng|trưởng ban) biên tập=",
        "(?:đề nghị )?ghi rõ nguồn|thiết kế bởi|phát triển bởi|designed by|powered by",
    )
)
"""How the page's footer begins."""

CONTACT = re.compile(
    _pattern("(?:địa chỉ|trụ sở|điện thoại|đt|tel|fax|e-?mail|hotline|website|đường dây nóng)=")
)
"""How a line of the page's address begins; furniture only beside a footer."""

PERIOD_COUNT = re.compile(
    _pattern(
        r"(?:tháng|năm|tuần|ngày) \d+(?:/\d+)?=#",
        r"(?:tổng(?: (?:số|cộng))?|tất cả|hôm (?:nay|qua)|trong \w+|tháng hiện tại|khách|thành viên)(?:%)?",
        "(?:tuần|tháng|năm) (?:này|trước|qua)(?:%)?",
        "#",
    )
)
"""A whole line of visitor statistics, when it stands beside another."""

BYLINE = re.compile(
    _pattern(
        "(?:tác giả|người (?:viết|đăng)|nguồn|theo|biên tập|thực hiện",
        r"(?:tin|bài|ảnh|video|clip)(?:\s*(?:,|và|&|-)\s*(?:tin|bài|ảnh|video))*)\s*[:–-].*",
    )
)
"""A whole line that says who wrote the report."""
