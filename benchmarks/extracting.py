"""The budgets of extraction: speed, two workers over one, the first candidate, and 500 reports resumed."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.domain.reports import Report
from annotator.extract.pipeline import Rules
from annotator.workspace.extracting import Extracted, extract_reports, unextracted
from annotator.workspace.projects import Project
from annotator.workspace.working import extractions
from benchmarks.budgets import Row, at_least, exactly, parser, print_rows
from benchmarks.failing import BROKEN, FAILING, failing_extractor
from benchmarks.texts import filled, texts
from benchmarks.waiting import waiting

_WARM = 12
"""Reports after which every worker has loaded all it needs; what comes before is not timed."""
_ROUNDS = 4
_MANY, _CANCELLED_AT = 500, 180


def against_underthesea() -> list[Row]:
    """Compare characters per CPU second on the same text, in turn, all warm.

    Theirs takes a report as it is, and line by line too, which it does three times as fast.
    """
    import underthesea

    ner: Callable[[str], object] = underthesea.ner
    reports = [Report("", text) for text in texts(6)]
    lines = [line for report in reports for line in report.text.splitlines() if line.strip()]
    ours = Rules()
    jobs: tuple[Callable[[], object], ...] = (
        lambda: [ours.extract(each) for each in reports],
        lambda: [ner(each.text) for each in reports],
        lambda: [ner(line) for line in lines],
    )
    jobs[0]()
    characters = sum(len(report.text) for report in reports)
    times = [[_cpu(job) for job in jobs] for _ in range(_ROUNDS)]
    mine, whole, apart = (characters / statistics.median(column) for column in zip(*times, strict=True))
    return [
        at_least("characters/CPU s, over underthesea.ner", "", mine, whole, 20.0),
        at_least("the same, over its line by line", "", mine, apart, 10.0),
    ]


def two_over_one(folder: Path) -> list[Row]:
    """Compare warm workers, two against one, in turn: at work alone, and with the project they fill."""
    rates: dict[tuple[str, int], list[float]] = {}
    with filled(folder / "pair", texts(132)) as project:
        path = project.path
        reports = [project.report(report_id) for report_id in project.report_ids()]
    for number in range(_ROUNDS):
        for jobs in (1, 2):
            alone = _Clock()
            for _ in extractions(iter(reports), jobs=jobs):
                alone.tick()
            rates.setdefault(("alone", jobs), []).append(alone.rate())
            whole = _Clock()
            copied = folder / f"pair-{number}-{jobs}.annotator"
            shutil.copy(path, copied)
            with Project.open(copied, author="an") as project:
                extract_reports(project, project.report_ids(), jobs=jobs, progress=whole.tick)
            rates.setdefault(("whole", jobs), []).append(whole.rate())
    middle = {key: statistics.median(values) for key, values in rates.items()}
    return [
        at_least("reports/s, two workers over one", "", middle["alone", 2], middle["alone", 1], 1.7),
        at_least("reports/s, the project written too", "", middle["whole", 2], middle["whole", 1], 1.0),
    ]


class _Clock:
    """Notes when reports are finished."""

    def __init__(self) -> None:
        self._times: list[float] = []

    def tick(self, *_: object) -> None:
        """Note that one more is finished."""
        self._times.append(time.perf_counter())

    def rate(self) -> float:
        """Return how many a second were finished once the workers were warm."""
        return (len(self._times) - _WARM) / (self._times[-1] - self._times[_WARM - 1])


def many(folder: Path) -> list[Row]:
    """Extract 500 reports with progress, one of them broken; cancel on the way and go on afterwards."""
    given = texts(_MANY)
    given[7] += BROKEN
    told: list[tuple[int, int]] = []
    with failing_extractor(folder), filled(folder / "many", given) as project:
        ids = project.report_ids()

        def extract(left: Sequence[str], stopped: Callable[[], bool]) -> list[Extracted]:
            def tell(done: int, whole: int, _: str) -> None:
                told.append((done, whole))

            return extract_reports(project, left, extractor=FAILING, jobs=2, progress=tell, cancelled=stopped)

        began = time.perf_counter()
        first = extract(ids, lambda: len(told) >= _CANCELLED_AT)
        second = extract(unextracted(project, FAILING), lambda: False)
        seconds = time.perf_counter() - began
        return _counted(project, first, second, told, seconds)


def _counted(
    project: Project,
    first: list[Extracted],
    second: list[Extracted],
    told: list[tuple[int, int]],
    seconds: float,
) -> list[Row]:
    good = [[each.report_id for each in run if not each.message] for run in (first, second)]
    named = [each for each in (*first, *second) if each.message]
    tried = len(first) + len(second)
    steps = project.store.rows("SELECT count(*) FROM journal WHERE label = 'extract'")[0][0]
    twice = len(set(good[0]) & set(good[1])) + steps - len({*good[0], *good[1]})
    left = len(unextracted(project, FAILING))
    return [
        at_least("reports/s of 500, cancelled and resumed", "", tried / seconds, 0.0, 10.0),
        exactly("finished before the cancel, kept", "", len(good[0]), min(len(good[0]), _CANCELLED_AT + 1)),
        exactly("progress told", "", len(told), tried),
        exactly("reports with their candidates", "", len({*good[0], *good[1]}), _MANY - 1),
        exactly("reports done twice", "", twice, 0),
        exactly("reports left over but the broken one", "", left - 1, 0),
        exactly("runs that name the broken one", "", len(named), len({*(each.name for each in named)}) * 2),
    ]


def _cpu(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


def main() -> int:
    """Print the table; `--json` prints it as one JSON value."""
    asked = parser(__doc__).parse_args()
    rows = against_underthesea()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows += [*two_over_one(folder), *waiting(folder), *many(folder)]
    return print_rows(rows, as_json=asked.json)


if __name__ == "__main__":
    raise SystemExit(main())
