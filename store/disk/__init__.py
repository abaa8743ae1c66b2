"""Files: written whole or not at all, locked, compiled, and the user's own notebook."""
