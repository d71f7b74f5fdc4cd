"""Nothing in the package turns data into code: no pickle, no eval, no YAML, no shell."""

import ast
from pathlib import Path

import pytest

import annotator

ROOT = Path(annotator.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))

MODULES = {
    "pickle",
    "cloudpickle",
    "dill",
    "shelve",
    "marshal",
    "joblib",
    "yaml",
    "ruamel",
    "srsly",
    "ctypes",
    "imp",
}
"""Modules that make objects or code of bytes, or may."""
NAMES = {"eval", "exec", "compile", "__import__"}
METHODS = {
    "load_extension", "enable_load_extension", "from_bytes", "from_pickle", "read_pickle", "to_pickle",
    "full_load", "unsafe_load", "system", "popen", "startfile",
}  # fmt: skip
"""Calls that make code or objects of data, by the last part of their name."""

HARMLESS = {"int.from_bytes", "platform.system", "QLocale.system"}
ALLOWED = {
    ("annotator/plugins.py", "import_module"): "names from one table of ours",
    ("annotator/extract/spacy_model.py", "spacy.load"): "a folder somebody has agreed to",
    ("annotator/text/encodings.py", "from_bytes"): "our own reading of old encodings",
    (
        "annotator/formats/spacy_reading.py",
        "from_bytes",
    ): "DocBin is msgpack; test_hostile_files shows it runs nothing",
    ("annotator/text/loading/pdf_child.py", "ctypes"): "how pdfium is called",
    ("annotator/workspace/qt_libraries.py", "ctypes"): "whether Qt's libraries are there, by names of ours",
}
"""What is not what it looks like, or is asked for first, and why."""


def called(node):
    """Return the dotted name of what a call calls, as far as it is names."""
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([*([node.id] if isinstance(node, ast.Name) else [""]), *reversed(parts)])


def offences(path):
    place = path.relative_to(ROOT.parent).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        found = ""
        if isinstance(node, ast.Import):
            found = next((n.name for n in node.names if n.name.split(".")[0] in MODULES), "")
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found = node.module if (node.module or "").split(".")[0] in MODULES else ""
        elif isinstance(node, ast.Call):
            name = called(node.func)
            last = name.rpartition(".")[2]
            if name in NAMES or (last in METHODS and name not in HARMLESS):
                found = last
            elif last == "import_module" or name in {"spacy.load", "np.load", "numpy.load"}:
                found = "import_module" if last == "import_module" else name
            elif any(k.arg in {"allow_pickle", "shell"} and not _is_false(k.value) for k in node.keywords):
                found = "allow_pickle or shell"
        if found and (place, found) not in ALLOWED:
            yield f"{place}:{node.lineno}: {found}"


def _is_false(node):
    return isinstance(node, ast.Constant) and node.value is False


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_that_no_module_turns_data_into_code(path):
    assert list(offences(path)) == []


@pytest.mark.parametrize(
    "line",
    [
        "import pickle",
        "from pickle import loads",
        "import numpy as np; np.load('x')",
        "eval('1')",
        "import spacy; spacy.load('x')",
        "import yaml",
        "connection.enable_load_extension(True)",
        "import subprocess; subprocess.run('ls', shell=True)",
        "open(1); thing.load('x', allow_pickle=True)",
        "import os; os.system('ls')",
        "Doc(vocab).from_bytes(data)",
    ],
)
def test_that_such_a_call_would_be_seen(tmp_path, monkeypatch, line):
    file = tmp_path / "annotator" / "x.py"
    file.parent.mkdir()
    file.write_text(line)
    monkeypatch.setitem(globals(), "ROOT", file.parent)
    assert list(offences(file)) != []
