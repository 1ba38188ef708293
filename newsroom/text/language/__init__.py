"""What a sentence says: words, sentences, figures, days, times and names."""
