"""Compare the slots of two sentences.

A slot is a figure, place, person, time or quotation in which reports can contradict each other.
"""
