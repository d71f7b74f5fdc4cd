"""Scenes: what is drawn beside the text itself, as the page's state stands at one paint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from annotator.domain.spans import Span

_NONE: Mapping[Any, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Scene:
    """Choices, the current span, the selection and the caret; positions are code points of the report."""

    threshold: float = 0.0
    show_codes: bool = False
    show_rejected: bool = False
    current: Span | None = None
    linked: frozenset[str] = frozenset()
    """The spans a relation joins with the current one."""
    links: tuple[tuple[Span, Span], ...] = ()
    """The relations of the current span to be drawn, from source to target."""
    chip: str = ""
    """What the chip of the current span says."""
    codes: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """The short code of each label."""
    selection: tuple[int, int] | None = None
    hits: Sequence[tuple[int, int]] = ()
    """What was looked for and found in sight, in order."""
    preview: tuple[int, int] | None = None
    """Where the dragged span would stand."""
    hints: Mapping[int, str] = field(default_factory=lambda: _NONE)
    """Letters to type, by the position of the border they stand for."""
    caret: int | None = None
    focused: bool = False
