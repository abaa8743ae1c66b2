"""Texts that the user attaches, and where each quote stands in them."""
