"""Find the documents on which passages are based, and decide which of them are one document."""
