"""Choices: settings of the page that repaint it, or lay it out again, when they change."""

from __future__ import annotations

from typing import Any, Generic, Protocol, TypeVar

Value = TypeVar("Value")


class Chooser(Protocol):
    """A widget that holds choices."""

    def choice_changed(self, *, layout: bool) -> None:
        """Take in a changed choice; `layout` says whether lines move."""
        ...


class Choice(Generic[Value]):
    """A property with a first value; setting another one tells the widget."""

    def __init__(self, first: Value, *, layout: bool) -> None:
        self._first = first
        self._layout = layout
        self._name = ""

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self._name = f"_{name}_chosen"

    def __get__(self, widget: Chooser, owner: type[Any] | None = None) -> Value:
        # Not by `getattr`: for what was never set it asks all of Qt's classes first.
        value: Value = widget.__dict__.get(self._name, self._first)
        return value

    def __set__(self, widget: Chooser, value: Value) -> None:
        if value != self.__get__(widget):
            setattr(widget, self._name, value)
            widget.choice_changed(layout=self._layout)
