"""WebAnno TSV read back: text put together of its sentences, spans of the lines that share a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter
from pathlib import Path

from annotator.domain.errors import UserError
from annotator.domain.schema import Schema
from annotator.formats.base import ParsedReport, Problem, Progress
from annotator.formats.foreign import parsed_line, refused
from annotator.formats.utf16 import Utf16
from annotator.formats.webanno_escapes import plain_text
from annotator.formats.webanno_header import is_webanno, layers_of
from annotator.formats.webanno_rows import Row, Rows
from annotator.text.loading.base import read_bytes

_WIDEST_GAP = 1_000_000
"""White space between two sentences, in UTF-16 units: more of it is a harmed file."""


def read_webanno(path: Path, *, schema: Schema, progress: Progress) -> list[ParsedReport]:
    """Read one `.tsv` file, or all of a folder and the folders in it; raise UserError `no-gold`.

    Chains, slots and annotations of no width are left out with a note.
    """
    files = sorted(path.rglob("*.tsv")) if path.is_dir() else [path]
    found: list[ParsedReport] = []
    for file in files:
        found.append(_parsed(file, schema))
        progress(len(found))
    if not found:
        raise UserError("no-gold", f"{path} holds no .tsv files; choose a folder of WebAnno's")
    return found


def _parsed(file: Path, schema: Schema) -> ParsedReport:
    try:
        lines = read_bytes(file).decode("utf-8-sig").split("\n")
    except UserError as error:
        return refused(file.name, 0, error.message)
    except UnicodeDecodeError:
        return refused(file.name, 0, "it is not UTF-8 text")
    lines = [line.removesuffix("\r") for line in lines]
    if not is_webanno(lines[0]):
        return refused(file.name, 1, "its first line is not that of a WebAnno TSV 3; export it again as such")
    end = next((at for at, line in enumerate(lines) if not line.strip()), len(lines))
    layers = layers_of(lines[1:end])
    if layers is None:
        return refused(file.name, 2, "its header declares columns in no way WebAnno does; export it again")
    reading = _Reading(Rows(layers))
    reading.take_all(lines, end)
    return reading.report(file, schema)


class _Reading:
    """One file on its way: the text so far, the sentence that is being read, and the rows of all."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._pieces: list[str] = []
        self._length = 0
        self._sentence: list[str] = []
        self._problems: list[tuple[int, str]] = []
        self._units: list[tuple[int, Row]] = []

    def take_all(self, lines: list[str], begin: int) -> None:
        """Take the lines of the body, from a line number counted from 0."""
        for at in range(begin, len(lines)):
            line = lines[at]
            if line.startswith("#"):
                if line.startswith("#Text="):
                    self._sentence.append(plain_text(line[6:]))
            elif line.strip():
                self._take_row(at + 1, line)
        if self._sentence:
            self._begin_sentence(len(lines), self._length + bool(self._pieces))

    def report(self, file: Path, schema: Schema) -> ParsedReport:
        """Return the report: offsets as code points of its text, everything checked."""
        text = "".join(self._pieces)
        self._problems += self._misplaced(text)
        points = Utf16(text).points
        given = {"name": file.stem, "text": text, **self._rows.told(points)}
        made = parsed_line(given, file=file.name, line=0, schema=schema)
        problems = (
            Problem(file.name, number, why) for number, why in sorted(self._problems, key=itemgetter(0))
        )
        notes = (Problem(file.name, 0, why) for why in self._rows.left_out())
        # What stands between two sentences is not in the file, so that only the letters are sure.
        return replace(made, problems=(*problems, *made.problems), notes=(*made.notes, *notes), loose=True)

    def _take_row(self, number: int, line: str) -> None:
        row = self._rows.parsed(line)
        if isinstance(row, str):
            self._problems.append((number, row))
            return
        if self._sentence:
            self._begin_sentence(number, row.begin)
        self._units.append((number, row))
        self._rows.take(row)

    def _begin_sentence(self, number: int, begin: int) -> None:
        text = "\n".join(self._sentence)
        self._sentence = []
        gap = begin - self._length
        if not 0 <= gap <= _WIDEST_GAP:
            self._problems.append((number, "its token does not begin where its sentence does"))
            gap = 0
        between = ("\n" if self._pieces else " ") + " " * (gap - 1) if gap else ""
        self._pieces += [between, text]
        self._length += gap + _width(text)

    def _misplaced(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the first line whose offsets are not those of its token, and say how many more there are."""
        points = Utf16(text).points
        wrong = [
            number
            for number, row in self._units
            if row.end > self._length
            or text[points(row.begin) : points(row.end)] not in {row.token, plain_text(row.token)}
        ]
        if wrong:
            more = f", nor are those of {len(wrong) - 1} more lines" if len(wrong) > 1 else ""
            yield wrong[0], f"its offsets are not those of its token in UTF-16 units{more}"


def _width(text: str) -> int:
    """Return how many UTF-16 units a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
