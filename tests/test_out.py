"""Copying, saving, the reader's own programs: what is done, and what is said when it cannot be."""

from __future__ import annotations

import os
import stat
import webbrowser
from pathlib import Path

import pytest

from tui.out import address, clipboard, programs
from tui.out.saving import SaveError, Taken, save, target

# -- copying


def test_a_copy_is_sent_once_and_kept_in_a_private_file(tmp_path: Path) -> None:
    sent: list[str] = []
    file = tmp_path / "state" / "copied.txt"
    said = clipboard.copy("“Worte” 말\n", "text", sent.append, file, {})
    assert sent == ["“Worte” 말\n"]
    assert file.read_text("utf-8") == "“Worte” 말\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert said == f"text copied, if the terminal allows; also {file}"


def test_a_copy_is_cleaned(tmp_path: Path) -> None:
    sent: list[str] = []
    clipboard.copy("a\x1b[31mb\x07", "text", sent.append, tmp_path / "copied.txt")
    assert sent == ["a␛[31mb␇"]


def test_what_terminals_refuse_is_not_sent_and_that_is_said(tmp_path: Path) -> None:
    sent: list[str] = []
    file = tmp_path / "copied.txt"
    long = "x" * 80 + "\n"
    said = clipboard.copy(long * 1000, "text", sent.append, file)
    assert not sent
    assert said == f"text is too long to copy; kept in {file}"
    assert file.read_text() == long * 1000


def test_a_copy_that_cannot_be_kept_is_sent_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in the way")
    sent: list[str] = []
    said = clipboard.copy("words", "quote", sent.append, tmp_path / "state" / "copied.txt")
    assert len(sent) == 1
    assert "not kept in" in said
    assert "\n" not in said


def test_the_hint_tells_what_the_terminal_needs() -> None:
    assert "set-clipboard is on" in clipboard.hint({"TMUX": "/tmp/x,1,0"})
    assert "if the terminal allows" in clipboard.hint({})


# -- saving


def test_a_file_is_written_whole_and_never_over_another(tmp_path: Path) -> None:
    path = target("out.md", tmp_path)
    save(path, b"one")
    with pytest.raises(Taken):
        save(path, b"two")
    assert path.read_bytes() == b"one"
    save(path, b"two", over=True)
    assert path.read_bytes() == b"two"
    assert [file.name for file in tmp_path.iterdir()] == ["out.md"]


def test_a_link_still_leads_to_the_file_that_was_replaced(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("file")
    with pytest.raises(Taken):
        save(tmp_path / "link", b"new")
    save(tmp_path / "link", b"new", over=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_link_that_leads_nowhere_counts_as_there(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nothing")
    with pytest.raises(Taken):
        save(tmp_path / "link", b"new")


def test_home_is_expanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert target("~/out.csv") == tmp_path / "out.csv"
    assert clipboard.home_short(tmp_path / "a" / "b") == "~/a/b"
    assert clipboard.home_short(Path(str(tmp_path) + "-other/b")) == f"{tmp_path}-other/b"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("  ", "type a file’s name"),
        ("no/such/out.md", "there is no such folder"),
        (".", "is a folder"),
        ("out/", "is a folder"),
        ("a\0b", "no file can have this name"),
        ("~nobody-of-that-name/x", "there is no such user"),
        ("/dev/null", "is no ordinary file"),
        ("x" * 300, "cannot be written: File name too long"),
    ],
)
def test_a_path_that_cannot_be_is_told_in_one_line(tmp_path: Path, typed: str, said: str) -> None:
    with pytest.raises(SaveError) as raised:
        path = target(typed, tmp_path)
        save(path, b"x")
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)
    assert "\0" not in str(raised.value)
    assert not list(tmp_path.iterdir())


# -- pager and editor


def script(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def test_the_pager_gets_the_text_and_runs_nothing_for_it(tmp_path: Path) -> None:
    made = script(tmp_path / "page", f'cat > {tmp_path}/got; echo "$LESSSECURE" > {tmp_path}/env')
    environ = {"PATH": os.environ["PATH"], "PAGER": f"'{made}' -R"}
    programs.show(programs.pager(environ), "“words”\n", environ)
    assert (tmp_path / "got").read_text("utf-8") == "“words”\n"
    assert (tmp_path / "env").read_text() == "1\n"


def test_a_pager_that_does_not_read_to_the_end_is_no_error(tmp_path: Path) -> None:
    made = script(tmp_path / "page", "exit 0")
    environ = {"PATH": os.environ["PATH"]}
    programs.show([str(made)], "line\n" * 100_000, environ)


def test_the_editor_opens_the_file_at_the_line(tmp_path: Path) -> None:
    made = script(tmp_path / "edit", f'printf "%s|" "$@" > {tmp_path}/got')
    environ = {"PATH": os.environ["PATH"], "EDITOR": "no-such-editor", "VISUAL": f"{made} -x"}
    programs.run(programs.editor(environ, tmp_path / "-a b.toml", 7), environ)
    assert (tmp_path / "got").read_text() == f"-x|+7|{tmp_path}/-a b.toml|"


def test_editors_with_another_way_to_name_a_line(tmp_path: Path) -> None:
    code = script(tmp_path / "code", "")
    environ = {"PATH": str(tmp_path), "EDITOR": "code"}
    assert programs.editor(environ, Path("/x/a.toml"), 3)[1:] == ["--wait", "--goto", "/x/a.toml:3"]
    assert code.exists()


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"PAGER": "no-such-pager -R"}, "PAGER=no-such-pager -R: no such program"),
        ({"PAGER": "less 'x"}, "cannot be read"),
        ({}, "none of less, more is there: set PAGER"),
    ],
)
def test_a_pager_that_is_not_there_is_told(
    tmp_path: Path, environ: dict[str, str], said: str
) -> None:
    with pytest.raises(programs.ProgramError) as raised:
        programs.pager({"PATH": str(tmp_path), **environ})
    assert said in str(raised.value)


def test_a_program_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(programs.ProgramError, match="ended with code 3"):
        programs.run([str(script(tmp_path / "edit", "exit 3"))], {"PATH": os.environ["PATH"]})
    with pytest.raises(programs.ProgramError, match="ended by signal 15"):
        programs.run([str(script(tmp_path / "edit", "kill -15 $$"))], {"PATH": os.environ["PATH"]})
    with pytest.raises(programs.ProgramError, match="Permission denied"):
        (tmp_path / "flat").write_text("")
        programs.run([str(tmp_path / "flat")], {})


# -- addresses


@pytest.mark.parametrize(
    "url", ["http://a.example/b?c=1", "https://a.example", "HTTPS://A.example"]
)
def test_web_addresses(url: str) -> None:
    assert address.is_web(url)


@pytest.mark.parametrize(
    "url",
    [
        *("", "file:///etc/passwd", "javascript:alert(1)", "https://", "https://a b", "http://["),
        *("-x", "https://a\n", "ftp://a.example", "mailto:a@b.example"),
    ],
)
def test_nothing_else_is_opened(url: str) -> None:
    assert not address.is_web(url)


def test_a_browser_needs_a_display_or_a_name() -> None:
    assert not address.has_browser({})
    assert address.has_browser({"BROWSER": "lynx"})
    assert address.has_browser({"WAYLAND_DISPLAY": "wayland-0"})
    assert address.in_terminal(webbrowser.GenericBrowser("lynx"))
    assert not address.in_terminal(webbrowser.BackgroundBrowser("firefox"))


@pytest.mark.parametrize("environ", [{}, {"TMUX": "/tmp/tmux-1000/default,1,0"}])
def test_what_is_said_of_a_copy_fits_eighty_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    file = tmp_path / ".local" / "state" / "legation" / "copy.txt"
    said = clipboard.copy("words", "citation", lambda text: None, file, environ)
    assert said.endswith("also ~/.local/state/legation/copy.txt")
    assert len(said) < 80
