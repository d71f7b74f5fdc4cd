"""Locating: on what kind of disk a project lies, and what is said of it once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.workspace.projects import Project


def share(project: Project) -> str:
    """Return the kind of the network share that a project lies on, "" for a disk of this machine."""
    return project.store.place.share


def share_warning(project: Project) -> str:
    """Return one line the first time a project is opened for writing on a network share, else ""."""
    kind = share(project)
    if not kind or project.read_only or project.store.setting("share") == kind:
        return ""
    project.store.set_setting("share", kind)
    return (
        f"{project.path.name} lies on a network share ({kind}), which is slower and less safe; "
        "better copy it to this machine"
    )
