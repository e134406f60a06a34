"""The set-up: lock, environment.yml and pyproject agree; conda's pip section installs."""

import re
import subprocess
import sys
import tomllib

import pytest
import yaml


def names(requirements):
    return {re.split(r"[\s\[<>=!~;]", r, maxsplit=1)[0].lower() for r in requirements}


def pip_section(root):
    text = (root / "environment.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)["dependencies"][-1]["pip"]


def test_every_dependency_is_locked_with_hashes(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    wanted = names(project["project"]["dependencies"])
    for extra in project["project"]["optional-dependencies"].values():
        wanted |= names(extra)
    wanted |= names(project["build-system"]["requires"])
    blocks = re.split(r"(?m)^(?=[A-Za-z0-9_.-]+==)", lock)[1:]
    assert wanted <= {b.split("==")[0].lower() for b in blocks}
    assert all("--hash=sha256:" in b for b in blocks)


def test_the_lock_names_no_host(root):
    for name in ("requirements.lock", "environment.yml"):
        assert "://" not in (root / name).read_text(encoding="utf-8")
    assert not (root / "uv.lock").exists()


def test_environment_yml_is_made_from_the_lock(root):
    sys.path.insert(0, str(root / "scripts"))
    try:
        from make_environment import environment
    finally:
        sys.path.pop(0)
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    assert (root / "environment.yml").read_text(encoding="utf-8") == environment(lock)


@pytest.mark.env
def test_the_pip_section_installs_as_conda_would(root, tmp_path):
    """Conda writes the section to a file beside environment.yml and gives it to pip there."""
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "env"], check=True)
    python = tmp_path / "env" / "bin" / "python"
    listed = root / "condaenv.check.requirements.txt"
    listed.write_text("\n".join(pip_section(root)) + "\n", encoding="utf-8")
    try:
        command = [python, "-m", "pip", "install", "-U", "-r", listed, "--exists-action=b", "-q"]
        subprocess.run(command, cwd=root, check=True, timeout=1800)
        command = [python, "-m", "analysis", "extract", root / "seeds", "--output", tmp_path / "t"]
        subprocess.run(command, cwd=tmp_path, check=True, timeout=600)
    finally:
        listed.unlink()
    assert (tmp_path / "t" / "figures.parquet").is_file()
