"""Qt is asked in a process of its own, so that its abort is an answer and not our end."""

from annotator.workspace.asking_qt import ask_qt


def test_that_a_qt_without_a_display_tells_its_version_and_fonts():
    answer = ask_qt({"QT_QPA_PLATFORM": "offscreen"})
    assert answer.trouble == ""
    assert answer.platform == "offscreen"
    assert answer.version.startswith("6.")
    assert answer.fonts


def test_that_a_qt_that_aborts_is_heard_and_survived():
    answer = ask_qt({"QT_QPA_PLATFORM": "no-such-platform"})
    assert "no-such-platform" in answer.trouble
    assert answer.version == ""


def test_that_a_python_without_qt_is_told_by_its_error(tmp_path):
    (tmp_path / "PySide6.py").write_text("raise ImportError('libEGL.so.1: cannot open shared object file')")
    answer = ask_qt({"PYTHONPATH": str(tmp_path)})
    assert answer.trouble == "ImportError: libEGL.so.1: cannot open shared object file"
