"""Read items of news agencies, in the formats in which they are sent to newsrooms."""
