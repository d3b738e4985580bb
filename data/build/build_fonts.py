"""Rebuilds assets/fonts/: Inter 4, Noto Sans Arabic and Noto Sans SC in two weights, cut down to what the program draws.

    python data/build/build_fonts.py FOLDER_WITH_THE_PACKAGES

- fonts-inter-variable 4.1+ds-1 (Debian): the variable font, instanced at optical size 14 and weights 400 and 600.
- inter-ui 4.1.1 (npm): the licence text that Inter is published with.
- @expo-google-fonts/noto-sans-arabic 0.4.3 (npm): the block Arabic with its joined forms, and the licence text.
- @fontsource/noto-sans-sc 5.3.0 (npm): the characters of the Chinese names in data/countries.csv, so build_gazetteer.py comes
  first, and the licence text.
"""

import csv
import io
import sys
import tarfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from debian_package import checked_bytes, package_file

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "assets" / "fonts"
COUNTRIES = ROOT / "data" / "countries.csv"

VARIABLE = (
    "fonts-inter-variable_4.1+ds-1_all.deb",
    "c80da73ebe143c303f25e2b455f57deebbc10117da2d7f1c9854119bb0a44eae",
)
VARIABLE_FONT = "usr/share/fonts/truetype/inter-vf/InterVariable.ttf"
LICENCE = (
    "inter-ui-4.1.1.tgz",
    "e392e4d71f18a7c1f23dfecd833d68fa05eeab41862686584e80fd2b5d87e9c0",
)

ARABIC = (
    "expo-google-fonts-noto-sans-arabic-0.4.3.tgz",
    "29e966f9d48a4ce7dd3c2c4c016f29cd888089538217303fb2c87de9e7f048ed",
)
CHINESE = (
    "fontsource-noto-sans-sc-5.3.0.tgz",
    "05a7abac78a6cac4bd1361e7b24c680ee820fcc2f22cf5cc92673f4cd12771c5",
)
CHINESE_FILE = "files/noto-sans-sc-chinese-simplified-{}-normal.woff2"

CUTS = [("Regular", 400), ("SemiBold", 600)]
LARGEST = 350 * 1024  # bytes
LARGEST_FALLBACK = 250 * 1024

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

# Latin letters, spaces and brackets too: a text is set in one font where one has all of it. Joined forms come by shaping.
ASCII = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0"
ARABIC_SIGNS = ASCII + "".join(map(chr, range(0x0600, 0x0700))) + "«»–—…\u200c\u200d\u200e\u200f"
ARABIC_FEATURES = ["ccmp", "init", "medi", "fina", "rlig", "liga", "locl", "kern", "mark", "mkmk"]
CHINESE_SIGNS = ASCII + "·、。「」《》〈〉（），：；！？－—…"
CHINESE_FEATURES = ["ccmp", "locl", "kern"]


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


def fallback(font_file: bytes, characters: set[str], features: list[str], family: str, weight: int) -> bytes:
    """A font of one further script, cut down to some characters and named as a static font of its family."""
    font = TTFont(io.BytesIO(font_file), recalcTimestamp=False)
    font.flavor = None
    options = subset.Options()
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.notdef_outline = True
    options.glyph_names = False
    options.hinting = False
    options.recalc_timestamp = False
    options.drop_tables += ["STAT", "DSIG", "vhea", "vmtx", "VORG", "BASE"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in characters])
    subsetter.subset(font)
    named_fallback(font, family, {400: "Regular", 600: "SemiBold"}[weight])
    missing = [c for c in sorted(characters) if ord(c) not in font.getBestCmap()]
    data = bytes_of(font)
    assert not missing, f"{family} lacks {missing}"
    assert "glyf" in font and font["OS/2"].usWeightClass == weight
    assert len(data) <= LARGEST_FALLBACK, f"{family}: {len(data)} bytes"
    return data


def named_fallback(font: TTFont, family: str, style: str) -> None:
    names = font["name"]
    legacy_family = family if style == "Regular" else f"{family} {style}"
    compact = family.replace(" ", "")
    values = {1: legacy_family, 2: "Regular", 3: f"{compact}-{style}", 4: f"{family} {style}", 6: f"{compact}-{style}"}
    if style != "Regular":
        values |= {16: family, 17: style}
    for name_id in (1, 2, 3, 4, 6, 16, 17):
        names.removeNames(nameID=name_id)
    for name_id, value in values.items():
        names.setName(value, name_id, 3, 1, 0x409)


def characters_of(column: str) -> set[str]:
    """Every character of a column of the table of countries."""
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        return {character for row in csv.DictReader(file) for character in row[column].replace("|", "")}


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


def npm_file(package: bytes, path: str) -> bytes:
    with tarfile.open(fileobj=io.BytesIO(package)) as tar:
        return tar.extractfile(f"package/{path}").read()


def licence_of(package: bytes, path: str) -> bytes:
    text = npm_file(package, path)
    assert b"SIL OPEN FONT LICENSE Version 1.1" in text
    return text.replace(b"\r\n", b"\n")


def build_fallbacks(folder: Path) -> None:
    arabic, chinese = checked_bytes(folder, *ARABIC), checked_bytes(folder, *CHINESE)
    (FONTS / "OFL-NotoSansArabic.txt").write_bytes(licence_of(arabic, "LICENSE_FONT"))
    # The package's text lacks the copyright line that the font itself carries.
    own_line = TTFont(io.BytesIO(npm_file(chinese, CHINESE_FILE.format(400))))["name"].getDebugName(0)
    (FONTS / "OFL-NotoSansSC.txt").write_bytes(own_line.encode() + b"\n" + licence_of(chinese, "LICENSE"))
    for style, weight in CUTS:
        font = npm_file(arabic, f"{weight}{style}/NotoSansArabic_{weight}{style}.ttf")
        data = fallback(font, set(ARABIC_SIGNS), ARABIC_FEATURES, "Noto Sans Arabic", weight)
        write_font(f"NotoSansArabic-{style}.ttf", data)
        font = npm_file(chinese, CHINESE_FILE.format(weight))
        data = fallback(font, characters_of("name_zh") | set(CHINESE_SIGNS), CHINESE_FEATURES, "Noto Sans SC", weight)
        write_font(f"NotoSansSC-{style}.ttf", data)


def write_font(name: str, data: bytes) -> None:
    (FONTS / name).write_bytes(data)
    print(f"{name}: {len(data)} bytes, {len(TTFont(io.BytesIO(data)).getBestCmap())} characters")


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
        write_font(f"Inter-{style}.ttf", data)
    build_fallbacks(folder)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
