"""Fixtures that several test files share."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from storing import NOBODY, put

from store.dossier import Dossier
from store.opening import open_dossier

pytest_plugins = ["requiring", "tallying"]


@pytest.fixture(scope="module")
def bundled() -> Dossier:
    """The dossier that comes with the program, of which every record must be sound."""
    return open_dossier(None).dossier


@pytest.fixture
def common() -> Iterator[Path]:
    """A folder that an ordinary user reaches and owns, also where root runs the tests."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "state"
        Path(name).chmod(0o755)
        put(folder / "marks.json", "one")
        if os.getuid() == 0:
            for entry in (folder, *folder.iterdir()):
                os.chown(entry, NOBODY, NOBODY)
        yield folder


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the user's cache, configuration or notes."""
    home = tmp_path_factory.getbasetemp() / "home"
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("DOSSIER", "TEXTS", "NOTEBOOK", "CONFIG", "THEME"):
        monkeypatch.delenv(f"LEGATION_{name}", raising=False)
