"""The doctor looks at the real machine, and every trouble it finds comes with a remedy."""

import sys

import pytest

from annotator.workspace.displays import has_display
from annotator.workspace.doctoring import Finding, State, as_json, diagnose, is_healthy, lines

WELL = Finding("python", State.OK, "Python 3.11.7")
ODD = Finding("display", State.WARNING, "there is no display", "start it from a desktop")
ILL = Finding("fonts", State.PROBLEM, "no font", "sudo apt-get install fonts-dejavu-core")


@pytest.fixture
def without_display(monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


def test_that_the_machine_running_the_tests_can_run_the_program(tmp_path, without_display):
    findings = diagnose(tmp_path)
    assert is_healthy(findings), "\n".join(lines(findings))


def test_that_the_doctor_looks_at_everything_once(tmp_path, without_display):
    names = [finding.name for finding in diagnose(tmp_path)]
    expected = ["python", "packages", "qt", "fonts", "display", "sqlite", "settings-folder"]
    assert [name for name in names if not name.endswith("-libraries")] == expected


def test_that_every_trouble_comes_with_a_remedy(tmp_path, without_display):
    findings = diagnose(tmp_path / "nowhere")
    assert [finding for finding in findings if (finding.state is State.OK) != (not finding.remedy)] == []


def test_that_a_folder_that_cannot_be_written_is_a_problem(tmp_path, without_display):
    (tmp_path / "file").write_text("in the way")
    [finding] = [one for one in diagnose(tmp_path / "file" / "deep") if one.name == "settings-folder"]
    assert finding.state is State.PROBLEM
    assert str(tmp_path / "file") in finding.remedy


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_that_either_variable_means_a_display(name):
    assert has_display({name: ":0"})


def test_that_only_linux_can_be_without_a_display():
    assert has_display({"DISPLAY": ""}) == (sys.platform in ("win32", "darwin"))


@pytest.mark.parametrize(
    ("platform", "seen"), [("offscreen", False), ("minimal", False), ("vnc:size=800x600", True)]
)
def test_that_qt_can_be_told_to_draw_unseen_or_without_a_server(platform, seen):
    with_server = {"DISPLAY": ":0"} if not seen else {}
    assert has_display({"QT_QPA_PLATFORM": platform, **with_server}) == seen


def test_that_a_warning_is_not_in_the_way_of_work():
    assert is_healthy([WELL, ODD])
    assert not is_healthy([WELL, ODD, ILL])


def test_that_the_remedy_has_a_line_of_its_own():
    assert list(lines([WELL, ILL])) == [
        "ok       Python 3.11.7",
        "problem  no font",
        "         sudo apt-get install fonts-dejavu-core",
    ]


def test_that_findings_become_plain_objects():
    assert as_json([ODD]) == [
        {
            "name": "display",
            "state": "warning",
            "message": "there is no display",
            "remedy": "start it from a desktop",
        }
    ]
