"""Annotation sets against each other: alignment, scores, agreement."""
