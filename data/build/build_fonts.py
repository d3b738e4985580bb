"""Rebuilds assets/fonts/: two upright cuts of Inter 4, cut down to the scripts and signs that the program draws.

    python data/build/build_fonts.py FOLDER_WITH_THE_PACKAGES

- fonts-inter-variable 4.1+ds-1 (Debian): the variable font, instanced at optical size 14 and weights 400 and 600.
- inter-ui 4.1.1 (npm): the licence text that Inter is published with.
"""

import io
import sys
import tarfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from debian_package import checked_bytes, package_file

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"

VARIABLE = (
    "fonts-inter-variable_4.1+ds-1_all.deb",
    "c80da73ebe143c303f25e2b455f57deebbc10117da2d7f1c9854119bb0a44eae",
)
VARIABLE_FONT = "usr/share/fonts/truetype/inter-vf/InterVariable.ttf"
LICENCE = (
    "inter-ui-4.1.1.tgz",
    "e392e4d71f18a7c1f23dfecd833d68fa05eeab41862686584e80fd2b5d87e9c0",
)

CUTS = [("Regular", 400), ("SemiBold", 600)]
LARGEST = 350 * 1024  # bytes

RANGES = [
    (0x0020, 0x024F),  # Latin, Latin-1, Latin Extended-A and -B
    (0x0250, 0x036F),  # letters and marks of phonetics, combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1AB0, 0x1ACF),  # further combining marks
    (0x1C80, 0x1C8F),  # Cyrillic Extended-C
    (0x1E00, 0x1EFF),  # Latin Extended Additional, with Vietnamese
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20CF),  # currency signs
    (0x2100, 0x214F),  # letter-like signs
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical signs
    (0x2318, 0x23CE),  # signs of keys
    (0x2460, 0x24FF),  # enclosed numbers
    (0x25A0, 0x26FF),  # geometric shapes and miscellaneous signs
    (0x2713, 0x2717),  # ticks and crosses
]
WANTED = "←↑→↓↔↗●○★▶■□△▲▼✓✗×·…–—°€ĂăĐđƠơẰằỄễΑωЖжЇїҐґӨөҚқ"  # must be there
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"]


def cut_of(variable: bytes, weight: int) -> TTFont:
    font = TTFont(io.BytesIO(variable), recalcTimestamp=False)
    return instantiateVariableFont(font, {"wght": weight, "opsz": 14}, inplace=True)


def named(font: TTFont, style: str) -> None:
    """Names for a static font; styles other than Regular and Bold stand in the typographic names (16, 17)."""
    names = font["name"]
    version = names.getDebugName(5)
    legacy_family = "Inter" if style == "Regular" else f"Inter {style}"
    values = {1: legacy_family, 2: "Regular", 3: f"{version};Inter-{style}", 4: f"Inter {style}", 6: f"Inter-{style}"}
    if style != "Regular":
        values |= {16: "Inter", 17: style}
    for name_id in (16, 17, 21, 22, 25):
        names.removeNames(nameID=name_id)
    for name_id, value in values.items():
        names.setName(value, name_id, 3, 1, 0x409)


def subsetted(font: TTFont) -> None:
    options = subset.Options()
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 16, 17]
    options.notdef_outline = True
    options.glyph_names = False
    options.hinting = False
    options.recalc_timestamp = False
    options.drop_tables += ["STAT", "DSIG", "MVAR"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)


def bytes_of(font: TTFont) -> bytes:
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def checked(data: bytes, style: str, weight: int) -> None:
    font = TTFont(io.BytesIO(data))
    missing = [sign for sign in WANTED if ord(sign) not in font.getBestCmap()]
    assert not missing, f"{style} lacks {missing}"
    assert "glyf" in font and "fvar" not in font and font["OS/2"].usWeightClass == weight
    assert {"kern", "mark"} <= {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    assert len(data) <= LARGEST, f"{style}: {len(data)} bytes"


def licence_text(package: bytes, variable: bytes) -> bytes:
    """The licence, headed by the copyright line that the font itself carries."""
    own_line = TTFont(io.BytesIO(variable))["name"].getDebugName(0)
    with tarfile.open(fileobj=io.BytesIO(package)) as tar:
        text = tar.extractfile("package/LICENSE.txt").read()
    assert text.startswith(b"Copyright") and b"SIL OPEN FONT LICENSE Version 1.1" in text
    return own_line.encode("utf-8") + b"\n" + text.replace(b"\r\n", b"\n")


def main(folder: Path) -> None:
    variable = package_file(checked_bytes(folder, *VARIABLE), VARIABLE_FONT)
    FONTS.mkdir(parents=True, exist_ok=True)
    (FONTS / "OFL.txt").write_bytes(licence_text(checked_bytes(folder, *LICENCE), variable))
    for style, weight in CUTS:
        font = cut_of(variable, weight)
        named(font, style)
        subsetted(font)
        data = bytes_of(font)
        checked(data, style, weight)
        (FONTS / f"Inter-{style}.ttf").write_bytes(data)
        print(f"Inter-{style}.ttf: {len(data)} bytes, {len(TTFont(io.BytesIO(data)).getBestCmap())} characters")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
