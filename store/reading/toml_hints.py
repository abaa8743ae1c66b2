"""What would be right at a place where a file is no TOML, as far as its line shows it: what is not
sure is not guessed."""

from __future__ import annotations

import re
from collections.abc import Callable

# Possessive: no line, however long and broken, is read twice.
_NEXT_KEY = re.compile(r"""("[^"\n]*+"|'[^'\n]*+'|[A-Za-z0-9_-]++)[ \t]*+=(?!=)""")
_SPACED_KEY = re.compile(r"[ \t]*+[\w-]++(?:[ \t]++[\w-]++)++[ \t]*+=")
HEADER = re.compile(r"""\[\[?+[ \t]*+[A-Za-z0-9_-]++[ \t]*+\]""")
_WORD = re.compile(r"[\w-]++")
_DATE = re.compile(r"[./]*+[0-9]{4}[-0-9X~?%./]*+")
_STOPS = " \t\n=,[{"
_CURLY = "“”„‟‘’‚«»「」『』＂"
MOST = 40  # characters of a line that are shown, and of a date
ONE_LINE = "a table in { } stands on one line, and ends with }"


def _line_from(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)].split("#", maxsplit=1)[0].strip()


def _date(text: str, at: int) -> str:
    """The hint at a date without quotation marks, where one stands here."""
    start = at
    while start > 0 and at - start < MOST and text[start - 1] not in _STOPS:
        start -= 1
    token = _DATE.match(text, start)
    if token is None or token.end() < at:
        return ""
    if text[max(0, start - 1) : start] == "[":  # of a list, or of a date in brackets
        return 'a date stands in quotation marks, e.g. "2019-11-20"'
    return f'a date stands in quotation marks: "{token[0][:MOST]}"'


def _after_value(text: str, at: int) -> str:
    """A value is complete before ``at``, and what stands there cannot follow."""
    if hint := _date(text, at):
        return hint
    rest, quote = _line_from(text, at), text[:at].rstrip(" \t")[-1:]
    word = _WORD.match(rest)
    if quote in ("'", '"') and quote and (word or rest[:1] in ('"', "'", "“")):
        shown = word[0][:MOST] if word else rest[:1]
        inside = 'one inside it is to be \\"' if quote == '"' else 'it is to stand in "…"'
        return f"a text ends before {shown}: a quotation mark is missing, or {inside}"
    return ""


def _in_table(text: str, at: int) -> str:
    rest = _line_from(text, at)
    if key := _NEXT_KEY.match(rest):
        return f"a comma is missing before {key[1][:MOST]}?"
    if not rest:
        return ONE_LINE
    return "a comma stands between two fields" if rest[0] == ";" else _after_value(text, at)


def _in_list(text: str, at: int) -> str:
    rest = _line_from(text, at)
    key, header = _NEXT_KEY.match(rest), HEADER.match(rest)
    if key or header or rest[:1] == "}":
        shown = key[1] if key else header[0] if header else "}"
        return f"a ] is missing before {shown[:MOST]}"
    if rest[:1] in ('"', "'", "{") and text[at - 1 : at] in (" ", "\t", "\n"):
        return "a comma or a ] is missing before it" if rest[0] == "{" else (
            f"a comma is missing before {rest[:MOST].partition(' ')[0].rstrip(',]')}?"
        )  # fmt: skip
    return "a comma stands between two values" if rest[:1] == ";" else _after_value(text, at)


def _after_statement(text: str, at: int) -> str:
    rest, before = _line_from(text, at), text[text.rfind("\n", 0, at) + 1 : at].strip()
    if rest == ",":
        return "no comma stands at the end of a line"
    if rest.startswith("//"):
        return "a comment begins with #"
    if rest.startswith("]") and before.startswith("["):
        return f"write [{before}]" if before == "[passage]" else "a ] too many"
    if key := _NEXT_KEY.match(rest):
        return f"{key[1][:MOST]} begins on a line of its own"
    return _after_value(text, at)


def _after_key(text: str, at: int) -> str:
    rest, line = _line_from(text, at), text.rfind("\n", 0, at) + 1
    if rest[:1] == ":":
        return "write = in place of :"
    if (spaced := _SPACED_KEY.match(text, line)) and spaced.end() > at:
        return "a key has no space in it"
    key = re.split(r"[\s{,]", text[max(0, at - MOST) : at].rstrip())[-1]
    if not rest or rest[0] in "\"'[{}," or rest[0].isdigit():
        return f"= and a value are missing after {key}" if not rest or rest[0] in "}," else (
            f"= is missing after {key}"
        )  # fmt: skip
    return ""


def _value(text: str, at: int) -> str:
    rest = _line_from(text, at)
    if not rest:
        return "a value is missing after ="
    if rest[0] in _CURLY:
        return 'quotation marks are straight here: "'
    if rest[0] in "=:,]}":
        return "one = is enough" if rest[0] == "=" else f"a value is missing before {rest[0]}"
    word = re.match(r"[\w-]++(?=[\s,\]}]|$)", rest)
    if hint := _date(text, at):
        return hint
    if rest[0].isalpha():
        return "a text stands in quotation marks" + (f': "{word[0][:MOST]}"' if word else "")
    return ""


def _key(text: str, at: int) -> str:
    before, here = text[:at].rstrip(" \t")[-1:], text[at]
    if here in "}\n" and before in ("{", ","):
        return "no comma stands before }" if here == "}" else ONE_LINE
    if here in _CURLY:
        return 'quotation marks are straight here: "'
    if text.startswith("//", at):
        return "a comment begins with #"
    if here == "\ufeff":
        return "a sign without width stands there: save it as UTF-8 without BOM"
    if here == "=":
        return "a key is missing before ="
    return "a key is written in a–z, 0–9, - and _" if here.isalpha() else ""


def _header(text: str, at: int) -> str:
    rest, line = _line_from(text, at), text.rfind("\n", 0, at) + 1
    if text.startswith("[[passage]", line):
        return "write [[passage]]"
    return "an id has no space in it" if rest[:1].isalnum() else "a ] is missing"


def _backslash(text: str, at: int) -> str:
    return "a backslash in a text is written \\\\"


def _broken_text(text: str, at: int) -> str:
    return 'its last quotation mark is missing, or it is to stand in """'


def _again(text: str, at: int) -> str:
    return "a key stands once in a record"


# how the reader of TOML begins → the same in plain words (empty: as it says), and what they mean
RULES: tuple[tuple[str, str, Callable[[str, int], str]], ...] = (
    ("unclosed inline table", "a table in { } is not closed", _in_table),
    ("unclosed array", "a list in [ ] is not closed", _in_list),
    ("invalid date", "", _date),
    ("expected newline", "the line goes on after its end", _after_statement),
    ("expected '=", "no = after a key", _after_key),
    ("expected ']", "a table’s name is not closed", _header),
    ("illegal character '\\n'", "a text is not closed", _broken_text),
    ("found invalid character '\\n'", "a text is not closed", _broken_text),
    ("invalid value", "", _value),
    ("invalid initial", "no key begins so", _key),
    ("invalid statement", "no key begins so", _key),
    ("unescaped", "", _backslash),
    ("unterminated string", "a text is not closed", _broken_text),
    ('expected "', "a text is not closed", _broken_text),
    ("cannot mutate", "the same key twice", _again),
    ("cannot redefine", "the same key twice", _again),
)
