"""Invented census files with faults planted in them, and what the sector's own validator finds there.

    oracle.py OUT YEAR SEED

writes OUT/clean.xml, OUT/faults.xml, OUT/twice.xml (children with another's identifiers), OUT/whole.xml (a
wrong reference date, a child without identifier, no conferences) and OUT/theirs.json: {file: {"faults": {rule: {table: [row]}}, "crashed": [rule]}}; a fault of the
return as a whole is row 0 of table "". Needs csc-validator-be-cin (PyPI), Python 3.11.
"""

import copy
import datetime
import json
import logging
import os
import random
import sys
import warnings
import xml.etree.ElementTree as ET

ETHNICITIES = "WBRI WIRI WOTH MWBC MOTH AIND APKN BCRB BAFR CHNE OOTH REFU NOBT".split()
DISABILITIES = "MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA".split()
FACTORS = "1A 1B 2A 3B 4A 4B 5A 6A 7A 9A 10A 11A 12A 13A 15A 16A 17A 18B 18C 19B 19C 20 22A 23A 24A".split()
SOURCES = "1A 1B 1C 1D 2A 2B 3A 3B 3E 4 5A 5B 5C 5D 6 7 8 9 10".split()
LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"

# Values that are wrong, or right elsewhere, to be put in place of a right one.
VALUES = {
    "UPN": "A123456789012 H801200001001 H80120000X001 H999200001001 C942200001001 H80120000100O H8012",
    "FormerUPN": "H801200001001 H8012000010 1801200001001", "UPNunknown": "UN1 UN2 UN7 UN9",
    "LAchildID": "A-1 A23456789012345678901", "Sex": "M F U X 1", "GenderCurrent": "0 1 2 9 X",
    "Ethnicity": "MARS", "Disability": "NONE MOB LD WINGS", "ReferralSource": "99 1A",
    "PrimaryNeedCode": "N10 N0", "ReasonForClosure": "RC10 RC2 RC7 RC8 RC9", "ReferralNFA": "0 1 true false maybe",
    "ICPCnotRequired": "0 1 true false", "AssessmentFactors": "21 18A 19A RB 1A", "InitialCategoryOfAbuse": "NEG XXX",
    "LatestCategoryOfAbuse": "NEG XXX", "NumberOfPreviousCPP": "0 3 -1",
}
NOT_DAYS = {"UPN", "FormerUPN", "UPNunknown", "Sex", "GenderCurrent"}
DAYS = {"PersonBirthDate", "ExpectedPersonBirthDate", "PersonDeathDate", "CINreferralDate", "CINclosureDate",
        "DateOfInitialCPC", "AssessmentActualStartDate", "AssessmentAuthorisationDate", "CINPlanStartDate",
        "CINPlanEndDate", "S47ActualStartDate", "InitialCPCtarget", "CPPstartDate", "CPPendDate", "CPPreviewDate"}
# What may be added to an element that lacks it, in the order of the schema or not: neither reader minds.
MAY_HAVE = {
    "ChildIdentifiers": "FormerUPN UPNunknown ExpectedPersonBirthDate PersonDeathDate PersonDeathDate UPN",
    "CINdetails": "CINclosureDate ReasonForClosure DateOfInitialCPC", "Assessments": "AssessmentAuthorisationDate",
    "CINPlanDates": "CINPlanEndDate", "Section47": "DateOfInitialCPC InitialCPCtarget",
    "ChildProtectionPlans": "CPPendDate",
}
GROUPS = {"Assessments", "CINPlanDates", "Section47", "ChildProtectionPlans", "CINdetails", "AssessmentFactors",
          "Disability"}


def workday(day):
    while day.weekday() >= 5:
        day += datetime.timedelta(days=1)
    return day


class County:
    """Children as a careful authority would return them."""

    def __init__(self, year, rng):
        self.year, self.rng = year, rng
        self.start, self.end = datetime.date(year - 1, 4, 1), datetime.date(year, 3, 31)

    def put(self, parent, name, value):
        ET.SubElement(parent, name).text = value.isoformat() if isinstance(value, datetime.date) else str(value)

    def file(self, count):
        message = ET.Element("Message")
        header = ET.SubElement(message, "Header")
        details = ET.SubElement(header, "CollectionDetails")
        for name, value in [("Collection", "CIN"), ("Year", self.year), ("ReferenceDate", self.end)]:
            self.put(details, name, value)
        source = ET.SubElement(header, "Source")
        self.put(source, "LEA", "908")
        children = ET.SubElement(message, "Children")
        for number in range(count):
            self.child(children, number)
        return message

    def child(self, children, number):
        rng = self.rng
        child = ET.SubElement(children, "Child")
        names = ET.SubElement(child, "ChildIdentifiers")
        self.put(names, "LAchildID", f"C{number:05}")
        unborn = rng.random() < 0.06
        born = self.end - datetime.timedelta(days=rng.randint(400, 6500))
        if unborn:
            born = self.end + datetime.timedelta(days=rng.randint(1, 200))
            self.put(names, "UPNunknown", "UN2")
            self.put(names, "ExpectedPersonBirthDate", born)
        else:
            digits = f"{rng.choice(['801', '908', '330'])}{rng.randint(10, 25)}{number:07}"
            weighed = sum(int(digit) * weight for weight, digit in enumerate(digits, 2))
            self.put(names, "UPN", LETTERS[weighed % 23] + digits)
            self.put(names, "PersonBirthDate", born)
        old = self.year <= 2024
        sex = ("0" if old else "U") if unborn else rng.choice("12" if old else "MF")
        self.put(names, "GenderCurrent" if old else "Sex", sex)
        traits = ET.SubElement(child, "ChildCharacteristics")
        self.put(traits, "Ethnicity", rng.choice(ETHNICITIES))
        listed = ET.SubElement(traits, "Disabilities")
        for code in rng.sample(DISABILITIES, rng.choice([0, 0, 1, 2])) or ["NONE"]:
            self.put(listed, "Disability", code)
        first = max(self.start, born - datetime.timedelta(days=270)) if unborn else self.start
        day = workday(first + datetime.timedelta(days=rng.randint(1, 60 if unborn else 200)))
        for turn in range(rng.choice([1, 1, 2, 3])):
            day = self.referral(child, day, rng.choice(["nfa", "early", "plan", "protection", "protection"]))
            if day is None or day > self.end - datetime.timedelta(days=60):
                break

    def referral(self, child, day, kind):
        """A referral and what came of it; the day after its closure, or none while it is open."""
        rng = self.rng
        after = lambda days: workday(day + datetime.timedelta(days=days))
        details = ET.SubElement(child, "CINdetails")
        self.put(details, "CINreferralDate", day)
        self.put(details, "ReferralSource", rng.choice(SOURCES))
        self.put(details, "PrimaryNeedCode", f"N{rng.randint(1, 8)}")
        length = {"nfa": 0, "early": 30, "plan": 70, "protection": 130}[kind]
        closed = after(length)
        if closed > self.end - datetime.timedelta(days=1) or (length > 60 and rng.random() < 0.5):
            closed = None
        if closed:
            self.put(details, "CINclosureDate", closed)
            self.put(details, "ReasonForClosure", "RC8" if kind == "early" else "RC7")
        if kind != "nfa":
            begun = ET.SubElement(details, "Assessments")
            self.put(begun, "AssessmentActualStartDate", after(1))
            if after(28) <= self.end:
                self.put(begun, "AssessmentAuthorisationDate", after(28))
                listed = ET.SubElement(begun, "FactorsIdentifiedAtAssessment")
                for factor in rng.sample(FACTORS, rng.randint(1, 3)):
                    self.put(listed, "AssessmentFactors", factor)
        if kind == "plan":
            plan = ET.SubElement(details, "CINPlanDates")
            self.put(plan, "CINPlanStartDate", min(after(35), self.end))
            if closed:
                self.put(plan, "CINPlanEndDate", closed)
        if kind == "protection":
            self.protection(details, day, closed)
        self.put(details, "ReferralNFA", rng.choice(["1", "true"]) if kind == "nfa" else rng.choice(["0", "0", "false"]))
        return closed + datetime.timedelta(days=1) if closed else None

    def protection(self, details, day, closed):
        after = lambda days: workday(day + datetime.timedelta(days=days))
        enquiry = ET.SubElement(details, "Section47")
        self.put(enquiry, "S47ActualStartDate", after(2))
        self.put(enquiry, "InitialCPCtarget", after(16))
        if after(16) > self.end:
            self.put(enquiry, "ICPCnotRequired", "0")
            return
        self.put(enquiry, "DateOfInitialCPC", after(16))
        self.put(enquiry, "ICPCnotRequired", "0")
        plan = ET.SubElement(details, "ChildProtectionPlans")
        self.put(plan, "CPPstartDate", after(16))
        if closed:
            self.put(plan, "CPPendDate", closed)
        for name in ["InitialCategoryOfAbuse", "LatestCategoryOfAbuse"]:
            self.put(plan, name, self.rng.choice(["NEG", "PHY", "SAB", "EMO"]))
        self.put(plan, "NumberOfPreviousCPP", self.rng.randint(0, 2))
        dates = [after(days) for days in (100, 120) if after(days) <= min(closed or self.end, self.end)]
        if dates:
            reviews = ET.SubElement(plan, "Reviews")
            for date in dates[: self.rng.choice([1, 1, 2])]:
                self.put(reviews, "CPPreviewDate", date)

    def day(self):
        """Some day, mostly of the year, sometimes none."""
        rng = self.rng
        chance = rng.random()
        if chance < 0.1:
            return rng.choice(["soon", f"{self.year}-02-30"])
        days = rng.randint(-3000, 400) if chance < 0.25 else rng.randint(-10, 375)
        return (self.start + datetime.timedelta(days=days)).isoformat()

    def contrive(self, child):
        """A fault of two things together, which chance would seldom make."""
        rng = self.rng
        details = rng.choice(child.findall("CINdetails") or [child])
        what = rng.randrange(9)
        ends = {"CINPlanDates": ("CINPlanStartDate", "CINPlanEndDate"), "ChildProtectionPlans": ("CPPstartDate", "CPPendDate")}
        for group, (start, end) in ends.items():
            for plan in details.findall(group) if what == 0 else []:
                self.set(plan, end, plan.findtext(start))
        enquiry, plan = details.find("Section47"), details.find("ChildProtectionPlans")
        if what == 1 and enquiry is not None:
            self.set(details, "DateOfInitialCPC", enquiry.findtext("DateOfInitialCPC"))
        if what in (2, 3) and plan is not None:
            other = ET.SubElement(details, "CINPlanDates")
            self.put(other, "CINPlanStartDate", rng.choice([self.day(), plan.findtext("CPPstartDate")]))
            if what == 3:
                self.put(other, "CINPlanEndDate", rng.choice([self.day(), plan.findtext("CPPendDate") or self.end]))
        if what == 4:
            self.set(child.find("ChildIdentifiers"), "PersonBirthDate", f"{self.year - rng.choice([26, 27, 40])}-05-01")
        for group, end in [("Section47", "DateOfInitialCPC"), ("Assessments", "AssessmentAuthorisationDate")]:
            first = details.find(group)
            if what == 5 and first is not None:
                twin = copy.deepcopy(first)
                details.append(twin)
                for one in rng.choice([[first, twin], [twin]]):
                    self.set(one, end, None)
        assessment = details.find("Assessments")
        if what == 6 and assessment is not None:
            self.set(assessment, "AssessmentAuthorisationDate", None)
            self.set(assessment, "AssessmentActualStartDate", f"{self.year - 1}-0{rng.randint(1, 9)}-15")
        if what == 7 and enquiry is not None:
            self.set(enquiry, "DateOfInitialCPC", None)
            self.set(enquiry, "S47ActualStartDate", f"{self.year - 1}-0{rng.randint(1, 9)}-15")
            self.set(enquiry, "ICPCnotRequired", rng.choice("001"))
        if what == 8:
            self.set(child.find("ChildIdentifiers"), "PersonDeathDate", self.day())
            self.set(details, "ReasonForClosure", rng.choice(["RC2", "RC8", "RC9"]))

    def set(self, parent, name, text):
        part = parent.find(name)
        if part is not None:
            parent.remove(part)
        if text:
            self.put(parent, name, text)

    def plant(self, child):
        """Puts one fault, or something that looks like one, into a child."""
        rng = self.rng
        every = [(parent, part) for parent in child.iter() for part in parent]
        parent, part = rng.choice(every)
        chance = rng.random()
        if part.tag in MAY_HAVE and chance < 0.45:
            name = rng.choice(MAY_HAVE[part.tag].split())
            if part.find(name) is None:
                self.put(part, name, self.day() if name in DAYS else rng.choice(VALUES[name].split()))
        elif part.tag in GROUPS and chance < 0.75:
            twin = copy.deepcopy(part)
            parent.insert(list(parent).index(part), twin)
            for value in twin.iter():
                if value.tag in DAYS and rng.random() < 0.4:
                    value.text = self.day()
        elif part.tag in GROUPS and part.tag != "CINdetails" and chance < 0.85:
            parent.remove(part)
        elif part.tag in DAYS:
            self.change(parent, part, self.day())
        elif part.tag in VALUES and part.tag != "LAchildID":
            self.change(parent, part, rng.choice(VALUES[part.tag].split()))
        elif part.tag == "LAchildID" and chance < 0.3:
            part.text = f"{part.text}-1" if chance < 0.15 else f"{part.text}23456789012345678"
        elif part.tag == "CINdetails" and chance > 0.97:
            parent.remove(part)

    def change(self, parent, part, text):
        if self.rng.random() < 0.25:
            parent.remove(part)
        else:
            part.text = text


def theirs(path, year):
    import cin_validator.cin_validator as validator
    from cin_validator.rule_engine import RuleContext
    from cin_validator.rules.ruleset_utils import get_year_ruleset

    data = validator.process_data(validator.convert_data(ET.parse(path).getroot()))
    data = validator.enum_keys(data)
    faults, crashed = {}, {}
    for rule in get_year_ruleset(str(year)).values():
        context = RuleContext(rule)
        try:
            rule.func(copy.deepcopy(data), context)
        except Exception as fault:  # The tool itself prints this and counts the rule as passed.
            crashed[str(rule.code)] = str(fault)
        kinds = [context.type_zero_issues, context.type_one_issues, context.type_two_issues, context.type_three_issues]
        found = max(kinds, key=len)
        rows = faults.setdefault(str(rule.code), {})
        if len(context.la_level_issues):
            rows[""] = [0]
        elif len(found):
            for table, row in zip(found["tables_affected"], found["ROW_ID"]):
                if row == row:  # Not a number where a join of theirs went wrong.
                    rows.setdefault(table, []).append(int(row))
    faults = {rule: {table: sorted(set(at)) for table, at in rows.items()} for rule, rows in faults.items() if rows}
    return {"faults": faults, "crashed": sorted(crashed)}


def main(out, year, seed):
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    rng = random.Random(seed)
    county = County(year, rng)
    files = {"clean": county.file(120), "faults": county.file(700), "twice": county.file(12), "whole": county.file(30)}
    for child in files["faults"].find("Children"):
        for _ in range(rng.choice([0, 1, 2, 3, 4])):
            county.plant(child)
        if rng.random() < 0.4:
            county.contrive(child)
    for at, name in [(3, "LAchildID"), (5, "LAchildID"), (7, "UPN")]:
        child = files["twice"].find("Children")[at].find("ChildIdentifiers")
        first = files["twice"].find("Children")[2].find("ChildIdentifiers")
        for names, text in [(first, "H801200001001"), (child, "H801200001001")] if name == "UPN" else [(child, "C00002")]:
            if names.find(name) is None:
                ET.SubElement(names, name)
            names.find(name).text = text
    whole = files["whole"]
    whole.find("Header/CollectionDetails/ReferenceDate").text = f"{year}-03-30"
    names = whole.find("Children")[1].find("ChildIdentifiers")
    names.remove(names.find("LAchildID"))
    for child in whole.find("Children"):
        for parent in [*child.iter("Section47"), *child.iter("Disabilities")]:
            for name, few in [("DateOfInitialCPC", 0), ("Disability", 1)]:
                for part in parent.findall(name)[few:]:
                    parent.remove(part)
    found = {}
    for name, root in files.items():
        path = os.path.join(out, f"{name}.xml")
        ET.indent(root)
        ET.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
        found[name] = theirs(path, year)
    with open(os.path.join(out, "theirs.json"), "w", encoding="utf-8") as file:
        json.dump(found, file)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
