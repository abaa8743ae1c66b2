"""The place in a text that is nearest to a pattern, by edit distance.

After Sellers (1980): dynamic programming over the pattern with free ends in the text; the
distance counts insertions, deletions and substitutions of code points.
"""

from __future__ import annotations

MOST_WORK = 2_000_000  # cells of the tables for one pattern; beyond it nothing counts as near


def near(pattern: str, text: str, most: int) -> tuple[int, int, int] | None:
    """What ``nearest`` gives where the distance is at most ``most``, else None.

    Of ``most + 1`` pieces of the pattern at least one stands unchanged in such a part (Wu and
    Manber, 1992), so that only what surrounds the pieces found is compared.
    """
    if not pattern or most < 0:
        return None
    best: tuple[int, int, int] | None = None
    work = 0
    for start, end in _around(pattern, text, most):
        work += (end - start) * len(pattern)
        if work > MOST_WORK:
            break
        first, last, distance = nearest(pattern, text[start:end])
        if distance <= most and (best is None or distance < best[2]):
            best = (start + first, start + last, distance)
    return best


def _around(pattern: str, text: str, most: int) -> list[tuple[int, int]]:
    """The stretches of ``text``, in order and apart, in which such a part can stand."""
    size = max(1, len(pattern) // (most + 1))
    reach = len(pattern) + most
    hits: set[int] = set()
    for at in range(0, len(pattern) - size + 1, size):
        found = text.find(pattern[at : at + size])
        while found >= 0 and len(hits) * size < len(text):
            hits.add(found)
            found = text.find(pattern[at : at + size], found + 1)
    stretches: list[tuple[int, int]] = []
    for hit in sorted(hits):
        start, end = max(0, hit - reach), min(len(text), hit + reach)
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return stretches


def nearest(pattern: str, text: str) -> tuple[int, int, int]:
    """(start, end, distance) of the part of ``text`` nearest to ``pattern``; ties go to the
    first."""
    if not pattern:
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
