"""Lay out drawings as data: the place of each part, so that a template can print it as SVG."""
