//! What a validator says of a return: the faults it found, and the rules it could not run.
//!
//! Nothing passes in silence: a rule of the year either ran over the whole return or is named in a
//! [`NotChecked`] with why. A validator hands both to a [`Report`] as it meets them, so that a return of any size
//! is reported without being held.

use std::borrow::Cow;

use serde::Serialize;

/// What follows from a fault, where the guide tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The return is not taken until it is mended.
    Error,
    /// It is mended, or a reason is given.
    Query,
}

/// One fault: what is wrong with one value of one row, or with one child where no row is to blame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The rule's code in the Department's guide: `503B`, `8840`.
    pub rule: &'static str,
    /// What follows from it; none where the guide makes no difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// The table of the return, as the guide names it.
    pub table: &'static str,
    /// The row in that table's file, from 0, its column names not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
    /// The line of the file, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The column or element to mend.
    pub field: &'static str,
    /// The child's identifier in the return; empty where the row has none.
    pub child: String,
    /// The value at fault, as the return has it; empty where there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub value: String,
    /// What is wrong, for the person who mends it.
    pub message: Cow<'static, str>,
    /// How to mend it, where the rule can say more than that.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub mend: Cow<'static, str>,
}

/// A rule that did not run, or not over the whole return.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotChecked {
    /// The rule's code.
    pub rule: &'static str,
    /// What it lacked, in one sentence.
    #[serde(rename = "not_checked")]
    pub why: String,
}

/// Where a validator's answers go, as it finds them.
pub trait Report {
    /// Takes a fault.
    fn fault(&mut self, fault: Fault);
    /// Takes a rule that did not run.
    fn not_checked(&mut self, not_checked: NotChecked);
    /// Takes a sentence about the file itself: a column that is missing, a table given twice.
    fn notice(&mut self, sentence: String);
}

/// A report kept whole, in the order in which it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// The faults.
    pub faults: Vec<Fault>,
    /// The rules that did not run.
    pub not_checked: Vec<NotChecked>,
    /// What was odd about the files.
    pub notices: Vec<String>,
}

impl Report for Collected {
    fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    fn not_checked(&mut self, not_checked: NotChecked) {
        self.not_checked.push(not_checked);
    }

    fn notice(&mut self, sentence: String) {
        self.notices.push(sentence);
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, NotChecked};

    #[test]
    fn a_line_of_json_names_what_is_known() {
        let fault = Fault {
            rule: "102",
            severity: None,
            table: "Header",
            row: Some(0),
            line: Some(2),
            field: "DOB",
            child: "C1".to_owned(),
            value: "31/02/2015".to_owned(),
            message: "The date of birth is not a date.".into(),
            mend: "".into(),
        };
        let line = serde_json::to_string(&fault).expect("JSON");
        assert!(
            line.starts_with(
                r#"{"rule":"102","table":"Header","row":0,"line":2,"field":"DOB","child":"C1","#
            )
        );
        let fault = Fault { row: None, line: None, ..fault };
        assert!(!serde_json::to_string(&fault).expect("JSON").contains("row"));
    }

    #[test]
    fn a_rule_that_did_not_run_says_why() {
        let line = NotChecked { rule: "502", why: "No return of the year before was given.".to_owned() };
        let line = serde_json::to_string(&line).expect("JSON");
        assert_eq!(line, r#"{"rule":"502","not_checked":"No return of the year before was given."}"#);
    }
}
