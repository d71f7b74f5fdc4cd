"""The window is painted before its parts are imported, so that a start is seen at once."""

import os
import subprocess
import sys

LATE = (
    "annotator.ui.reading.page",
    "annotator.ui.actions",
    "annotator.ui.projects",
    "annotator.store.connection",
    "annotator.workspace.reading",
    "click",
    "sqlite_utils",
    "numpy",
    "multiprocessing",
)


def imported(code: str, names, root, **environment) -> list[str]:
    """Return which of the modules are loaded once the code has run in an interpreter of its own."""
    code = f"import sys\n{code}\nprint([name for name in {list(names)} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return eval(done.stdout)


def test_that_the_frame_of_the_window_is_painted_without_its_parts(root, tmp_path):
    code = (
        "from annotator import app\n"
        "app.begin = lambda window, project: qt.quit()\n"
        "qt = app._application()\n"
        "app.run_window(None)"
    )
    loaded = imported(code, ["annotator.ui.front", *LATE], root, ANNOTATOR_CONFIG=str(tmp_path))
    assert loaded == ["annotator.ui.front"]


def test_that_the_shell_is_not_loaded_on_the_way_to_the_window(root):
    assert imported("import annotator.__main__, annotator.app", ["annotator.cli", "click"], root) == []
