"""The place in a text that is nearest to a pattern, by edit distance.

After Sellers (1980): dynamic programming over the pattern with free ends in the text; the
distance counts insertions, deletions and substitutions of code points.
"""

from __future__ import annotations

MOST_WORK = 20_000_000  # cells of the table; beyond it nothing counts as near


def nearest(pattern: str, text: str) -> tuple[int, int, int]:
    """(start, end, distance) of the part of ``text`` nearest to ``pattern``; ties go to the
    first. Distance is the pattern's length where the text is too long to be searched."""
    if not pattern or len(pattern) * len(text) > MOST_WORK:
        return 0, 0, len(pattern)
    distances = list(range(len(pattern) + 1))
    starts = [0] * (len(pattern) + 1)
    best = (len(pattern), 0, 0)
    for end, char in enumerate(text, 1):
        diagonal, from_ = distances[0], starts[0]
        distances[0], starts[0] = 0, end
        for row, wanted in enumerate(pattern, 1):
            choices = (
                (diagonal + (char != wanted), from_),
                (distances[row] + 1, starts[row]),
                (distances[row - 1] + 1, starts[row - 1]),
            )
            diagonal, from_ = distances[row], starts[row]
            distances[row], starts[row] = min(choices)
        if distances[-1] < best[0]:
            best = (distances[-1], starts[-1], end)
    return best[1], best[2], best[0]
