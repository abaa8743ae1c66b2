"""The configuration: what is wrong is told with its line, and the rest counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app import ExplorerApp
from tui.config import LARGEST, Config, read_config
from tui.explorer.bindings import born_keys
from tui.explorer.commands import commands
from tui.explorer.screen import Explorer
from tui.keymap import QUITS, SPLIT
from tui.keynames import KeyNameError, named, shown

BORN = born_keys(commands(Explorer.BINDINGS, ExplorerApp.BINDINGS))


def read(tmp_path: Path, text: str) -> tuple[Config, list[str]]:
    """The configuration and its problems, without the folder that the file lies in."""
    file = tmp_path / "config.toml"
    file.write_text(text, "utf-8")
    config = read_config(file, BORN)
    return config, [str(problem).removeprefix(f"{tmp_path}/") for problem in config.problems]


def test_everything_can_be_set(tmp_path: Path) -> None:
    config, problems = read(
        tmp_path,
        """
        theme = "terminal"
        dates = "2019-09-20"
        ascii = true
        [keys]
        down = ["S", "down"]
        search = "^f"
        """,
    )
    assert problems == []
    assert config == Config("terminal", "iso", True, {"down": ("S", "down"), "search": ("ctrl+f",)})


def test_no_file_is_no_problem_unless_it_was_named(tmp_path: Path) -> None:
    file = tmp_path / "none.toml"
    assert read_config(file, BORN) == Config()
    (problem,) = read_config(file, BORN, named=True).problems
    assert str(problem) == f"{file}: cannot be read: No such file or directory"
    (problem,) = read_config(tmp_path, BORN).problems
    assert "Is a directory" in problem.message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('theme = "drak"', 'config.toml:1: theme: “drak” is none (one of "auto", "light", "dark",'),
        ("theme = 3", "config.toml:1: theme: is no text"),
        ('\ndates = "20/9/2019"', "config.toml:2: dates: “20/9/2019” is none"),
        ('ascii = "yes"', 'config.toml:1: ascii: is neither yes nor no (true, false or "auto")'),
        ('them = "dark"', "config.toml:1: them: there is no such option (did you mean theme?"),
        ("[colours]\nred = 1", "config.toml:1: colours: there is no such option"),
        ("theme = ", "config.toml:1: invalid value (this is not valid TOML)"),
        ('a = 1\n"', "config.toml:2:"),
        ("keys = 3", "config.toml:1: keys: is no table"),
        ('[keys]\nserch = "x"', "keys.serch: there is no such command (did you mean search?"),
        ("[keys]\nsearch = 3", "config.toml:2: keys.search: is neither a key nor a list of keys"),
        ("[keys]\nsearch = []", "config.toml:2: keys.search: is left without a key"),
        ('[keys]\nsearch = ""', "an empty text is no key"),
        ('[keys]\nsearch = "ctrl+h"', "“ctrl+h”: a terminal sends backspace for it"),
        ('[keys]\nsearch = "^i"', "“^i”: a terminal sends tab for it"),
        ('[keys]\nsearch = "ctrl+m"', "a terminal sends enter for it"),
        ('[keys]\nsearch = "ctrl+j"', "a terminal sends enter for it"),
        ('[keys]\nsearch = "ctrl+["', "a terminal sends esc for it"),
        ('[keys]\nsearch = "shift+a"', "write A for it"),
        ('[keys]\nsearch = "meta+x"', "there is no such key"),
        (
            '[keys]\nsearch = "n"',
            "“n” is already the key of “next-hit” (give “next-hit” another key",
        ),
        ('[keys]\nclose = "esc"', "must not quit"),
        ('[keys]\nquit = ["Q", "["]', "must not quit"),
    ],
)
def test_what_is_wrong_is_told_and_changes_nothing(tmp_path: Path, text: str, told: str) -> None:
    config, problems = read(tmp_path, text)
    assert len(problems) == 1
    assert told in problems[0]
    assert config == Config(problems=config.problems)


def test_bytes_that_are_no_text_and_a_huge_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"theme = 'dark'\n# \xff")
    assert [problem.line for problem in read_config(file, BORN).problems] == [2]
    file.write_bytes(b"#" * (LARGEST + 1))
    assert "larger" in read_config(file, BORN).problems[0].message


def test_the_rest_counts(tmp_path: Path) -> None:
    config, problems = read(
        tmp_path, 'theme = "light"\ndates = "?"\n[keys]\nzoom = "Z"\nmark = "n"\n'
    )
    assert [problem.partition(": ")[0] for problem in problems] == [
        "config.toml:2",
        "config.toml:5",
    ]
    assert (config.theme, config.keys) == ("light", {"zoom": ("Z",)})


def test_two_commands_may_change_keys(tmp_path: Path) -> None:
    config, problems = read(tmp_path, '[keys]\nnext-hit = "z"\nzoom = "n"\n')
    assert problems == []
    assert config.keys == {"next-hit": ("z",), "zoom": ("n",)}


def test_what_loses_its_new_key_has_its_own_again(tmp_path: Path) -> None:
    """``zoom`` cannot have ``n``, so it keeps ``z``, which ``mark`` then cannot have."""
    config, problems = read(tmp_path, '[keys]\nmark = "z"\nzoom = "n"\n')
    assert config.keys == {}
    assert [problem.partition(" (")[0] for problem in problems] == [
        "config.toml:2: keys.mark: “z” is already the key of “zoom”",
        "config.toml:3: keys.zoom: “n” is already the key of “next-hit”",
    ]


KEYS = st.one_of(
    st.sampled_from(
        ["ctrl+h", "^d", "/", "?", "[", "esc", "pgdn", "F1", "Q", "ctrl+q", "q", "", "→"]
    ),
    st.characters(),
    st.text(max_size=6),
)


@given(st.dictionaries(st.sampled_from([*BORN, "nothing"]), st.lists(KEYS, max_size=3)))
def test_every_command_keeps_a_key_of_its_own(
    tmp_path_factory: pytest.TempPathFactory, asked: dict[str, list[str]]
) -> None:
    from_toml = "\n".join(
        f"{id} = [{', '.join(_quoted(key) for key in keys)}]" for id, keys in asked.items()
    )
    file = tmp_path_factory.getbasetemp() / "keys.toml"
    file.write_text("[keys]\n" + from_toml, "utf-8")
    config = read_config(file, BORN)
    have = {id: config.keys.get(id, keys) for id, keys in BORN.items()}
    assert all(have.values())
    every = [key for id, keys in have.items() for key in keys]
    assert len(every) == len(set(every))
    assert not {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket"} & set(every)
    for id in QUITS:
        assert not set(config.keys.get(id, ())) & set(SPLIT)
    told = {(problem.field or "").removeprefix("keys.") for problem in config.problems}
    assert told | set(config.keys) == set(asked)


def _quoted(text: str) -> str:
    return '"' + "".join(f"\\U{ord(char):08X}" for char in text) + '"'


def test_keys_are_named_as_they_are_shown() -> None:
    for keys in BORN.values():
        for key in keys:
            assert named(shown(key)) == key
            assert named(key) == key


@pytest.mark.parametrize(
    ("written", "key"),
    [("PgDn", "pagedown"), ("^D", "ctrl+d"), ("Ctrl+D", "ctrl+d"), ("}", "right_curly_bracket"),
     (" ", "space"), (",", "comma"), ("f5", "f5"), ("é", "é"), ("←", "left"), ("-", "minus")],
)  # fmt: skip
def test_written_keys(written: str, key: str) -> None:
    assert named(written) == key


def test_a_control_character_is_no_key() -> None:
    with pytest.raises(KeyNameError, match="control character"):
        named("\x1b")
