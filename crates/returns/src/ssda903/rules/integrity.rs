//! The tables beside each other: every child is in the Header, born on one day, and once in a table of one row a child.

use crate::ssda903::columns::*;
use crate::ssda903::day::before;
use crate::ssda903::rule::{Rule, rule};
use crate::ssda903::table::Table::*;

macro_rules! not_in_header {
    ($code:literal $table:ident $word:literal) => {
        rule(
            $code,
            concat!("The child has a row in ", stringify!($table), " and none in the Header."),
            &[Header, $table],
            |c, f| f.each(c.rows($table), CHILD, |_| c.header().is_none()),
            (concat!("header; ", $word), $word),
        )
    };
}

macro_rules! born_twice {
    ($code:literal $table:ident $word:literal) => {
        rule(
            $code,
            concat!("The date of birth in ", stringify!($table), " is not the one in the Header."),
            &[Header, $table],
            |c, f| {
                f.each(c.rows($table), DOB, |row| {
                    before(row.day(DOB), c.born()) || before(c.born(), row.day(DOB))
                });
            },
            (
                concat!("header DOB=01/05/2015; ", $word, " DOB=01/05/2015"),
                concat!("header DOB=01/05/2015; ", $word, " DOB=05/01/2015"),
            ),
        )
    };
}

macro_rules! more_than_once {
    ($code:literal $table:ident $word:literal) => {
        rule(
            $code,
            concat!("The child has more than one row in ", stringify!($table), "."),
            &[$table],
            |c, f| f.each(c.rows($table), CHILD, |_| c.rows($table).len() > 1),
            (concat!($word, "; ", $word, " CHILD=B"), concat!($word, "; ", $word)),
        )
    };
}

pub(super) const RULES: &[Rule] = &[
    not_in_header!("INT01" Ad1 "ad1"),
    not_in_header!("INT02" PlacedAdoption "placed"),
    not_in_header!("INT03" Episodes "episode"),
    not_in_header!("INT04" Missing "missing"),
    not_in_header!("INT05" Oc2 "oc2"),
    not_in_header!("INT06" Oc3 "oc3"),
    not_in_header!("INT07" PrevPerm "permanence"),
    not_in_header!("INT08" Reviews "review"),
    not_in_header!("INT09" Uasc "uasc"),
    born_twice!("INT11" Ad1 "ad1"),
    born_twice!("INT12" PlacedAdoption "placed"),
    born_twice!("INT13" Missing "missing"),
    born_twice!("INT14" Oc2 "oc2"),
    born_twice!("INT15" Oc3 "oc3"),
    born_twice!("INT16" PrevPerm "permanence"),
    born_twice!("INT17" Reviews "review"),
    born_twice!("INT18" Uasc "uasc"),
    rule(
        "INT21",
        "The sex in UASC is not the one in the Header.",
        &[Header, Uasc],
        |c, f| {
            let Some(header) = c.header().filter(|header| header.given(SEX)) else { return };
            f.each(c.rows(Uasc), SEX, |row| row.given(SEX) && !row.is(SEX, header.text(SEX)));
        },
        ("header SEX=M; uasc SEX=M", "header SEX=M; uasc SEX=F"),
    ),
    more_than_once!("INT31" Ad1 "ad1"),
    more_than_once!("INT32" Header "header"),
    more_than_once!("INT33" Oc2 "oc2"),
    more_than_once!("INT34" Oc3 "oc3"),
    more_than_once!("INT35" PrevPerm "permanence"),
    more_than_once!("INT36" Uasc "uasc"),
];
