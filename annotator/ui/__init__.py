"""The window: everything that is drawn with Qt and everything a hand can reach."""
