"""Count what supports a claim: independent sources and voices. Also lay out the matrix and the timeline of a
story.
"""
