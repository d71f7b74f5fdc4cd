"""Colours as `#rrggbb`: how they mix and how well one is seen on another."""

from __future__ import annotations

_STEPS = 40


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of `#rrggbb`, each 0 to 255; raise ValueError for anything else."""
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"a colour is written #rrggbb, not {colour}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(colour: str, ground: str, share: float) -> str:
    """Return `share` (0 to 1) of a colour laid over a ground, as one opaque colour."""
    pairs = zip(channels(colour), channels(ground), strict=True)
    return "#" + "".join(f"{round(top * share + below * (1 - share)):02x}" for top, below in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2 defines it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def seen_on(colour: str, ground: str, ratio: float) -> str:
    """Return the colour, moved towards black or white just as far as a contrast with its ground asks."""
    towards = "#000000" if _luminance(ground) > 0.18 else "#ffffff"
    for step in range(_STEPS + 1):
        moved = mixed(towards, colour, step / _STEPS)
        if contrast(moved, ground) >= ratio:
            return moved
    return towards


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
