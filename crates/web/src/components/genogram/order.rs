//! The order of people within each row: partners side by side, brothers and
//! sisters together and beneath their own parents.

use super::generations::{Graph, groups};

/// People of each row from left to right.
pub(super) fn order(graph: &Graph) -> Vec<Vec<usize>> {
    let chains: Vec<Vec<usize>> = groups(graph).into_iter().map(|group| chain(graph, &group)).collect();
    let count = graph.row.iter().max().map_or(0, |last| last + 1);
    let mut rows: Vec<Vec<Vec<usize>>> = vec![Vec::new(); count];
    for chain in chains {
        if let Some(first) = chain.first() {
            rows[graph.row[*first]].push(chain);
        }
    }
    for sweep in 0..6 {
        let down = sweep % 2 == 0;
        let rank = ranks(&rows, graph.size);
        let steps: Vec<usize> = if down { (0..count).collect() } else { (0..count).rev().collect() };
        let mut rank = rank;
        for step in steps {
            rows[step].sort_by(|one, other| {
                let (one, other) = (middle(graph, one, &rank, down), middle(graph, other, &rank, down));
                one.total_cmp(&other)
            });
            rank_row(&rows[step], &mut rank);
        }
    }
    for row in &mut rows {
        turn(graph, row);
    }
    rows.into_iter().map(|row| row.into_iter().flatten().collect()).collect()
}

fn partners(graph: &Graph, person: usize) -> impl Iterator<Item = usize> + '_ {
    graph.couples.iter().filter_map(move |(one, other, _)| {
        if *one == person {
            Some(*other)
        } else if *other == person {
            Some(*one)
        } else {
            None
        }
    })
}

/// A group of partners in a line: whoever has most partners in the middle,
/// half of them on each side, and their own other partners beyond.
fn chain(graph: &Graph, group: &[usize]) -> Vec<usize> {
    let hub =
        group.iter().copied().max_by_key(|person| (partners(graph, *person).count(), usize::MAX - person));
    let Some(hub) = hub else {
        return Vec::new();
    };
    let mut seen = vec![false; graph.size];
    seen[hub] = true;
    let beside: Vec<usize> = partners(graph, hub).collect();
    // A lone couple keeps the order it was given in.
    let on_the_left = if beside.len() == 1 && group.len() == 2 {
        usize::from(graph.couples.iter().any(|pair| pair.0 == beside[0] && pair.1 == hub))
    } else {
        beside.len() / 2
    };
    let mut left = Vec::new();
    for partner in beside[..on_the_left].iter().rev() {
        outward(graph, *partner, &mut seen, &mut left);
    }
    let mut line: Vec<usize> = left.into_iter().rev().collect();
    line.push(hub);
    for partner in &beside[on_the_left..] {
        outward(graph, *partner, &mut seen, &mut line);
    }
    line
}

/// Puts a person on the line, and her further partners beyond her.
fn outward(graph: &Graph, from: usize, seen: &mut [bool], line: &mut Vec<usize>) {
    let mut next = vec![from];
    while let Some(person) = next.pop() {
        if std::mem::replace(&mut seen[person], true) {
            continue;
        }
        line.push(person);
        let mut further: Vec<usize> = partners(graph, person).filter(|one| !seen[*one]).collect();
        further.reverse();
        next.extend(further);
    }
}

#[expect(clippy::cast_precision_loss, reason = "a family is small")]
fn rank_row(row: &[Vec<usize>], rank: &mut [f64]) {
    let width: usize = row.iter().map(Vec::len).sum();
    for (place, person) in row.iter().flatten().enumerate() {
        rank[*person] = (place as f64 + 0.5) / width.max(1) as f64;
    }
}

fn ranks(rows: &[Vec<Vec<usize>>], size: usize) -> Vec<f64> {
    let mut rank = vec![0.0; size];
    for row in rows {
        rank_row(row, &mut rank);
    }
    rank
}

/// Where a chain would like to be: under its parents, or over its children.
fn middle(graph: &Graph, chain: &[usize], rank: &[f64], down: bool) -> f64 {
    let mut wanted = Vec::new();
    for (parents, children) in &graph.unions {
        let (own, theirs) = if down { (children, parents) } else { (parents, children) };
        if own.iter().any(|person| chain.contains(person)) {
            wanted.push(mean(theirs.iter().map(|person| rank[*person])));
        }
    }
    if wanted.is_empty() { mean(chain.iter().map(|person| rank[*person])) } else { mean(wanted.into_iter()) }
}

#[expect(clippy::cast_precision_loss, reason = "a family is small")]
fn mean(numbers: impl Iterator<Item = f64>) -> f64 {
    let all: Vec<f64> = numbers.collect();
    all.iter().sum::<f64>() / all.len().max(1) as f64
}

/// Turns a couple round when the one with brothers and sisters would otherwise
/// stand on the far side from them.
fn turn(graph: &Graph, row: &mut [Vec<usize>]) {
    for place in 0..row.len() {
        if row[place].len() != 2 {
            continue;
        }
        let (first, last) = (row[place][0], row[place][1]);
        let kin_left = place > 0 && row[place - 1].iter().any(|kin| siblings(graph, *kin, last));
        let kin_right =
            row.get(place + 1).is_some_and(|next| next.iter().any(|kin| siblings(graph, *kin, first)));
        let settled =
            row.get(place + 1).is_some_and(|next| next.iter().any(|kin| siblings(graph, *kin, last)))
                || (place > 0 && row[place - 1].iter().any(|kin| siblings(graph, *kin, first)));
        if (kin_left || kin_right) && !settled {
            row[place].swap(0, 1);
        }
    }
}

fn siblings(graph: &Graph, one: usize, other: usize) -> bool {
    graph.unions.iter().any(|(_, children)| children.contains(&one) && children.contains(&other))
}
