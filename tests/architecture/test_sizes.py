"""Files, functions and classes stay small enough to be read at one sitting."""

import ast

FILE_LINES = 400
FUNCTION_LINES = 50
CLASS_METHODS = 25

_FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


def test_that_no_file_is_longer_than_400_lines(root, sources):
    lengths = {name: len((root / name).read_bytes().splitlines()) for name in sources}
    assert {name: length for name, length in lengths.items() if length > FILE_LINES} == {}


def test_that_no_function_is_longer_than_50_lines(sources):
    lengths = {
        f"{name}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for name, tree in sources.items()
        for node in ast.walk(tree)
        if isinstance(node, _FUNCTION)
    }
    assert {name: length for name, length in lengths.items() if length > FUNCTION_LINES} == {}


def test_that_no_class_has_more_than_25_methods(sources):
    methods = {
        f"{name}:{node.lineno} {node.name}": sum(isinstance(child, _FUNCTION) for child in node.body)
        for name, tree in sources.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    assert {name: count for name, count in methods.items() if count > CLASS_METHODS} == {}
