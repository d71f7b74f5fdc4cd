"""Write the table of modules in docs/architecture.md from the modules' first lines: `make docs`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

START = "<!-- modules: written by make docs -->"
END = "<!-- end of modules -->"


def with_table(page: str, root: Path) -> str:
    """Return the page with the table between its two marks made anew from the checkout at `root`."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{_table(root)}\n{END}{after}"


def _table(root: Path) -> str:
    """Return a heading and a table of modules for each package."""
    lines: list[str] = []
    heading = ""
    for package, module, sentence in sorted(_modules(root / "annotator")):
        if package != heading:
            heading = package
            lines += ["", f"### {package}", "", "| module | what it is for |", "|---|---|"]
        lines.append(f"| `{module}` | {sentence} |")
    return "\n".join([*lines, ""])


def _modules(package: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each module as its package, its name and its first line; a package is named by its own folder."""
    for path in package.rglob("*.py"):
        folder = ".".join(path.relative_to(package.parent).parent.parts)
        sentence = (ast.get_docstring(ast.parse(path.read_bytes())) or "").partition("\n")[0]
        yield folder, "(package)" if path.stem == "__init__" else path.stem, sentence


def main() -> None:
    """Write the table into the page of this checkout."""
    root = Path(__file__).resolve().parents[1]
    page = root / "docs" / "architecture.md"
    page.write_text(with_table(page.read_text(encoding="utf-8"), root), encoding="utf-8")


if __name__ == "__main__":
    main()
