"""``legation posts``: offices and their holders."""

from __future__ import annotations

from tui.cli.options import day
from tui.cli.plain_people import post_list
from tui.cli.reading import begin, nothing
from tui.cli.table import Call


def run(call: Call) -> int:
    """Print the posts that match; 0 with at least one, else 1."""
    reading = begin(call)
    given, dossier = reading.given, reading.dossier
    posts = dossier.posts(" ".join(given.words), on=day("--on", given.on), everyone=given.all)
    if not posts:
        return nothing(reading, "no post matches")
    if given.json:
        reading.out.rows(posts)
    else:
        reading.out.text(*post_list(dossier, posts))
    return 0
