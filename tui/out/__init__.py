"""Taking things out of the explorer: clipboard, files, pager, editor, browser."""
