"""Nothing in the tree depends on one machine, and no test waits by the clock or is left out."""

import re

import pytest

# Roots under which people's own folders lie; paths every system has (/usr, /etc, /dev, /tmp) are fine.
PERSONAL_PATH = re.compile(
    r"""(?<![\w.~:/*})>$-])/(?:home|root|Users|opt|srv|mnt|media|work)/\w|\b[A-Z]:\\+Users\b"""
)
REGISTRY = re.compile(
    "|".join(("pypi" + r"\.org", "pythonhosted" + r"\.org", "index" + "-url", "find" + "-links"))
)
WAITING = re.compile(r"\btime\.sleep\(|\bqWait\(|\bqtbot\.wait\(|\bQThread\.m?sleep\(")
LEFT_OUT = re.compile(
    r"\bpytest\.(?:skip|xfail|importorskip)\(|\bmark\.(?:skip|skipif|xfail)\b|\bunittest\.skip"
)


@pytest.fixture(scope="module")
def texts(root):
    """Give every text file of the checkout by its path, but for what tools leave in it."""
    folders = ("annotator", "benchmarks", "docs", "requirements", "resources", "tests", ".ci")
    paths = [
        *root.glob("*.md"),
        *root.glob("*.toml"),
        root / ".gitignore",
        root / "Makefile",
        *(path for name in folders for path in (root / name).rglob("*")),
    ]
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    return {name: data.decode(errors="replace") for name, data in files.items() if b"\0" not in data}


def test_that_no_file_names_a_path_of_one_machine(texts):
    assert _lines_with(PERSONAL_PATH, texts) == []


def test_that_no_file_names_a_package_registry(texts):
    assert _lines_with(REGISTRY, texts) == []


def test_that_no_test_waits_by_the_clock(texts):
    tests = {name: text for name, text in texts.items() if name.startswith("tests/")}
    assert _lines_with(WAITING, tests) == []


def test_that_no_test_is_left_out(texts):
    tests = {name: text for name, text in texts.items() if name.startswith("tests/")}
    assert _lines_with(LEFT_OUT, tests) == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (PERSONAL_PATH, "see " + "/home" + "/lan/reports"),
        (REGISTRY, "from https://" + "pypi" + ".org"),
        (WAITING, "time" + ".sleep(1)"),
        (LEFT_OUT, "@pytest.mark" + ".skip"),
    ],
)
def test_that_an_offending_line_would_be_found(pattern, line):
    assert _lines_with(pattern, {"a": f"one\n{line}\n"}) == [f"a:2 {line}"]


def _lines_with(pattern, texts):
    return [
        f"{name}:{number} {line.strip()[:120]}"
        for name, text in texts.items()
        if pattern.search(text)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
