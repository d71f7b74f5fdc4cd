"""Setting up says in its first line what a machine lacks, and repeats nothing once it is done."""

import os
import shutil
import subprocess
import sys

import pytest

TOOLS = ("sh", "cat", "cksum", "cmp", "cp", "dirname", "find", "mkdir", "rm")


@pytest.fixture
def checkout(root, tmp_path):
    """Give a copy of what the set-up scripts read, without an environment."""
    folder = tmp_path / "checkout"
    shutil.copytree(root / "requirements", folder / "requirements")
    shutil.copy(root / "pyproject.toml", folder)
    return folder


@pytest.fixture
def machine(tmp_path):
    """Give a folder of programs that is all a machine has: the shell's own, and no Python."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for tool in TOOLS:
        (programs / tool).symlink_to(shutil.which(tool))
    return programs


def test_that_a_machine_without_python_is_told_what_to_install(checkout, machine):
    done = _set_up(checkout, machine)
    assert done.returncode == 1
    assert "sudo apt-get install python3 python3-venv" in done.stderr.splitlines()[0]


def test_that_a_machine_with_an_unfitting_python_only_is_told_its_version(checkout, machine):
    _program(machine / "python3", 'case "$2" in *platform*) echo 3.14.1 ;; *) exit 1 ;; esac')
    done = _set_up(checkout, machine)
    assert done.returncode == 1
    assert "needs Python 3.11, 3.12 or 3.13 and found only 3.14.1" in done.stderr.splitlines()[0]


def test_that_a_python_without_venv_is_told_its_package(checkout, machine):
    _program(
        machine / "python3", f'case "$2" in *ensurepip*) exit 1 ;; *) exec "{sys.executable}" "$@" ;; esac'
    )
    done = _set_up(checkout, machine)
    assert done.returncode == 1
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert f"sudo apt-get install {package}" in done.stderr.splitlines()[0]


@pytest.fixture
def with_uv(checkout, machine):
    """Put a uv on the machine that makes an empty environment and writes down how often it was asked."""
    told = checkout.parent / "told"
    make = (
        'mkdir -p .venv/bin .venv/lib/python3.11/site-packages && cp "$(command -v python3)" .venv/bin/python'
    )
    _program(machine / "uv", f'echo "$*" >>"{told}"\ncase "$1" in venv) {make} ;; esac')
    _program(machine / "python3", f'exec "{sys.executable}" "$@"')
    return told


def test_that_only_hashed_packages_are_installed(checkout, machine, with_uv):
    assert _set_up(checkout, machine).returncode == 0
    asked = [line for line in with_uv.read_text().splitlines() if line.startswith("pip")]
    assert [("--require-hashes" in line, "--no-deps" in line) for line in asked] == [
        (True, False),
        (False, True),
    ]


def test_that_a_second_time_nothing_is_repeated_until_the_lock_changes(checkout, machine, with_uv):
    _set_up(checkout, machine, "dev")
    before = with_uv.read_text()
    _set_up(checkout, machine, "dev")
    _set_up(checkout, machine, "run")
    assert with_uv.read_text() == before
    with (checkout / "requirements" / "dev.txt").open("a") as lock:
        lock.write("\n")
    _set_up(checkout, machine, "dev")
    assert with_uv.read_text().startswith(before)
    assert with_uv.read_text() != before


def test_that_running_takes_no_test_tools_away(checkout, machine, with_uv):
    _set_up(checkout, machine, "dev")
    (checkout / "requirements" / "run.txt").write_text("changed==1\n")
    (checkout / "pyproject.toml").write_text("# changed\n")
    before = with_uv.read_text()
    _set_up(checkout, machine, "run")
    assert "requirements/dev.txt" in with_uv.read_text().removeprefix(before)
    assert "requirements/run.txt" not in with_uv.read_text()


def test_that_packages_put_in_by_something_else_are_put_right(checkout, machine, with_uv):
    _set_up(checkout, machine)
    before = with_uv.read_text()
    stamp = checkout / ".venv" / "annotator-run.stamp"
    later = stamp.stat().st_mtime + 60
    [packages] = (checkout / ".venv" / "lib").glob("python3.*/site-packages")
    os.utime(packages, (later, later))
    _set_up(checkout, machine)
    assert "pip sync" in with_uv.read_text().removeprefix(before)


def _program(path, body):
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def _set_up(checkout, machine, wanted="run"):
    return subprocess.run(
        ["sh", "requirements/install.sh", wanted],
        cwd=checkout,
        env={"PATH": os.fspath(machine)},
        capture_output=True,
        text=True,
        check=False,
    )
