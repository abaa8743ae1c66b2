"""What of a person the words matched, where the row does not show it anyway: how (``spelling``,
``title`` of the post shown, another ``post``, a ``former`` or a ``later`` one, ``body``) and the
text."""

from __future__ import annotations

from store.dossier import Dossier
from store.evidence.people import HELD
from store.model import records
from store.model.names import first_match, match
from store.views.titles import body_told
from store.when import When

Matched = tuple[str, str] | None


def matched(
    dossier: Dossier, person: records.Person, beside: records.Tenure | None, words: str
) -> Matched:
    """What of a person; ``beside`` is the tenure whose post the row shows."""
    if match(words, person.name):
        return None
    if (spelt := first_match(words, person.names)) is not None:
        return ("spelling", spelt)
    country = f"{dossier.country_name(person.country)} {person.country}"
    others = [tenure for tenure in reversed(person.tenures) if tenure != beside]
    if beside is not None and match(words, f"{beside.title} {country}"):
        return None
    for tenure in [*([beside] if beside is not None else []), *others]:
        if any(match(words, text) for text in _with_titles(dossier, person, tenure)):
            if match(words, tenure.body_name):
                return ("body", tenure.body_name)
            how = "former" if tenure.end else "post"
            return None if tenure == beside else (how, tenure.title)
        if (named := first_match(words, _bodies(dossier, tenure))) is not None:
            return ("body", named)
    return None


def matched_on(
    dossier: Dossier, person: records.Person, held: records.Tenure, words: str, on: When
) -> Matched:
    """What of a person in a post held on a day: the title, the body where the title needs it, the
    country and the holder's name stand in the row."""
    country = f"{dossier.country_name(held.country)} {held.country}"
    body = body_told(dossier, held.title, held.body)
    if match(words, f"{held.title} {body} {country} {held.person_name}"):
        return None
    if (spelt := first_match(words, person.names)) is not None:
        return ("spelling", spelt)
    if (named := first_match(words, _titles(dossier, held))) is not None:
        return ("title", named)
    if (named := first_match(words, _bodies(dossier, held))) is not None:
        return ("body", named)
    if first_match(words, _with_titles(dossier, person, held)) is not None:
        return ("body", held.body_name)
    for other in (one for one in reversed(person.tenures) if one.id != held.id):
        titled = first_match(words, _titles(dossier, other))
        if titled is None and (named := first_match(words, _bodies(dossier, other))) is not None:
            return (_when(dossier, person, held, other, on), f"at {named}")
        if first_match(words, _with_titles(dossier, person, other)) is not None:
            at = body_told(dossier, other.title, other.body)
            named = f"{other.title}, {at}" if at else other.title
            return (_when(dossier, person, held, other, on), named)
    return None


def _when(
    dossier: Dossier, person: records.Person, held: records.Tenure, other: records.Tenure, on: When
) -> str:
    """Whether another tenure is of that day too, or of another time than the one ``held``."""
    if dossier.held(other.id, on) in HELD:
        return "post"
    ids = [tenure.id for tenure in person.tenures]  # in order of time
    return "former" if ids.index(other.id) < ids.index(held.id) else "later"


def _titles(dossier: Dossier, tenure: records.Tenure) -> tuple[str, ...]:
    frame = dossier.facts.posts[tenure.post]
    return (frame.title, *frame.names, *dossier.index.spellings(tenure.post))


def _bodies(dossier: Dossier, tenure: records.Tenure) -> tuple[str, ...]:
    return (tenure.body_name, *dossier.index.spellings(tenure.body))


def _with_titles(dossier: Dossier, person: records.Person, tenure: records.Tenure) -> list[str]:
    """Every title of a tenure's post with its body, the country and the person's names."""
    country = f"{dossier.country_name(person.country)} {person.country}"
    around = f"{country} {tenure.body_name} {' '.join(person.names)}"
    return [f"{title} {around}" for title in _titles(dossier, tenure)]
