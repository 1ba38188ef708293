"""The acts on people's judgements: evidence, links and silences."""
