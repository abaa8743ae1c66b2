"""A tour of the explorer on a hostile dossier: every station that a reader can see."""

from __future__ import annotations

from visiting import Visitor

EVIL = "\x1b]0;x\x07\x1b[2J\x9b31m\u202e\u200b" + "\u0301" * 40  # pasted, and named
FILES = {"md": "m", "csv": "c", "json": "n"}  # what an export is called, and its key


def tour(visitor: Visitor) -> None:
    """Every station that a reader can see; each has a text that proves it was reached."""
    records(visitor)
    sheets(visitor)
    typed(visitor)
    taken_out(visitor)
    clicked(visitor)


def back(visitor: Visitor, gone: str) -> None:
    """To the list of events, whatever lies on top."""
    visitor.close_until(gone, " enter open ")
    visitor.press("1", "Timeline   ")


def records(visitor: Visitor) -> None:
    """Cards of an event, a person, a source; the article; conflicts, encounters, marks."""
    for view, name, words in (
        ("1", "Timeline   ", "When     "),
        ("2", "Directory   ", "How we know"),
        ("4", "Sources   ", "Dateline "),
        ("6", "Marks   ", "your note: "),
    ):
        visitor.press(view, name)
        visitor.press("\r", "J K next item")
        visitor.wait(words)
        visitor.press("\t", "J K next item")
        visitor.close_until("J K next item", " enter open ")
    visitor.press("1g", "Timeline   1/")
    visitor.press("\r", "J K next item")
    visitor.seek("j", "▌ ?“said", 60)
    visitor.press("\r", "next quotation")  # the article
    visitor.press("J", "next quotation")
    back(visitor, "J K next")
    visitor.press("3", "Encounters   ")
    visitor.press("\r", "The two")
    visitor.close_until("The two", "enter its events")
    visitor.press("5", "Conflicts   1/")
    visitor.wait("did it take place?")
    visitor.press("\r", "J K next item")
    visitor.close_until("J K next item", "J K next conflict")
    visitor.press("1", "Timeline   1/")


def sheets(visitor: Visitor) -> None:
    """Problems, those of the configuration first; commands, help, the filter."""
    visitor.press("E", "Problems   ")
    visitor.wait("“␛]0;x␇” is none")
    visitor.wait("control or invisible characters were replaced")
    back(visitor, "Problems   ")
    visitor.press(":", "Commands   ")
    visitor.press("note", "Write a note")
    back(visitor, "Commands   ")
    visitor.press("?", "keys and signs")
    back(visitor, "keys and signs")
    visitor.press("f", "Who, any of")
    visitor.press("jj ", "F clear")
    visitor.press("\r", " enter open ")
    visitor.press("0", "Timeline   1/")


def typed(visitor: Visitor) -> None:
    """Hostile words pasted where something is typed: search, dates, names, a note."""
    for key, label, told in (
        ("/", " / ", "“evil␛]0;x␇"),
        ("t", "go to: ", "is not a date"),
        ("w", "known by: ", "is not a date"),
    ):
        visitor.press(key, label)
        visitor.press(paste(f"evil{EVIL}"), "evil␛]0;x␇")
        visitor.press("\r", told)
        visitor.close_until("enter take", "Timeline   ")
        visitor.press("0", "Timeline   1/")
    visitor.press("M", "note on ")
    visitor.press(paste(f"ponder{EVIL}"), "ponder␛]0;x␇")
    visitor.press("\r", "noted on ")  # a message that holds the title
    visitor.wait("your note: ")


def paste(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


def taken_out(visitor: Visitor) -> None:
    """Copies, and exports of the list and of a record under hostile names."""
    visitor.press("y", "Copy   ")
    visitor.press("t", "text copied")
    visitor.press("Y", "citation copied")
    visitor.press("o", "so it was copied")
    for ending, key in FILES.items():
        visitor.press("x", "Export   ")
        visitor.press(key, "write to:")
        visitor.erase(f"hostile-timeline.{ending}")
        visitor.press(paste(f"~/list{EVIL[:9]}.{ending}"), "~/list␛")
        visitor.press("\r", f"written to ~/list␛]0;x␇␛[2.{ending}")


def clicked(visitor: Visitor) -> None:
    """Clicks on everything: what is marked as an action would run."""
    visitor.press("/", " / ")
    visitor.press("click", "“click”")
    visitor.press("\r", "]x[/]")
    visitor.press("\r", "J K next item")
    marked = [(line.find("click"), line.find("]x[/]") + 1) for line in visitor.text.split("\n")]
    assert sum(at >= 0 for at, _ in marked) >= 2
    for row, columns in enumerate(marked, start=1):
        if columns[0] >= 0:
            visitor.click([(column + 1, row) for column in columns])
    for row in range(1, visitor.screen.lines + 1, 4):
        visitor.click([(column, row) for column in range(4, visitor.screen.columns, 16)])
    visitor.close_until("J K next", "Timeline   ")
