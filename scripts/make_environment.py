"""Write environment.yml from requirements.lock: the same pins, as conda's pip section takes them.

pip refuses an editable install beside hashed requirements, so the pins stand here without their
hashes; `make` installs with hashes.
"""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PIN = re.compile(r"(?m)^([A-Za-z0-9_.-]+==[^\s\\;]+)(\s*;[^\\\n]*)?")
_HEAD = """\
# Made by 'make lock' from requirements.lock; do not edit.
name: conflict-workbook
channels:
  - conda-forge
  - nodefaults
dependencies:
  - python >=3.11,<3.14
  - pip
  - pip:
"""


def pins(lock: str) -> list[str]:
    """The pinned requirements of a lock, with their markers, without hashes."""
    return [(m[1] + (m[2] or "").rstrip()) for m in _PIN.finditer(lock)]


def environment(lock: str) -> str:
    """The text of environment.yml for a lock."""
    lines = [*pins(lock), "-e ."]
    return _HEAD + "".join(f'      - "{line}"\n' for line in lines)


if __name__ == "__main__":
    text = environment((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    (ROOT / "environment.yml").write_text(text, encoding="utf-8")
