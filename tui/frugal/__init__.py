"""Between what Textual draws and the terminal: only cells that differ are sent."""
