"""Read what the page of one claim shows: the evidence, the comparison of wordings, and the history."""
