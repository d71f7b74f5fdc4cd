"""Backups in the window: made by themselves, made when asked for, listed and restored."""
