"""Let programs read and act over HTTP: what the pages do, as JSON and with a token."""
