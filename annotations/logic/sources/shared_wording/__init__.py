"""Measure which words two texts share: in stretches, on the whole, and in quotations."""
