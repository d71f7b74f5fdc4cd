"""The panel of versions: what is in question, what each says, reason and comment, answers, guideline."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.domain.disputes import Dispute, Outcome
from annotator.domain.schema import Schema
from annotator.ui.card.parts import body, caption, fill, warning
from annotator.ui.fonts import window_font
from annotator.ui.review.telling import (
    answer_line,
    comment_line,
    kind_title,
    rule_title,
    share,
    version_lines,
)
from annotator.ui.review.version_cards import VersionCards
from annotator.ui.review_commands import VERSIONS
from annotator.ui.theme import LARGE
from annotator.ui.titles import attribute_title, guideline_of, title_of

_MOST_LETTERS = 160
_MOST_GUIDELINES = 2


class Words(QLineEdit):
    """A line to write in; Enter keeps it and goes back to the page, so does Escape."""

    left = Signal()
    sent = Signal()
    """Ctrl and Enter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Enter and Escape; nothing that is written is lost by it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.sent if with_control else self.left).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class VersionsPanel(QScrollArea):
    """Shows one dispute; what is written as reason and comment goes with the next answer."""

    taken = Signal(int)
    left = Signal()
    comment_sent = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Versions of the dispute"))
        self.heading, self.place, self.rule = caption(), QLabel(), body()
        self.doubts, self.state = warning(), body()
        self.cards, self.keys = VersionCards(), body()
        self.reason, self.comment = Words(), Words()
        self._answers_caption, self._answers = caption(), body()
        self._comments_caption, self._comments = caption(), body()
        self._guideline_caption, self._guideline = caption(), QLabel()
        self._guideline.setObjectName("hint")
        self._guideline.setWordWrap(True)
        self._guideline.setTextFormat(Qt.TextFormat.MarkdownText)
        self.place.setWordWrap(True)
        self.place.setFont(window_font(LARGE))
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self._keys_held: Mapping[str, str] = {}
        self._lay_out()
        self.cards.taken.connect(self.taken)
        for line in (self.reason, self.comment):
            line.left.connect(self.left)
        self.reason.sent.connect(self.left)
        self.comment.sent.connect(self.comment_sent)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Take the keys of the review's commands, by the rest of their ids."""
        self._keys_held = keys
        self._tell_keys(has_majority=True)

    def _tell_keys(self, *, has_majority: bool) -> None:
        keys = self._keys_held
        parts = (
            ("majority", self.tr("majority")),
            ("edit", self.tr("a version of your own")),
            ("none", self.tr("none is right")),
            ("next", self.tr("next")),
        )
        said = [
            # A key and what it does stay on one line.
            f"<b>{escape(keys[name])}</b> {escape(title)}".replace(" ", "&nbsp;")
            for name, title in parts
            if name in keys and (has_majority or name != "majority")
        ]
        self.keys.setText("&nbsp;&nbsp; ".join(said))

    def show_nothing(self, said: str) -> None:
        """Say why there is no dispute to see."""
        self.heading.setText(said)
        for part in (*self._parts, *self._fields):
            part.hide()

    def show_dispute(self, dispute: Dispute, outcome: Outcome, text: str, schema: Schema) -> None:
        """Show a dispute with what was answered so far."""
        for part in (*self._parts, *self._fields):
            part.show()
        kinds = ", ".join(kind_title(kind) for kind in dispute.kinds)
        names = ", ".join(attribute_title(schema, name) for name in dispute.names)
        head = self.tr("Different: %1").replace("%1", kinds)
        self.heading.setText(f"{head} ({names})" if names else head)
        words = text[dispute.start : dispute.end].replace("\xa0", " ")
        self.place.setText(words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS]}…")
        rule = self.tr("Rule: %1").replace("%1", rule_title(dispute.rule)) if dispute.rule else ""
        fill(None, self.rule, [escape(rule)] if rule else [])
        said = self.tr("%1 is in doubt: %2")
        doubts = [said.replace("%1", d.author).replace("%2", d.note or "?") for d in dispute.doubts]
        self.doubts.setText("\n".join(doubts))
        self.doubts.setVisible(bool(doubts))
        self._tell_keys(has_majority=dispute.majority >= 0)
        self._show_versions(dispute, outcome, text, schema)
        self._show_answers(outcome)
        self._show_guideline(dispute, schema)

    def clear_words(self) -> None:
        """Take away what was written, once it has gone with an answer."""
        self.reason.clear()
        self.comment.clear()

    def _show_versions(self, dispute: Dispute, outcome: Outcome, text: str, schema: Schema) -> None:
        holding = None if outcome.holds is None else outcome.holds.ruling.statements
        for number, card in enumerate(self.cards.need(len(dispute.versions))):
            version = dispute.versions[number]
            leads = version.statements == holding if holding is not None else number == dispute.majority
            card.show_version(
                key=self._keys_held.get(f"take_{number + 1}", "") if number < VERSIONS else "",
                names=", ".join(version.names),
                share=share(dispute, number),
                says=version_lines(dispute, version, text, schema),
                leads=leads,
            )

    def _show_answers(self, outcome: Outcome) -> None:
        lines = []
        if outcome.holds is not None:
            lines.append(f"<b>{escape(self.tr('holds'))}</b> {escape(answer_line(outcome.holds))}")
        lines += [escape(answer_line(row)) for row in outcome.others]
        if outcome.holds is not None and outcome.others:
            lines.append(f"<i>{escape(self.tr('of several answers the later by the clock holds'))}</i>")
        fill(self._answers_caption, self._answers, lines)
        comments = [escape(comment_line(row)) for row in outcome.comments if row.comment]
        fill(self._comments_caption, self._comments, comments)

    def _show_guideline(self, dispute: Dispute, schema: Schema) -> None:
        labels = [schema.by_name[name] for name in dispute.labels if name in schema.by_name]
        said = [
            f"**{title_of(label)}** — {guideline_of(label) or label.description}"
            for label in labels[:_MOST_GUIDELINES]
            if guideline_of(label) or label.description
        ]
        self._guideline.setText("\n\n".join(said))
        for part in (self._guideline_caption, self._guideline):
            part.setVisible(bool(said))

    def _lay_out(self) -> None:
        ground = QWidget()
        ground.setObjectName("cardBody")
        column = QVBoxLayout(ground)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        reason_caption, comment_caption = caption(), caption()
        reason_caption.setText(self.tr("Reason"))
        comment_caption.setText(self.tr("Comment"))
        self.reason.setAccessibleName(self.tr("Reason of the next answer"))
        self.comment.setAccessibleName(self.tr("Comment on the dispute"))
        self.comment.setPlaceholderText(self.tr("Ctrl+Enter sends it without an answer"))
        self._answers_caption.setText(self.tr("Answers so far"))
        self._comments_caption.setText(self.tr("Comments"))
        self._guideline_caption.setText(self.tr("Guideline"))
        self._parts: list[QWidget] = [self.place, self.rule, self.doubts, self.cards, self.keys]
        self._parts += [self._answers_caption, self._answers, self._comments_caption, self._comments]
        self._parts += [self._guideline_caption, self._guideline]
        self._fields: list[QWidget] = [reason_caption, self.reason, comment_caption, self.comment]
        order = [self.heading, *self._parts[:5], *self._fields, *self._parts[5:]]
        self.heading.setWordWrap(True)
        for part in order:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(ground)
