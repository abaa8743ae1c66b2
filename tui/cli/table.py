"""The one table of commands and options: what ``main`` dispatches on, argparse is built from
and ``help`` prints. Plain classes and data: ``--version`` must not wait for typing or argparse."""

from __future__ import annotations


class Option:
    """``value`` is what the option takes, as help shows it; empty for a switch. ``many`` may be
    given more than once."""

    def __init__(self, value: str, help: str, *, many: bool = False) -> None:
        self.value, self.help, self.many = value, help, many


class Command:
    """``arguments`` are shown in help: ``[X]`` may be left out, ``X…`` takes several words."""

    def __init__(
        self,
        module: str,
        summary: str,
        arguments: tuple[str, ...] = (),
        options: tuple[str, ...] = (),
    ) -> None:
        self.module, self.summary = module, summary
        self.arguments, self.options = arguments, options


class Call:
    """What was typed: the command's name (None: the explorer), its options with their values,
    and its other words."""

    def __init__(self, name: str | None, flags: tuple[str, ...], words: tuple[str, ...]) -> None:
        self.name, self.flags, self.words = name, flags, words


OPTIONS: dict[str, Option] = {
    "--from": Option("D", "events that may have taken place on this day or later"),
    "--until": Option("D", "events that may have taken place on this day or earlier"),
    "--on": Option("D", "what took place, was in force or was held on this day"),
    "--who": Option(
        "P",
        "events with this person, by id or words of a name; all must have taken part",
        many=True,
    ),
    "--status": Option("S", "events of this status", many=True),
    "--kind": Option("K", "events of this kind", many=True),
    "--topic": Option("T", "events of this topic, by its id", many=True),
    "--all": Option("", "with --on, also holders who are not attested near that day"),
    "--known-by": Option("D", "only what sources published by this day tell"),
    "--json": Option("", "print JSON instead of text"),
    "--write": Option("", "write the positions found in the texts to anchors.lock.toml"),
    "--dossier": Option("PATH", "a dossier folder or compiled file (else $LEGATION_DOSSIER)"),
    "--texts": Option("DIR", "the articles' texts, as *.txt files (else $LEGATION_TEXTS)"),
    "--theme": Option("T", "auto, light, dark or terminal (else $LEGATION_THEME, else the config)"),
    "--kiosk": Option("", "for a public login: nothing is written, started or remembered"),
    "--ascii": Option("", "draw with ASCII signs alone"),
    "--color": Option("", "colour, even into a pipe"),
    "--no-color": Option("", "no colour (NO_COLOR does the same)"),
}

_COLOR = ("--color", "--no-color")
_READ = ("--known-by", "--json", "--dossier", "--texts", *_COLOR)

EXPLORER = Command(
    "tui.cli.explorer",
    "open the explorer on a dossier; the bundled one when none is named",
    ("[DOSSIER]",),
    ("--dossier", "--texts", "--theme", "--ascii", "--kiosk", *_COLOR),
)

COMMANDS: dict[str, Command] = {
    "events": Command(
        "tui.cli.events",
        "what happened, was planned or was denied, in order of time",
        (),
        ("--from", "--until", "--on", "--who", "--status", "--kind", "--topic", *_READ),
    ),
    "people": Command(
        "tui.cli.people", "officials and their posts", ("[QUERY…]",), ("--on", "--all", *_READ)
    ),
    "posts": Command(
        "tui.cli.posts", "posts and who held them", ("[QUERY…]",), ("--on", "--all", *_READ)
    ),
    "sources": Command("tui.cli.sources", "the articles and documents", (), _READ),
    "conflicts": Command("tui.cli.conflicts", "where sources contradict each other", (), _READ),
    "encounters": Command("tui.cli.encounters", "who met whom, or was to meet", (), _READ),
    "search": Command(
        "tui.cli.search", "find words in everything the dossier holds", ("QUERY…",), _READ
    ),
    "show": Command("tui.cli.show", "everything about one id, with its evidence", ("ID",), _READ),
    "check": Command(
        "tui.cli.check",
        "list the problems of a dossier; with its texts, verify every quotation",
        ("[DOSSIER]",),
        ("--write", "--json", "--dossier", "--texts", *_COLOR),
    ),
    "compile": Command(
        "tui.cli.compile", "compile a dossier folder into one file", ("FOLDER", "FILE"), ()
    ),
    "keys": Command("tui.cli.keys", "the explorer's keys", (), ("--json", *_COLOR)),
    "paths": Command("tui.cli.paths", "where legation keeps its files", (), ("--json", *_COLOR)),
    "help": Command("tui.cli.help", "this, or the options of one command", ("[COMMAND]",), ()),
}


def call(args: list[str]) -> Call:
    """Sort out ``args``: the first word that is no option is the command if it names one.

    Options may stand before or after the command; after ``--`` everything is a word.
    """
    flags: list[str] = []
    words: list[str] = []
    rest = iter(args)
    for arg in rest:
        if arg == "--":
            words += rest
        elif arg.startswith("-") and arg != "-":
            flags.append(arg)
            if arg in OPTIONS and OPTIONS[arg].value:
                flags += (value for value in (next(rest, None),) if value is not None)
        else:
            words.append(arg)
    if words and words[0] in COMMANDS:
        return Call(words[0], tuple(flags), tuple(words[1:]))
    return Call(None, tuple(flags), tuple(words))
