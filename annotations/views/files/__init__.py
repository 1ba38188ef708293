"""Define what pages send as files, and the page that reads files of other tools."""
