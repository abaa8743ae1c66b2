"""The records: frames, claims and facts, and what every reader of a dossier gets."""
