"""Texts about a record to take elsewhere: itself, its quotes, its sources. Plain text, cleaned.

A citation names the publisher, the title, the day and how it is known, the byline, the address.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.dossier import Dossier
from store.model.claims import ELISION
from store.model.clean import clean
from store.model.records import Claim, Source
from store.views.encounters import BETWEEN, encounters
from store.when import When
from tui.present import dates
from tui.present.cards import card
from tui.present.cited import cited
from tui.present.event import denial_line, status_line
from tui.present.exact import INNER, exact, one_line
from tui.present.excerpt import day_is_ours
from tui.present.line import Link, cut
from tui.present.words import STANCE, certainty_words, count, date_words, join, says_words

MEASURE = 76  # cells of a line of text that is copied
WORDED = {  # fields in our words
    "agenda": "the agenda",
    "reason": "the reason",
    "outcome": "the outcome",
    "said": "what was said",
}
TITLE = 60  # characters of a quote that stands for its claim's name


def title_of(dossier: Dossier, link: Link) -> str:
    """The name of a record; a claim's is the beginning of its quote, an encounter's are two."""
    claim = dossier.claim(link.id) if link.type == "claim" else None
    if claim is not None:
        return f"“{cut(one_line(claim.quote).translate(INNER), TITLE)}”"
    names = (dossier.name_of(id) for id in link.id.split(BETWEEN))
    return one_line(join(names))


def claims_of(dossier: Dossier, link: Link) -> tuple[Claim, ...]:
    """What a record rests on, in reading order: its claims, a person's and a post's tenures
    too; of a source everything it says."""
    match link.type:
        case "claim":
            claim = dossier.claim(link.id)
            return (claim,) if claim is not None else ()
        case "encounter":
            pair = encounters(dossier).between(*link.id.split(BETWEEN))
            events = pair.events if pair else ()
            ids = [claim.id for event in events for claim in dossier.index.claims(event)]
        case "source":
            ids = [claim.id for claim in dossier.facts.claims if claim.source == link.id]
        case "post":
            post = dossier.post(link.id)
            ids = [claim.id for tenure in post.holders for claim in tenure.claims] if post else []
        case "person":
            person = dossier.person(link.id)
            own = [*person.claims] if person else []
            for tenure in person.tenures if person else ():
                own += tenure.claims
            ids = [claim.id for claim in own]
        case _:
            ids = [claim.id for claim in dossier.index.claims(link.id)]
    found = (dossier.claim(id) for id in dict.fromkeys(ids))
    return tuple(claim for claim in found if claim is not None)


def sources_of(dossier: Dossier, link: Link) -> tuple[Source, ...]:
    """The sources of a record, in the order in which its claims name them."""
    ids = [link.id] if link.type == "source" else [c.source for c in claims_of(dossier, link)]
    found = (dossier.source(id) for id in dict.fromkeys(ids))
    return tuple(source for source in found if source is not None)


def text(dossier: Dossier, link: Link, on: When | None = None) -> str:
    """Everything the card says; of a claim its words with the voices behind them, what is read
    from them and why, and their source."""
    if link.type == "claim":
        return _passages(dossier, link)
    return clean(card(dossier, link, MEASURE, on).plain).strip("\n") + "\n"


def chain(claim: Claim) -> str:
    """Who says it, the source first: ``Korea Herald ← Chosun Ilbo ← diplomatic sources``."""
    return one_line(" ← ".join((claim.shown_source, *claim.cites)))


def length_note(dossier: Dossier, link: Link, *, kiosk: bool = False) -> str:
    """Whether what is copied has words left out; empty where no quote of it ever had. Who visits
    a ``kiosk`` can give no texts."""
    left_out = [claim for claim in claims_of(dossier, link) if ELISION in claim.quote]
    if not left_out:
        return ""
    if all(claim.words for claim in left_out):
        return " (every word, from your texts)"
    return " (shortened)" if kiosk else " (shortened: give --texts for the full words)"


def reading(dossier: Dossier, claim: Claim) -> str:
    """The stance of a claim, what it says and how surely: ``denies scheduled``, ``declines to
    confirm the reason: …``."""
    stance = f"{STANCE.get(claim.stance, claim.stance)} {says_words(dossier, claim)}".strip()
    said = ", ".join(filter(None, (stance, certainty_words(claim))))
    told = [
        f"{words}: {'; '.join(items)}"
        for field, words in WORDED.items()
        if (items := _items(claim.says.get(field)))
    ]
    if not told:
        return one_line(said)
    if said == STANCE["asserts"] and [*claim.says] == ["said"]:
        return one_line(told[0].replace(WORDED["said"], "says", 1))
    return one_line(f"{said}{' ' if said in STANCE.values() else '; '}{'; '.join(told)}")


def said_on(dossier: Dossier, claim: Claim) -> str:
    """The day on which it was said; whether only our reading gives that of the source."""
    ours = " (inferred)" if day_is_ours(dossier, claim) else ""
    return f"{dates.short(claim.said_on)}{ours}"


def _items(value: object) -> list[str]:
    items = value if isinstance(value, (list, tuple)) else [value]
    return [str(item) for item in items if item]


def quotation(dossier: Dossier, link: Link) -> str:
    """Words with the chain of voices behind them and what they are taken to say, passage by
    passage; then the citation of each source. Of a claim the words alone."""
    if link.type == "claim":
        return "".join(f"{exact(one)}\n" for one in claims_of(dossier, link))
    return _passages(dossier, link)


def _passages(dossier: Dossier, link: Link) -> str:
    lines: list[str] = []
    for group in passages(claims_of(dossier, link)):
        said = "; ".join(dict.fromkeys(reading(dossier, claim) for claim in group))
        lines += [exact(group[0]), f"{chain(group[0])}: {said}"]
        lines += [*(reasons(group) if link.type == "claim" else ()), ""]
    lines += [cited(source) for source in sources_of(dossier, link)] if lines else []
    return clean("\n".join(lines) + "\n") if lines else ""


def reasons(claims: Sequence[Claim]) -> list[str]:
    """Why we read the words so, or set them aside, a line each."""
    lines: list[str] = []
    for word, field in (("Our reading", "inferred"), ("Set aside", "disputed")):
        said = dict.fromkeys(getattr(claim, field) for claim in claims)
        lines += [one_line(f"{word}: {why}") for why in said if why]
    return lines


def passages(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims by the words and the voices on which they stand together."""
    groups: dict[tuple[str, str, tuple[str, ...]], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.source, claim.quote, claim.cites), []).append(claim)
    return list(groups.values())


def answer(dossier: Dossier, link: Link) -> str:
    """The line below a record's title that can be quoted aloud; empty where there is none."""
    event = dossier.event(link.id) if link.type == "event" else None
    if event is not None:
        said = ["".join(span.text for span in status_line(dossier, event))]
        said += ["".join(span.text for span in denial_line(dossier, event)).removeprefix("¬ ")]
        said += [date_words(event) + (", our reading" if "date" in event.inferred else "")]
        return one_line("; ".join(filter(None, said)))
    person = dossier.person(link.id) if link.type == "person" else None
    return one_line(person.summary or "") if person is not None else ""


def citation(dossier: Dossier, link: Link) -> str:
    """A source: its citation. A claim: that of its source. Any other record: its answer, then its
    evidence with footnotes."""
    sources = sources_of(dossier, link)
    if link.type in {"source", "claim"}:
        return "".join(cited(source) + "\n" for source in sources)
    numbers = {source.id: number for number, source in enumerate(sources, start=1)}
    lines = [title_of(dossier, link)]
    lines += [said] if (said := answer(dossier, link)) else []
    lines.append("")
    for first, *_ in passages(claims_of(dossier, link)):
        via = one_line(" ← ".join(first.cites))
        lines.append(f"{exact(first)} [{numbers[first.source]}]{f', citing {via}' * bool(via)}")
    if not numbers:
        return clean("\n".join(lines)).rstrip("\n") + "\n"
    lines += ["", *(f"[{numbers[source.id]}] {cited(source)}" for source in sources)]
    return clean("\n".join(lines)).rstrip("\n") + "\n"


def addresses(dossier: Dossier, link: Link) -> tuple[str, ...]:
    """The addresses of a record's sources."""
    urls = (source.url for source in sources_of(dossier, link))
    return tuple(dict.fromkeys(one_line(url) for url in urls if url))


def size(text: str) -> str:
    """How long a text is, in words: ``12 lines``, ``1 line``."""
    return count(len(text.rstrip("\n").split("\n")), "line")


def file_name(dossier: Dossier, link: Link | None, view: str) -> str:
    """A name, without its ending, for a file of a record or of a list; a claim's is that of what
    it is about."""
    claim = dossier.claim(link.id) if link is not None and link.type == "claim" else None
    about = claim.about if claim is not None else link.id if link is not None else ""
    name = about or f"{dossier.id}-{view}"
    kept = "".join(char if char.isascii() and char.isalnum() else "-" for char in name)
    return kept.strip("-") or view
