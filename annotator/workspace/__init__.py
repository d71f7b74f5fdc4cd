"""What a user does, one module a verb: no Qt, no SQL."""
