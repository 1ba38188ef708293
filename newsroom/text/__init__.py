"""What a text is: decoding, reading, normalising, composing and measuring. Pure: no Django, no I/O."""
