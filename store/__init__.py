"""legation's store: dossiers of sourced facts, as a library that knows no terminal.

``open_dossier`` reads a folder or a compiled file; ``Dossier`` is what is known, with everything
derived from its claims; ``records`` are the shapes in which it answers.
"""
