"""Immutable sequences over a dossier that narrow and widen and serve windows of rows."""
