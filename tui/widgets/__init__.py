"""Widgets that draw lines. They know no screen and no sibling."""
