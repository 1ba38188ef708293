"""Undo and redo acts: define the reversal of each act, and perform it."""
