"""Find candidates for a passage: passages of other articles that may make the same statement.

Each candidate comes with the reasons why it was found.
"""
