"""Drawings as data: where each part stands, so that a template can print it as SVG."""
