"""The rules about passages and claims: how they are placed, compared, counted and exported.

All modules here are pure. They do not use Django, and they neither read nor write files or the database.
"""
