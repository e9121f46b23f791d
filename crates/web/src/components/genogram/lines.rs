//! The lines between people: straight between neighbours, beneath the row
//! otherwise, each in a lane of its own so that no two run on top of each other.

use super::generations::Graph;
use super::layout::Placed;

/// A line between partners.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bond {
    /// The partner on the left.
    pub(super) left: usize,
    /// The partner on the right.
    pub(super) right: usize,
    /// Number of the couple as given; `None` when only a shared child says so.
    pub(super) given: Option<usize>,
    /// `None`: straight across. Otherwise the lane beneath the row.
    pub(super) lane: Option<usize>,
    /// Where its children hang from.
    pub(super) hang_x: f64,
}

/// Parents' line down to children.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Descent {
    /// Which bond it hangs from; `None` for one parent alone.
    pub(super) bond: Option<usize>,
    /// The one parent, when alone.
    pub(super) parent: usize,
    /// The children, left to right.
    pub(super) children: Vec<usize>,
    /// Where it leaves.
    pub(super) x: f64,
    /// The lane its bar runs in.
    pub(super) lane: usize,
    /// Row of the parents.
    pub(super) row: usize,
}

/// Every line.
#[derive(Clone, Debug, Default)]
pub(super) struct Wiring {
    /// Between partners.
    pub(super) bonds: Vec<Bond>,
    /// From parents to children.
    pub(super) descents: Vec<Descent>,
    /// How many lanes lie beneath each row.
    pub(super) lanes: Vec<usize>,
}

/// Works out which line runs where. Needs every x, and no y.
pub(super) fn wiring(graph: &Graph, rows: &[Vec<usize>], people: &[Placed]) -> Wiring {
    let mut taken: Vec<Vec<Vec<(f64, f64)>>> = vec![Vec::new(); rows.len()];
    let mut bonds = Vec::new();
    for (one, other, given) in &graph.couples {
        let (left, right) = if people[*one].x <= people[*other].x { (*one, *other) } else { (*other, *one) };
        let row = &rows[graph.row[left]];
        let place = |of: usize| row.iter().position(|person| *person == of);
        let neighbours = matches!((place(left), place(right)), (Some(a), Some(b)) if b == a + 1);
        let lane = (!neighbours).then(|| {
            let span = (people[left].x + people[left].right, people[right].x - people[right].left);
            take_lane(&mut taken[graph.row[left]], span)
        });
        let hang_x = hang_x(graph, left, right, people);
        bonds.push(Bond { left, right, given: *given, lane, hang_x });
    }
    let mut descents = Vec::new();
    for (parents, children) in &graph.unions {
        descents.extend(descent(graph, &bonds, parents, children, people, &mut taken));
    }
    Wiring { bonds, descents, lanes: taken.iter().map(Vec::len).collect() }
}

/// How far from a couple's words their children may hang.
const HANG: f64 = 9.0;

/// How far from the words a bracket beneath the row comes down: never where children hang.
pub(super) fn bracket_apart(lane: usize) -> f64 {
    [3.0, 5.0].get(lane).copied().unwrap_or(7.0)
}

/// Where a couple's children hang from: over their middle, as far as the couple's words leave room.
#[expect(clippy::cast_precision_loss, reason = "a family is small")]
fn hang_x(graph: &Graph, left: usize, right: usize, people: &[Placed]) -> f64 {
    let (from, to) =
        (people[left].x + people[left].right + HANG, people[right].x - people[right].left - HANG);
    let middle = f64::midpoint(from, to);
    let both = |parents: &[usize]| parents.contains(&left) && parents.contains(&right);
    let Some((_, children)) = graph.unions.iter().find(|(parents, _)| both(parents)) else {
        return middle.round();
    };
    let over = children.iter().map(|child| people[*child].x).sum::<f64>() / children.len() as f64;
    if from < to { over.clamp(from, to).round() } else { middle.round() }
}

fn descent(
    graph: &Graph,
    bonds: &[Bond],
    parents: &[usize],
    children: &[usize],
    people: &[Placed],
    taken: &mut [Vec<Vec<(f64, f64)>>],
) -> Option<Descent> {
    let parent = *parents.first()?;
    let row = graph.row[parent];
    let bond = match parents {
        [one, other] => bonds.iter().position(|bond| {
            (bond.left, bond.right) == (*one, *other) || (bond.right, bond.left) == (*one, *other)
        }),
        _ => None,
    };
    let mut below: Vec<usize> = children.iter().copied().filter(|child| graph.row[*child] > row).collect();
    below.sort_by(|one, other| people[*one].x.total_cmp(&people[*other].x));
    let (first, last) = (below.first()?, below.last()?);
    let x = bond.map_or(people[parent].x, |number| bonds[number].hang_x);
    let span = (people[*first].x.min(x), people[*last].x.max(x));
    let lane = take_lane(&mut taken[row], span);
    Some(Descent { bond, parent, children: below, x, lane, row })
}

/// The first lane with room for this span.
fn take_lane(lanes: &mut Vec<Vec<(f64, f64)>>, span: (f64, f64)) -> usize {
    let clear =
        |lane: &Vec<(f64, f64)>| lane.iter().all(|other| span.1 + 8.0 < other.0 || other.1 + 8.0 < span.0);
    let lane = lanes.iter().position(clear).unwrap_or_else(|| {
        lanes.push(Vec::new());
        lanes.len() - 1
    });
    lanes[lane].push(span);
    lane
}
