"""Guiding: what the guideline says of a label: the project's own words, else those of the default schema."""

from __future__ import annotations

from typing import Literal

from annotator.domain.schema import Label, Schema
from annotator.resources import default_schema

Language = Literal["en", "vi"]


def guideline(schema: Schema, name: str, *, language: Language) -> str:
    """Return what a label's guideline says, Markdown; empty where nobody has written anything of it.

    A project's own guideline comes first, in the other language too; then that of the default schema, where
    the label is one of it, as in a project made before schemas carried guidelines; then what the schema says
    the label is.
    """
    label = schema.by_name.get(name)
    if label is None:
        return ""
    ours = default_schema().by_name.get(name)
    is_ours = ours is not None and (ours.layer, ours.description) == (label.layer, label.description)
    brought = _written(ours, language) if ours is not None and is_ours else ""
    return _written(label, language) or brought or label.description


def _written(label: Label, language: Language) -> str:
    own = (label.guideline_vi, label.guideline) if language == "vi" else (label.guideline, label.guideline_vi)
    return next(filter(None, own), "")
