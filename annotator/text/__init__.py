"""Bytes to canonical text, and what text alone says of itself: syllables, sentences, sections."""
