"""A Word file gives its paragraphs, lists and tables in order, each once, and what it says of itself."""

import re

import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from annotator.text.legacy import to_bytes
from annotator.text.loading.docx import load


def filled(document, rows):
    table = document.add_table(len(rows), len(rows[0]))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    return table


def test_that_paragraphs_headings_lists_and_tables_come_in_order(document, saved):
    document.add_heading("Huyện Suối Bạc vào vụ gặt", 0)
    document.add_heading("I. Kết quả", 1)
    document.add_paragraph("Năng suất đạt 58 tạ/ha.")
    document.add_paragraph("Bản Một", style="List Bullet")
    document.add_paragraph("Việc một", style="List Number")
    document.add_paragraph("Việc hai", style="List Number")
    filled(document, [["STT", "Cây", "Diện tích"], ["1", "Lúa", "1.200 ha"], ["2", "", "300 ha"]])
    document.add_paragraph("Hết.")
    report = load(saved(document))
    assert report.text.splitlines() == [
        "Huyện Suối Bạc vào vụ gặt",
        "I. Kết quả",
        "Năng suất đạt 58 tạ/ha.",
        "- Bản Một",
        "1. Việc một",
        "2. Việc hai",
        "STT\tCây\tDiện tích",
        "1\tLúa\t1.200 ha",
        "2\t\t300 ha",
        "Hết.",
    ]
    assert report.title == "Huyện Suối Bạc vào vụ gặt"


def test_that_merged_cells_keep_the_columns_under_each_other(document, saved):
    table = filled(document, [["a", "b", "c", "d"], ["e", "f", "g", "h"], ["1", "2", "3", "4"]])
    table.cell(0, 1).merge(table.cell(0, 2)).text = "bc"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "ae"
    assert load(saved(document)).text == "ae\tbc\t\td\n\tf\tg\th\n1\t2\t3\t4"


def test_that_a_letterhead_is_read_cell_by_cell(document, saved):
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "UBND HUYỆN SUỐI BẠC"
    table.cell(0, 0).add_paragraph("Số: 12/BC-UBND")
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    table.cell(0, 1).add_paragraph("Suối Bạc, ngày 5 tháng 8 năm 2024")
    document.add_paragraph("BÁO CÁO")
    report = load(saved(document))
    assert report.text.splitlines()[:2] == ["UBND HUYỆN SUỐI BẠC", "Số: 12/BC-UBND"]
    assert report.date == "2024-08-05"


def test_that_a_table_in_a_table_is_read(document, saved):
    table = document.add_table(1, 2)
    inner = table.cell(0, 0).add_table(2, 2)
    for at, cell in enumerate(cell for row in inner.rows for cell in row.cells):
        cell.text = str(at)
    table.cell(0, 1).text = "bên phải"
    assert load(saved(document)).text == "0\t1\n2\t3\nbên phải"


def test_that_headers_and_footers_come_on_request_only(document, saved):
    document.sections[0].header.paragraphs[0].text = "UBND huyện"
    document.sections[0].footer.paragraphs[0].text = "Trang cuối"
    document.add_paragraph("Lúa")
    path = saved(document)
    assert load(path).text == "Lúa"
    assert load(path, headers=True).text == "UBND huyện\nLúa\nTrang cuối"


def test_that_what_the_file_says_of_itself_is_kept(document, saved):
    document.core_properties.author = "Vàng Thị Mây"
    document.core_properties.title = "Báo cáo vụ mùa"
    document.add_paragraph("năng suất lúa đạt 58 tạ/ha.")
    report = load(saved(document))
    assert report.title == "Báo cáo vụ mùa"
    assert dict(report.metadata)["author"] == "Vàng Thị Mây"
    assert re.match(r"\d{4}-\d\d-\d\dT", dict(report.metadata)["created"])


def test_that_pages_begin_where_breaks_stand(document, saved):
    document.add_paragraph("Trang một")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Trang hai")
    report = load(saved(document))
    assert [number for number, _ in report.pages] == [1, 2]
    assert report.page_at(report.text.index("một")) == 1
    assert report.page_at(report.text.index("hai")) == 2


def test_that_pages_word_last_saw_win_over_breaks(document, saved):
    run = document.add_paragraph().add_run("một ")
    run._r.append(OxmlElement("w:lastRenderedPageBreak"))
    run.add_text("hai")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    report = load(saved(document))
    assert report.pages == ((1, 0), (2, 4))
    assert report.text == "một hai"


def test_that_inserted_text_is_in_and_deleted_text_is_not(document, saved):
    paragraph = document.add_paragraph("Diện tích ")
    for kind, tag, words in (("w:del", "w:delText", "900"), ("w:ins", "w:t", "1.200")):
        change = parse_xml(f"<{kind} {nsdecls('w')}><w:r><{tag}>{words}</{tag}></w:r></{kind}>")
        paragraph._p.append(change)
    paragraph.add_run(" ha")
    assert load(saved(document)).text == "Diện tích 1.200 ha"


def test_that_links_fields_content_controls_and_text_boxes_are_read_once(document, saved):
    body = document.element.body
    words = nsdecls("w")
    body.insert(
        0,
        parse_xml(
            f"<w:sdt {words}><w:sdtContent><w:p><w:r><w:t>Một</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    paragraph = document.add_paragraph("Hai ")._p
    paragraph.append(parse_xml(f"<w:hyperlink {words}><w:r><w:t>ba</w:t></w:r></w:hyperlink>"))
    box = "<w:txbxContent><w:p><w:r><w:t>Hộp</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    paragraph.append(
        parse_xml(
            f"<w:r {words} {mc}><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert load(saved(document)).text == "Một\nHai ba\nHộp"


def test_that_rows_and_cells_in_content_controls_are_read_and_empty_rows_are_not(document, saved):
    def cell(text):
        return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    def control(inner):
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    rows = [
        f"<w:tr>{cell('Bản')}{cell('Số hộ')}</w:tr>",
        f"<w:tr>{cell('')}{cell('')}</w:tr>",
        control(f"<w:tr>{cell('Một')}{control(cell('12'))}</w:tr>"),
        f"<w:ins><w:tr><w:trPr/>{cell('Hai')}{cell('15')}</w:tr></w:ins>",
    ]
    table = f"<w:tbl {nsdecls('w')}><w:tblPr/>{''.join(rows)}</w:tbl>"
    document.element.body.insert(0, parse_xml(table))
    assert load(saved(document)).text == "Bản\tSố hộ\nMột\t12\nHai\t15"


def test_that_a_document_without_numbering_and_with_comments_in_its_xml_is_read(document, saved):
    for name, relation in [*document.part.rels.items()]:
        if relation.reltype.endswith("/numbering"):
            del document.part.rels[name]
    runs = "<!-- ẩn --><w:del><w:r><w:t>cũ</w:t></w:r></w:del><w:r><w:t>mới</w:t></w:r>"
    paragraph = f"<w:p {nsdecls('w')}>{runs}</w:p>"
    document.element.body.insert(0, parse_xml(paragraph))
    document.element.body.insert(0, parse_xml(f"<w:del {nsdecls('w')}>{paragraph}</w:del>"))
    assert load(saved(document)).text == "mới"


def test_that_what_is_nested_too_deeply_is_left_out_and_the_rest_is_read(document, saved):
    def nested(name, inner):
        return f"<w:{name}>" * 60 + inner + f"</w:{name}>" * 60

    run = "<w:r><w:t>sâu</w:t></w:r>"
    document.element.body.insert(
        0, parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>nông</w:t></w:r>{nested('smartTag', run)}</w:p>")
    )
    document.element.body.insert(
        0, parse_xml(f"<w:sdt {nsdecls('w')}>{nested('sdtContent', f'<w:p>{run}</w:p>')}</w:sdt>")
    )
    assert load(saved(document)).text == "nông"


NUMBERING = """<w:abstractNum {words} w:abstractNumId="90">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
</w:abstractNum>"""


def test_that_numbers_word_counts_are_written_out(document, saved):
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING.format(words=nsdecls("w"))))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    for depth, text in ((0, "Lúa"), (1, "Xuân"), (1, "Mùa"), (2, "Sớm"), (2, "Muộn"), (0, "Ngô"), (1, "Đồi")):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        place = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="91"/></w:numPr>'
        properties.append(parse_xml(place))
    assert load(saved(document)).text.splitlines() == [
        "I. Lúa",
        "I.1. Xuân",
        "I.2. Mùa",
        "a) Sớm",
        "b) Muộn",
        "II. Ngô",
        "II.1. Đồi",
    ]


def signs(text, encoding):
    return to_bytes(text, encoding).decode("cp1252")


@pytest.mark.parametrize(
    ("font", "encoding", "capitals", "shown"),
    [
        (".VnTime", "tcvn3", False, "Năng suất lúa đạt khá"),
        (".VnTimeH", "tcvn3", True, "NĂNG SUẤT LÚA ĐẠT KHÁ"),
        ("VNI-Times", "vni", False, "Năng suất lúa đạt khá"),
    ],
)
def test_that_runs_in_old_fonts_are_read_as_these_show_them(document, saved, font, encoding, capitals, shown):
    text = "Năng suất lúa đạt khá"
    run = document.add_paragraph().add_run(signs(text.lower() if capitals else text, encoding))
    run.font.name = font
    document.add_paragraph("Đoạn Unicode có sẵn")
    report = load(saved(document))
    assert report.text == f"{shown}\nĐoạn Unicode có sẵn"
    assert dict(report.metadata)["encoding"] == encoding


def test_that_unicode_in_an_old_font_stays_what_it_is(document, saved):
    run = document.add_paragraph().add_run("Năng suất lúa đạt khá")
    run.font.name = ".VnTime"
    assert load(saved(document)).text == "Năng suất lúa đạt khá"


def test_that_a_font_of_a_style_counts_as_well(document, saved):
    document.styles["Normal"].font.name = ".VnTime"
    document.add_paragraph(signs("Năng suất lúa đạt khá", "tcvn3"))
    assert load(saved(document)).text == "Năng suất lúa đạt khá"


def test_that_boxes_in_boxes_are_read_once_and_in_no_time(document, saved):
    inner = "<w:p><w:r><w:t>Trong cùng</w:t></w:r></w:p>"
    for _ in range(16):
        inner = f"<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r></w:p>"
    document.element.body.insert(0, parse_xml(inner.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))
    assert load(saved(document)).text.count("Trong cùng") == 1
