"""What keys do, in a sentence, where a word does not tell it: the palette and the help say it."""

from __future__ import annotations

TAB = "The next link of a card; from a list, the card beside it"
SHIFT_TAB = "The previous link of a card"
ZOOM = "One pane on the whole screen, or all side by side again"
ON = "On a day: what was going on, who held what, as known today"
KNOWN = "Known by a day: only what sources had said by then"
LEAVE = "Close, go back, clear words and filter; then quit"
ESCAPE = "Close, go back, clear words and filter; never quit"
PROBLEMS = "Problems: what is wrong in the dossier’s own files; messages lately said"
