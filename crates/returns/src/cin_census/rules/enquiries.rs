//! Enquiries under section 47, and initial child protection conferences.

use calendar::working_days::add_working_days;
use jiff::civil::{Date, Weekday};

use super::referrals::before_referral;
use crate::cin_census::validation::field::Field::*;
use crate::cin_census::validation::row::Row;
use crate::cin_census::validation::rule::{Rule, error, query};

pub(super) const RULES: &[Rule] = &[
    error(
        "1104",
        "The initial child protection conference was held before the referral.",
        |child, found| {
            before_referral(child, |referral| referral.enquiries.iter().collect(), ConferenceDate, found)
        },
        (
            "cin CINreferralDate=2025-05-01; section47 DateOfInitialCPC=2025-05-01",
            "cin CINreferralDate=2025-05-02; section47 DateOfInitialCPC=2025-05-01",
        ),
    ),
    error(
        "2884",
        "The same initial child protection conference stands with the enquiry and with the \
         referral.",
        |child, found| {
            for details in child.details() {
                let Some(held) = details.day(ConferenceDate) else { continue };
                for enquiry in child.enquiries().filter(|row| row.day(ConferenceDate) == Some(held)) {
                    found.add(enquiry, &[ConferenceDate]);
                    found.add(details, &[ConferenceDate]);
                }
            }
        },
        (
            "cin DateOfInitialCPC=2025-05-01; section47 DateOfInitialCPC=2025-05-02",
            "cin DateOfInitialCPC=2025-05-01; section47 DateOfInitialCPC=2025-05-01",
        ),
    ),
    error(
        "2889",
        "The enquiry began before the referral.",
        |child, found| {
            before_referral(child, |referral| referral.enquiries.iter().collect(), EnquiryStart, found)
        },
        (
            "cin CINreferralDate=2025-05-01; section47 S47ActualStartDate=2025-05-01",
            "cin CINreferralDate=2025-05-02; section47 S47ActualStartDate=2025-05-01",
        ),
    ),
    error(
        "8615",
        "The enquiry has no beginning, or one after its initial child protection conference.",
        |child, found| {
            found.each(child.enquiries(), &[EnquiryStart, ConferenceDate], |row| {
                let held = row.day(ConferenceDate);
                held.is_some() && (row.undated(EnquiryStart) || row.after(EnquiryStart, held))
            });
        },
        (
            "cin; section47; section47 S47ActualStartDate=2025-05-01 DateOfInitialCPC=2025-05-01",
            "cin; section47 DateOfInitialCPC=2025-05-01",
        ),
    ),
    query(
        "8675Q",
        "The enquiry began more than 15 working days before the end of the census year and \
         has had no conference: mend it or say why.",
        |child, found| {
            let last = add_working_days(child.period.end, -15);
            found.each(child.enquiries(), &[ConferenceDate, EnquiryStart, ConferenceNotRequired], |row| {
                awaits_conference(row) && row.before(EnquiryStart, last)
            });
        },
        (
            "cin; section47 S47ActualStartDate=2026-03-10 ICPCnotRequired=0; \
             section47 S47ActualStartDate=2026-03-09 ICPCnotRequired=1",
            "cin; section47 S47ActualStartDate=2026-03-09 ICPCnotRequired=0",
        ),
    ),
    error(
        "8715",
        "The initial child protection conference is not within the census year, or has no \
         readable date.",
        |child, found| {
            found.each(child.enquiries(), &[ConferenceDate], |row| child.period.misses(row, ConferenceDate));
        },
        (
            "cin; section47; section47 DateOfInitialCPC=2025-04-01",
            "cin; section47 DateOfInitialCPC=2025-03-31",
        ),
    ),
    error(
        "8740",
        "An enquiry that has had no conference did not begin within the census year.",
        |child, found| {
            found.each(child.enquiries(), &[EnquiryStart, ConferenceDate, ConferenceNotRequired], |row| {
                awaits_conference(row) && !child.period.holds(row.day(EnquiryStart))
            });
        },
        (
            "cin; section47 S47ActualStartDate=2025-04-01 ICPCnotRequired=0; section47 \
             ICPCnotRequired=1",
            "cin; section47 S47ActualStartDate=2025-03-31 ICPCnotRequired=false",
        ),
    ),
    error(
        "8839",
        "More than one enquiry of the referral is open.",
        |child, found| {
            for referral in &child.referrals {
                let open = referral.enquiries.iter().filter(|row| is_open(row));
                if open.clone().count() > 1 {
                    found.each(open, &[ConferenceDate], |_| true);
                }
            }
        },
        ("cin; section47; section47 ICPCnotRequired=1; cin; section47", "cin; section47; section47"),
    ),
    query(
        "8870Q",
        "The conference was to be held by a Saturday or Sunday, or by what is no date: \
         mend it or say why.",
        |child, found| {
            found.each(child.enquiries(), &[ConferenceTarget], |row| {
                row.given(ConferenceTarget) && row.day(ConferenceTarget).is_none_or(is_weekend)
            });
        },
        (
            "cin; section47; section47 InitialCPCtarget=2025-05-02",
            "cin; section47 InitialCPCtarget=2025-05-03",
        ),
    ),
    error(
        "8875",
        "The initial child protection conference was held on a Saturday or Sunday.",
        |child, found| {
            found.each(child.enquiries(), &[ConferenceDate], |row| {
                row.day(ConferenceDate).is_some_and(is_weekend)
            });
        },
        ("cin; section47 DateOfInitialCPC=2025-05-02", "cin; section47 DateOfInitialCPC=2025-05-04"),
    ),
    error(
        "8890",
        "An enquiry began while another of the same referral was open.",
        |child, found| {
            for referral in &child.referrals {
                let rows: Vec<_> = referral.enquiries.iter().collect();
                found.overlaps(&rows, [EnquiryStart, ConferenceDate], |other| {
                    other.day(ConferenceDate).or(Some(child.period.end).filter(|_| is_open(other)))
                });
            }
        },
        (
            "cin; section47 S47ActualStartDate=2025-05-01 DateOfInitialCPC=2025-05-08; \
             section47 S47ActualStartDate=2025-05-09 ICPCnotRequired=1; \
             section47 S47ActualStartDate=2025-06-01",
            "cin; section47 S47ActualStartDate=2025-05-01 ICPCnotRequired=0; section47 \
             S47ActualStartDate=2025-06-01",
        ),
    ),
];

/// Whether no conference was held and it was said that one is needed.
fn awaits_conference(enquiry: &Row<'_>) -> bool {
    enquiry.undated(ConferenceDate) && enquiry.no(ConferenceNotRequired)
}

/// Whether no conference was held and it was not said that none is needed.
fn is_open(enquiry: &Row<'_>) -> bool {
    enquiry.undated(ConferenceDate) && !enquiry.yes(ConferenceNotRequired)
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}
