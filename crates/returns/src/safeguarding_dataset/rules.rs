//! The rules: of every table, then the order of days.

use super::rule::{Check, Rule, after_birth, in_order};
use super::tables::{Field, Kind};
use crate::fault::Severity::{Error, Query};
use crate::ssda903::day;

/// Whether a value is a code of its field, alone or with its words after a dash: `N1`, `N1 - Abuse or neglect`.
fn is_code(field: &Field, value: &str) -> bool {
    let code = value.split(" - ").next().unwrap_or_default().trim();
    field.codes.iter().any(|known| known.eq_ignore_ascii_case(code))
}

/// Whether a day is one that systems write where there is none.
fn filler(value: &str) -> bool {
    day(value).is_some_and(|day| day.year() <= 1900 || day.year() >= 2100)
}

fn no_number(field: &Field, value: &str) -> bool {
    match field.kind {
        Kind::Whole => {
            value.parse::<i64>().is_err()
                && !value.eq_ignore_ascii_case("true")
                && !value.eq_ignore_ascii_case("false")
        }
        Kind::Number => value.parse::<f64>().is_err(),
        Kind::Text(_) | Kind::Day => false,
    }
}

/// Whether it is longer than SQL Server’s own count of its letters allows.
fn too_long(field: &Field, value: &str) -> bool {
    let Kind::Text(Some(size)) = field.kind else { return false };
    value.len() > size && value.encode_utf16().count() > size
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "D001",
        message: "The table lacks this column.",
        mend: "Add the column, even if it is empty.",
        severity: Error,
        check: Check::Columns,
        examples: ("", ""),
    },
    Rule {
        code: "D002",
        message: "The row has more values, or fewer, than the table has columns.",
        mend: "Put values that hold a comma or a new line in quotation marks.",
        severity: Error,
        check: Check::Width,
        examples: ("", ""),
    },
    Rule {
        code: "D003",
        message: "The value is not given.",
        mend: "Give it.",
        severity: Error,
        check: Check::Value(|field, value| field.must && value.is_empty()),
        examples: ("ssd_contacts cont_contact_source_code=", "ssd_contacts cont_person_id="),
    },
    Rule {
        code: "D004",
        message: "The value is not a day.",
        mend: "Write it as 2026-03-31, with or without a time after it.",
        severity: Error,
        check: Check::Value(|field, value| {
            field.kind == Kind::Day && !value.is_empty() && day(value).is_none()
        }),
        examples: (
            "ssd_contacts cont_contact_date=2026-03-31T10:00:00.000; ssd_contacts \
             cont_contact_date=31/03/2026",
            "ssd_contacts cont_contact_date=2026-02-31",
        ),
    },
    Rule {
        code: "D005",
        message: "The value is not a number, or not a whole one.",
        mend: "Give a number, without words or separators.",
        severity: Error,
        check: Check::Value(|field, value| !value.is_empty() && no_number(field, value)),
        examples: (
            "ssd_cla_placement clap_cla_placement_distance=12.5; ssd_pre_proceedings \
             prep_pre_pro_meetings_num=2",
            "ssd_pre_proceedings prep_pre_pro_meetings_num=2.5",
        ),
    },
    Rule {
        code: "D006",
        message: "The value is longer than the field.",
        mend: "Shorten it: a database that holds the field as specified would refuse it, or cut it off.",
        severity: Error,
        check: Check::Value(too_long),
        examples: ("ssd_cin_visits cinv_cin_visit_seen=Y", "ssd_cin_visits cinv_cin_visit_seen=Yes"),
    },
    Rule {
        code: "D007",
        message: "The value is none of the field’s codes.",
        mend: "Give one of the codes",
        severity: Error,
        check: Check::Value(|field, value| {
            !field.codes.is_empty() && !value.is_empty() && !is_code(field, value)
        }),
        examples: (
            "ssd_person pers_sex=F; ssd_cin_episodes cine_close_reason=rc7; ssd_cin_episodes \
             cine_cin_primary_need_code=N1",
            "ssd_person pers_sex=1",
        ),
    },
    Rule {
        code: "D008",
        message: "The day is one that systems write where there is none.",
        mend: "Leave it blank, or give the day.",
        severity: Query,
        check: Check::Value(|field, value| field.kind == Kind::Day && filler(value)),
        examples: ("ssd_contacts cont_contact_date=2026-03-31", "ssd_contacts cont_contact_date=1900-01-01"),
    },
    Rule {
        code: "D009",
        message: "The identifier stands in an earlier row of the table.",
        mend: "Give each row an identifier of its own, or keep one of the rows.",
        severity: Error,
        check: Check::Key,
        examples: (
            "ssd_contacts cont_contact_id=1; ssd_contacts cont_contact_id=2",
            "ssd_contacts cont_contact_id=1; ssd_contacts cont_contact_id=1",
        ),
    },
    Rule {
        code: "D010",
        message: "The specification says that no two rows share this value, and an earlier row has it.",
        mend: "Put the wrong one right.",
        severity: Query,
        check: Check::Once,
        examples: ("ssd_send send_upn=A1; ssd_send; ssd_send", "ssd_send send_upn=A1; ssd_send send_upn=A1"),
    },
    Rule {
        code: "D011",
        message: "The value stands in no row of the table that it refers to.",
        mend: "Add the row it refers to, or put the value right.",
        severity: Error,
        check: Check::Refers { implied: false },
        examples: (
            "ssd_person pers_person_id=P; ssd_contacts cont_person_id=P",
            "ssd_person pers_person_id=P; ssd_contacts cont_person_id=Q",
        ),
    },
    Rule {
        code: "D012",
        message: "The value stands in no row of the table that its name says it refers to.",
        mend: "Add the row it refers to, or put the value right.",
        severity: Query,
        check: Check::Refers { implied: true },
        examples: (
            "ssd_cp_plans cppl_cp_plan_id=C; ssd_cp_visits cppv_cp_plan_id=C",
            "ssd_cp_plans cppl_cp_plan_id=C; ssd_cp_visits cppv_cp_plan_id=D",
        ),
    },
    in_order!(
        "D101",
        "ssd_address",
        "addr_address_start_date",
        "addr_address_end_date",
        "The address ended before it began."
    ),
    in_order!("D102", "ssd_person", "pers_dob", "pers_death_date", "The person died before birth."),
    in_order!(
        "D103",
        "ssd_early_help_episodes",
        "earl_episode_start_date",
        "earl_episode_end_date",
        "The early help ended before it began."
    ),
    in_order!(
        "D104",
        "ssd_cin_episodes",
        "cine_referral_date",
        "cine_close_date",
        "The case was closed before the referral."
    ),
    in_order!(
        "D105",
        "ssd_cin_assessments",
        "cina_assessment_start_date",
        "cina_assessment_auth_date",
        "The assessment was authorised before it began."
    ),
    in_order!(
        "D106",
        "ssd_cin_plans",
        "cinp_cin_plan_start_date",
        "cinp_cin_plan_end_date",
        "The child in need plan ended before it began."
    ),
    in_order!(
        "D107",
        "ssd_s47_enquiry",
        "s47e_s47_start_date",
        "s47e_s47_end_date",
        "The enquiry ended before it began."
    ),
    in_order!(
        "D108",
        "ssd_cp_plans",
        "cppl_cp_plan_start_date",
        "cppl_cp_plan_end_date",
        "The child protection plan ended before it began."
    ),
    in_order!(
        "D109",
        "ssd_cla_episodes",
        "clae_cla_episode_start_date",
        "clae_cla_episode_ceased_date",
        "The episode of care ended before it began."
    ),
    in_order!(
        "D110",
        "ssd_cla_episodes",
        "clae_entered_care_date",
        "clae_cla_episode_start_date",
        "The episode of care began before the child entered care."
    ),
    in_order!(
        "D111",
        "ssd_cla_placement",
        "clap_cla_placement_start_date",
        "clap_cla_placement_end_date",
        "The placement ended before it began."
    ),
    in_order!(
        "D112",
        "ssd_legal_status",
        "lega_legal_status_start_date",
        "lega_legal_status_end_date",
        "The legal status ended before it began."
    ),
    in_order!(
        "D113",
        "ssd_cla_care_plan",
        "lacp_cla_care_plan_start_date",
        "lacp_cla_care_plan_end_date",
        "The care plan ended before it began."
    ),
    in_order!(
        "D114",
        "ssd_missing",
        "miss_missing_episode_start_date",
        "miss_missing_episode_end_date",
        "The missing episode ended before it began."
    ),
    in_order!(
        "D115",
        "ssd_involvements",
        "invo_involvement_start_date",
        "invo_involvement_end_date",
        "The involvement ended before it began."
    ),
    in_order!(
        "D116",
        "ssd_immigration_status",
        "immi_immigration_status_start_date",
        "immi_immigration_status_end_date",
        "The immigration status ended before it began."
    ),
    in_order!(
        "D117",
        "ssd_linked_identifiers",
        "link_valid_from_date",
        "link_valid_to_date",
        "The identifier ceased to be valid before it was."
    ),
    in_order!(
        "D118",
        "ssd_ehcp_requests",
        "ehcr_ehcp_req_date",
        "ehcr_ehcp_req_outcome_date",
        "The request was decided before it was made."
    ),
    in_order!(
        "D119",
        "ssd_ehcp_named_plan",
        "ehcn_named_plan_start_date",
        "ehcn_named_plan_ceased_date",
        "The education, health and care plan ceased before it began."
    ),
    in_order!(
        "D120",
        "ssd_permanence",
        "perm_adm_decision_date",
        "perm_decision_reversed_date",
        "The decision for adoption was reversed before it was made."
    ),
    in_order!(
        "D121",
        "ssd_permanence",
        "perm_matched_date",
        "perm_placed_for_adoption_date",
        "The child was placed for adoption before being matched."
    ),
    in_order!(
        "D122",
        "ssd_permanence",
        "perm_placed_for_adoption_date",
        "perm_permanence_order_date",
        "The order was made before the child was placed for adoption."
    ),
    in_order!(
        "D123",
        "ssd_pre_proceedings",
        "prep_pre_pro_decision_date",
        "prep_initial_pre_pro_meeting_date",
        "The first meeting was held before the decision to start pre-proceedings."
    ),
    after_birth!(
        "D201",
        "ssd_cla_episodes",
        "clae_person_id",
        "clae_cla_episode_start_date",
        "The episode of care began before the child’s birth."
    ),
    after_birth!(
        "D202",
        "ssd_cla_placement",
        "clap_person_id",
        "clap_cla_placement_start_date",
        "The placement began before the child’s birth."
    ),
    after_birth!(
        "D203",
        "ssd_missing",
        "miss_person_id",
        "miss_missing_episode_start_date",
        "The child went missing before birth."
    ),
    after_birth!(
        "D204",
        "ssd_legal_status",
        "lega_person_id",
        "lega_legal_status_start_date",
        "The legal status began before the child’s birth."
    ),
    after_birth!(
        "D205",
        "ssd_cla_health",
        "clah_person_id",
        "clah_health_check_date",
        "The health check was held before the child’s birth."
    ),
];
