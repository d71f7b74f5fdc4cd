"""The review view: disputes as a queue, their versions in the text and as cards, settled by a key."""
