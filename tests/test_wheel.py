"""What pip installs: the wheel holds everything that the program needs, and works alone."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as pip would lay it out, with the packages it needs but without the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=50)
    (wheel,) = folder.glob("legation-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def legation(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith("LEGATION_")
    } | {"PYTHONPATH": str(site), "XDG_CACHE_HOME": str(site.parent / "cache")}
    command = [sys.executable, "-m", "tui", *arguments]
    return subprocess.run(
        command,
        cwd=site.parent,
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_every_module_style_and_fact_is_inside(unpacked: Path) -> None:
    wanted = {
        file.relative_to(ROOT)
        for package in ("tui", "store", "seeds")
        for file in (ROOT / package).rglob("*")
        if file.suffix in {".py", ".tcss", ".toml"}
    }
    found = {
        file.relative_to(unpacked)
        for file in unpacked.rglob("*")
        if file.is_file() and not file.is_relative_to(next(unpacked.glob("*.dist-info")))
    }
    assert found == wanted
    assert {file.suffix for file in wanted} == {".py", ".tcss", ".toml"}


def test_it_runs_without_the_checkout(unpacked: Path) -> None:
    where = subprocess.run(
        [sys.executable, "-c", "import tui, store; print(tui.__file__, store.__file__)"],
        cwd=unpacked.parent,
        env={"PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    ).stdout
    assert where.split() == [str(unpacked / name / "__init__.py") for name in ("tui", "store")]
    version = legation(unpacked, "--version")
    assert (version.returncode, version.stderr) == (0, "")
    assert version.stdout.split()[-1] == "0.1.0"


def test_the_bundled_dossier_is_inside(unpacked: Path) -> None:
    events = legation(unpacked, "events", "--json")
    assert (events.returncode, events.stderr) == (0, "")
    assert any(event["kind"] == "meeting" for event in json.loads(events.stdout))
