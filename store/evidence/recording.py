"""From what was derived to the records of the contract (``store.model.records``)."""

from __future__ import annotations

from functools import cached_property

from store.evidence.events import Events
from store.evidence.index import Index
from store.evidence.origins import Origins
from store.evidence.source_record import source_record
from store.evidence.tenures import Tenures
from store.model import records
from store.model.claims import Claim
from store.texts.anchors import Anchored
from store.when import When, parse_when, sort_key


class Recording:
    """Writes records; keeps those of events and claims, which are asked for again and again."""

    def __init__(
        self,
        index: Index,
        origins: Origins,
        tenures: Tenures,
        events: Events,
        anchored: Anchored,
    ) -> None:
        self._index, self._origins = index, origins
        self._tenures, self._events, self._anchored = tenures, events, anchored
        self._kept_events: dict[str, records.Event] = {}
        self._kept_claims: dict[str, records.Claim] = {}

    def claim(self, claim: Claim) -> records.Claim:
        """A claim with its chain in names and the state of its anchor."""
        if claim.id not in self._kept_claims:
            self._kept_claims[claim.id] = records.Claim(
                id=claim.id,
                about=claim.about,
                about_type=claim.about_type,
                source=claim.source,
                quote=claim.quote,
                says=dict(claim.says),
                on=claim.on,
                stance=claim.stance,
                certainty=claim.certainty,
                inferred=claim.inferred,
                via=claim.via,
                said_on=claim.said_on,
                when=claim.when,
                anchor=self._anchored.state(claim.id),
                words=self._anchored.words(claim.id, claim.source),
                part=claim.part,
                disputed=claim.disputed,
                cites=self._index.cites(claim),
                shown_source=self._index.source_name(claim.source),
                origin=self._origins.key(claim),
                order=claim.order,
            )
        return self._kept_claims[claim.id]

    def claims(self, id: str) -> tuple[records.Claim, ...]:
        """The claims about a frame, in reading order."""
        return tuple(self.claim(claim) for claim in self._index.claims(id))

    def event(self, id: str) -> records.Event:
        """An event."""
        if id not in self._kept_events:
            self._kept_events[id] = self._event(id)
        return self._kept_events[id]

    def _event(self, id: str) -> records.Event:
        frame, events = self._index.facts.events[id], self._events
        core, claims = events.core(id), self.claims(id)
        date = core.date
        return records.Event(
            id=id,
            kind=frame.kind,
            title=frame.title,
            date=date.text if date else None,
            earliest=_day(date.earliest) if date else None,
            latest=_day(date.latest) if date else None,
            status=core.last.status if core.last else None,
            denied=core.denied,
            place=events.places(id),
            people=events.participants(id),
            bodies=events.bodies(id),
            topics=frame.topics,
            part_of=frame.part_of,
            sources=tuple(dict.fromkeys(claim.source for claim in claims)),
            origins=core.origins[0],
            lifecycle=events.steps(id),
            conflicts=core.conflicts,
            claims=claims,
            origins_most=core.origins[1],
            status_certainty=core.last.claim.certainty if core.last else "certain",
            our_reading=bool(core.inferred),
            inferred=core.inferred,
            date_words=events.date_words(id),
            date_status=core.date_status,
            length=events.length(id),
            agenda=events.worded(id, "agenda"),
            reason=events.worded(id, "reason"),
            outcome=events.worded(id, "outcome"),
            said=events.worded(id, "said"),
            beside=frame.beside,
            follows=frame.follows,
            in_response_to=frame.in_response_to,
            parts=self._parts.get(id, ()),
        )

    @cached_property
    def _parts(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for event in self._index.facts.events.values():
            if event.part_of is not None:
                found.setdefault(event.part_of, []).append(event.id)
        return {whole: tuple(parts) for whole, parts in found.items()}

    def tenure(self, id: str, on: When | None) -> records.Tenure:
        """A tenure; ``held`` only with a day asked about."""
        index, tenures = self._index, self._tenures
        frame = index.facts.tenures[id]
        post = index.facts.posts[tenures.post(id)]
        body = index.facts.bodies[post.body]
        span, claims = tenures.span(id), self.claims(id)
        attested = span.told
        start, (end, end_inferred) = tenures.date(id, "start"), tenures.end(id)
        return records.Tenure(
            id=id,
            person=frame.person,
            person_name=index.name(frame.person),
            post=post.id,
            title=post.title,
            body=post.body,
            start=start.text if start else None,
            end=end.text if end else None,
            first_attested=_day(attested[0]) if attested else None,
            last_attested=_day(attested[1]) if attested else None,
            attested=tenures.attested(id),
            capacity=frame.capacity,
            held=tenures.held(id, on) if on else None,
            sources=tuple(dict.fromkeys(claim.source for claim in claims)),
            conflicts=tenures.conflicts(id),
            claims=claims,
            body_name=body.name,
            country=self._index.country_of(post.body),
            start_inferred=_inferred(index, id, "start"),
            end_inferred=end_inferred or _inferred(index, id, "end"),
            succeeds=tenures.predecessor(id),
            succeeded_by=tenures.successor(id),
            origins=self._origins.count(index.claims(id))[0],
        )

    def person(self, id: str, on: When | None, events: tuple[str, ...]) -> records.Person:
        """A person; with a day, only with the tenures that are ``yes`` or ``maybe`` then."""
        index = self._index
        frame = index.facts.people[id]
        tenures = [self.tenure(tenure, on) for tenure in index.tenures_of.get(id, [])]
        tenures.sort(key=_by_time)
        return records.Person(
            id=id,
            name=index.name(id),
            names=tuple(dict.fromkeys([index.name(id), *index.spellings(id)])),
            country=frame.country,
            tenures=tuple(tenures),
            claims=self.claims(id),
            summary=_summary(tenures),
            events=events,
            ours=index.ours(id),
        )

    def post(self, id: str, on: When | None) -> records.Post:
        """A post with its holders in order."""
        index = self._index
        frame = index.facts.posts[id]
        holders = [self.tenure(tenure, on) for tenure in self._tenures.in_post.get(id, [])]
        holders.sort(key=_by_time)
        return records.Post(
            id=id,
            title=frame.title,
            names=tuple(dict.fromkeys([frame.title, *frame.names, *index.spellings(id)])),
            body=frame.body,
            country=self._index.country_of(frame.body),
            holders=tuple(holders),
            body_name=index.name(frame.body),
            seats=frame.seats,
        )

    def body(self, id: str) -> records.Body:
        """An organisation."""
        index = self._index
        frame = index.facts.bodies[id]
        posts = tuple(post.id for post in index.facts.posts.values() if post.body == id)
        return records.Body(
            id=id,
            name=frame.name,
            names=tuple(dict.fromkeys([frame.name, *index.spellings(id)])),
            kind=frame.kind,
            in_=frame.in_,
            country=self._index.country_of(id),
            posts=posts,
        )

    def topic(self, id: str, events: tuple[str, ...]) -> records.Topic:
        """A topic."""
        frame = self._index.facts.topics[id]
        return records.Topic(id=id, name=frame.name, summary=frame.summary, events=events)

    def place(self, id: str, events: tuple[str, ...]) -> records.Place:
        """A place."""
        frame = self._index.facts.places[id]
        return records.Place(
            id=id,
            name=frame.name,
            names=tuple(dict.fromkeys([frame.name, *self._index.spellings(id)])),
            in_=frame.in_,
            events=events,
        )

    def source(self, id: str) -> records.Source:
        """A source with what it carries."""
        return source_record(self._index, self._anchored, id)


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _inferred(index: Index, id: str, field: str) -> str | None:
    """The reason of an inference, where nothing else says the field."""
    claims = [claim for claim in index.claims(id) if claim.supports and field in claim.says]
    if claims and all(claim.inferred for claim in claims):
        return claims[0].inferred
    return None


def _by_time(tenure: records.Tenure) -> tuple[tuple[int, int, int], str]:
    first = tenure.start or tenure.first_attested or next(iter(tenure.attested), tenure.end)
    return sort_key(parse_when(first) if first else None), tenure.id


def _summary(tenures: list[records.Tenure]) -> str:
    """The post to show beside a name: the latest that has not ended, else the last one held."""
    if not tenures:
        return ""
    still = [tenure for tenure in tenures if tenure.end is None]
    chosen = (still or tenures)[-1]
    return chosen.title if still else f"{chosen.title}, formerly"
