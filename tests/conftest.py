"""What every test gets: a screen that is not there, settings of its own, the default schema."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from annotator.domain.schema import Schema
from annotator.resources import default_schema, resource_path
from annotator.workspace.projects import Project

# What is slow is measured by benchmarks; a busy machine fails no property. The same examples every time,
# so that a red run is about what was changed; `make search` looks for new ones.
settings.register_profile("project", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("ANNOTATOR_TEST_PROFILE", "project"))
os.environ["QT_QPA_PLATFORM"] = os.environ.get("ANNOTATOR_TEST_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # the window speaks English unless a test asks for another language


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the user's own settings out of the tests."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(folder))
    (folder / "window.ini").write_text("[tour]\nseen=yes\n", encoding="utf-8")
    return folder


class PatientBot(QtBot):
    """Waits as long as a busy machine may need: what never comes fails a test, what comes late does not."""

    def waitUntil(self, callback, *, timeout=60_000):
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=60_000, **given):
        return super().waitSignal(signal, timeout=timeout, **given)

    def waitSignals(self, signals, *, timeout=60_000, **given):
        return super().waitSignals(signals, timeout=timeout, **given)

    def waitExposed(self, widget, *, timeout=60_000):
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request: pytest.FixtureRequest) -> PatientBot:
    """Give pytest-qt's robot, with more patience."""
    return PatientBot(request)


@pytest.fixture
def new_processes() -> Callable[[], list]:
    """Give a function that lists the processes a test has begun, not those earlier ones left resting."""
    earlier = set(multiprocessing.active_children())
    return lambda: [each for each in multiprocessing.active_children() if each not in earlier]


@pytest.fixture
def vietnamese(qapp):
    """Let the window speak Vietnamese, whatever the system speaks."""
    from annotator.ui.languages import use_language
    from annotator.ui.settings import Settings

    settings = Settings()
    settings.remember("language", "vi")
    use_language(settings)
    yield
    settings.forget("language")
    use_language(settings)


@pytest.fixture(scope="session")
def schema() -> Schema:
    return default_schema()


@pytest.fixture
def samples() -> list[Path]:
    return sorted(resource_path("samples").glob("*.txt"))


@pytest.fixture
def project(tmp_path: Path, schema: Schema):
    made = Project.create(tmp_path / "work.annotator", schema=schema, author="an")
    yield made
    made.close()


@pytest.fixture(scope="session")
def make_pdf():
    """Give a function that writes a PDF of pages, each a list of texts `(x, y, size, text)` and rules.

    Points, y from the top of a page of 595 by 842; a rule is `(x0, y0, x1, y1)`. Every letter is half as wide
    as it is high, and says by itself which letter it is.
    """

    def made(pages: list[list[tuple]], *, info: str = "", page: str = "", cmap: bool = True) -> bytes:
        letters = sorted({sign for ops in pages for op in ops if isinstance(op[-1], str) for sign in op[-1]})
        codes = {sign: number for number, sign in enumerate(letters, start=33)}
        bfs = "".join(f"<{code:02x}> <{sign.encode('utf-16-be').hex()}>\n" for sign, code in codes.items())
        mapping = (
            "begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
            f"{len(codes)} beginbfchar\n{bfs}endbfchar endcmap"
        )
        font = (
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 33 "
            f"/LastChar 255 /Widths [{'500 ' * 223}] {'/ToUnicode 4 0 R' if cmap else ''} >>"
        )
        kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
            font,
            f"<< /Length {len(mapping)} >>\nstream\n{mapping}\nendstream",
        ]
        for number, ops in enumerate(pages):
            drawn = "\n".join(_drawn(op, codes) for op in ops)
            objects += [
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R "
                f"/Resources << /Font << /F 3 0 R >> >> {page} >>",
                f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
            ]
        objects.append(f"<< {info} >>")
        body, places = "%PDF-1.4\n", []
        for number, content in enumerate(objects, start=1):
            places.append(len(body))
            body += f"{number} 0 obj\n{content}\nendobj\n"
        table = "".join(f"{place:010d} 00000 n \n" for place in places)
        end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
        return (
            f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}\n"
            f"startxref\n{len(body)}\n%%EOF"
        ).encode("latin-1")

    return made


def _drawn(op: tuple, codes: dict[str, int]) -> str:
    """Write one text or rule as a page's content draws it."""
    if isinstance(op[-1], str):
        x, y, size, text = op
        return f"BT /F {size} Tf {x} {842 - y} Td <{''.join(f'{codes[sign]:02x}' for sign in text)}> Tj ET"
    x0, y0, x1, y1 = op
    return f"{x0} {842 - y0} m {x1} {842 - y1} l S"
