"""Files of every kind that a loader reads, made by the tests themselves."""

from __future__ import annotations

import pytest
from docx import Document

HEADLINE = "Huyện Suối Bạc vào vụ gặt"
SENTENCE = "Sáng 5/8, đoàn kiểm tra tiến độ thu hoạch lúa ở xã Pú Nhung. 𝄞"
ROWS = [["STT", "Cây", "Diện tích"], ["1", "Lúa", "1.200 ha"], ["2", "Ngô", "300 ha"]]


def write_text(path):
    table = "\n".join("\t".join(row) for row in ROWS)
    path.write_text(f"{HEADLINE}\n\n{SENTENCE}\n\n{table}\n", encoding="utf-8")


def write_html(path):
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    body = f"<h1>{HEADLINE}</h1><p>{SENTENCE}</p><table>{rows}</table>"
    path.write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", encoding="utf-8")


def write_docx(path):
    document = Document()
    document.add_heading(HEADLINE, 0)
    document.add_paragraph(SENTENCE)
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for row, cells in zip(table.rows, ROWS, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    document.save(path)


WRITERS = {"text": write_text, "html": write_html, "docx": write_docx}


@pytest.fixture
def write_report(make_pdf):
    """Give a function that writes a small report for a loader and returns its path."""

    def written(name, path):
        if name == "pdf":
            table = [
                (72 + 150 * x, 200 + 20 * y, 12, w) for y, row in enumerate(ROWS) for x, w in enumerate(row)
            ]
            path.write_bytes(make_pdf([[(72, 100, 14, HEADLINE), (72, 140, 12, SENTENCE), *table]]))
        else:
            WRITERS[name](path)
        return path

    return written
