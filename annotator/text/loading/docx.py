"""Load a Word file (.docx): its paragraphs, lists and tables in order, its headers on request."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.text.loading.archives import check_archive
from annotator.text.loading.base import Told, read_bytes, report_from_text, resigned
from annotator.text.loading.word_fonts import Fonts
from annotator.text.loading.word_lists import Numbering, W

_OLD_WORD = b"\xd0\xcf\x11\xe0"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_READ = frozenset({f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_PAGE = "\0"
"""Stands where a page begins until the text is put together; no XML can hold it."""

_DEEPEST = 40
_LONGEST_CELL = 400
_GAPS = re.compile(r" {2,}")


def load(path: Path, *, date: str = "", headers: bool = False) -> Report:
    """Return the report of a Word file, named by the file without its suffix.

    Rows of tables are lines with tabs; deleted text of tracked changes is left out, inserted text is in.
    `headers` puts the headers before and the footers after the text. Pages are those Word last saw. Raises
    UserError `missing-file`, `unreadable-file`, `large-file`, `old-format`, `broken-file`, `unsafe-file`,
    `empty-file` or `bad-date`.
    """
    data = read_bytes(path)
    if not data.strip():
        raise UserError("empty-file", f"{path} holds no text; nothing was added")
    if data.startswith(_OLD_WORD):
        reason = "is an old Word file or one with a password"
        raise UserError("old-format", f"{path} {reason}; save it as .docx without one and add that")
    check_archive(data, path)
    try:
        text, told = _read(data, headers=headers)
    except Exception as error:  # whatever the parsers of other people make of a broken file
        reason = f"{path} is damaged or no document of its kind ({type(error).__name__})"
        raise UserError("broken-file", f"{reason}; save it anew and retry") from error
    return report_from_text(text, name=path.stem, date=date, source=str(path), original=data, told=told)


def _read(data: bytes, *, headers: bool) -> tuple[str, Told]:
    """Return the text of a Word file and what it says of itself; raise whatever a parser raises."""
    from docx import Document

    document = Document(io.BytesIO(data))
    reader = _Reader(document)
    lines = list(reader.lines(document.element.body))
    if headers:
        lines = [*_frame(document, reader, "header"), *lines, *_frame(document, reader, "footer")]
    text, signs = resigned("\n".join(lines))
    said = document.core_properties
    metadata = {
        "author": said.author or "",
        "created": said.created.isoformat() if said.created else "",
        "modified": said.modified.isoformat() if said.modified else "",
        "encoding": reader.fonts.encoding or signs,
    }
    text, pages = _without_pages(text)
    return text, Told(title=said.title or "", metadata=metadata, pages=pages)


def _frame(document: Any, reader: _Reader, which: str) -> list[str]:
    """Return the different lines of the headers or footers of all sections."""
    found: dict[str, None] = {}
    for section in document.sections:
        for kind in (which, f"first_page_{which}", f"even_page_{which}"):
            part = getattr(section, kind)
            if not part.is_linked_to_previous:
                found |= dict.fromkeys(line.replace(_PAGE, "") for line in reader.lines(part._element))
    return list(found)


def _boxes(element: Any) -> Iterator[Any]:
    """Yield the text boxes of a paragraph in order; those within a box come with that one's lines."""
    ahead = list(reversed(element))
    while ahead:
        child = ahead.pop()
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag != _FALLBACK:
            ahead += reversed(child)


def _without_pages(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return text without the signs of page breaks, and the number and start of every page."""
    parts = text.split(_PAGE)
    pages, at = [(1, 0)], 0
    for part in parts[:-1]:
        at += len(part)
        pages.append((len(pages) + 1, at))
    return "".join(parts), tuple(pages) if len(pages) > 1 else ()


class _Reader:
    """Turns the elements of a Word file into lines."""

    def __init__(self, document: Any) -> None:
        styles = document.styles.element
        self.fonts = Fonts(document.element, styles)
        self._numbering = Numbering(_numbering_of(document), styles)
        rendered = next(document.element.iter(f"{W}lastRenderedPageBreak"), None)
        self._has_rendered = rendered is not None

    def lines(self, holder: Any, depth: int = 0) -> Iterator[str]:
        """Yield the lines of everything in a body, a cell, a header or a text box."""
        if depth > _DEEPEST:
            return
        for element in holder:
            if element.tag == f"{W}p":
                yield from self._paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                yield from self._table(element, depth)
            elif element.tag not in _NOT_READ and element.tag != _FALLBACK:
                yield from self.lines(element, depth + 1)

    def _paragraph(self, element: Any, depth: int) -> Iterator[str]:
        text = "".join(self._pieces(element, 0))
        lines = [_GAPS.sub(" ", line).strip(" \t") for line in text.split("\n")]
        mark = self._numbering.mark(element) if text.replace(_PAGE, "").strip() else ""
        lines[0] = mark + lines[0]
        yield from (line for line in lines if line.strip())
        for box in _boxes(element):
            yield from self.lines(box, depth + 1)

    def _pieces(self, element: Any, depth: int) -> Iterator[str]:
        """Yield the text of a paragraph piece by piece, insertions, links and fields with the rest."""
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _NOT_READ or tag == _FALLBACK or depth > _DEEPEST:
                continue
            name = tag.removeprefix(W)
            if name == "t":
                yield self.fonts.shown(child.text or "", element)
            elif name == "lastRenderedPageBreak":
                yield _PAGE
            elif name == "br" and child.get(f"{W}type") == "page":
                yield "\n" if self._has_rendered else f"\n{_PAGE}"
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name != "txbxContent":
                yield from self._pieces(child, depth + 1)

    def _table(self, table: Any, depth: int) -> Iterator[str]:
        """Yield a row a line; a table that only lays the page out, as letterheads do, cell by cell."""
        rows = [list(_cells(row)) for row in _rows(table)]
        if _is_layout(rows):
            for row in rows:
                for cell in row:
                    yield from self.lines(cell, depth + 1)
            return
        for row in rows:
            words: list[str] = []
            for cell in row:
                text = "" if _is_merged(cell) else " ".join(self.lines(cell, depth + 1))
                words += [text.replace("\t", " "), *[""] * (_span(cell) - 1)]
            line = "\t".join(words).rstrip("\t")
            if line.replace(_PAGE, "").strip():
                yield line


def _numbering_of(document: Any) -> Any:
    """Return the numbering of a file; None when it has none (asking python-docx would make one up)."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins"):
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _cells(child)


def _is_layout(rows: list[list[Any]]) -> bool:
    cells = [cell for row in rows for cell in row]
    if (
        any(next(cell.iter(f"{W}tbl"), None) is not None for cell in cells)
        or max(map(len, rows), default=0) < 2
    ):
        return True
    filled = [[p for p in cell.iter(f"{W}p") if "".join(p.itertext()).strip()] for cell in cells]
    return (len(rows) <= 2 and any(len(each) > 1 for each in filled)) or any(
        sum(len("".join(p.itertext())) for p in each) > _LONGEST_CELL for each in filled
    )


def _is_merged(cell: Any) -> bool:
    """Tell whether a cell goes on from the one above it."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _span(cell: Any) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = "" if span is None else span.get(f"{W}val", "")
    return min(60, int(value)) if value.isascii() and value.isdigit() and len(value) < 5 else 1
