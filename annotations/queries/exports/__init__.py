"""Read the rows of exports: which rows the filters choose, and which columns each kind of record has."""
