//! Where each person stands, so that no two overlap and no label is crossed by another.

use super::generations::{Graph, graph};
use super::lines::{Wiring, wiring};
use super::order::order;
use super::{Couple, Family, Member};

/// Half the width of a figure, in the picture's own units.
pub(super) const HALF: f64 = 12.0;
/// From the middle of a figure to the first line beneath it.
const LABEL_DROP: f64 = 28.0;
/// From one line of a label to the next.
pub(super) const LINE: f64 = 15.0;
/// Least room between two people's words.
pub(super) const BETWEEN: f64 = 18.0;
/// Room round the whole picture.
const MARGIN: f64 = 14.0;
/// The most characters of a label on one line.
const LABEL_CHARACTERS: usize = 18;

/// One person in her place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Her number in [`Family::members`].
    pub member: usize,
    /// Which row, from the oldest.
    pub row: usize,
    /// Middle of her figure.
    pub x: f64,
    /// Middle of her figure.
    pub y: f64,
    /// Room her figure and words take to the left of the middle.
    pub left: f64,
    /// Room her figure and words take to the right of the middle.
    pub right: f64,
    /// Room they take above the middle.
    pub above: f64,
    /// Room they take below the middle.
    pub below: f64,
    /// Her words, line by line; soft lines are marked.
    pub lines: Vec<(String, bool)>,
    /// True when her words begin to the right of the middle, because a line goes down from it.
    pub beside: bool,
}

/// A family with everyone placed.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// Everyone, in the order of [`Family::members`].
    pub people: Vec<Placed>,
    /// The lines between them.
    pub(super) wiring: Wiring,
}

/// Places a family. Pure: the same family gives the same picture.
#[must_use]
pub fn layout(family: &Family) -> Layout {
    let graph = graph(family);
    let rows = order(&graph);
    let mut people: Vec<Placed> = family
        .members
        .iter()
        .enumerate()
        .map(|(number, member)| measure(number, member, &graph, member.id == family.focus))
        .collect();
    across(&graph, &family.couples, &rows, &mut people);
    let wiring = wiring(&graph, &rows, &people);
    down(&rows, &mut people, &wiring);
    let width = people.iter().map(|one| one.x + one.right).fold(0.0, f64::max) + MARGIN;
    let last = people.iter().map(|one| one.y + one.below).fold(0.0, f64::max);
    let trailing = wiring.lanes.last().copied().unwrap_or(0);
    Layout { width, height: last + MARGIN - 4.0 + lanes_height(trailing), people, wiring }
}

/// Room for this many lines to run side by side beneath a row.
#[expect(clippy::cast_precision_loss, reason = "a family is small")]
pub(super) fn lanes_height(lanes: usize) -> f64 {
    lanes as f64 * 12.0
}

/// How much room a person's figure and words take.
fn measure(number: usize, member: &Member, graph: &Graph, own: bool) -> Placed {
    let alone_with_children = graph.unions.iter().any(|(parents, _)| parents[..] == [number]);
    let mut lines: Vec<(String, bool)> = Vec::new();
    lines.extend(wrap(&member.label).into_iter().map(|line| (line, false)));
    lines.extend(wrap(&member.beneath).into_iter().map(|line| (line, true)));
    let widest = lines.iter().map(|line| text_width(&line.0, line.1)).fold(0.0, f64::max);
    #[expect(clippy::cast_precision_loss, reason = "a label has a few lines")]
    let height = lines.len() as f64 * LINE;
    // The person whose family it is wears heavier letters.
    let widest = if own { widest * 1.12 } else { widest };
    let half = (widest / 2.0).max(HALF) + 4.0;
    let (left, right) = if alone_with_children { (HALF + 4.0, 12.0 + widest) } else { (half, half) };
    Placed {
        member: number,
        row: graph.row[number],
        x: 0.0,
        y: 0.0,
        left,
        right: right.max(HALF + 4.0),
        above: HALF + 4.0,
        below: LABEL_DROP - LINE + 4.0 + height,
        lines,
        beside: alone_with_children,
    }
}

/// A label in lines of a readable length, broken between words.
fn wrap(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LABEL_CHARACTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A generous guess at how wide words are: the page has no script to measure them.
#[expect(clippy::cast_precision_loss, reason = "a label is short")]
fn text_width(words: &str, soft: bool) -> f64 {
    words.chars().count() as f64 * if soft { 6.3 } else { 7.1 }
}

/// Gives everyone an x: parents over the middle of their children, as near as
/// room allows. Each pass solves one row exactly, keeping order and distance.
fn across(graph: &Graph, couples: &[Couple], rows: &[Vec<usize>], people: &mut [Placed]) {
    let gap = |one: usize, other: usize, people: &[Placed]| gap(graph, couples, one, other, people);
    for row in rows {
        let wanted = vec![0.0; row.len()];
        settle(row, &wanted, people, gap);
    }
    for pass in 0..14 {
        let downwards = pass % 2 == 0;
        let steps: Vec<usize> =
            if downwards { (0..rows.len()).collect() } else { (0..rows.len()).rev().collect() };
        for step in steps {
            let row = &rows[step];
            let wanted: Vec<f64> =
                row.iter().map(|person| wanted(graph, *person, people, downwards)).collect();
            settle(row, &wanted, people, gap);
        }
    }
    let first = people.iter().map(|one| one.x - one.left).fold(f64::INFINITY, f64::min);
    for one in people.iter_mut() {
        one.x = (one.x - first + MARGIN).round();
    }
}

/// Where a person would like to stand, given the row above or below.
#[expect(clippy::cast_precision_loss, reason = "a family is small")]
fn wanted(graph: &Graph, person: usize, people: &[Placed], downwards: bool) -> f64 {
    let mut wishes: Vec<f64> = Vec::new();
    for (parents, children) in &graph.unions {
        let over = |of: &[usize]| of.iter().map(|one| people[*one].x).sum::<f64>() / of.len() as f64;
        if downwards && let Some(place) = children.iter().position(|child| *child == person) {
            let step =
                children.iter().map(|one| people[*one].left + people[*one].right + BETWEEN).sum::<f64>()
                    / children.len() as f64;
            wishes.push(over(parents) + (place as f64 - (children.len() as f64 - 1.0) / 2.0) * step);
        }
        if !downwards && parents.contains(&person) {
            let shift = people[person].x - over(parents);
            let most = (people[person].left + people[person].right) / 2.0 + BETWEEN;
            wishes.push(over(children) + shift.clamp(-most, most));
        }
    }
    if wishes.is_empty() {
        return beside_partner(graph, person, people);
    }
    wishes.iter().sum::<f64>() / wishes.len() as f64
}

/// Someone with no wish of her own stays near her partner.
fn beside_partner(graph: &Graph, person: usize, people: &[Placed]) -> f64 {
    let here = &people[person];
    let partner = graph.couples.iter().find_map(|(one, other, _)| match (*one == person, *other == person) {
        (true, _) => Some(*other),
        (_, true) => Some(*one),
        _ => None,
    });
    let Some(partner) = partner.map(|number| &people[number]) else {
        return here.x;
    };
    if here.x < partner.x {
        partner.x - partner.left - here.right - BETWEEN
    } else {
        partner.x + partner.right + here.left + BETWEEN
    }
}

/// Least room between two neighbours' words: more when years stand over the line between them.
fn gap(graph: &Graph, couples: &[Couple], one: usize, other: usize, people: &[Placed]) -> f64 {
    let given = graph.couples.iter().find_map(|(a, b, given)| {
        ((*a, *b) == (one, other) || (*a, *b) == (other, one)).then_some(*given).flatten()
    });
    let years = given.map_or(0.0, |number| text_width(&couples[number].years, true));
    let needed = if years > 0.0 { years + 2.0 * HALF + 12.0 } else { 0.0 };
    BETWEEN.max(needed - people[one].right - people[other].left)
}

/// Nearest places to those wanted that keep the order and the least distance
/// (isotonic regression by pooling neighbours that would collide).
#[expect(clippy::cast_precision_loss, reason = "a family is small")]
fn settle(
    row: &[usize],
    wanted: &[f64],
    people: &mut [Placed],
    gap: impl Fn(usize, usize, &[Placed]) -> f64,
) {
    let mut offset = Vec::with_capacity(row.len());
    let mut so_far = 0.0;
    for (place, person) in row.iter().enumerate() {
        if place > 0 {
            let before = row[place - 1];
            so_far += people[before].right + gap(before, *person, people) + people[*person].left;
        }
        offset.push(so_far);
    }
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (place, wish) in wanted.iter().enumerate() {
        pools.push((wish - offset[place], 1));
        while let [.., before, last] = pools[..]
            && before.0 > last.0
        {
            pools.truncate(pools.len() - 2);
            let count = before.1 + last.1;
            pools.push(((before.0 * before.1 as f64 + last.0 * last.1 as f64) / count as f64, count));
        }
    }
    let settled = pools.iter().flat_map(|(at, count)| std::iter::repeat_n(*at, *count));
    for ((person, at), offset) in row.iter().zip(settled).zip(offset) {
        people[*person].x = at + offset;
    }
}

/// Gives every row a y, leaving room beneath it for the lines that run there.
fn down(rows: &[Vec<usize>], people: &mut [Placed], wiring: &Wiring) {
    let mut top = MARGIN - 4.0;
    for (number, row) in rows.iter().enumerate() {
        let above = row.iter().map(|person| people[*person].above).fold(0.0, f64::max);
        let below = row.iter().map(|person| people[*person].below).fold(0.0, f64::max);
        for person in row {
            people[*person].y = (top + above).round();
        }
        let lanes = wiring.lanes.get(number).copied().unwrap_or(0);
        top += above + below + 8.0 + lanes_height(lanes) + 18.0;
    }
}
