"""A saved web page gives its main text and tables in order, or all of it, and fetches nothing."""

import socket
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.text.legacy import to_bytes
from annotator.text.loading.html import load

MAIN = """<h1>Huyện Suối Bạc vào vụ gặt</h1><p class="date">05/08/2024 14:20</p>
<p>Sáng 5/8, đồng chí <b>Lò Văn Tám</b> kiểm tra tiến độ
thu hoạch lúa; năng suất đạt 58 tạ/ha. Huyện gieo 1.200 ha.</p>
<h2>I. Kết quả</h2>
<table><tr><th rowspan=2>STT</th><th colspan=2>Chỉ tiêu</th></tr><tr><th>Tên</th><th>Kết quả</th></tr>
<tr><td>1</td><td>Diện
tích</td><td>1.200 ha</td></tr><tr><td>2</td><td></td><td>58 tạ/ha</td></tr></table>
<ul><li>Bản Một: 300 ha</li><li>Bản Hai: 200 ha</li></ul><ol start="3"><li>Việc ba</li><li>Việc bốn</li></ol>
<p>Dòng một<br>Dòng hai</p>
<p>Cuối buổi, đoàn làm việc với lãnh đạo xã về kế hoạch sản xuất vụ đông của toàn huyện.</p>"""
LINES = """Huyện Suối Bạc vào vụ gặt
05/08/2024 14:20
Sáng 5/8, đồng chí Lò Văn Tám kiểm tra tiến độ thu hoạch lúa; năng suất đạt 58 tạ/ha. Huyện gieo 1.200 ha.
I. Kết quả
STT\tChỉ tiêu
\tTên\tKết quả
1\tDiện tích\t1.200 ha
2\t\t58 tạ/ha
- Bản Một: 300 ha
- Bản Hai: 200 ha
3. Việc ba
4. Việc bốn
Dòng một
Dòng hai
Cuối buổi, đoàn làm việc với lãnh đạo xã về kế hoạch sản xuất vụ đông của toàn huyện."""
HEAD = """<title>Huyện Suối Bạc vào vụ gặt | Báo Suối Bạc</title>
<meta property="og:title" content="Huyện Suối Bạc vào vụ gặt">
<meta property="og:site_name" content="Báo Suối Bạc">
<meta name="author" content="Vàng Thị Mây">
<meta property="article:published_time" content="2024-08-04T14:20:00+07:00">
<link rel="canonical" href="https://suoibac.example/vu-gat.html">"""
PAGE = f"""<!DOCTYPE html><html lang="vi"><head>{HEAD}<script>var menu = "<p>không</p>";</script></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/nn">Nông nghiệp</a></li></ul></nav>
<article>{MAIN}</article>
<aside><h3>Tin khác</h3><a href="/2">Huyện bên mở chợ phiên</a></aside>
<footer>Bản quyền thuộc Báo Suối Bạc</footer></body></html>"""


@pytest.fixture
def file(tmp_path):
    """Give a function that writes a page of bytes or text and returns its path."""

    def written(page, name="trang.html"):
        path = tmp_path / name
        path.write_bytes(page if isinstance(page, bytes) else page.encode())
        return path

    return written


def test_that_the_main_text_comes_in_order_with_tables_and_lists(file):
    assert numbered(load(file(PAGE)).text) == numbered(LINES)


def numbered(text):
    """Return lines without the numbers of numbered items, which the main text counts from one."""
    return [line.split(". ", 1)[-1] if line[:1].isdigit() else line for line in text.splitlines()]


def test_that_the_whole_page_is_taken_on_request(file):
    text = load(file(PAGE), whole_page=True).text
    assert LINES in text
    assert text.startswith("- Trang chủ\n- Nông nghiệp\n")
    assert text.endswith("Bản quyền thuộc Báo Suối Bạc")
    assert "không" not in text


def test_that_what_the_page_says_of_itself_is_kept(file):
    path = file(PAGE)
    report = load(path)
    assert (report.name, report.source, report.title) == ("trang", str(path), "Huyện Suối Bạc vào vụ gặt")
    assert report.date == "2024-08-05"
    assert dict(report.metadata) == {
        "author": "Vàng Thị Mây",
        "publisher": "Báo Suối Bạc",
        "url": "https://suoibac.example/vu-gat.html",
    }
    undated = PAGE.replace('<p class="date">05/08/2024 14:20</p>', "")
    assert load(file(undated)).date == "2024-08-04"
    assert load(file(undated), date="2024-08-06").date == "2024-08-06"


def test_that_a_browser_s_note_of_where_a_page_was_saved_from_is_its_address(file):
    noted = "<!-- saved from url=(0030)https://saved.example/goc.html -->" + PAGE
    assert dict(load(file(noted)).metadata)["url"] == "https://saved.example/goc.html"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_that_unicode_pages_are_read_by_mark_and_declaration(file, codec):
    assert "Vàng Thị Mây" in dict(load(file(PAGE.encode(codec))).metadata).values()


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "x-user-defined", ""])
def test_that_a_page_in_an_old_font_is_read_whatever_it_declares(file, declared):
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    page = f"<html><head>{head}</head><body>{MAIN}</body></html>"
    report = load(file(b"".join(map(in_tcvn3, page))))
    assert "năng suất đạt 58 tạ/ha" in report.text
    assert dict(report.metadata)["encoding"] == "tcvn3"


def in_tcvn3(letter):
    return to_bytes(unicodedata.normalize("NFC", letter), "tcvn3")


def test_that_an_old_font_s_signs_in_a_unicode_page_are_read_as_letters(file):
    page = b"".join(map(in_tcvn3, f"<html><meta charset=utf-8><body>{MAIN}</body></html>")).decode("cp1252")
    report = load(file(page))
    assert "năng suất đạt 58 tạ/ha" in report.text
    assert dict(report.metadata)["encoding"] == "tcvn3-as-unicode"


def test_that_a_declared_windows_1258_is_believed(file):
    page = b'<meta charset="windows-1258"><body><p>' + b"T\xeanh \xf0\xf4\xec</p>"
    assert load(file(page)).text == "Tênh đố"


def test_that_a_page_that_declares_utf_8_wrongly_is_read_by_its_letters(file):
    page = b'<meta charset="utf-8"><body><p>' + b"".join(map(in_tcvn3, "Tỉnh ủy họp bàn việc lớn")) + b"</p>"
    report = load(file(page))
    assert report.text == "Tỉnh ủy họp bàn việc lớn"


def test_that_a_page_larger_than_can_be_read_is_refused_in_one_line(file, monkeypatch):
    monkeypatch.setattr("annotator.text.loading.html._LARGEST", 20)
    with pytest.raises(UserError, match="save its text and add that") as caught:
        load(file(b"<body><p>Huyen hop hom nay</p>"))
    assert caught.value.code == "large-file"


def test_that_a_table_that_lays_a_page_out_is_read_as_its_blocks(file):
    page = f"<html><body><table><tr><td><p>Mục</p></td><td>{MAIN}</td></tr></table></body></html>"
    lines = load(file(page), whole_page=True).text.splitlines()
    assert lines[:2] == ["Mục", "Huyện Suối Bạc vào vụ gặt"]
    assert "1\tDiện tích\t1.200 ha" in lines


def test_that_a_page_without_main_text_gives_all_of_it(file):
    assert load(file("<html><body><div>Lúa</div></body></html>")).text == "Lúa"


def test_that_a_long_page_of_plain_paragraphs_keeps_them_all(file):
    lines = [
        f"Xã số {number} thu hoạch lúa với năng suất bình quân đạt {number} tạ/ha." for number in range(400)
    ]
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"
    assert load(file(page)).text.splitlines() == lines


def test_that_what_is_hidden_on_the_page_is_hidden_in_the_text(file):
    page = (
        '<body><p>Một</p><p style="display: none">Hai</p><p hidden>Ba</p><select><option>Bốn</select></body>'
    )
    assert load(file(page), whole_page=True).text == "Một"


@pytest.mark.parametrize("page", ["", "<html></html>", "<!-- chỉ ghi chú -->", "<script>1</script>"])
def test_that_a_page_without_text_is_refused_in_one_line(file, page):
    with pytest.raises(UserError, match="holds no text"):
        load(file(page))


def test_that_entities_a_page_declares_stay_unread(file, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật")
    page = f'<!DOCTYPE html [<!ENTITY a SYSTEM "{secret.as_uri()}">]><body><p>Lúa &a; gạo</p></body>'
    assert "bí mật" not in load(file(page)).text


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + "Lúa",
        "<body><p>Lúa</p>" + "<table><tr>" + "<td colspan=1000 rowspan=1000>a</td>" * 500,
        "<body><p>Lúa</p>" + "<b>" * 5000 + "<table>" * 500,
        "<body><p " + "a=1 " * 50_000 + ">Lúa</p>",
        "<body><p>Lúa</p>" + "<!--" * 200_000,
        "<body><p>Lúa</p>" + "<script><a " * 50_000,
        "<body>\x00\x01<p>Lúa\ufffe</p>\x7f",
    ],
)
def test_that_a_page_made_to_break_readers_is_text_or_one_line(file, page):
    try:
        text = load(file(page.encode()), encoding="windows-1258" if "\x00" in page else "").text
    except UserError as error:
        text = error.message
    assert "Lúa" in text or "trang.html" in text


def test_that_nothing_is_fetched_whatever_a_page_links_to(file, monkeypatch):
    asked = []
    monkeypatch.setattr(socket.socket, "connect", lambda *a: asked.append(a))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: asked.append(a))
    links = '<link rel="stylesheet" href="http://a.example/a.css"><base href="http://b.example/">'
    images = '<img src="http://c.example/c.png"><iframe src="//d.example"></iframe><meta http-equiv="refresh" content="0;url=http://e.example">'
    load(file(PAGE.replace("</head>", links + "</head>").replace("<article>", "<article>" + images)))
    load(file("http://f.example/"), whole_page=True)
    assert asked == []


TAG_LIST = "p div table tr td th ul ol li h1 h2 br b span pre form head title script style caption frameset"
TAGS = TAG_LIST.split()


@given(
    pieces=st.lists(
        st.one_of(
            st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
            st.sampled_from(
                ["<td colspan=3 rowspan=2>", "<td rowspan=0>", "<!--", "-->", "<![CDATA[", "]]>"]
            ),
            st.sampled_from(["Lúa", " 58 tạ/ha ", "\t", "\n", "&nbsp;", "&lt;", "&#xd800;", "<", ">", '"']),
        ),
        max_size=40,
    ),
    whole=st.booleans(),
)
def test_that_tags_in_any_order_are_a_report_or_one_line(pieces, whole, tmp_path_factory):
    path = tmp_path_factory.mktemp("tags") / "tags.html"
    path.write_text("".join(pieces), encoding="utf-8")
    said = ""
    try:
        load(path, whole_page=whole).text.encode()
    except UserError as error:
        said = error.message
    assert not said or said == f"{path} holds no text; nothing was added"


def page_of(tmp_path, body):
    path = tmp_path / "trang.html"
    path.write_text(f"<html><body><p>Sở Y tế họp.</p>{body}</body></html>", encoding="utf-8")
    return path


def test_that_tags_never_closed_lose_no_text(tmp_path):
    body = "".join(f"<font><b>Xã thứ {number} gieo lúa.\n" for number in range(150))
    text = load(page_of(tmp_path, body), whole_page=True).text
    assert all(f"Xã thứ {number} gieo lúa." in text for number in range(150))


def test_that_a_page_nested_without_end_is_refused_rather_than_cut_off(tmp_path):
    with pytest.raises(UserError, match="nest too deeply") as caught:
        load(page_of(tmp_path, "<div>" * 100_000 + "Sở Tài chính họp."))
    assert caught.value.code == "unsafe-file"


@pytest.mark.parametrize("attribute", ["a{}=1 ", "a{} ", "a{}='>'"])
def test_that_a_tag_with_attributes_without_end_is_refused_at_once(tmp_path, attribute):
    tag = "".join(attribute.format(number) for number in range(100_000))
    with pytest.raises(UserError, match="attributes"):
        load(page_of(tmp_path, f"<p {tag}>Sở Tài chính họp.</p>"))


def test_that_a_long_picture_and_a_long_text_are_no_attributes(tmp_path):
    picture = "<img src='data:image/png;base64," + "aB3/" * 50_000 + "'>"
    text = load(page_of(tmp_path, picture + "<p>" + "Sở Tài chính họp. " * 5_000), whole_page=True).text
    assert text.count("Sở Tài chính họp.") == 5_000
