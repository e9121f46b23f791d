//! Tables: a caption, heads with a scope, numbers to the right, blocks on a phone.

use maud::{Markup, html};

use super::prose::Prose;

/// Which way a column is sorted now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// One column.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its name beside each cell on a phone, when the head is too long. Empty to use the head.
    pub short: String,
    /// True for figures: right-aligned.
    pub number: bool,
    /// Hundredths of the table's width: 10, 15, 20, 25 or 30. Zero lets the browser choose.
    pub width: u8,
    /// Where its head leads to sort by it. Empty when it cannot be sorted.
    pub sort_href: String,
    /// How the table is sorted by it now.
    pub sorted: Option<Sorted>,
    /// True for the column of buttons: no label beside the cell on a phone.
    pub act: bool,
    /// True for a column of single radios, as in the attendance grid.
    pub pick: bool,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn new(head: impl Into<String>) -> Self {
        Self { head: head.into(), ..Self::default() }
    }

    /// A column of figures.
    #[must_use]
    pub fn number(head: impl Into<String>) -> Self {
        Self { number: true, ..Self::new(head) }
    }

    /// The column of buttons.
    #[must_use]
    pub fn act(head: impl Into<String>) -> Self {
        Self { number: true, act: true, ..Self::new(head) }
    }

    /// How wide, in hundredths: 10, 15, 20, 25 or 30.
    #[must_use]
    pub fn width(mut self, width: u8) -> Self {
        self.width = width;
        self
    }

    /// What stands beside its cells on a phone.
    #[must_use]
    pub fn short(mut self, short: impl Into<String>) -> Self {
        self.short = short.into();
        self
    }

    fn class(&self) -> Option<String> {
        let mut class = Vec::new();
        if self.number {
            class.push("on-num".to_owned());
        }
        if self.pick {
            class.push("on-pick".to_owned());
        }
        if self.width > 0 {
            class.push(format!("on-c-{}", self.width));
        }
        (!class.is_empty()).then(|| class.join(" "))
    }
}

/// A cell with a softer line beneath.
#[must_use]
pub fn two_lines(first: &Prose, second: &str) -> Markup {
    html! { (first) @if !second.is_empty() { small { (second) } } }
}

/// A row's head that leads somewhere, with a softer line beneath. No link when the address is empty.
#[must_use]
pub fn linked(words: &str, href: &str, second: &str) -> Markup {
    html! {
        @if href.is_empty() { (words) } @else { a href=(href) { (words) } }
        @if !second.is_empty() { small { (second) } }
    }
}

/// One row of the table.
#[derive(Clone, Debug, Default)]
pub enum Row {
    /// The first cell is the row's head.
    Cells(Vec<Markup>),
    /// The first cell is not a head: an action among actions.
    Plain(Vec<Markup>),
    /// A head across the whole table that names the rows beneath it.
    Group(String),
    /// One cell across the whole table: a question about the row above.
    Across(Markup),
    /// Being written now: its cells are fields.
    New(Vec<Markup>),
    /// Nothing.
    #[default]
    Empty,
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What the table holds, for those who cannot see what it stands beneath.
    pub caption: String,
    /// True when a heading above already says so to those who see.
    pub caption_hidden: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// False for a small table that stays a table on a phone.
    pub stack: bool,
    /// A further class of ours for the table, such as `on-attend`.
    pub class: &'static str,
}

impl Table {
    /// A table that becomes blocks on a phone, its caption read and not shown.
    #[must_use]
    pub fn new(caption: impl Into<String>, columns: Vec<Column>) -> Self {
        Self {
            caption: caption.into(),
            caption_hidden: true,
            columns,
            rows: Vec::new(),
            stack: true,
            class: "",
        }
    }

    /// A small table that stays one.
    #[must_use]
    pub fn small(caption: impl Into<String>, columns: Vec<Column>) -> Self {
        Self { stack: false, ..Self::new(caption, columns) }
    }

    /// With these rows, each headed by its first cell.
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Vec<Markup>>) -> Self {
        self.rows.extend(rows.into_iter().map(Row::Cells));
        self
    }
}

/// Draws a table.
///
/// Accessibility: ARIA table roles are written out, because a stacked table's
/// `display: block` makes some browsers forget them; each stacked cell names
/// its column; the sorted column says so.
#[must_use]
pub fn table(shown: &Table) -> Markup {
    let class = ["on-table", if shown.stack { "on-stack" } else { "" }, shown.class]
        .iter()
        .filter(|one| !one.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    html! {
        table role="table" class=(class) {
            caption class=[shown.caption_hidden.then_some("on-hidden")] { (shown.caption) }
            thead role="rowgroup" { tr role="row" { @for column in &shown.columns { (head(column)) } } }
            tbody role="rowgroup" { @for row in &shown.rows { (table_row(row, &shown.columns)) } }
        }
    }
}

fn head(column: &Column) -> Markup {
    let sorted = column.sorted.map(|way| match way {
        Sorted::Ascending => "ascending",
        Sorted::Descending => "descending",
    });
    html! {
        th role="columnheader" scope="col" class=[column.class()] aria-sort=[sorted] {
            @if column.sort_href.is_empty() { (column.head) } @else { a href=(column.sort_href) { (column.head) } }
        }
    }
}

fn table_row(row: &Row, columns: &[Column]) -> Markup {
    html! {
        @match row {
            Row::Empty => {}
            Row::Group(words) => tr role="row" {
                th.on-group role="rowheader" scope="rowgroup" colspan=(columns.len()) { (words) }
            },
            Row::Across(inside) => tr.on-match role="row" { td role="cell" colspan=(columns.len()) { (inside) } },
            Row::Cells(cells) => tr role="row" {
                @for (place, (cell, column)) in cells.iter().zip(columns).enumerate() {
                    @if place == 0 { th role="rowheader" scope="row" { (cell) } } @else { (plain_cell(cell, column)) }
                }
            },
            Row::Plain(cells) => tr role="row" {
                @for (cell, column) in cells.iter().zip(columns) { (plain_cell(cell, column)) }
            },
            Row::New(cells) => tr.on-row--new role="row" {
                @for (cell, column) in cells.iter().zip(columns) { (plain_cell(cell, column)) }
            },
        }
    }
}

fn plain_cell(cell: &Markup, column: &Column) -> Markup {
    let label = if column.short.is_empty() { &column.head } else { &column.short };
    let class = match (column.number, column.act) {
        (true, true) => Some("on-num on-act"),
        (true, false) => Some("on-num"),
        _ if column.pick => Some("on-pick"),
        _ => None,
    };
    html! { td role="cell" class=[class] data-label=[(!column.act).then_some(label)] { (cell) } }
}
