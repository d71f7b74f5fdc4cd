"""The locks pin and hash everything that pyproject.toml asks for, from no particular place."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_PIN = re.compile(r"^([\w.-]+)==([^ ;\\]+)(?P<rest>.*(?:\n +--hash=.*)*)", re.MULTILINE)


@pytest.fixture(scope="module")
def pyproject(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def locks(root):
    """Give the text of each lock, by its name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in (root / "requirements").glob("*.txt")}


def test_that_every_pin_carries_hashes(locks):
    bare = [
        f"{name}: {pin[1]}"
        for name, text in locks.items()
        for pin in _PIN.finditer(text)
        if "--hash=sha256:" not in pin["rest"]
    ]
    assert bare == []


def test_that_every_lock_is_there_and_gives_no_place_to_fetch_from(locks):
    assert {name for name, text in locks.items() if "==" in text and "//" not in text} == {
        *("run", "dev", "uv", "programs", "mutation")
    }


def test_that_the_run_lock_holds_what_the_program_and_its_build_need(pyproject, locks):
    asked = pyproject["project"]["dependencies"] + pyproject["build-system"]["requires"]
    assert _unmet(asked, locks["run"]) == []


def test_that_the_development_lock_holds_every_group(pyproject, locks):
    groups = pyproject["dependency-groups"]
    asked = [wanted for name in ("test", "lint", "build") for wanted in groups[name]]
    assert _unmet(asked, locks["dev"]) == []


def test_that_the_lock_of_programs_holds_them(root, locks):
    lines = (root / "requirements" / "programs.in").read_text(encoding="utf-8").splitlines()
    assert _unmet([line for line in lines if not line.startswith("#")], locks["programs"]) == []


def test_that_both_locks_pin_the_same_versions(locks):
    run, dev = _pins(locks["run"]), _pins(locks["dev"])
    assert {name: pins for name, pins in run.items() if dev.get(name) != pins} == {}


def test_that_a_requirement_the_lock_does_not_meet_is_found():
    assert _unmet(["click>=9", "rich"], "click==8.1.0 \\\n    --hash=sha256:00\n") == ["click>=9", "rich"]


def _pins(lock):
    """Give the versions pinned for each package; markers can make them several."""
    pins = {}
    for pin in _PIN.finditer(lock):
        pins.setdefault(canonicalize_name(pin[1]), set()).add(pin[2])
    return pins


def _unmet(asked, lock):
    pins = _pins(lock)
    wanted = [Requirement(line) for line in asked]
    return [
        str(one)
        for one in wanted
        if not any(version in one.specifier for version in pins.get(canonicalize_name(one.name), ()))
    ]
