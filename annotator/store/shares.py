"""Shares: whether a file lies on a disk of this machine or on one that other machines write too."""

from __future__ import annotations

import sys
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
"""Where Linux says what is mounted where; other systems have no such file."""

_KINDS = frozenset(
    {"9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs"}
    | {"nfs4", "ocfs2", "orangefs", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs"}
)
_LOCAL_FUSE = frozenset({"fuse.ntfs-3g", "fuse.exfat", "fuse.encfs", "fuse.gocryptfs", "fuse.cryfs"})


def share_of(path: Path) -> str:
    """Return the kind of the network share that a path lies on, such as `nfs4`; "" where it is a local disk.

    A file system of a program (FUSE) that is not known to be local is taken for a share. Where the system
    does not say, the disk counts as local.
    """
    if sys.platform == "win32":
        return "smb" if str(path.resolve()).startswith("\\\\") else ""
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        kind = _kind_at(path.resolve(), lines)
    except OSError:
        return ""
    is_fuse = kind.startswith("fuse.") or kind == "fuse"
    return kind if kind in _KINDS or (is_fuse and kind not in _LOCAL_FUSE) else ""


def _kind_at(path: Path, lines: list[str]) -> str:
    """Return the kind of the innermost mount over a path; of two at one place the later hides the other."""
    depth, kind = -1, ""
    for line in lines:
        # https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
        mount, _, more = line.partition(" - ")
        fields, kinds = mount.split(" "), more.split(" ")
        if len(fields) < 5:
            continue
        place = Path(_unescaped(fields[4]))
        if (path == place or place in path.parents) and len(place.parts) >= depth:
            depth, kind = len(place.parts), kinds[0]
    return kind


def _unescaped(name: str) -> str:
    for escape, sign in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        name = name.replace(escape, sign)
    return name
