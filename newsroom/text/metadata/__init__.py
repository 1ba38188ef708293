"""What an article says about itself: title, byline, date, outlet."""
