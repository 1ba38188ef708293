"""The slots of a sentence in which two reports may contradict each other."""
