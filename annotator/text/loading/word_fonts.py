"""Read the runs of a Word file that are set in a font from before Unicode, as that font shows them."""

from __future__ import annotations

import re
from typing import Any

from annotator.text.encodings import read_signs
from annotator.text.legacy import from_latin
from annotator.text.loading.word_lists import W

_OLD = re.compile(r"\.Vn|VNI-", re.IGNORECASE)
_DEEPEST = 20


class Fonts:
    """Tells the font of each run, from the run itself, its styles or the default of the file."""

    def __init__(self, body: Any, styles: Any) -> None:
        self._found: dict[str, str] = {}
        self._styles = (
            {} if styles is None else {s.get(f"{W}styleId", ""): s for s in styles.findall(f"{W}style")}
        )
        default = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._default = _font(default)
        self._is_old = self._holds_signs(body)

    def shown(self, text: str, run: Any) -> str:
        """Return the letters that a run of text shows."""
        font = self._font_of(run) if self._is_old else ""
        if not _OLD.match(font):
            return text
        if font.lower().startswith("vni-"):
            return from_latin(text, "vni")
        return from_latin(text, "tcvn3", capitals=font.endswith("H"))

    @property
    def encoding(self) -> str:
        """Return what the text of old fonts is in; empty where there is none."""
        return self._is_old

    def _holds_signs(self, body: Any) -> str:
        """Return the encoding of what stands in old fonts; none where it is Unicode all the same."""
        runs = ((run, self._font_of(run)) for run in body.iter(f"{W}r"))
        old = [(run, font) for run, font in runs if _OLD.match(font)]
        text = " ".join("".join(t.text or "" for t in run.iter(f"{W}t")) for run, _ in old)
        if not old or read_signs(text).guesses[0].encoding == "utf-8":
            return ""
        return "vni" if old[0][1].lower().startswith("vni-") else "tcvn3"

    def _font_of(self, run: Any) -> str:
        properties = run.find(f"{W}rPr")
        own = _font(properties) or self._of_style(_style(properties, "rStyle"))
        if own:
            return own
        paragraph = next(run.iterancestors(f"{W}p"), None)
        held = None if paragraph is None else paragraph.find(f"{W}pPr")
        return self._of_style(_style(held, "pStyle") or "Normal") or self._default

    def _of_style(self, name: str) -> str:
        """Return the font of a style, looked for once: thousands of paragraphs share one."""
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> str:
        """Return the font of a style or of those it is based on; empty when none names one."""
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                return ""
            found = _font(style.find(f"{W}rPr"))
            if found:
                return found
            based = style.find(f"{W}basedOn")
            name = "" if based is None else based.get(f"{W}val", "")
        return ""


def _font(properties: Any) -> str:
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    return "" if fonts is None else str(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "")


def _style(properties: Any, name: str) -> str:
    found = None if properties is None else properties.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val", ""))
