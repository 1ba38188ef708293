"""Undo and redo: the reversal of each act, and the function that performs it."""
