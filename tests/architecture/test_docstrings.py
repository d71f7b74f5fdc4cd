"""Every module says what it is for, every public thing has a line, and a page repeats the modules' lines."""

import ast
import importlib.util

import pytest

_DEFINITION = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@pytest.fixture
def module_table(root):
    spec = importlib.util.spec_from_file_location("module_table", root / "docs" / "module_table.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_that_every_module_opens_with_one_sentence(program):
    first_lines = {name: (ast.get_docstring(tree) or "").partition("\n")[0] for name, tree in program.items()}
    assert {name: line for name, line in first_lines.items() if not line.endswith(".")} == {}


def test_that_every_public_function_class_and_method_has_a_line(program):
    bare = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in program.items()
        for node in _public(tree)
        if not ast.get_docstring(node)
    ]
    assert bare == []


def test_that_the_architecture_page_gives_every_module_its_own_sentence(root, module_table):
    page = root / "docs" / "architecture.md"
    text = page.read_text(encoding="utf-8")
    assert module_table.with_table(text, root) == text, "the table is old: run make docs"


def test_that_a_changed_sentence_changes_the_page(tmp_path, module_table):
    (tmp_path / "annotator").mkdir()
    (tmp_path / "annotator" / "figures.py").write_text('"""Read figures."""\n')
    page = f"before\n{module_table.START}\n{module_table.END}\nafter\n"
    assert "| `figures` | Read figures. |" in module_table.with_table(page, tmp_path)


def _public(node):
    """Yield the definitions others can reach: not those inside functions nor those with an underscore."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, _DEFINITION) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from _public(child)
