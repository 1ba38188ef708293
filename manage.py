#!/usr/bin/env python
"""Newsroom's command line: `manage.py help` lists the commands."""

from newsroom.config.command_line import main

if __name__ == "__main__":
    main()
