"""Undo and redo: which act reverses which, and taking a line of the history back."""
