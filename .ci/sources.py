"""Copies the sources for scripts that change them, so that the checkout never changes."""
import shutil
import subprocess


def copy(root, target):
    """Copies all files that git does not ignore, with uncommitted changes."""
    shutil.rmtree(target, ignore_errors=True)
    list_files = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(list_files, cwd=root, check=True, capture_output=True).stdout.decode()
    for name in filter(None, names.split("\0")):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if (root / name).is_file():
            shutil.copy2(root / name, target / name)
