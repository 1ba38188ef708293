"""Read data from outside in a separate process, which can be ended without harm to the site."""
