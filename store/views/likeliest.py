"""Which of the rows that words find a reader most likely means."""

from __future__ import annotations

from datetime import date

from store.dossier import Dossier
from store.model import records
from store.model.names import fold, match, words_of
from store.views.directory import Directory
from store.views.event_texts import texts_of
from store.views.timeline import Timeline
from store.when import parse_when


def likeliest_event(dossier: Dossier, view: Timeline, words: str, now: str | None) -> str | None:
    """The id of the event chosen ``now``, if its own words are these; else the first whose own
    are, before those whose sources merely hold them. None in an empty view."""
    texts = texts_of(dossier)

    def own(id: str) -> bool:
        return any(match(words, text) for text in texts[id].own)

    if now is not None and view.index(now) is not None and own(now):
        return now
    named = next((id for id in view.ids() if own(id)), None)
    held = now if now is not None and view.index(now) is not None else None
    return named or held or next(iter(view.ids()), None)


def likeliest_row(dossier: Dossier, view: Directory, words: str) -> str | None:
    """The id of the row whose name the words are; else that whose post's title has fewest words
    beside them; of several the one that took office last. A post itself only where the words
    find nobody. None in an empty view."""
    rows = [row for row in view.rows(0, len(view)) if row.kind != "heading"]
    best: tuple[tuple[int, int, int], str] | None = None
    for at, row in enumerate(rows):
        tenure = dossier.tenure(row.id)
        person = dossier.person(tenure.person if tenure else row.id)
        if person is None:
            continue
        tenures = (tenure,) if tenure is not None else person.tenures
        named, since = max(
            [
                (_named(person, words), 0),
                *((_titled(dossier, t, words), _since(t)) for t in tenures),
            ]
        )
        worth = (named, since, -at)
        if best is None or worth > best[0]:
            best = (worth, row.id)
    return best[1] if best is not None else next((row.id for row in rows), None)


def _named(person: records.Person, words: str) -> int:
    """What a person's names are worth: 2 for one that is the words, 1 for one they begin."""
    if any(fold(name) == fold(words) for name in person.names):
        return 2
    return 1 if any(match(words, name) for name in person.names) else -1000


def _titled(dossier: Dossier, tenure: records.Tenure, words: str) -> int:
    """What a post's titles are worth: the words they have beside those asked for, as a loss."""
    post = dossier.facts.posts[tenure.post]
    titles = (post.title, *post.names, *dossier.index.spellings(post.id))
    around = [tenure.body_name, dossier.country_name(tenure.country), tenure.country or ""]
    asked, worth = words_of(words), -1000
    for title in titles:
        if match(words, " ".join([title, *around, tenure.person_name])):
            own = words_of(title)
            beside = sum(not any(word.startswith(one) for one in asked) for word in own)
            worth = max(worth, -beside)
    return worth


def _since(tenure: records.Tenure) -> int:
    start = parse_when(tenure.start) if tenure.start else None
    day = (start.earliest or start.latest) if start else None
    return (day or date.min).toordinal()
