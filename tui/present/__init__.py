"""Plain data to styled lines: pure functions, testable without a terminal."""
