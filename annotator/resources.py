"""The one way to a resource: the tree `resources/`, in a checkout or inside an installed package."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError, no_file

if TYPE_CHECKING:
    from annotator.domain.schema import Schema

_PACKAGE = Path(__file__).resolve().parent


def resource_path(*parts: str) -> Path:
    """Return the path of a resource or folder of resources; raise UserError `missing-resource`."""
    path = _root().joinpath(*parts)
    if not path.exists():
        name = "/".join(parts)
        raise UserError("missing-resource", f"the resource {name} is not there; install the program again")
    return path


def read_text(*parts: str) -> str:
    """Return a resource's text, read as UTF-8; raise UserError `missing-resource`."""
    return resource_path(*parts).read_text(encoding="utf-8")


@cache
def default_schema() -> Schema:
    """Return the schema the program brings, `vn-report`."""
    return schema_from_text(read_text("schema", "vn-report.toml"), where="the default schema")


def schema_from_file(path: Path) -> Schema:
    """Return the schema of a TOML file; raise UserError `missing-file`, `unreadable-file` or `bad-schema`."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise no_file(path)
    try:
        toml = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise UserError(
            "missing-file", f"there is no schema file {path}; check the path and retry"
        ) from error
    except UnicodeDecodeError as error:
        raise UserError(
            "bad-schema", f"the schema file {path} is not UTF-8 text; save it as UTF-8 and retry"
        ) from error
    except OSError as error:
        raise UserError(
            "unreadable-file",
            f"the schema file {path} cannot be read ({error.strerror}); check its permissions",
        ) from error
    return schema_from_text(toml, where=f"the schema file {path}")


def schema_from_text(toml: str, *, where: str) -> Schema:
    """Return the schema a TOML text holds; raise UserError `bad-schema` naming `where` it came from."""
    from annotator.domain.schema_texts import schema_from

    try:
        return schema_from(tomllib.loads(toml), toml)
    except tomllib.TOMLDecodeError as error:
        raise UserError("bad-schema", f"{where} is not TOML: {error}; mend it and retry") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise UserError(
            "bad-schema", f"{where} is TOML but not a schema: labels, attributes and relations are tables"
        ) from error


def _root() -> Path:
    """Return the folder of resources: inside the package once installed, beside it in a checkout."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"
