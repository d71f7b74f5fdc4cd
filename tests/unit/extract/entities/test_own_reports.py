"""Reports of our own from many provinces and offices, marked by the guideline: how well they are read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "data" / "entities"
LABELS = ("PERSON", "POSITION", "ORG", "LOC", "DATE", "EVENT", "DOCUMENT")


def test_that_our_own_reports_are_read_nearly_without_fault(unmarked):
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for path in sorted(FOLDER.glob("*.entity.txt")):
        report = unmarked(path.read_text(encoding="utf-8"))
        read = report.found()
        right.update(label for label, _, _ in read & report.gold)
        gold.update(label for label, _, _ in report.gold)
        found.update(label for label, _, _ in read)
    scores = {label: 2 * right[label] / (gold[label] + found[label]) for label in LABELS}
    assert min(scores.values()) >= 0.97, scores
    assert sum(gold.values()) > 1000


def test_that_scores_say_how_often_candidates_are_right(unmarked):
    from annotator.domain.reports import Report
    from annotator.extract.entities import find_entities

    said = right = 0.0
    for path in sorted(FOLDER.glob("*.entity.txt")):
        report = unmarked(path.read_text(encoding="utf-8"))
        for match in find_entities(Report("own", report.text)):
            said += match.score
            right += (match.label, match.start, match.end) in report.gold
    assert said <= right * 1.02, "the rules promise more than they keep"
