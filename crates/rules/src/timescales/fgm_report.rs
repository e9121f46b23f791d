//! Reporting female genital mutilation of a girl to the police.

use calendar::Within;
use jiff::civil::date;
use record::events::{FgmIdentified, FgmReportedToPolice};

use super::scope::{first_since, moments};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Report to the police within a month: the outer limit of the act.
///
/// A personal duty of the professional who identified it. It outlives the case and the girl's 18th birthday.
pub(super) const STATUTORY: Timescale = Timescale {
    id: "fgm-report-statutory",
    title: "Report female genital mutilation to the police",
    // LAW: Female Genital Mutilation Act 2003 s5B (inserted by the Serious Crime Act 2015 s74), in force 31 October 2015.
    law: Law {
        force: Force::Act,
        source: "Female Genital Mutilation Act 2003 s5B: within one month",
        from: date(2015, 10, 31),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Months(1),
    set_by: None,
    starts: "its identification",
    stops: "it is reported to the police",
    stopped_by: "fgm.reported_to_police",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "a month from 31 January ends with February",
            notation: "
recording by worker as social_worker
  2026-01-31 child fgm.identified
  2026-02-28 child fgm.reported_to_police
",
            on: "2026-03-31",
            expect: &["2026-02-28 met"],
        },
        Example {
            title: "a day over; and before the act there was no duty",
            notation: "
recording by worker as social_worker
  2015-10-30 child fgm.identified
  2026-01-31 child fgm.identified
  2026-03-01 child fgm.reported_to_police
",
            on: "2026-03-31",
            expect: &["2026-02-28 late"],
        },
    ],
};

/// Report to the police by the close of the next working day, as the guidance expects.
pub(super) const GUIDANCE: Timescale = Timescale {
    id: "fgm-report-guidance",
    title: "Report female genital mutilation to the police by the next working day",
    // LAW: Home Office, Mandatory reporting of female genital mutilation: procedural information, October 2015.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Home Office, Mandatory reporting of female genital mutilation 2015: \
                 by the close of the next working day",
        from: date(2015, 10, 31),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(1),
    set_by: None,
    starts: "its identification",
    stops: "it is reported to the police",
    stopped_by: "fgm.reported_to_police",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "identified on a Friday, reported on Monday",
            notation: "
recording by worker as social_worker
  2026-03-06 child fgm.identified
  2026-03-09 child fgm.reported_to_police
",
            on: "2026-03-31",
            expect: &["2026-03-09 met"],
        },
        Example {
            title: "reported on Tuesday",
            notation: "
recording by worker as social_worker
  2026-03-06 child fgm.identified
  2026-03-10 child fgm.reported_to_police
",
            on: "2026-03-31",
            expect: &["2026-03-09 late"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let reported = moments::<FgmReportedToPolice>(circle);
    let identified = moments::<FgmIdentified>(circle).into_iter();
    let runs = identified
        .map(|start| Run::started(start.0, start.1).stopped(first_since(reported.iter().copied(), start)));
    runs.collect()
}
