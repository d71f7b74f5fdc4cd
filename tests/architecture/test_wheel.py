"""The wheel holds all the program needs: installed by itself, it runs the demo."""

import os
import sqlite3
import subprocess
import sys
import sysconfig
import venv
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

_SCRIPTS = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    """Build the wheel from the checkout with the build backend that is installed here."""
    folder = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder], cwd=root)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Give the scripts of a new environment that holds the wheel, and sees the dependencies installed here.

    A .pth file shows it those packages, without what their own .pth files add, such as this checkout.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    place = Path(sysconfig.get_path("purelib", scheme="venv", vars={"base": str(folder)}))
    python = folder / _SCRIPTS / "python"
    install = ["install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", wheel]
    _run([sys.executable, "-m", "pip", "--isolated", "--python", python, *install])
    (place / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder / _SCRIPTS


def test_that_the_wheel_holds_every_module_and_resource_once(root, wheel):
    names = zipfile.ZipFile(wheel).namelist()
    modules = {path.relative_to(root).as_posix() for path in (root / "annotator").rglob("*.py")}
    resources = {
        f"annotator/_resources/{path.relative_to(root / 'resources').as_posix()}"
        for path in (root / "resources").rglob("*")
        if path.is_file()
    }
    ours = [name for name in names if ".dist-info/" not in name]
    assert sorted(ours) == sorted(modules | resources)


def test_that_an_installed_wheel_does_not_lean_on_the_checkout(installed, tmp_path):
    code = "import annotator, annotator.resources as r; print(annotator.__file__, r.default_schema().name)"
    said = _run([installed / "python", "-I", "-c", code], cwd=tmp_path)
    assert str(installed.parent) in said
    assert "vn-report" in said


def test_that_an_installed_wheel_runs_the_demo_without_a_display(installed, tmp_path):
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment["ANNOTATOR_CONFIG"] = str(tmp_path / "settings")
    if sys.platform in ("win32", "darwin"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    _run([installed / "annotator", "demo", tmp_path / "demo"], cwd=tmp_path, env=environment)
    [gold] = (tmp_path / "demo").glob("*.db")
    with closing(sqlite3.connect(gold)) as connection:
        figures, names = connection.execute(
            "SELECT (SELECT count(*) FROM gold_figures), (SELECT count(*) FROM gold_entities)"
        ).fetchone()
    assert figures > 0
    assert names > 0


def _run(command, **options):
    """Run a command to its end and give what it printed; fail with what it complained of."""
    words = [str(word) for word in command]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False, **options)
    assert done.returncode == 0, done.stderr
    return done.stdout
