"""Define the rules about passages and claims: how they are placed, compared, counted and exported.

No module here uses Django. None reads or writes files or the database.
"""
