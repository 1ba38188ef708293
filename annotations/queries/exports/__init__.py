"""Read the rows of exports: the rows that the filters select, and the columns of each kind of record."""
