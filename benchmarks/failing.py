"""A plugin for measuring: the default extractor, failing on reports that hold a mark."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.domain.reports import Report
from annotator.extract.base import Extraction
from annotator.extract.pipeline import Rules

FAILING = "failing"
BROKEN = "\nMARK THAT BREAKS THE EXTRACTOR\n"


class Failing(Rules):
    """The default rules, which a broken report makes raise."""

    name = FAILING

    def extract(self, report: Report) -> Extraction:
        """Return the candidates of a report; raise ValueError when it holds the mark."""
        if BROKEN.strip() in report.text:
            raise ValueError
        return super().extract(report)


@contextmanager
def failing_extractor(folder: Path) -> Iterator[None]:
    """Have the extractor `failing` installed while the block runs, for worker processes too."""
    installed = folder / "installed" / "failing-1.dist-info"
    installed.mkdir(parents=True)
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: failing\nVersion: 1\n")
    (installed / "entry_points.txt").write_text(
        f"[annotator.extractors]\n{FAILING} = benchmarks.failing:Failing\n"
    )
    sys.path.insert(0, str(installed.parent))
    held = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(installed.parent), held)))
    try:
        yield
    finally:
        sys.path.remove(str(installed.parent))
        del os.environ["PYTHONPATH"]
        if held is not None:
            os.environ["PYTHONPATH"] = held
