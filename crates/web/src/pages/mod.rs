//! The pages, each a folder: what it shows (`view`), what it looks like with
//! an invented family (`samples`), and how a request reaches it.

pub mod allocation;
pub mod asked;
pub mod assessment;
pub(crate) mod csv;
pub mod doors;
pub mod early_help;
mod form_samples;
pub mod front_door;
pub(crate) mod known;
pub mod lists;
pub mod meetings;
pub(crate) mod naming;
pub mod partners;
pub mod people;
pub mod performance;
pub mod plan;
pub mod practice;
pub mod protection;
pub mod record;
pub mod reports;
pub mod samples;
mod service;
pub mod visits;
pub mod work;

use axum::Router;
use axum::routing::get;

use crate::App;
use crate::forms::Layout;

/// Forms with a page of their own arrangement; every other form is drawn plainly.
pub(crate) const LAYOUTS: &[(&str, Layout)] = &[
    ("conference", meetings::conference::hold),
    ("conference_decision", meetings::conference::decide),
    ("core_group", meetings::core_group::hold),
    ("screening", front_door::decision::screening),
    ("contact_decision", front_door::decision::contact),
    ("decision_review", front_door::review::look),
    ("decision_rerating", front_door::rerating::rate),
    ("referral_decision", front_door::decision::referral),
    ("strategy_discussion", protection::strategy::discuss),
    ("enquiry_decision", protection::strategy::decide),
    ("enquiry_outcome", protection::enquiry_outcome::decide),
    ("visit", visits::note::write),
    ("allocation", allocation::allocate::allocate),
    ("assessment", assessment::form::write),
    ("assessment_sign_off", assessment::sign_off::sign_off),
    ("assessment_return", assessment::sign_off::send_back),
    ("protection_plan", plan::review::write),
    ("protection_plan_approval", plan::review::approve),
];

/// The addresses of the pages.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/recorded/{number}", get(crate::forms::recorded))
        .merge(allocation::routes())
        .merge(early_help::routes())
        .merge(front_door::routes())
        .merge(meetings::routes())
        .merge(lists::routes())
        .merge(partners::routes())
        .merge(people::routes())
        .merge(plan::routes())
        .merge(performance::routes())
        .merge(practice::routes())
        .merge(reports::routes())
        .merge(service::routes())
        .merge(work::routes())
}

/// One page drawn with one of its samples.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The page's folder: `people/story`.
    pub page: &'static str,
    /// Which sample: `protection_plan`.
    pub name: &'static str,
    /// The whole page.
    pub html: String,
}

/// Every page with every sample, for the tests and for looking at.
#[must_use]
pub fn every_sample() -> Vec<Sample> {
    let mut all = doors::every_sample();
    all.extend(allocation::every_sample());
    all.extend(assessment::every_sample());
    all.extend(early_help::every_sample());
    all.extend(front_door::every_sample());
    all.extend(lists::every_sample());
    all.extend(meetings::every_sample());
    all.extend(partners::every_sample());
    all.extend(people::every_sample());
    all.extend(performance::every_sample());
    all.extend(plan::every_sample());
    all.extend(practice::every_sample());
    all.extend(protection::every_sample());
    all.extend(record::every_sample());
    all.extend(reports::every_sample());
    all.extend(visits::every_sample());
    all.extend(work::every_sample());
    all
}
