"""Decide which highlight an annotation of another tool is: give it an id, and find its place in an
article.
"""
