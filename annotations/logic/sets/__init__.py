"""Choose among sets that share elements: the problems of the textbooks."""
