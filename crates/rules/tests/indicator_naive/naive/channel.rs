//! Partners' notices, transfers and shifts, counted again.

use jiff::civil::Date;
use serde_json::Value;

use super::{Line, OnDay, working_days_after};

/// Notices, and whether the latest one so far was graded on its day. A grading names the latest notice.
pub(crate) fn police_notices_graded_same_day(lines: &[Line]) -> Vec<OnDay> {
    let mut notices: Vec<(Date, Option<bool>)> = Vec::new();
    for line in lines {
        match (line.kind.as_str(), notices.last_mut()) {
            ("police_notification.received", _) => notices.push((line.day, None)),
            ("police_notification.risk_graded", Some((day, graded))) => {
                graded.get_or_insert(*day == line.day);
            }
            _ => {}
        }
    }
    notices.into_iter().map(|(day, graded)| (day, graded == Some(true))).collect()
}

/// Two stages of each notice that gives its times; nothing is ever done about any here.
pub(crate) fn police_notice_delay(lines: &[Line]) -> Vec<OnDay> {
    let timed = lines
        .iter()
        .filter(|line| line.kind == "police_notification.received" && !line.says("incident_at").is_empty());
    timed.flat_map(|line| [(line.day, true), (line.day, true)]).collect()
}

/// Transfers as a list of those that wait, the latest answered first.
fn transfers(lines: &[Line]) -> Vec<(Date, bool, Option<Date>)> {
    type Waiting = Vec<(Date, bool)>;
    type Done = Vec<(Date, bool, Option<Date>)>;
    let (mut waiting, mut done): (Waiting, Done) = (Vec::new(), Vec::new());
    for line in lines {
        match line.kind.as_str() {
            "transfer.requested" => waiting.push((line.day, false)),
            "transfer.quality_checked" => {
                if let Some(last) = waiting.last_mut() {
                    last.1 = true;
                }
            }
            "transfer.accepted" | "transfer.declined" => {
                if let Some((asked, checked)) = waiting.pop() {
                    let accepted = (line.kind == "transfer.accepted").then_some(line.day);
                    done.push((asked, checked, accepted));
                }
            }
            _ => {}
        }
    }
    done.extend(waiting.into_iter().map(|(asked, checked)| (asked, checked, None)));
    done
}

pub(crate) fn transfers_quality_checked(lines: &[Line]) -> Vec<OnDay> {
    transfers(lines).into_iter().map(|(asked, checked, _)| (asked, checked)).collect()
}

pub(crate) fn transfer_duration(lines: &[Line]) -> Vec<OnDay> {
    let accepted = transfers(lines).into_iter().filter_map(|(asked, _, accepted)| Some((asked, accepted?)));
    accepted.map(|(asked, on)| (on, working_days_after(asked, on) <= 5)).collect()
}

/// The last word on each of the two shifts decides.
pub(crate) fn out_of_hours_shifts_short(lines: &[Line]) -> Vec<OnDay> {
    let mut found = Vec::new();
    for on in ["2012-06-01", "2012-06-02"] {
        let words = lines.iter().rfind(|line| line.kind == "shift.rostered" && line.says("on") == on);
        let Some(last) = words else { continue };
        let flag = |name: &str| last.body.get(name).and_then(Value::as_bool) == Some(true);
        let workers = last.body.get("workers").and_then(Value::as_array).map_or(0, Vec::len) as u64;
        let needed = last.body.get("needed").and_then(Value::as_u64).unwrap_or(1);
        if !flag("cancelled") && (workers < needed || flag("short_notice")) {
            found.push((on.parse().unwrap(), true));
        }
    }
    found
}
