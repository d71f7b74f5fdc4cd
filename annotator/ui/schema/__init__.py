"""The schema page: labels and values altered, what that touches shown, then done in one step."""
