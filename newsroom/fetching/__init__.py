"""What reaches outside: pages by address, feeds, files and archives, and when to look again."""
