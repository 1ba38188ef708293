"""What may be said about a text: selecting, placing, counting and recording. Pure: no Django, no I/O."""
