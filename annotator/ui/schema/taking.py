"""Taking a schema into the window: the commands that give its labels, the chips, the filters."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.domain.schema import Schema
from annotator.ui.actions import Actions
from annotator.ui.card.panel import SpanCard
from annotator.ui.commands import label_command
from annotator.ui.lists.concordance import Concordance
from annotator.ui.lists.looking import Looking
from annotator.ui.reading.hands import Hands
from annotator.ui.titles import title_of


class TakingSchema(QObject):
    """Gives every part of the window that names labels those of a schema, but retired ones."""

    def __init__(
        self, commands: Actions, hands: Hands, card: SpanCard, looking: Looking, concordance: Concordance
    ) -> None:
        super().__init__(commands)
        self._commands = commands
        self._hands = hands
        self._card = card
        self._looking = looking
        self._concordance = concordance

    def take(self, schema: Schema | None) -> None:
        """Take a schema in place of the one before; none where no project is open."""
        self._commands.remove("label.")
        if schema is None:
            return
        self._card.set_schema(schema)
        made = [label_command(label.name, title_of(label), label.key) for label in schema.offered]
        giving = self._looking.giving
        handlers = {f"label.{label.name}": giving(label.name, self._hands.give) for label in schema.offered}
        self._commands.add(made, handlers)
        self._looking.set_labels([self._commands[command.id] for command in made])
        self._concordance.set_schema(schema)
        self.show_keys()

    def show_keys(self) -> None:
        """Show beside the chips of labels which keys give them now."""
        self._card.show_keys(self._commands.keys("label."))
