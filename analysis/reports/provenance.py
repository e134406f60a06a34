"""What a run was made of: versions, commit, inputs."""

import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = (
    "conflict-workbook", "spacy", "pandas", "pyarrow", "matplotlib", "papermill", "nbconvert",
)  # fmt: skip


def versions() -> dict[str, str]:
    """Versions of Python and of the packages that make the numbers and the pages."""
    found = {"python": platform.python_version()}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed as a package"
    return found


def commit(folder: Path) -> str | None:
    """The commit of a checkout, with "+changes" where files differ from it; None outside one."""
    try:
        head = _git(folder, "rev-parse", "HEAD")
        return head + ("+changes" if _git(folder, "status", "--porcelain") else "")
    except (OSError, subprocess.SubprocessError):
        return None


def _git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=folder, capture_output=True, text=True, check=True, timeout=30
    )
    return done.stdout.strip()
