//! Who stands in which row: parents above children, partners beside each other.

use std::collections::HashMap;

use super::Family;

/// The family by number instead of by name, with what does not fit left out.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// How many people.
    pub(super) size: usize,
    /// Pairs, with the index of the couple as given (`None` when only a shared child says so).
    pub(super) couples: Vec<(usize, usize, Option<usize>)>,
    /// Parents (one or two) with their children in order.
    pub(super) unions: Vec<(Vec<usize>, Vec<usize>)>,
    /// Row of each person, counted from the oldest.
    pub(super) row: Vec<usize>,
}

/// Reads a family into numbers and gives everyone a row.
pub(super) fn graph(family: &Family) -> Graph {
    let number: HashMap<&str, usize> =
        family.members.iter().enumerate().map(|(number, member)| (member.id.as_str(), number)).collect();
    let mut graph = Graph { size: family.members.len(), ..Graph::default() };
    for (given, couple) in family.couples.iter().enumerate() {
        let pair = (number.get(couple.one.as_str()), number.get(couple.other.as_str()));
        if let (Some(&one), Some(&other)) = pair
            && one != other
            && !graph.are_a_couple(one, other)
        {
            graph.couples.push((one, other, Some(given)));
        }
    }
    for (child, member) in family.members.iter().enumerate() {
        let mut parents: Vec<usize> = Vec::new();
        for id in &member.parents {
            if let Some(&parent) = number.get(id.as_str())
                && parent != child
                && parents.len() < 2
                && !parents.contains(&parent)
                && !graph.is_ancestor(child, parent)
            {
                parents.push(parent);
            }
        }
        parents.sort_unstable();
        graph.add_child(parents, child);
    }
    graph.row = rows(&graph);
    graph
}

impl Graph {
    fn are_a_couple(&self, one: usize, other: usize) -> bool {
        self.couples.iter().any(|(a, b, _)| (*a, *b) == (one, other) || (*b, *a) == (one, other))
    }

    fn add_child(&mut self, parents: Vec<usize>, child: usize) {
        if parents.is_empty() {
            return;
        }
        if let [one, other] = parents[..]
            && !self.are_a_couple(one, other)
        {
            self.couples.push((one, other, None));
        }
        match self.unions.iter_mut().find(|(of, _)| *of == parents) {
            Some((_, children)) => children.push(child),
            None => self.unions.push((parents, vec![child])),
        }
    }

    /// True when `older` is above `younger`, however far.
    fn is_ancestor(&self, older: usize, younger: usize) -> bool {
        let mut above = vec![younger];
        let mut seen = vec![false; self.size];
        while let Some(person) = above.pop() {
            if person == older {
                return true;
            }
            if std::mem::replace(&mut seen[person], true) {
                continue;
            }
            for (parents, children) in &self.unions {
                if children.contains(&person) {
                    above.extend(parents);
                }
            }
        }
        false
    }

    /// Children of one person, by any partner.
    fn children_of(&self, person: usize) -> impl Iterator<Item = usize> + '_ {
        self.unions
            .iter()
            .filter(move |(parents, _)| parents.contains(&person))
            .flat_map(|(_, children)| children.iter().copied())
    }
}

/// Pushes children below parents and partners level until nothing moves, then
/// lets the oldest come down to just above their children. Both are bounded by
/// the number of people, so that contradictory links cannot go on for ever.
fn rows(graph: &Graph) -> Vec<usize> {
    let mut row = vec![0; graph.size];
    for _ in 0..graph.size {
        let before = row.clone();
        for (parents, children) in &graph.unions {
            let below = parents.iter().map(|parent| row[*parent]).max().unwrap_or(0) + 1;
            for child in children {
                row[*child] = row[*child].max(below);
            }
        }
        level_partners(graph, &mut row);
        if row == before {
            break;
        }
    }
    for _ in 0..graph.size {
        let before = row.clone();
        let groups = groups(graph);
        for group in &groups {
            let above = group
                .iter()
                .flat_map(|person| graph.children_of(*person))
                .map(|child| row[child].saturating_sub(1))
                .min();
            if let Some(above) = above {
                for person in group {
                    row[*person] = row[*person].max(above);
                }
            }
        }
        if row == before {
            break;
        }
    }
    close_ranks(&mut row);
    row
}

fn level_partners(graph: &Graph, row: &mut [usize]) {
    for group in groups(graph) {
        let lowest = group.iter().map(|person| row[*person]).max().unwrap_or(0);
        for person in group {
            row[person] = lowest;
        }
    }
}

/// People joined by being partners, in order of their numbers.
pub(super) fn groups(graph: &Graph) -> Vec<Vec<usize>> {
    let mut group_of: Vec<usize> = (0..graph.size).collect();
    for (one, other, _) in &graph.couples {
        let (keep, give) = (group_of[*one], group_of[*other]);
        for of in &mut group_of {
            if *of == give {
                *of = keep;
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); graph.size];
    for (person, of) in group_of.iter().enumerate() {
        groups[*of].push(person);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Leaves no row empty.
fn close_ranks(row: &mut [usize]) {
    let mut used: Vec<usize> = row.to_vec();
    used.sort_unstable();
    used.dedup();
    for one in row.iter_mut() {
        *one = used.binary_search(one).unwrap_or(0);
    }
}
