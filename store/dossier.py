"""The dossier: an immutable value with everything derived from its claims.

Records are worked out when they are asked for and kept. ``known_by`` gives another dossier, of
what a reader of that day knew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from store.evidence.encounters import derive_encounters
from store.evidence.events import Events
from store.evidence.holding import range_of
from store.evidence.known import facts_known_by
from store.evidence.people import People
from store.evidence.recording import Recording
from store.evidence.resolving import resolving
from store.evidence.search import Searching, entries_of
from store.model import records
from store.model.claims import Claim
from store.model.facts import Facts
from store.texts.anchors import NO_ANCHORS, Anchored
from store.when import When, parse_when, sort_key

MOST_KNOWN = 3
"""Days for which ``known_by`` keeps its answer."""


class Dossier:
    """Facts with what follows from them. Ids that are not known give None."""

    def __init__(
        self, facts: Facts, anchored: Anchored = NO_ANCHORS, known: When | None = None
    ) -> None:
        self._given, self.anchored, self.known = facts, anchored, known
        self.meta, self.id, self.title = facts.meta, facts.meta.id, facts.meta.title
        found = resolving(facts)
        self.facts, self.index, self.tenure_facts = found.facts, found.index, found.tenures
        origins, tenures = found.origins, found.tenures
        self.event_facts = Events(found.index, found.values, origins, found.disagreement, tenures)
        self._record = Recording(self.index, origins, self.tenure_facts, self.event_facts, anchored)
        self._people = People(self.index, self.person, self.post)
        self._known: dict[str, Dossier] = {}

    def known_by(self, day: When | str) -> Dossier:
        """What was known by the end of a day (of a month or year: of its last day)."""
        when = parse_when(day) if isinstance(day, str) else day
        last = range_of(when)[1]
        if when.text not in self._known:
            if len(self._known) >= MOST_KNOWN:  # each is as large as this one
                del self._known[next(iter(self._known))]
            facts = facts_known_by(self._given, last)
            self._known[when.text] = Dossier(facts, self.anchored, when)
        return self._known[when.text]

    def type_of(self, id: str) -> str | None:
        """The type of what an id names: a frame's in the singular, or ``claim``."""
        return self.index.types.get(id) or ("claim" if id in self._claims else None)

    def name_of(self, id: str) -> str:
        """The name to show for any id; the id itself when it is not known."""
        return self.index.name(id)

    def country_name(self, code: str | None) -> str:
        """The short name of a country."""
        return self.index.country_name(code)

    def location(self, id: str) -> tuple[str, int] | None:
        """The file (relative to the dossier) and line where a frame or claim is written."""
        return self.facts.where.get(id)

    # one record

    def record(self, id: str) -> records.Record | None:
        """The record of any id, of whatever type."""
        readers: dict[str, Callable[[str], records.Record | None]] = {
            "event": self.event,
            "person": self.person,
            "post": self.post,
            "tenure": self.tenure,
            "body": self.body,
            "topic": self.topic,
            "place": self.place,
            "source": self.source,
            "claim": self.claim,
        }
        kind = self.type_of(id)
        return readers[kind](id) if kind is not None else None

    def event(self, id: str) -> records.Event | None:
        """An event with everything derived."""
        return self._record.event(id) if id in self.facts.events else None

    def tenure(self, id: str, on: When | None = None) -> records.Tenure | None:
        """A tenure; with a day, whether it was held then."""
        return self._record.tenure(id, on) if id in self.facts.tenures else None

    def person(self, id: str, on: When | None = None) -> records.Person | None:
        """A person with tenures and events."""
        if id not in self.facts.people:
            return None
        return self._record.person(id, on, self._events_of.get(id, ()))

    def post(self, id: str, on: When | None = None) -> records.Post | None:
        """A post with its holders, the earliest first."""
        return self._record.post(id, on) if id in self.facts.posts else None

    def body(self, id: str) -> records.Body | None:
        """An organisation with its posts."""
        return self._record.body(id) if id in self.facts.bodies else None

    def topic(self, id: str) -> records.Topic | None:
        """A topic with its events in timeline order."""
        if id not in self.facts.topics:
            return None
        events = [event for event in self.order if id in self.facts.events[event].topics]
        return self._record.topic(id, tuple(events))

    def place(self, id: str) -> records.Place | None:
        """A place with the events in it, in timeline order."""
        if id not in self.facts.places:
            return None
        claims = self.index.claims
        events = [e for e in self.order if any(id in c.many("place") for c in claims(e))]
        return self._record.place(id, tuple(events))

    def source(self, id: str) -> records.Source | None:
        """A source with counts of its claims and anchors."""
        return self._record.source(id) if id in self.facts.sources else None

    def claim(self, id: str) -> records.Claim | None:
        """A claim."""
        return self._record.claim(self._claims[id]) if id in self._claims else None

    # finding

    def people(
        self, query: str = "", *, on: When | None = None, everyone: bool = False
    ) -> tuple[records.Person, ...]:
        """People that words find, and who held a post on a day."""
        return self._people.people(query, on=on, everyone=everyone)

    def posts(
        self, query: str = "", *, on: When | None = None, everyone: bool = False
    ) -> tuple[records.Post, ...]:
        """Posts that words find, and that were held on a day."""
        return self._people.posts(query, on=on, everyone=everyone)

    def person_match(self, person: records.Person, query: str) -> str | None:
        """The text by which a query finds a person, or None."""
        return self._people.match(person, query)

    def search(self, query: str) -> tuple[records.Hit, ...]:
        """Everything that words find, the best first."""
        return self._searching.search(query)

    def held(self, tenure: str, on: When) -> str:
        """Whether a tenure was held on a day: ``yes maybe unattested no``."""
        return self.tenure_facts.held(tenure, on)

    @cached_property
    def _searching(self) -> Searching:
        return Searching(entries_of(self.index, self.event_facts, self.order))

    # all records of a kind

    @cached_property
    def order(self) -> list[str]:
        """Ids of the events in timeline order: earliest, latest, id; undated last."""
        dates = {id: self.event_facts.core(id).date for id in self.facts.events}
        return sorted(dates, key=lambda id: (sort_key(dates[id]), id))

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Event id → its place in timeline order."""
        return {id: at for at, id in enumerate(self.order)}

    @cached_property
    def events(self) -> tuple[records.Event, ...]:
        """Every event in timeline order."""
        return tuple(self._record.event(id) for id in self.order)

    @cached_property
    def sources(self) -> tuple[records.Source, ...]:
        """Every source, the first published first."""
        ids = sorted(self.facts.sources, key=lambda id: (sort_key(self.index.published(id)), id))
        return tuple(self._record.source(id) for id in ids)

    @cached_property
    def conflicts(self) -> tuple[records.Conflict, ...]:
        """Every conflict: those of events in timeline order, then those of tenures."""
        found = [c for id in self.order for c in self.event_facts.core(id).conflicts]
        found += [c for id in self.facts.tenures for c in self.tenure_facts.conflicts(id)]
        return tuple(found)

    @cached_property
    def encounters(self) -> tuple[records.Encounter, ...]:
        """Every pair of people that met or was to meet."""
        return derive_encounters(self.index, self.event_facts, self.order)

    @cached_property
    def topics(self) -> tuple[records.Topic, ...]:
        """Every topic."""
        return tuple(topic for id in self.facts.topics if (topic := self.topic(id)))

    @cached_property
    def bodies(self) -> tuple[records.Body, ...]:
        """Every organisation."""
        return tuple(self._record.body(id) for id in self.facts.bodies)

    @cached_property
    def places(self) -> tuple[records.Place, ...]:
        """Every place."""
        return tuple(place for id in self.facts.places if (place := self.place(id)))

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.facts.claims}

    @cached_property
    def _events_of(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for id in self.order:
            for person in self.event_facts.people_ids(id):
                found.setdefault(person, []).append(id)
        return {person: tuple(ids) for person, ids in found.items()}
