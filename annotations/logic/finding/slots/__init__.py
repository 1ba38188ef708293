"""Compare the slots of two sentences, such as figures, places and times, in which reports can contradict
each other.
"""
