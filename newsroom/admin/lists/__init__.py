"""Build the lists of the admin panel: columns, filters, pages, and the lines that count rows which lack
something.
"""
