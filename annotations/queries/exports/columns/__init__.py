"""Define the columns of each kind of exported record, with the meaning of each.

Add a new column at the end of its kind, because other programs rely on the order.
"""
