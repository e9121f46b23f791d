//! A child of the file, as the rules see one.

use jiff::civil::Date;

use super::field::Field::{self, *};
use super::period::Period;
use super::row::{Cell, Row};
use super::table::Table;
use crate::cin_census::element::Element;

/// One child: a row of identifiers, a row of characteristics, and a referral for each row of details.
#[derive(Debug)]
pub(crate) struct Child<'e> {
    /// The census year.
    pub(crate) period: Period,
    pub(crate) identifiers: Row<'e>,
    pub(crate) characteristics: Row<'e>,
    pub(crate) disabilities: Vec<Row<'e>>,
    pub(crate) referrals: Vec<Referral<'e>>,
}

/// A row of details and what followed from the referral.
#[derive(Debug)]
pub(crate) struct Referral<'e> {
    pub(crate) details: Row<'e>,
    pub(crate) assessments: Vec<Row<'e>>,
    /// Child in need plans.
    pub(crate) plans: Vec<Row<'e>>,
    /// Enquiries under section 47.
    pub(crate) enquiries: Vec<Row<'e>>,
    pub(crate) protection_plans: Vec<ProtectionPlan<'e>>,
}

/// A child protection plan and its reviews.
#[derive(Debug)]
pub(crate) struct ProtectionPlan<'e> {
    pub(crate) plan: Row<'e>,
    /// A row for each review's date; one without a date for a group of reviews that has none.
    pub(crate) reviews: Vec<Row<'e>>,
}

impl<'e> Child<'e> {
    /// What the file calls the child; empty where it does not say.
    pub(crate) fn id(&self) -> &'e str {
        self.identifiers.text(ChildId)
    }

    pub(crate) fn born(&self) -> Option<Date> {
        self.identifiers.day(BirthDate)
    }

    pub(crate) fn died(&self) -> Option<Date> {
        self.identifiers.day(DeathDate)
    }

    /// Every child in need plan of every referral.
    pub(crate) fn plans(&self) -> impl Iterator<Item = &Row<'e>> {
        self.referrals.iter().flat_map(|referral| &referral.plans)
    }

    /// Every enquiry of every referral.
    pub(crate) fn enquiries(&self) -> impl Iterator<Item = &Row<'e>> {
        self.referrals.iter().flat_map(|referral| &referral.enquiries)
    }

    /// Every assessment of every referral.
    pub(crate) fn assessments(&self) -> impl Iterator<Item = &Row<'e>> {
        self.referrals.iter().flat_map(|referral| &referral.assessments)
    }

    /// Every child protection plan of every referral.
    pub(crate) fn protection_plans(&self) -> impl Iterator<Item = &Row<'e>> {
        self.referrals.iter().flat_map(Referral::protection_plans)
    }

    /// Every row of details.
    pub(crate) fn details(&self) -> impl Iterator<Item = &Row<'e>> {
        self.referrals.iter().map(|referral| &referral.details)
    }
}

impl<'e> Referral<'e> {
    /// The rows of its child protection plans.
    pub(crate) fn protection_plans(&self) -> impl Iterator<Item = &Row<'e>> {
        self.protection_plans.iter().map(|plan| &plan.plan)
    }

    /// Whether it led to no further action.
    pub(crate) fn no_further_action(&self) -> bool {
        self.details.yes(NoFurtherAction)
    }
}

/// What is odd about a file without being a rule's fault: where, what, and the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Oddity<'e> {
    /// An element whose value should be a day and is none.
    NoDay(&'static str),
    /// An element that the census does not have there: within what, and its name.
    Unknown(&'static str, &'e str),
    /// Text between the elements of a row.
    Text(&'static str),
    /// An element given more than once where once is right.
    Again(&'static str, &'e str),
}

/// Reads children, numbering their rows.
pub(super) struct Reading<'t> {
    period: Period,
    /// The next row of each table.
    next: [u64; Table::COUNT],
    rows_of_child: usize,
    odd: &'t mut dyn FnMut(Oddity<'_>, u64),
}

const GROUPS: &[&str] = &[
    "Assessments",
    "CINPlanDates",
    "Section47",
    "ChildProtectionPlans",
    // From 2026-27. No rule looks at it.
    "PreProceedingsandFGDM",
];

impl<'t> Reading<'t> {
    pub(super) fn new(
        period: Period,
        next: [u64; Table::COUNT],
        odd: &'t mut dyn FnMut(Oddity<'_>, u64),
    ) -> Reading<'t> {
        Reading { period, next, rows_of_child: 0, odd }
    }

    /// The numbers of the rows to come.
    pub(super) fn next(&self) -> [u64; Table::COUNT] {
        self.next
    }

    pub(super) fn child<'e>(&mut self, element: &'e Element) -> Child<'e> {
        self.rows_of_child = 0;
        self.only(element, "Child", &["ChildIdentifiers", "ChildCharacteristics"], &["CINdetails"]);
        let identifiers = self.first(element, "ChildIdentifiers", Table::ChildIdentifiers, &[]);
        let characteristics =
            self.first(element, "ChildCharacteristics", Table::ChildCharacteristics, &["Disabilities"]);
        let lists = element.named("ChildCharacteristics").take(1).flat_map(|row| row.named("Disabilities"));
        let mut disabilities = Vec::new();
        for entry in lists.flat_map(|list| &list.children) {
            let mut row = self.open(Table::Disabilities, entry.line);
            self.hold(&mut row, Disability, entry);
            disabilities.push(row);
        }
        let referrals = element.named("CINdetails").map(|details| self.referral(details)).collect();
        Child { period: self.period, identifiers, characteristics, disabilities, referrals }
    }

    fn referral<'e>(&mut self, element: &'e Element) -> Referral<'e> {
        let details = self.row(element, Table::CinDetails, GROUPS);
        let mut referral = Referral {
            details,
            assessments: Vec::new(),
            plans: Vec::new(),
            enquiries: Vec::new(),
            protection_plans: Vec::new(),
        };
        for group in &element.children {
            match group.name.as_str() {
                "Assessments" => {
                    let mut row = self.row(group, Table::Assessments, &["FactorsIdentifiedAtAssessment"]);
                    let lists = group.named("FactorsIdentifiedAtAssessment");
                    for factor in lists.flat_map(|list| &list.children) {
                        self.hold(&mut row, Factors, factor);
                    }
                    referral.assessments.push(row);
                }
                "CINPlanDates" => referral.plans.push(self.row(group, Table::CinPlanDates, &[])),
                "Section47" => referral.enquiries.push(self.row(group, Table::Section47, &[])),
                "ChildProtectionPlans" => {
                    let plan = self.row(group, Table::ChildProtectionPlans, &["Reviews"]);
                    let reviews = group.named("Reviews").flat_map(|group| self.reviews(group)).collect();
                    referral.protection_plans.push(ProtectionPlan { plan, reviews });
                }
                _ => {}
            }
        }
        referral
    }

    /// The reviews of a group, all with the group's number.
    fn reviews<'e>(&mut self, group: &'e Element) -> Vec<Row<'e>> {
        self.only(group, "Reviews", &[], &[ReviewDate.element()]);
        let mut number = None;
        let mut rows = Vec::new();
        for date in group.named(ReviewDate.element()) {
            let mut row = self.open(Table::Reviews, date.line);
            if number.is_some() {
                self.next[Table::Reviews as usize] -= 1;
                row.number = number;
            }
            number = row.number;
            self.hold(&mut row, ReviewDate, date);
            rows.push(row);
        }
        if rows.is_empty() {
            self.rows_of_child += 1;
            rows.push(Row::new(Table::Reviews, None, group.line, self.rows_of_child));
        }
        rows
    }

    /// The one row of a table that a child has; an empty one where it has none.
    fn first<'e>(
        &mut self,
        child: &'e Element,
        name: &'static str,
        table: Table,
        groups: &[&str],
    ) -> Row<'e> {
        match child.named(name).next() {
            Some(element) => self.row(element, table, groups),
            None => self.open(table, child.line),
        }
    }

    /// A row with its values.
    pub(super) fn row<'e>(&mut self, element: &'e Element, table: Table, groups: &[&str]) -> Row<'e> {
        let mut row = self.open(table, element.line);
        let fields: Vec<&str> = table.fields().iter().map(|field| field.element()).collect();
        self.only(element, table.name(), &fields, groups);
        for value in &element.children {
            let field = table.fields().iter().find(|field| field.element() == value.name);
            if let Some(field) = field.filter(|field| **field != Factors) {
                self.hold(&mut row, *field, value);
            }
        }
        row
    }

    fn open<'e>(&mut self, table: Table, line: u64) -> Row<'e> {
        let number = self.next[table as usize];
        self.next[table as usize] += 1;
        self.rows_of_child += 1;
        Row::new(table, Some(number), line, self.rows_of_child)
    }

    fn hold<'e>(&mut self, row: &mut Row<'e>, field: Field, element: &'e Element) {
        let Some(cell) = Cell::new(field, element) else { return };
        if cell.is_no_day() {
            (self.odd)(Oddity::NoDay(field.element()), cell.line);
        }
        row.hold(cell);
    }

    /// Says what an element holds beside what it should, and what it holds more than once.
    fn only(&mut self, element: &Element, within: &'static str, once: &[&str], often: &[&str]) {
        if element.value().is_some() {
            (self.odd)(Oddity::Text(within), element.line);
        }
        for (at, part) in element.children.iter().enumerate() {
            let name = part.name.as_str();
            if once.contains(&name) {
                if element.children[..at].iter().any(|earlier| earlier.name == name) {
                    (self.odd)(Oddity::Again(within, name), part.line);
                }
            } else if !often.contains(&name) {
                (self.odd)(Oddity::Unknown(within, name), part.line);
            }
        }
    }
}
