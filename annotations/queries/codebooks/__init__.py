"""Read the codebook for the page that shows it, and what a curator should look at in it."""
