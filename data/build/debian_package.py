"""A Debian package read as an archive: checked by its SHA-256, unpacked in memory, no tool of Debian needed."""

import hashlib
import io
import tarfile
from pathlib import Path


def checked_bytes(folder: Path, pattern: str, sha256: str) -> bytes:
    """The one file in `folder` that matches `pattern`; stops unless its SHA-256 is the pinned one."""
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise SystemExit(f"{folder}: expected one file like {pattern}, found {len(found)}")
    data = found[0].read_bytes()
    actual = hashlib.sha256(data).hexdigest()
    if actual != sha256:
        raise SystemExit(f"{found[0].name}: SHA-256 is {actual}, expected {sha256}")
    return data


def ar_members(archive: bytes):
    """Name and content of each member of an `ar` archive (60-byte headers, content padded to even length)."""
    assert archive[:8] == b"!<arch>\n", "not an ar archive"
    at = 8
    while at < len(archive):
        name = archive[at : at + 16].decode("ascii").strip().rstrip("/")
        size = int(archive[at + 48 : at + 58])
        yield name, archive[at + 60 : at + 60 + size]
        at += 60 + size + size % 2


def package_file(package: bytes, path: str) -> bytes:
    """One file of the package's data part, by its path without a leading slash."""
    for name, content in ar_members(package):
        if name.startswith("data.tar"):
            with tarfile.open(fileobj=io.BytesIO(content)) as tar:
                return tar.extractfile(f"./{path}").read()
    raise SystemExit("no data part in the package")
