"""Folders of UIMA CAS files, a file a report, whatever the files are written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.formats.base import ParsedReport, Problem, Progress, Summary
from annotator.formats.brat import free_name
from annotator.formats.cas_shapes import cas_of, told_by
from annotator.formats.foreign import parsed_line, refused
from annotator.formats.losses import Losses
from annotator.text.loading.base import read_bytes
from annotator.whole_files import whole_file

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

_LARGEST = 256 * 2**20
_MANIFEST = "manifest.json"
"""What an export puts beside its files; it is no CAS."""


def write_folder(
    reports: Iterable[GoldReport],
    *,
    path: Path,
    ending: str,
    types: TypeSystem,
    written: Callable[[Cas], str],
    refusal: Callable[[str], str],
    progress: Progress,
) -> Summary:
    """Write every report as `NAME` with the ending into the folder `path`, by the function `written`.

    A report is left out where `refusal` says of its text why.
    """
    files, skipped, taken = list[Path](), list[Problem](), {Path(_MANIFEST).stem}
    count = spans = relations = 0
    for number, gold in enumerate(reports, 1):
        if why := refusal(gold.report.text):
            skipped.append(Problem(gold.report.name, 0, why))
            continue
        file = path / f"{free_name(gold.report.name, taken)}{ending}"
        with whole_file(file) as out:
            out.write(written(cas_of(gold, types)))
        files.append(file)
        count += 1
        spans += sum(span.is_standing for span in gold.spans)
        relations += len(gold.relations)
        progress(number)
    return Summary(count, spans, relations, tuple(files), tuple(skipped))


def read_folder(
    path: Path, *, ending: str, read: Callable[[bytes], Cas], schema: Schema, progress: Progress
) -> list[ParsedReport]:
    """Read the files of a folder that have the ending, or one file; raise UserError `no-gold`.

    `read` makes a CAS of the bytes of a file; whatever it raises, the file is one with a problem.
    """
    files = sorted(path.glob(f"*{ending}")) if path.is_dir() else [path]
    found: list[ParsedReport] = []
    for file in files:
        if file.name == _MANIFEST:
            continue
        lost = Losses()
        try:
            given = told_by(read(checked(file)), file.stem, lost)
        except UserError as error:
            found.append(refused(file.name, 0, error.message))
        except Exception as error:  # whatever the library makes of a file that is no CAS
            found.append(refused(file.name, 0, f"it is no CAS ({type(error).__name__}); export it again"))
        else:
            found.append(parsed_line(given, file=file.name, line=0, schema=schema, lost=lost))
        progress(len(found))
    if not found:
        raise UserError("no-gold", f"{path} holds no {ending} files; choose a folder of them")
    return found


def checked(file: Path) -> bytes:
    """Return a file's bytes; refuse one that is too large."""
    data = read_bytes(file)
    if len(data) > _LARGEST:
        raise UserError("bad-cas", f"{file.name} is larger than {_LARGEST // 2**20} MB; split it")
    return data
