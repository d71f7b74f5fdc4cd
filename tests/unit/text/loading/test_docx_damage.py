"""A Word file that is damaged or made to do harm is a report or one line that says what is wrong."""

import io
import re
import struct
import zipfile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.text.loading.docx import load


def with_table():
    """Give a document that begins with a table of two rows."""
    document = Document()
    table = document.add_table(2, 2)
    for row, words in zip(table.rows, (("1", "Lúa"), ("2", "Ngô")), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    return document


def parts(document):
    """Give the parts of a document, by name."""
    held = io.BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(entries):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return held.getvalue()


def refused(path, code):
    with pytest.raises(UserError, match=path.name) as caught:
        load(path)
    assert caught.value.code == code
    assert "\n" not in caught.value.message
    return caught.value.message


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        ([("word/big.xml", b" " * 70_000_000)], "unpacks to too much"),
        ([("word/media/a.bin", b"\0" * 30_000_000)], "unpacks to too much"),
        ([("../../escape.xml", b"a")], "outside"),
        ([("/etc/escape.xml", b"a")], "outside"),
        ([("C:\\escape.xml", b"a")], "outside"),
        ([("word\\..\\..\\escape.xml", b"a")], "outside"),
        ([("word/document.xml", b"<a/>")], "twice"),
        ([(f"word/{number}.txt", b"") for number in range(5001)], "more than 5000"),
        ([("word/extra.xml", BOMB.encode())], "entities"),
        ([("word/extra.xml", BOMB.encode("utf-16-le"))], "entities"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_that_an_archive_made_to_do_harm_is_not_opened(document, saved, extra, said):
    document.add_paragraph("Lúa")
    path = saved(packed([*parts(document).items(), *extra]))
    assert said in refused(path, "unsafe-file")


def test_that_a_file_from_outside_never_gets_into_a_report(document, saved, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật")
    held = parts(document)
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    held["word/document.xml"] = held["word/document.xml"].replace(b"<w:document", entity + b"<w:document", 1)
    refused(saved(packed(held.items())), "unsafe-file")


def test_that_an_encrypted_entry_is_named(document, saved):
    document.add_paragraph("Lúa")
    content = bytearray(packed(parts(document).items()))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.index(mark) + at
        content[place : place + 2] = struct.pack("<H", 1)
    assert "encrypted" in refused(saved(bytes(content)), "unsafe-file")


def test_that_old_word_files_and_other_archives_are_named(document, saved):
    assert "old Word file" in refused(saved(b"\xd0\xcf\x11\xe0" + b"\0" * 600), "old-format")
    refused(saved(packed([("a.txt", b"a")])), "broken-file")
    refused(saved(b"PK\x03\x04 and then nothing"), "broken-file")


def test_that_a_document_without_text_is_refused(document, saved):
    assert "holds no text" in refused(saved(document), "empty-file")


@settings(max_examples=30)
@given(data=st.data())
def test_that_a_damaged_document_is_a_report_or_one_line(data, tmp_path_factory):
    document = with_table()
    document.add_paragraph("Năng suất lúa đạt 58 tạ/ha")
    held = io.BytesIO()
    document.save(held)
    content = bytearray(held.getvalue())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content))) :]
    said = attempt(tmp_path_factory.mktemp("broken") / "broken.docx", bytes(content))
    assert "\n" not in said


@settings(max_examples=30)
@given(data=st.data())
def test_that_a_document_with_odd_xml_is_a_report_or_one_line(data, tmp_path_factory):
    document = with_table()
    document.add_paragraph("Lúa", style="List Number")
    held = parts(document)
    name = data.draw(st.sampled_from(["word/document.xml", "word/numbering.xml", "word/styles.xml"]))
    xml = held[name].decode()
    values = re.findall(r'w:\w+="([^"]*)"', xml)
    tags = re.findall(r"<(w:\w+)", xml)
    for _ in range(data.draw(st.integers(1, 5))):
        old = data.draw(st.sampled_from(values))
        new = data.draw(st.sampled_from(["", "-1", "99999999999999999999", "x", "0", "%9", *tags[:5]]))
        xml = xml.replace(f'"{old}"', f'"{new}"', data.draw(st.integers(1, 3)))
        one, other = data.draw(st.sampled_from(tags)), data.draw(st.sampled_from(tags))
        xml = re.sub(rf"(</?){one}\b", rf"\g<1>{other}", xml, count=data.draw(st.sampled_from([0, 2])))
    held[name] = xml.encode()
    said = attempt(tmp_path_factory.mktemp("odd") / "odd.docx", packed(held.items()))
    assert "\n" not in said


def attempt(path, content):
    """Load bytes; give the line that refused them, empty when they are a report."""
    path.write_bytes(content)
    said = ""
    try:
        load(path).text.encode()
    except UserError as error:
        said = error.message
    assert not said or path.name in said
    return said
