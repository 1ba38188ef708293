"""Define what a text is: decode, read, normalise, compose and compare texts.

This package is pure: it imports no Django and does no input or output.
"""
