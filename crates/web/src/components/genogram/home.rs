//! The outline round those who live together: one shape for neighbours, so
//! that nobody who lives elsewhere is inside it.

use super::layout::{Layout, Placed};

/// A rectangle: left, top, right, bottom.
pub(super) type Room = (f64, f64, f64, f64);

/// Room between the outline and the people in it.
const PADDING: f64 = 6.0;

/// The rectangles that together hold these people and nobody else.
pub(super) fn rooms(layout: &Layout, members: &[usize]) -> Vec<Room> {
    let mut rows: Vec<Vec<&Placed>> = Vec::new();
    for person in &layout.people {
        if rows.len() <= person.row {
            rows.resize(person.row + 1, Vec::new());
        }
        rows[person.row].push(person);
    }
    let mut rooms: Vec<Room> = Vec::new();
    let mut above: Vec<Room> = Vec::new();
    for row in &mut rows {
        row.sort_by(|one, other| one.x.total_cmp(&other.x));
        let here = runs(row, members);
        for lower in &here {
            for upper in &above {
                let (left, right) = (upper.0.max(lower.0), upper.2.min(lower.2));
                if right - left > 2.0 * PADDING {
                    rooms.push((left, upper.3, right, lower.1));
                }
            }
        }
        rooms.extend(&here);
        above = here;
    }
    rooms
}

/// Neighbours in a row who live together, each run one rectangle.
fn runs(row: &[&Placed], members: &[usize]) -> Vec<Room> {
    let mut found: Vec<Room> = Vec::new();
    let mut open = false;
    let top = row.iter().map(|one| one.y - one.above).fold(f64::INFINITY, f64::min) - PADDING;
    let bottom = row.iter().map(|one| one.y + one.below).fold(0.0, f64::max) + 2.0;
    for one in row {
        if !members.contains(&one.member) {
            open = false;
            continue;
        }
        let right = one.x + one.right + PADDING;
        match found.last_mut() {
            Some(room) if open => room.2 = right,
            _ => found.push((one.x - one.left - PADDING, top, right, bottom)),
        }
        open = true;
    }
    found
}

/// The outline of rectangles laid together, as a path. Corners are square;
/// inner edges are left out.
pub(super) fn outline(rooms: &[Room]) -> String {
    let xs = cuts(rooms.iter().flat_map(|room| [room.0, room.2]));
    let ys = cuts(rooms.iter().flat_map(|room| [room.1, room.3]));
    if xs.len() < 2 || ys.len() < 2 {
        return String::new();
    }
    let filled = |column: usize, line: usize| {
        column + 1 < xs.len() && line + 1 < ys.len() && {
            let middle = (f64::midpoint(xs[column], xs[column + 1]), f64::midpoint(ys[line], ys[line + 1]));
            rooms
                .iter()
                .any(|room| room.0 < middle.0 && middle.0 < room.2 && room.1 < middle.1 && middle.1 < room.3)
        }
    };
    let outside = |column: Option<usize>, line: Option<usize>| match (column, line) {
        (Some(column), Some(line)) => !filled(column, line),
        _ => true,
    };
    let mut edges: Vec<((usize, usize), (usize, usize))> = Vec::new();
    for column in 0..xs.len() - 1 {
        for line in 0..ys.len() - 1 {
            if !filled(column, line) {
                continue;
            }
            if outside(Some(column), line.checked_sub(1)) {
                edges.push(((column, line), (column + 1, line)));
            }
            if outside(Some(column + 1), Some(line)) {
                edges.push(((column + 1, line), (column + 1, line + 1)));
            }
            if outside(Some(column), Some(line + 1)) {
                edges.push(((column + 1, line + 1), (column, line + 1)));
            }
            if outside(column.checked_sub(1), Some(line)) {
                edges.push(((column, line + 1), (column, line)));
            }
        }
    }
    trace(edges, &xs, &ys)
}

/// Chains edges into closed loops.
fn trace(mut edges: Vec<((usize, usize), (usize, usize))>, xs: &[f64], ys: &[f64]) -> String {
    let mut path = String::new();
    while let Some((start, mut at)) = edges.pop() {
        path.push_str(&format!("M{} {}", xs[start.0], ys[start.1]));
        while at != start {
            path.push_str(&format!("L{} {}", xs[at.0], ys[at.1]));
            let Some(next) = edges.iter().position(|(from, _)| *from == at) else {
                break;
            };
            at = edges.swap_remove(next).1;
        }
        path.push('z');
    }
    path
}

/// Every value once, in order.
fn cuts(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut all: Vec<f64> = values.map(f64::round).collect();
    all.sort_by(f64::total_cmp);
    all.dedup();
    all
}
