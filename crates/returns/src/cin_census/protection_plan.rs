//! A child protection plan and its reviews.

use jiff::civil::Date;

use super::codes::ABUSE_CATEGORY;
use super::element::Element;
use super::ledger::{Ledger, SourceRow};
use super::row::{Coded, Row};

/// One child protection plan.
#[derive(Debug, Clone, PartialEq)]
pub struct ChildProtectionPlan {
    /// Where it stands.
    pub source: SourceRow,
    /// Start.
    pub start_date: Date,
    /// End.
    pub end_date: Option<Date>,
    /// Category of abuse at the start.
    pub initial_category: Option<Coded>,
    /// Category of abuse now, or at the end.
    pub latest_category: Option<Coded>,
    /// How many plans the child had before this one.
    pub number_of_previous_plans: Option<u32>,
    /// Reviews held in the year.
    pub reviews: Vec<Review>,
}

/// One review conference.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Where it stands.
    pub source: SourceRow,
    /// When it met.
    pub date: Date,
}

impl ChildProtectionPlan {
    pub(super) fn read(
        ledger: &mut Ledger,
        element: &Element,
        child: Option<&str>,
    ) -> Option<ChildProtectionPlan> {
        let mut row = Row::open(ledger, element, "ChildProtectionPlans", child);
        let source = row.source;
        let start_date = row.date_required("CPPstartDate");
        let mut plan = ChildProtectionPlan {
            source,
            start_date: start_date.unwrap_or_default(),
            end_date: row.date("CPPendDate"),
            initial_category: row.code("InitialCategoryOfAbuse", &ABUSE_CATEGORY),
            latest_category: row.code("LatestCategoryOfAbuse", &ABUSE_CATEGORY),
            number_of_previous_plans: row.count("NumberOfPreviousCPP"),
            reviews: Vec::new(),
        };
        let sound = row.close(FIELDS);
        plan.reviews = reviews(ledger, element, child);
        if !sound {
            let beneath: Vec<SourceRow> = plan.reviews.iter().map(|review| review.source).collect();
            ledger.leave_out_beneath(source, child, &beneath);
            return None;
        }
        Some(plan)
    }
}

const FIELDS: &[&str] = &[
    "CPPstartDate",
    "CPPendDate",
    "InitialCategoryOfAbuse",
    "LatestCategoryOfAbuse",
    "NumberOfPreviousCPP",
    "Reviews",
];

/// Every date of every `Reviews` group; the schema allows one group, suppliers write several.
fn reviews(ledger: &mut Ledger, element: &Element, child: Option<&str>) -> Vec<Review> {
    let mut reviews = Vec::new();
    for group in element.named("Reviews") {
        for entry in &group.children {
            if entry.name != "CPPreviewDate" {
                ledger.note_unknown(entry.line, "Reviews", &entry.name, child);
                continue;
            }
            let mut row = Row::open(ledger, entry, "Reviews", child);
            let source = row.source;
            row.value_required();
            let date = row.date_of(entry);
            row.close(&[]);
            reviews.extend(date.map(|date| Review { source, date }));
        }
    }
    reviews
}
