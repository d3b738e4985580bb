"""Makes persons.csv, offices.csv and person_spellings.txt: who held which office for whom, from when to when.

    python data/build/build_persons.py

Needs nothing beyond Python. Reads person_spells.csv (what the sources say), person_corrections.csv,
person_additions.csv (both our own), person_variants.csv (other spellings) and person_namesakes.csv. The columns are
told in data/README.md. The script stops at a correction that no longer meets its row, at an unknown code and at two
holders of one office at once that no row calls joint.
"""

import csv
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

from build_gazetteer import fold

BUILD = Path(__file__).resolve().parent
DATA = BUILD.parent
SPELL_COLUMNS = ["name", "family", "variants", "state", "class", "title", "start", "end", "mark", "source"]
CLASSES = ["head of state", "head of government", "foreign minister", "head of organisation", "other"]
MARKS = ["joint", "last seen", "until next"]
SOURCES = ["archigos", "factbook", "legislators", "pocom", "reign", "review", "wikidata"]
# States whose names are written with the family name first, and languages that write a whole name as one word.
FAMILY_FIRST = {"CHN", "TWN", "KOR", "PRK", "VNM"}
ONE_WORD = {"CHN", "TWN", "KOR", "PRK", "JPN", "SGP"}
# States where a person may be called by the first or the last word of the name.
BY_EITHER_END = {"ETH", "IDN", "KHM", "LAO", "MMR", "MYS", "SGP", "THA", "VNM"}
# Titles held by several at once, or beside a head whose place another takes for a time or in truth.
BESIDE = {
    "Acting President", "Acting Prime Minister", "Captain Regent", "Chair of the Presidency", "Co-Prince", "Leader",
    "Paramount Leader", "Regent", "Supreme Leader",
}  # fmt: skip
# A handover on which two sources differ by so many days is no joint office.
HANDOVER = timedelta(days=31)


def table(name):
    with (BUILD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def first_day(text):
    year, month, day = [*(int(part) for part in text.split("-")), 1, 1][:3]
    return date(year, month, day)


def last_day(text):
    if not text:
        return date.max
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = (parts[0], 12) if len(parts) == 1 else parts
    return (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)


def corrected(spells):
    """The spells with every correction made; each must meet a row."""
    for one in table("person_corrections.csv"):
        met = [
            row
            for row in spells
            if row["state"] == one["state"]
            and row["name"] == one["name"]
            and (one["what"] == "rename" or (row["class"], row["start"]) == (one["class"], one["start"]))
        ]
        assert met, f"a correction meets no row: {one}"
        for row in met:
            if one["what"] == "remove":
                spells.remove(row)
                continue
            row[one["column"]] = one["value"]
            if one["what"] == "rename":
                if one["name"] not in row["variants"].split("|"):
                    row["variants"] += f"|{one['name']}"
                continue
            if one["column"] == "end":
                row["mark"] = "|".join(mark for mark in row["mark"].split("|") if mark in {"joint"})
            if one["column"] in {"start", "end"} and "review" not in row["source"].split("|"):
                row["source"] += "|review"
    return spells + table("person_additions.csv")


def named_persons(spells):
    """Gives every spell its person: one folded name is one person, but for the namesakes."""
    apart = defaultdict(list)
    for one in table("person_namesakes.csv"):
        apart[fold(one["name"])].append(one)
    for row in spells:
        key = fold(row["name"]).replace(" ", "-")
        assert key and key.isascii(), row
        for one in sorted(apart.get(fold(row["name"]), []), key=lambda one: one["from"]):
            if one["state"] == row["state"] and row["start"] >= one["from"]:
                row["person"] = f"{key}-{one['state'].lower()}" + (f"-{one['from']}" if one["from"] else "")
        row.setdefault("person", key)


def joined(spells):
    """One person's spells in one office, those that meet made one; a leader without a title gives way to a title."""
    groups = defaultdict(list)
    for row in spells:
        groups[row["person"], row["state"], row["class"]].append(row)
    kept = []
    for rows in groups.values():
        rows.sort(key=lambda row: (row["title"] == "Leader", first_day(row["start"]), row["title"]))
        own = []
        for row in rows:
            same = next((one for one in own if meets(one, row)), None)
            if same is None:
                own.append(row)
            elif row["title"] == "Leader" or row["title"] == same["title"]:
                if row["title"] == same["title"] and last_day(row["end"]) > last_day(same["end"]):
                    same["end"], same["mark"] = row["end"], row["mark"]
                same["source"] = "|".join(sorted({*same["source"].split("|"), *row["source"].split("|")}))
            else:
                own.append(row)
        kept += own
    return kept


def meets(one, row):
    """Whether two spells share a day, or one begins the day after the other, and a title is the same or `Leader`."""
    if row["title"] != "Leader" and one["title"] != row["title"]:
        return False
    day = timedelta(days=1)
    reach = lambda text: date.max if not text else last_day(text) + day
    return first_day(row["start"]) <= reach(one["end"]) and first_day(one["start"]) <= reach(row["end"])


def handed_over(spells):
    """Ends a spell on the day the next begins, where sources differ by a month at most. Returns how many were cut."""
    cut = 0
    for rows in by_office(spells).values():
        for earlier, later in pairs(rows):
            if "joint" in (earlier["mark"] + later["mark"]) or len(later["start"]) < 10 or not earlier["end"]:
                continue
            over = last_day(earlier["end"]) - first_day(later["start"])
            if timedelta(0) < over <= HANDOVER and first_day(earlier["start"]) < first_day(later["start"]):
                earlier["end"] = later["start"]
                cut += 1
    return cut


def by_office(spells):
    groups = defaultdict(list)
    for row in spells:
        if row["class"] != "other" and row["class"] != "head of organisation":
            groups[row["state"], row["class"]].append(row)
    for rows in groups.values():
        rows.sort(key=lambda row: (first_day(row["start"]), last_day(row["end"])))
    return groups


def pairs(rows):
    for place, earlier in enumerate(rows):
        for later in rows[place + 1 :]:
            yield earlier, later


def at_once(spells):
    """Pairs of spells in one office of one state that overlap by more than a day, none of them called joint; those with
    titles that are held beside another are called so here. A date known to the year or month overlaps nothing."""
    for rows in by_office(spells).values():
        for earlier, later in pairs(rows):
            exact = len(later["start"]) == 10 and len(earlier["end"]) in {0, 10}
            over = last_day(earlier["end"]) > first_day(later["start"])
            if not exact or not over or "joint" in (earlier["mark"] + later["mark"]):
                continue
            beside = next((row for row in (later, earlier) if row["title"] in BESIDE), None)
            if beside:
                beside["mark"] = "|".join(filter(None, ["joint", beside["mark"]]))
            else:
                yield earlier, later


def families(row, orders):
    """What the person is called by, by the rules of family_names.csv; empty where no part stands alone."""
    words, family = row["name"].split(), row["family"]
    if orders.get(row["state"]) == "first" and row["state"] != "CHN":
        return words[0] if len(words) > 1 else ""
    if family.startswith("of ") or family in {"Arabia", "II", "III"}:
        family = ""
    elif f" {fold(family)} " not in f" {fold(row['name'])} ":
        last = [word for word in words if word not in {"Jr.", "Sr.", "III", "II", "IV"}][-1]
        family = last if len(words) > 1 else ""
    return "" if family == row["name"] else family


def persons(spells, orders):
    """Person's key → name, family name, and the other spellings."""
    found = {}
    for row in spells:
        one = found.setdefault(row["person"], {"name": row["name"], "family": "", "spellings": [], "states": set()})
        one["states"].add(row["state"])
        one["family"] = one["family"] or families(row, orders)
        one["spellings"] += [text for text in row["variants"].split("|") if text]
        # Of two spellings that fold alike, the one with its accents.
        one["name"] = max(one["name"], row["name"], key=lambda text: (sum(ord(c) > 127 for c in text), text))
    alone = set()
    for one in table("person_variants.csv"):
        whose = (one["state"], one["name"])
        key = next((row["person"] for row in spells if (row["state"], row["name"]) == whose), None)
        assert key, f"variants of nobody: {one['state']} {one['name']}"
        found[key]["spellings"] += [text for text in one["variants"].split("|") if text]
        if one["alone"]:
            alone.add(key)
    share(found, alone)
    return found


def share(found, alone):
    """Parts the spellings into those of the whole name, which are the person, and those of the family name."""
    names = {fold(one["name"]) for one in found.values()}
    bearers = Counter(fold(one["family"]) for one in found.values() if one["family"])
    for key, one in found.items():
        seen = set()
        one["variants"], one["families"] = [], []
        family_first = bool(one["states"] & FAMILY_FIRST)
        if key in alone and len(one["family"]) > 3 and not family_first and bearers[fold(one["family"])] == 1:
            one["spellings"].append(one["family"])
        for text in one["spellings"]:
            folded = fold(text)
            if not folded or folded in names or folded in seen:
                continue
            seen.add(folded)
            script = bool(one["states"] & ONE_WORD) and not folded.isascii() and len(folded) > 1
            is_whole = " " in folded or script or key in alone
            if folded != fold(one["family"]) or is_whole:
                one["variants" if is_whole and bearers[folded] < 2 else "families"].append(text)


def spellings(found):
    """Folded spelling → entries `v KEY` (a whole name), `f KEY` (a family name), `n KEY` (a name of several namesakes).
    A whole name that two persons share identifies nobody: it counts as a family name."""
    entries = defaultdict(set)
    for key, one in found.items():
        if key != fold(one["name"]).replace(" ", "-"):
            entries[fold(one["name"])].add(f"n {key}")
        whole = {fold(text) for text in one["variants"]}
        entries_of(entries, whole, f"v {key}")
        names = {fold(text) for text in [one["family"], *one["families"]] if text}
        names |= {name.split()[-1] for name in names if len(name.split()) > 1}
        if one["states"] & BY_EITHER_END:
            names |= {fold(one["name"]).split()[0], fold(one["name"]).split()[-1]}
        entries_of(entries, names, f"f {key}")
    own = {fold(one["name"]) for one in found.values()}
    for text, met in entries.items():
        whole = {entry for entry in met if entry[0] == "v"}
        if len(whole) > 1 or (whole and text in own):
            met -= whole
            met |= {f"f{entry[1:]}" for entry in whole}
    return {text: met for text, met in entries.items() if met}


def entries_of(entries, texts, entry):
    for text in texts:
        if text:
            entries[text].add(entry)


def written(name, columns, rows):
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def main():
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        codes = {row["code"] for row in csv.DictReader(file)}
    with (DATA / "bodies.csv").open(encoding="utf-8", newline="") as file:
        codes |= {row["code"] for row in csv.DictReader(file)}
    with (DATA / "family_names.csv").open(encoding="utf-8", newline="") as file:
        orders = {row["key"]: row["value"] for row in csv.DictReader(file) if row["kind"] == "order"}
    spells = corrected(table("person_spells.csv"))
    for row in spells:
        assert row["state"] in codes, f"unknown code: {row}"
        assert row["class"] in CLASSES and row["title"] and row["start"], row
        assert set(row["mark"].split("|")) <= {"", *MARKS} and set(row["source"].split("|")) <= set(SOURCES), row
    named_persons(spells)
    spells = joined(spells)
    cut = handed_over(spells)
    for row in spells:
        assert first_day(row["start"]) <= last_day(row["end"]), f"ends before it starts: {row}"
    doubled = list(at_once(spells))
    for earlier, later in doubled:
        for row in (earlier, later):
            print("at once:", *(row[column] for column in ("state", "class", "name", "title", "start", "end")))
    assert not doubled, "two holders of one office at once: mark one of them as joint"
    found = persons(spells, orders)
    people = []
    for key, one in found.items():
        people.append([key, one["name"], one["family"], "|".join(one["variants"]), "|".join(one["families"])])
    written("persons.csv", ["person", "name", "family", "variants", "families"], sorted(people))
    columns = ["person", "state", "class", "title", "start", "end", "mark", "source"]
    rows = sorted([row[column] for column in columns] for row in spells)
    for row in rows:
        row[-1] = "|".join(sorted(row[-1].split("|")))
    written("offices.csv", columns, rows)
    entries = sorted(spellings(found).items(), key=lambda one: one[0].encode())
    lines = (f"{text}\t{','.join(sorted(met))}\n" for text, met in entries)
    (DATA.parent / "assets" / "person_spellings.txt").write_text("".join(lines), encoding="utf-8", newline="\n")
    print(f"{len(found)} persons, {len(rows)} spells, {cut} ends cut to the next start")


if __name__ == "__main__":
    main()
