"""Rebuilds data/build/abbreviations.csv, the English abbreviations of countries, from a pinned Debian package.

    python data/build/build_abbreviations.py FOLDER_WITH_THE_DEB_FILES

- r-cran-rnaturalearthdata 1.0.0-1: the attribute `abbrev` of Natural Earth 5.1.2's countries at 1:50m.

Left out are abbreviations that two countries share (S.L. is Sierra Leone and Saint Lucia), those that abbreviate nothing
and those of fewer than three letters, which only their makers can read. build_gazetteer.py reads the table.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

from build_map import NATURAL_EARTH, NATURAL_EARTH_DATA, code_of, lazy_load, rows_of
from debian_package import checked_bytes, package_file

TABLE = Path(__file__).resolve().parent / "abbreviations.csv"

# Where the source has a slip of the pen, or letters that nobody reads as that country.
INSTEAD = {"AUS": "Aus.", "AUT": "", "DMA": "", "TON": "", "GGY": "", "CIV": "", "SVK": "", "GRL": "Greenl.", "SOL": "Somalil."}


def abbreviations(rows: list[dict]) -> dict[str, str]:
    """Code → abbreviation. Rows that share a code count by the largest of them."""
    found = {}
    for row in sorted(rows, key=lambda row: -row["geometry"].area):
        code = code_of(row)
        if code not in found:
            found[code] = "" if row["abbrev"] == row["name"] else str(row["abbrev"])
    found |= INSTEAD
    uses = Counter(found.values())
    letters = lambda abbreviation: sum(character.isalpha() for character in abbreviation)
    return {code: short for code, short in sorted(found.items()) if uses[short] == 1 and letters(short) >= 3}


def main(folder: Path) -> None:
    package = checked_bytes(folder, *NATURAL_EARTH)
    index, objects = (package_file(package, NATURAL_EARTH_DATA + ending) for ending in (".rdx", ".rdb"))
    table = abbreviations(rows_of(lazy_load(index, objects, "countries50")))
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "abbreviation"])
        writer.writerows(table.items())
    print(f"abbreviations.csv: {len(table)} countries")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
