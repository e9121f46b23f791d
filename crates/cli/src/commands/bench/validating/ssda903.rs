//! An invented return on children looked after, of any size: the tables that nearly every child is in, and those of a
//! few. One child in twenty has a fault of some kind.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Result;

/// The tables of the return, and their columns. Of the last four a return has little: they are empty, and there so
/// that every rule runs.
const TABLES: [(&str, &str); 11] = [
    ("header", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"),
    (
        "episodes",
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
    ),
    ("reviews", "CHILD,DOB,REVIEW,REVIEW_CODE"),
    (
        "oc2",
        "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,\
         HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
    ),
    ("sw_episodes", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON"),
    ("missing", "CHILD,DOB,MISSING,MIS_START,MIS_END"),
    ("previous_permanence", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM"),
    ("uasc", "CHILD,SEX,DOB,DUC"),
    ("oc3", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM"),
    ("ad1", "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR"),
    ("placed_for_adoption", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED"),
];

/// Files being written, by table.
struct Tables(BTreeMap<&'static str, BufWriter<File>>);

impl Tables {
    fn row(&mut self, table: &str, row: &str) -> Result<()> {
        if let Some(file) = self.0.get_mut(table) {
            writeln!(file, "{row}")?;
        }
        Ok(())
    }
}

/// Writes the return of 2025-26, or the one of the year before.
pub(super) fn write(folder: &Path, last: bool, children: u32) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut tables = Tables(BTreeMap::new());
    for (name, columns) in TABLES {
        tables.0.insert(name, BufWriter::new(File::create(folder.join(format!("{name}.csv")))?));
        tables.row(name, columns)?;
    }
    for number in 0..children {
        child(&mut tables, number, last)?;
    }
    for file in tables.0.into_values() {
        file.into_inner()?.sync_all()?;
    }
    Ok(())
}

fn child(tables: &mut Tables, number: u32, last: bool) -> Result<()> {
    let (day, month, born) = (number % 28 + 1, number / 28 % 12 + 1, 2010 + number % 5);
    let (id, dob) = (format!("C{number:07}"), format!("{day:02}/{month:02}/{born}"));
    let before = if last { 2024 } else { 2025 };
    // Faults are planted in the return of this year: which of them this child has, if any.
    let fault = if last { 0 } else { number % 100 };
    let (sex, mother) = [("M", ""), ("F", "0")][number as usize % 2];
    let sex = if fault == 7 { "X" } else { sex };
    tables.row("header", &format!("{id},{sex},{dob},WBRI,UN2,{mother},"))?;
    // In care since 2023, where last year's return left each child; in another placement since the summer of 2025.
    let moved = if last { ",,".to_owned() } else { format!("{day:02}/07/2025,X1,CARPL") };
    tables
        .row("episodes", &format!("{id},{day:02}/06/2023,S,C2,N1,U4,PR1,{moved},B1 2RL,B24 8PL,SC100024"))?;
    if !last {
        let end = if fault == 27 { "01/01/1999,E4A" } else { "," };
        let from = format!("{id},{day:02}/07/2025");
        tables.row("episodes", &format!("{from},P,C2,N1,U4,PR1,{end},,B1 2RL,B8 3HZ,SC100025"))?;
    }
    for review in ["06/06", "02/12"] {
        let code = if fault == 47 { "PN9" } else { "PN1" };
        tables.row("reviews", &format!("{id},{dob},{review}/{before},{code}"))?;
    }
    tables.row("oc2", &format!("{id},{dob},12,,0,,1,1,1,0,,"))?;
    let (worker, next) = (number % 900, number % 901);
    let change = format!("{day:02}/09/{before}");
    tables.row("sw_episodes", &format!("{id},{dob},SW{worker:05},{day:02}/06/2023,{change},LEFTRL"))?;
    tables.row("sw_episodes", &format!("{id},{dob},SW{next:05},{change},,TSPROC"))?;
    if number % 10 == 3 {
        let back = if fault == 63 { "01/01/1999".to_owned() } else { format!("04/11/{before}") };
        tables.row("missing", &format!("{id},{dob},M,02/11/{before},{back}"))?;
    }
    if number.is_multiple_of(4) {
        let option = if fault == 84 { "P9" } else { "Z1" };
        tables.row("previous_permanence", &format!("{id},{dob},{option},,"))?;
    }
    Ok(())
}
