"""A dossier in which every free text is hostile, as a folder and as a compiled file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hostile import strings

from store.model.claims import claim_id
from store.model.clean import clean, clean_data
from store.opening import compile_folder
from store.reading.quotes import check_quote

HEAD = 'format = 1\nid = "hostile"\ntitle = {title}\nsummary = {title}\n'

PIECE = 300  # strings in one dossier
KINDS = {"e": "event", "p": "person", "o": "post", "b": "body", "k": "topic", "s": "source"}


def toml(text: str) -> str:
    """A TOML string of any text that TOML can hold (everything but lone surrogates)."""
    made = ['"']
    for char in text:
        if char in '"\\' or char < " " or "\x7f" <= char <= "\x9f":
            made.append(f"\\u{ord(char):04x}")
        else:
            made.append("\ufffd" if "\ud800" <= char <= "\udfff" else char)
    return "".join(made) + '"'


def quote_of(text: str) -> str:
    """The text as a quotation may stand: few words, a letter among them, no elision."""
    words = text.replace("…", "").replace("\u2026", "").split()[:12]
    return " ".join(["said", *words, "so"])


def write_hostile(root: Path, texts: Sequence[str]) -> Path:
    """Write the folder: for each text an event, a person, a post and so on that bear it."""
    files: dict[str, list[str]] = {
        name: [] for name in ("bodies", "people", "posts", "places", "tenures", "events", "topics")
    }
    (root / "sources").mkdir(parents=True)
    title = toml((texts[0] if texts else "") + " x")
    (root / "dossier.toml").write_text(HEAD.format(title=title), "utf-8")
    for at, text in enumerate(texts):
        said, other = toml(f"{text} x{at}"), (at + 1) % len(texts)
        files["bodies"].append(f'[b{at}]\nname = {said}\nkind = "newspaper"\ncountry = "JP"')
        files["people"].append(f'[p{at}]\nname = {said}\ncountry = "KR"')
        files["posts"].append(f'[o{at}]\ntitle = {said}\nbody = "b{at}"\nnames = [{said}]')
        files["places"].append(f"[l{at}]\nname = {said}")
        files["tenures"].append(f'[t{at}]\nperson = "p{at}"\npost = "o{at}"')
        files["topics"].append(f"[k{at}]\nname = {said}\nsummary = {said}")
        files["events"].append(
            f'[e{at}]\nkind = "meeting"\ntitle = {said}\ntopics = ["k{at}"]\n'
            f'prefer = {{ field = "place", value = "l{at}", why = {said} }}'
        )
        url = toml("https://x.example/" + "".join(text.split())[:200])
        shared = f'via = ["b{at}", {toml(f"a voice {text}")}]\nwhen = {said}\ninferred = {said}'
        basis, month = toml(f"inferred: x {text}"), f"2019-{at % 12 + 1:02}"
        (root / "sources" / f"s{at}.toml").write_text(
            f'title = {said}\npublisher = "b{at}"\npublisher_basis = {basis}\n'
            f'published = "{month}-15"\npublished_basis = {basis}\n'
            f"byline = {said}\ndateline = {said}\nurl = {url}\n\n"
            f"[[passage]]\nquote = {toml(quote_of(text))}\n{shared}\n"
            f'e{at} = {{ status = "occurred", date = "{month}-10", place = "l{at}", '
            f'people = [{toml(f"p{at}: {text}")}, "p{other}"], agenda = {said}, reason = {said}, '
            f"outcome = {said}, said = {said}, name = {said} }}\n"
            f"p{at} = {{ name = {said} }}\no{at} = {{ name = {said} }}\nt{at} = \"held\"\n\n"
            f"[[passage]]\nquote = {toml(quote_of(text) + ' again')}\ndisputed = {said}\n{shared}\n"
            f'e{at} = {{ status = "cancelled", place = "l{other}" }}\n',
            "utf-8",
        )  # fmt: skip
    for name, records in files.items():
        (root / f"{name}.toml").write_text("\n".join(records) + "\n", "utf-8")
    return root


def compile_hostile(root: Path, file: Path, texts: Sequence[str]) -> Path:
    """Write what ``write_hostile`` writes as a compiled file that nobody cleaned."""
    marks = [f"HOSTILE{at:06}E" for at in range(len(texts))]
    compile_folder(write_hostile(root, marks), file)
    by_mark = dict(zip(marks, texts, strict=True))
    content = json.loads(file.read_text("utf-8"))
    hostile = _replaced(content, by_mark)
    for claim in hostile["claims"].values():
        # a stranger gives the ids that his claims must have
        claim["quote"] = quote_of(claim["quote"].removeprefix("said").removesuffix("so"))
        says = {
            field: [" ".join(item.split()) for item in value]
            if isinstance(value, list)
            else " ".join(value.split())
            for field, value in clean_data(claim["says"], []).items()  # type: ignore[attr-defined]
        }
        quote = check_quote(clean(claim["quote"]))
        claim["id"] = claim_id(claim["about"], claim["source"], quote, says)
    for source in hostile["sources"].values():
        source["url"] = "".join(clean(source["url"]).split()) + "\x1b\u202e\x9b"
    file.write_text(json.dumps(hostile, ensure_ascii=False), "utf-8")
    return file


def _replaced(value: Any, by_mark: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(item, by_mark) for key, item in value.items()}
    if isinstance(value, list):
        return [_replaced(item, by_mark) for item in value]
    if isinstance(value, str) and (at := value.find("HOSTILE")) >= 0:
        mark = value[at : at + 14]
        return value.replace(mark, by_mark[mark])
    return value


def pieces(count: int, part: int = 0, parts: int = 1) -> Iterator[list[str]]:
    """The strings, as many at a time as one dossier holds; those of one part of several."""
    every = list(strings(count))
    for start in range(part * PIECE, count, parts * PIECE):
        yield every[start : start + PIECE]


def dossier_of(root: Path, at: int, texts: list[str]) -> Path:
    """A dossier of these texts: one a folder, the next a compiled file, and so on."""
    if at % 2:
        return write_hostile(root / f"folder{at}", texts)
    return compile_hostile(root / f"written{at}", root / f"compiled{at}.json", texts)
