"""What is exported: the columns of each kind, its rows, and the filters that choose them."""
