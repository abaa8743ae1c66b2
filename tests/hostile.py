"""Hostile text: what a stranger could write into a dossier, and a judge of what comes out.

The judge knows nothing of the tables of the program: it asks the Unicode database.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator

from hypothesis import strategies as st

MOST_MARKS = 8  # on one base
LONG = 1_000  # characters, from which on lines are judged one by one
_PLAIN = re.compile("[ -~\n]*")
# the few format characters that are seen: signs before a number, a cantillation mark
_SEEN = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}

ESC, CSI, OSC, ST, BEL = "\x1b", "\x9b", "\x9d", "\x9c", "\x07"
SEQUENCES = (
    f"{ESC}[2J{ESC}[H", f"{ESC}[?1049l", f"{ESC}[6n", f"{ESC}[31;5m", f"{ESC}c", f"{ESC}[?1003h",
    f"{ESC}[21t", f"{ESC}[9999;9999H", f"{ESC}[3;1000r", f"{ESC}(0", f"{ESC}#8", f"{ESC}[4i",
    f"{ESC}]52;c;ZXZpbA=={BEL}", f"{ESC}]52;c;?{ESC}\\", f"{ESC}]0;root@host{BEL}",
    f"{ESC}]2;title{ESC}\\", f"{ESC}]8;;http://evil.example{ESC}\\press{ESC}]8;;{ESC}\\",
    f"{ESC}]1337;File=inline=1:AAAA{BEL}", f"{ESC}]50;x{BEL}", f"{ESC}]4;1;?{BEL}",
    f"{ESC}Pq#0;2;0;0;0~{ESC}\\", f"{ESC}P$qm{ESC}\\", f"{ESC}P+q544e{ESC}\\",
    f"{ESC}_Gf=24;AAAA{ESC}\\", f"{ESC}^private{ESC}\\", f"{ESC}Xstring{ESC}\\", f"{ESC}k t{ESC}\\",
    f"{CSI}2J", f"{OSC}52;c;ZXZpbA=={ST}", f"\x90q~{ST}", f"\x9fG{ST}", "\x85", "\x8d", "\x9a",
    f"{ESC}Ptmux;{ESC}{ESC}]52;c;ZXZpbA=={BEL}{ESC}\\", f"{ESC}]52;c;", f"{ESC}[", ESC,
    f"{ESC}P",
)  # fmt: skip
MARKUP = (
    "[@click=app.quit]x[/]", "[@click='app.screenshot']x[/]", "[b]x[/b]", "[/b]", "[/", "[", "[[",
    "[link=http://evil.example]x[/link]", "[red on blue]", "\\[b]", "[$text-muted]x", "[KST]",
    "[@click=app.bell()]", "[on click=app.quit]", ":smile:", "{0}", "{self}", "%s%n", "$HOME",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
    "![x](http://evil.example/x.png)", "<http://evil.example>", "http://evil.example/x",
    "www.evil.example", "[^1]: x", "| a | b |", "# h", "> q", "1. x", "- x", "* x", "+ x", "```",
    "~~~", "---", "===", "&lt;b&gt;", "&#27;[2J", "$$x$$", "\\x1b[2J", "\\u001b[2J",
)  # fmt: skip
FORMULAS = (
    "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/c calc'!A1", "x;=1+1", 'x";=1+1;"', "\t=1", " =1",
    "\u00a0=1", "\u3000=1", "＝1", "＋1", "－1", "＠x", "'=1", '"=1', "=HYPERLINK(A1)", "x,=1",
    "x\t=1",
)  # fmt: skip
MARKS = "\u0300\u0308\u0334\u0489\u05b0\u064b\u0e49\u20dd\u20e3\ufe0f\u1ab0\u093c\u3099\u1161"
SCRIPTS = "한국 日本 كتاب می‌خواهم हिन्दी ภาษา Ωmega ſ ﷺ 👩‍👩‍👧 🇰🇷 e\u0301 ﬁ"
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\u2061\u2064\ufeff\u180e\u206a\u206f\ufff9\ufffa\ufffb"
HIDDEN += "\U0001d173\U0001bca0\U000e0001\U000e0041\U000e007f\U000e0100\U00013430\u2028\u2029"
NONCHARACTERS = "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0010fffe\U0010ffff"
CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
LONE = "\ud800\udbff\udc00\udfff\udc80\udcff"


def steering(text: str, *, lines: bool = True) -> list[str]:
    """Every character that may not come out, by its code point; a flood of marks too. ``lines``:
    whether a line feed may."""
    found = []
    marks = 0
    if _PLAIN.fullmatch(text):  # what needs no table: most of what a command says
        return [] if lines else ["U+000A"] * text.count("\n")
    if lines and len(text) > LONG and "\n" in text:
        return [each for line in text.split("\n") for each in steering(line)]
    for char in text:
        code, kind = ord(char), unicodedata.category(char)
        if char == "\n" and lines:
            marks = 0
            continue
        none = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
        hidden = kind in {"Cc", "Cs", "Zl", "Zp"} or (kind == "Cf" and code not in _SEEN)
        if none or hidden or 0xE0000 <= code <= 0xE0FFF:
            found.append(f"U+{code:04X}")
        marks = marks + 1 if kind in {"Mn", "Me"} else 0
        if marks == MOST_MARKS + 1:
            found.append(f"more than {MOST_MARKS} marks")
    return found


def _one(rng: random.Random, *, lone: bool) -> str:
    def flood() -> str:
        return "a" + "".join(rng.choices(MARKS, k=rng.choice((9, 30, 400))))

    makers: list[Callable[[], str]] = [
        lambda: rng.choice(SEQUENCES),
        lambda: rng.choice(SEQUENCES),
        lambda: rng.choice(MARKUP),
        lambda: rng.choice(FORMULAS),
        lambda: rng.choice(CONTROLS),
        lambda: rng.choice(BIDI) + "evil" + rng.choice(BIDI),
        lambda: rng.choice(HIDDEN) * rng.choice((1, 1, 50)),
        lambda: rng.choice(NONCHARACTERS),
        lambda: rng.choice(SCRIPTS.split()),
        flood,
        lambda: rng.choice(("x", "한", "/", "[", "\u200d")) * rng.choice((80, 300, 1_000)),
        lambda: chr(rng.choice((rng.randrange(0xD800), rng.randrange(0xE000, 0x110000)))),
    ]
    if lone:
        makers.append(lambda: rng.choice(LONE))
    words = [rng.choice(makers)() for _ in range(rng.choice((1, 1, 2, 3, 6)))]
    return rng.choice(("", " ", "a", "\n")).join(words)


def strings(count: int, *, seed: int = 4, lone: bool = False) -> Iterator[str]:
    """The same hostile texts every time; ``lone``: some hold lone surrogates, which no file in
    UTF-8 can."""
    rng = random.Random(seed)
    singles = [*SEQUENCES, *MARKUP, *FORMULAS, *CONTROLS, *BIDI, *HIDDEN, *NONCHARACTERS]
    for at in range(count):
        yield singles[at] if at < len(singles) else _one(rng, lone=lone)


def texts() -> st.SearchStrategy[str]:
    """Hostile texts that hypothesis can make smaller."""
    part = st.one_of(
        st.sampled_from([*SEQUENCES, *MARKUP, *FORMULAS]),
        st.sampled_from([*CONTROLS, *BIDI, *HIDDEN, *NONCHARACTERS, *LONE]),
        st.text(max_size=8),
        st.text(MARKS, min_size=9, max_size=40),
    )
    return st.lists(part, max_size=8).map("".join)
