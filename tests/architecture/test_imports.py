"""Imports run one way, heavy libraries stay in their packages, and starting up stays light."""

import ast
import subprocess
import sys

from importlinter.cli import lint_imports

SLOW = {"spacy", "thinc", "underthesea", "underthesea_core"}


def test_that_the_import_contracts_hold(root, capsys, monkeypatch):
    monkeypatch.chdir(root)
    failed = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert failed == 0, capsys.readouterr().out


def test_that_slow_libraries_are_never_imported_at_module_level(program):
    found = [
        f"{name}:{node.lineno} imports {module}"
        for name, tree in program.items()
        for node in _run_on_import(tree)
        for module in _modules(node)
        if module in SLOW
    ]
    assert found == []


def test_that_an_import_inside_a_function_is_told_from_one_at_module_level():
    late = ast.parse("def f():\n    import spacy\n")
    early = ast.parse("try:\n    from spacy.tokens import Doc\nexcept ImportError:\n    pass\n")
    typing = ast.parse("if TYPE_CHECKING:\n    import spacy\n")
    found = [
        [module for node in _run_on_import(tree) for module in _modules(node)]
        for tree in (late, early, typing)
    ]
    assert found == [[], ["spacy"], []]


def test_that_the_command_line_starts_without_qt_spacy_sqlite_utils_or_numpy(root):
    heavy = sorted(SLOW | {"PySide6", "sqlite_utils", "numpy"})
    code = f"import sys, annotator.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def _run_on_import(node):
    """Yield the import statements that run when the module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or _is_for_typing(child):
            continue
        else:
            yield from _run_on_import(child)


def _is_for_typing(node):
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def _modules(node):
    """Give the top packages that an import statement names."""
    names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    return [name.partition(".")[0] for name in names]
