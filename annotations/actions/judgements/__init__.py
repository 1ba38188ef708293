"""Define the acts on people's judgements: evidence, links, silences, statements of
independence and dismissals.
"""
