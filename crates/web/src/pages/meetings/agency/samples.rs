//! What health agreed to do on 24 March 2026.

use super::super::show::Agreed;
use super::AgencyListPage;
use crate::components::button::Button;
use crate::components::crumbs::Crumb;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, AgencyListPage)> {
    let page = AgencyListPage {
        crumbs: vec![
            Crumb::new("Meetings", "/meetings"),
            Crumb::new("Conference", "/meetings/118"),
            Crumb::new("Health", ""),
        ],
        initials: "M N and others".into(),
        heading: "What health will do".into(),
        summary: "Conference of Tuesday 24 March 2026".into(),
        children: vec![(
            "Tegen Hosken".into(),
            vec![Agreed {
                what: "Dentist, and the missed two-year check".into(),
                who: "Bev Curnow".into(),
                agency: "Health".into(),
                by: "17 Apr 2026".into(),
                outcome: "Tegen is not in pain".into(),
            }],
        )],
        send: Some(Button::secondary(
            "Record that it was sent",
            "/forms/conference_decision_sent?about=hos-1",
        )),
    };
    vec![("health", page)]
}
