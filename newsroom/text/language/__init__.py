"""Read what a sentence states: words, sentences, figures, days, times and names."""
