"""The explorer: one screen, its state, and what its keys do."""
