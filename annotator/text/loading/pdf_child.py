"""Read a PDF with pdfium in a process of its own, which may crash, eat memory or be ended.

What comes out is plain JSON, so that nothing a broken file does in here reaches the program.
"""

from __future__ import annotations

import ctypes
import json
import signal
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from multiprocessing.connection import Connection
from typing import Any

from annotator.text.encodings import IN_UNICODE, read_signs
from annotator.text.legacy import from_latin
from annotator.text.loading.pdf_pages import Page, assembled
from annotator.text.loading.pdf_tables import Rule
from annotator.text.loading.pdf_words import Glyph, words_of

MEMORY = 2 * 2**30
"""Bytes the process may take, where the system lets itself be asked."""

MOST_PAGES = 3000
_MOST_GLYPHS = 200_000
_MOST_WORDS = 2_000_000
_MOST_SEGMENTS = 20_000
_THIN = 1.5
_HYPHENS = (0x2D, 0xAD, 0x2010)
_PASSWORD = 4
_MOVE, _LINE = 2, 0


def serve(pipe: Connection) -> None:
    """Run in the process: answer PDFs, as bytes, with their pages as JSON until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    while True:
        try:
            data = pipe.recv_bytes()
            pipe.send_bytes(json.dumps(_answer(data)).encode("utf-8", "surrogatepass"))
        except (EOFError, OSError):
            return


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit holds there too
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    with suppress(ValueError, OSError):  # some systems have the limit but do not let it be set
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _answer(data: bytes) -> dict[str, Any]:
    """Return what the file says, or `error`: `password`, `pages`, `memory` or the name of what failed."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if getattr(error, "err_code", 0) == _PASSWORD else type(error).__name__}
    try:
        if len(document) > MOST_PAGES:
            return {"error": "pages"}
        pages, signs = _as_letters(list(_pages(document)))
        scanned = [number for number, page in enumerate(pages, 1) if not page.words and page.has_picture]
        metadata = dict(document.get_metadata_dict(skip_empty=True))
        return {**asdict(assembled(pages)), "scanned": scanned, "signs": signs, "metadata": metadata}
    except MemoryError:
        return {"error": "memory"}
    except Exception as error:  # whatever a broken page makes of the wrapper
        return {"error": type(error).__name__}
    finally:
        document.close()


def _pages(document: Any) -> Iterator[Page]:
    """Yield the pages; raise MemoryError where they hold more than any report does."""
    words = 0
    for number in range(len(document)):
        page = _page(document, number)
        words += len(page.words)
        if words > _MOST_WORDS:
            raise MemoryError
        yield page


def _as_letters(pages: list[Page]) -> tuple[list[Page], str]:
    """Return pages with the signs of an old font read as its letters, and its encoding; else as they are."""
    reading = read_signs(" ".join(word.text for page in pages for word in page.words))
    name = reading.guesses[0].encoding
    if name == "utf-8" or not reading.is_sure:
        return pages, ""
    old = name.removesuffix(IN_UNICODE)
    return [
        replace(page, words=tuple(word._replace(text=from_latin(word.text, old)) for word in page.words))
        for page in pages
    ], name


def _page(document: Any, number: int) -> Page:
    """Return a page with its words and rules as they are seen."""
    page = document[number]
    width, height = page.get_size()
    to_view = _view(page.get_rotation(), width, height)
    text = page.get_textpage()
    words = words_of(_glyphs(text, to_view))
    rules, has_picture = _drawn(page, to_view, width * height)
    text.close()
    page.close()
    return Page(width, height, tuple(words), tuple(rules), has_picture)


def _view(turn: int, width: float, height: float) -> Any:
    """Return what turns a point of the page as written into one of the page as seen, y downwards."""
    if turn == 90:
        return lambda x, y: (y, x)
    if turn == 180:
        return lambda x, y: (width - x, y)
    if turn == 270:
        return lambda x, y: (width - y, height - x)
    return lambda x, y: (x, height - y)


def _glyphs(text: Any, to_view: Any) -> Iterator[Glyph]:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    for at in range(min(text.count_chars(), _MOST_GLYPHS)):
        sign = raw.FPDFText_GetUnicode(text, at)
        if not raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
            continue
        one, other = to_view(box.left, box.bottom), to_view(box.right, box.top)
        is_end = sign == 2 or (sign in _HYPHENS and raw.FPDFText_IsHyphen(text, at) == 1)
        left, right = sorted((one[0], other[0]))
        top, bottom = sorted((one[1], other[1]))
        yield Glyph("-" if is_end else chr(sign), left, top, right, bottom)


def _drawn(page: Any, to_view: Any, area: float) -> tuple[list[Rule], bool]:
    """Return the straight lines across or down a page, and whether a picture covers it."""
    from pypdfium2 import raw

    rules: list[Rule] = []
    has_picture = False
    for drawn in page.get_objects(max_depth=3):
        if drawn.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = drawn.get_bounds()
            has_picture = has_picture or (right - left) * (top - bottom) > area / 2
        elif drawn.type == raw.FPDF_PAGEOBJ_PATH and len(rules) < _MOST_SEGMENTS:
            rules += _rules(drawn, to_view)
    return rules, has_picture


def _rules(drawn: Any, to_view: Any) -> Iterator[Rule]:
    from pypdfium2 import raw

    matrix = drawn.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    last = begin = None
    for at in range(min(raw.FPDFPath_CountSegments(drawn), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(drawn, at)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = to_view(*matrix.on_point(x.value, y.value))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == _MOVE:
            begin = point
        elif kind == _LINE and last is not None:
            yield from _straight(last, point)
        if begin is not None and raw.FPDFPathSegment_GetClose(segment):
            yield from _straight(point, begin)
        last = point


def _straight(one: Any, other: Any) -> Iterator[Rule]:
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    if min(right - left, bottom - top) <= _THIN < max(right - left, bottom - top):
        yield Rule(left, top, right, bottom)
