//! The front door in March 2026: three agencies, one contact undecided.

use super::{AgencyLine, ContactLine, PackPage, ReportPage};
use crate::components::segments::Segment;
use crate::pages::asked::PeriodForm;

fn contacts() -> Vec<ContactLine> {
    let line = |name: &str, href: &str, agency: &str, outcome: &str, wait: &str| ContactLine {
        name: name.into(),
        href: href.into(),
        agency: agency.into(),
        received: "2 Mar 2026".into(),
        outcome: outcome.into(),
        wait: wait.into(),
        informed: "3 Mar 2026".into(),
        notes: String::new(),
    };
    vec![
        line("Morwenna Nance", "/people/NAN-1", "Police", "Accepted as a referral", "1 working day"),
        line("A restricted record", "", "School or nursery", "Not yet decided", ""),
    ]
}

/// Every sample of the report.
#[must_use]
pub fn samples() -> Vec<(&'static str, ReportPage)> {
    let period = PeriodForm {
        action: "/front-door/report".into(),
        kept: Vec::new(),
        from: "2026-03-01".into(),
        to: "2026-03-26".into(),
    };
    let agency = |name: &str, code: &str, referrals: usize, rate: &str| AgencyLine {
        name: name.into(),
        href: format!("/front-door/report?agency={code}"),
        pack_href: format!("/front-door/report/{code}"),
        contacts: 3,
        decided: 3,
        in_time: "3 of 3 in a working day".into(),
        referrals,
        rate: rate.into(),
        untold: 0,
    };
    let march = ReportPage {
        summary: "1 March 2026 to 26 March 2026. Contacts about 6 children from 2 agencies.".into(),
        period: period.clone(),
        counts: vec![
            (Segment::new("Contacts received, one for each child", "/front-door/report?show=all", true), 6),
            (Segment::new("Not yet decided", "/front-door/report?show=undecided", false), 1),
        ],
        agencies: vec![agency("Police", "police", 1, "33%"), agency("School or nursery", "school", 0, "0%")],
        open_heading: "Contacts received, one for each child".into(),
        contacts: contacts(),
        csv_href: "/front-door/report?format=csv".into(),
        ..ReportPage::default()
    };
    let empty = ReportPage {
        summary: "1 March 2026 to 26 March 2026. No contact came.".into(),
        open_heading: "Contacts received, one for each child".into(),
        period,
        ..ReportPage::default()
    };
    vec![("march", march), ("empty", empty)]
}

/// Every sample of a feedback pack.
#[must_use]
pub fn pack_samples() -> Vec<(&'static str, PackPage)> {
    let page = PackPage {
        agency: "Police".into(),
        period: "1 March 2026 to 26 March 2026".into(),
        said: vec!["3 contacts came from this agency; 1 became a referral.".into()],
        contacts: contacts(),
        csv_href: "/front-door/report/police?format=csv".into(),
        report_href: "/front-door/report".into(),
        printed: "Printed 26 March 2026 at 2:15pm".into(),
    };
    vec![("police", page)]
}
