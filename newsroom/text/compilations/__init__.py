"""Split files that hold many articles, such as exports of news databases, into their articles."""
