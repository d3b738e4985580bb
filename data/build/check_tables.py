"""Checks the tables that are kept by hand, meetings.csv, organisations.csv, memberships.csv, regions.csv, seats.csv, borders.csv,
ground.csv, parts.csv and family_names.csv, and the names of countries.

    python data/build/check_tables.py

Needs nothing beyond Python. Says what it counted, or stops at the first row that breaks a rule of data/README.md.
"""

import csv
import json
import re
from datetime import date
from pathlib import Path

DATA = Path(__file__).resolve().parents[1]

MEETING_COLUMNS = [
    "id", "start", "end", "date_precision", "kind", "status", "title", "country", "city", "venue",
    "participants", "occasion", "outcome", "sources", "note",
]  # fmt: skip
MEMBERSHIP_COLUMNS = ["organisation", "country", "status", "start", "end", "note"]
ORGANISATION_COLUMNS = ["code", "name", "kind", "group", "source"]
GROUPS = {
    "security", "economy", "Europe and Central Asia", "Asia and the Pacific", "Middle East", "Africa", "Americas", "worldwide",
}  # fmt: skip
POLICIES = [
    "un", "de-facto", "argentina", "china", "cyprus", "georgia", "india", "israel", "japan", "morocco", "pakistan", "palestine",
    "russia", "serbia", "somalia", "spain", "turkiye", "ukraine", "united-states", "venezuela",
]  # fmt: skip
BASES = {"resolution", "list", "apart", "held"}
AREA_COLUMNS = ["area", "name", "dispute", "own", "un_by"]
BORDER_COLUMNS = ["area", "policy", "drawn_with", "source"]
PRECISIONS = {"day", "range", "month", "year", "unknown"}
KINDS = {
    "bilateral", "summit", "sideline", "state visit", "official visit", "working visit", "call", "invitation",
    "inauguration",
}  # fmt: skip
MEETING_STATUSES = {"held", "planned", "invited", "cancelled"}
MEMBERSHIP_STATUSES = {"member", "observer", "suspended", "partner", "invited"}
COUNTRY = re.compile(r"[A-Z]{3}")
SOURCE = re.compile(r'(https?://\S+|Article "[^"]+" \([^)]+\), paragraph \d+, sentence \d+) \[[^\[\]]+\]')


def rows_of(name: str, columns: list[str]) -> list[dict]:
    raw = (DATA / name).read_bytes()
    assert b"\r" not in raw and raw.endswith(b"\n"), f"{name}: line ends"
    reader = csv.DictReader(raw.decode("utf-8").splitlines(keepends=True))
    assert reader.fieldnames == columns, f"{name}: columns"
    return list(reader)


def check_meeting(row: dict) -> None:
    where = row["id"]
    start = date.fromisoformat(row["start"]) if row["start"] else None
    end = date.fromisoformat(row["end"]) if row["end"] else None
    assert row["date_precision"] in PRECISIONS, where
    assert (start is None) == (row["date_precision"] == "unknown"), where
    assert (end is not None) == (row["date_precision"] == "range"), where
    assert end is None or end > start, where
    assert row["kind"] in KINDS and row["status"] in MEETING_STATUSES, where
    assert (row["kind"] == "invitation") == (row["status"] == "invited"), where
    assert COUNTRY.fullmatch(row["country"]), where
    assert row["title"] and not row["title"].endswith("."), where
    assert len(row["outcome"]) <= 160 and not row["outcome"].endswith("."), where
    assert len(row["note"]) <= 220, where
    for source in row["sources"].split(" | "):
        assert SOURCE.fullmatch(source), f"{where}: {source}"
    check_participants(where, row["participants"])


def check_participants(where: str, text: str) -> None:
    people = [person.split("|") for person in text.split("; ")]
    assert all(len(person) == 3 for person in people), where
    assert len({name for name, _, _ in people}) == len(people), where
    for name, office, country in people:
        assert name and office and len(office) <= 60 and COUNTRY.fullmatch(country), f"{where}: {name}"


def check_meetings() -> None:
    rows = rows_of("meetings.csv", MEETING_COLUMNS)
    for row in rows:
        check_meeting(row)
    assert len({row["id"] for row in rows}) == len(rows), "an id is used twice"
    order = [(row["start"] == "", row["start"], row["id"]) for row in rows]
    assert order == sorted(order), "meetings.csv is not sorted by start, then id"
    summit = next(row for row in rows if row["id"] == "sco-summit-astana-2024-07")
    assert summit["participants"].count(";") == 15 and "Kassym-Jomart Tokayev|" in summit["participants"]
    countries = {part[-3:] for row in rows for part in row["participants"].split("; ")}
    print(f"meetings.csv: {len(rows)} meetings, {len(countries)} states")


def first_day(text: str) -> date:
    """The first day of a year, a month or a day."""
    return date.fromisoformat(f"{text}-01-01"[:10]) if len(text) < 10 else date.fromisoformat(text)


def last_day(text: str) -> date:
    """The first day of a year or month, where no more is known: two spells may meet within it."""
    return first_day(text) if text else date.max


def check_memberships() -> None:
    organisations = rows_of("organisations.csv", ORGANISATION_COLUMNS)
    codes = [row["code"] for row in organisations]
    assert codes == sorted(set(codes)) and all(row["name"] and row["kind"] for row in organisations)
    assert all(row["group"] in GROUPS and row["source"] for row in organisations)
    rows = rows_of("memberships.csv", MEMBERSHIP_COLUMNS)
    order = [(row["organisation"], row["country"], row["start"]) for row in rows]
    assert order == sorted(set(order)), "memberships.csv is not sorted, or a row stands twice"
    assert {row["organisation"] for row in rows} == set(codes)
    for row in rows:
        where = f"{row['organisation']} {row['country']} {row['start']}"
        assert row["status"] in MEMBERSHIP_STATUSES and COUNTRY.fullmatch(row["country"]), where
        assert first_day(row["start"]) <= last_day(row["end"]), where
    for earlier, later in zip(rows, rows[1:]):
        if (earlier["organisation"], earlier["country"]) == (later["organisation"], later["country"]):
            assert last_day(earlier["end"]) <= first_day(later["start"]), f"spells overlap: {later}"
    print(f"organisations.csv: {len(codes)} organisations; memberships.csv: {len(rows)} spells")


RELATIONS = {"dependency", "held", "ground", "cities"}


def check_ground() -> None:
    """Codes exist, every row has a source, no area belongs to itself, spans do not overlap."""
    rows = rows_of("ground.csv", ["area", "state", "relation", "start", "end", "source"])
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        kinds = {row["code"]: row["kind"] for row in csv.DictReader(file)}
    order = [(row["area"], row["state"], row["relation"]) for row in rows]
    assert order == sorted(set(order)), "ground.csv is not sorted, or a row stands twice"
    below = {}
    for row in rows:
        where = f"{row['area']} {row['state']}"
        assert row["area"] in kinds and row["state"] in kinds and row["relation"] in RELATIONS and row["source"], where
        assert (kinds[row["state"]] == "former state") == (row["relation"] == "ground"), where
        assert bool(row["end"]) == (row["relation"] in {"held", "ground"}), where
        assert not row["start"] or first_day(row["start"]) <= last_day(row["end"]), where
        if row["relation"] != "held":
            below.setdefault(row["state"], []).append(row["area"])
    for area in below:
        met, following = set(), list(below[area])
        while following:
            code = following.pop()
            assert code != area, f"{area} belongs to itself"
            if code not in met:
                met.add(code)
                following += below.get(code, [])
    today = {row["area"]: row for row in rows if row["relation"] == "dependency"}
    assert len(today) == sum(row["relation"] == "dependency" for row in rows), "an area belongs to two states"
    for row in rows:
        if row["relation"] == "held" and row["area"] in today:
            start = today[row["area"]]["start"]
            assert start and last_day(row["end"]) <= first_day(start), f"spans overlap: {row}"
    print(f"ground.csv: {len(rows)} rows")


def check_names() -> None:
    """Parts of the world and rules for names of persons have sources, and none stands twice."""
    parts = rows_of("parts.csv", ["name", "lon", "lat", "other_names", "source"])
    assert len({row["name"] for row in parts}) == len(parts) and all(row["source"] for row in parts)
    rules = rows_of("family_names.csv", ["kind", "key", "value", "source"])
    assert len({(row["kind"], row["key"]) for row in rules}) == len(rules) and all(row["source"] for row in rules)
    for row in rules:
        assert row["kind"] in {"order", "particle", "suffix", "person"}, row
        assert bool(row["value"]) == (row["kind"] in {"order", "person"}), row
        assert row["kind"] != "order" or row["value"] in {"first", "last", "father", "whole"}, row
    print(f"parts.csv: {len(parts)} parts; family_names.csv: {len(rules)} rules")


LANGUAGES = ("ru", "uk", "fr", "es", "de", "tr", "zh", "ar")


def check_languages() -> None:
    """Every state and territory has a name in every language; former states have all or some."""
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        names = [row[f"name_{language}"].split("|") for language in LANGUAGES]
        assert all(len(name) <= 2 and all(part == part.strip() for part in name) for name in names), row["code"]
        assert row["kind"] == "former state" or all(name[0] for name in names), row["code"]
    print(f"{len(rows)} areas with names in {len(LANGUAGES) + 1} languages")


def check_countries() -> None:
    """Every area that a table names has a row in countries.csv and, unless it is of the past, a shape in borders50.geojson."""
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        kinds = {row["code"]: row["kind"] for row in csv.DictReader(file)}
    known = set(kinds)
    shapes = json.loads((DATA.parent / "assets" / "borders50.geojson").read_text(encoding="utf-8"))
    drawn = {feature["properties"].get("code") for feature in shapes["features"]}
    drawn |= {code for code, kind in kinds.items() if kind == "former state"}
    meetings = rows_of("meetings.csv", MEETING_COLUMNS)
    named = {row["country"] for row in meetings + rows_of("memberships.csv", MEMBERSHIP_COLUMNS)}
    named |= {person[-3:] for row in meetings for person in row["participants"].split("; ")}
    assert named <= known and named <= drawn, f"unknown: {sorted(named - known)}, not drawn: {sorted(named - drawn)}"
    print(f"{len(named)} areas named, all with a row, those of today with a shape")


def check_borders() -> None:
    """Every piece of contested status has a row, every area the default's view first, and every view a source."""
    areas = rows_of("border_areas.csv", AREA_COLUMNS)
    names = [row["area"] for row in areas]
    assert names == sorted(set(names)), "border_areas.csv is not sorted by area, or an area stands twice"
    shapes = json.loads((DATA.parent / "assets" / "borders50.geojson").read_text(encoding="utf-8"))
    pieces = {feature["properties"].get("area") for feature in shapes["features"]} - {None}
    assert set(names) == pieces, f"pieces and rows differ: {sorted(pieces ^ set(names))}"
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        known = {row["code"] for row in csv.DictReader(file)}
    for row in areas:
        assert row["name"] and row["dispute"] and row["un_by"] in BASES and row["own"] in known | {""}, row["area"]
    views = rows_of("borders.csv", BORDER_COLUMNS)
    keys = [(row["area"], POLICIES.index(row["policy"])) for row in views]
    assert keys == sorted(set(keys)), "borders.csv is not sorted by area and policy, or a view stands twice"
    assert {area for area, policy in keys if policy == 0} == set(names), "an area lacks the view of the default"
    for row in views:
        assert row["drawn_with"] in known and row["source"], f"{row['area']}, {row['policy']}"
    print(f"borders.csv: {len(views)} views of {len(areas)} areas under {len(POLICIES)} policies")


if __name__ == "__main__":
    check_meetings()
    check_memberships()
    check_languages()
    check_countries()
    check_borders()
    check_ground()
    check_names()
