"""Split files that hold many articles, such as exports of news databases, so that each is imported alone."""
