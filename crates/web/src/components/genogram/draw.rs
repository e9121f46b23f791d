//! A placed family as SVG: homes first, lines over them, people over those.

use maud::{Markup, html};

use super::home::{outline, rooms};
use super::layout::{HALF, LINE, Layout, Placed, lanes_height, layout};
use super::lines::{Bond, Descent, bracket_apart};
use super::{Family, Figure, Member};

/// A child this near beneath hangs on one line, without a step.
const NEARLY: f64 = 8.0;

/// The picture alone.
pub(super) fn picture(family: &Family) -> Markup {
    let layout = layout(family);
    let title = format!("{}-title", family.id);
    let described = format!("{}-described", family.id);
    html! {
        svg class=(size_class(layout.width)) viewBox={ "0 0 " (layout.width.ceil()) " " (layout.height.ceil()) }
            width=(layout.width.ceil()) height=(layout.height.ceil())
            role="img" aria-labelledby={ (title) " " (described) } {
            title id=(title) { (family.title) }
            desc id=(described) { "The same facts are in the list below the picture." }
            @for home in &family.households { (household(family, &layout, &home.members, &home.name)) }
            @for bond in &layout.wiring.bonds { (bond_line(family, &layout, bond)) }
            @for descent in &layout.wiring.descents { (descent_lines(family, &layout, descent)) }
            g.on-halo-off {
                @for person in &layout.people {
                    @let member = &family.members[person.member];
                    (figure(member, person, member.id == family.focus))
                    (label(person, member.id == family.focus))
                }
            }
        }
    }
}

/// A wide picture may shrink a little before it scrolls; the style sheet knows these sizes.
fn size_class(width: f64) -> String {
    let mut step = 4;
    while f64::from(step + 1) * 80.0 <= width * 0.86 && step < 24 {
        step += 1;
    }
    format!("on-svg on-genogram on-g-{step}")
}

fn household(family: &Family, layout: &Layout, ids: &[String], name: &str) -> Markup {
    let members: Vec<usize> =
        (0..family.members.len()).filter(|number| ids.contains(&family.members[*number].id)).collect();
    let path = outline(&rooms(layout, &members));
    html! { @if !path.is_empty() { path.home d=(path) { title { "Lives at " (name) } } } }
}

/// Top of the lanes beneath a row.
fn lanes_top(layout: &Layout, row: usize) -> f64 {
    layout.people.iter().filter(|one| one.row == row).map(|one| one.y + one.below).fold(0.0, f64::max) + 10.0
}

fn bond_line(family: &Family, layout: &Layout, bond: &Bond) -> Markup {
    let (left, right) = (&layout.people[bond.left], &layout.people[bond.right]);
    let given = bond.given.map(|number| &family.couples[number]);
    let (path, stroke_at) = match bond.lane {
        None => (format!("M{} {}H{}", left.x + HALF, left.y, right.x - HALF), (bond.hang_x, left.y)),
        Some(lane) => {
            let low = lanes_top(layout, left.row) + lanes_height(lane);
            let apart = bracket_apart(lane);
            let (from, to) = (left.x + left.right + apart, right.x - right.left - apart);
            (
                format!(
                    "M{} {}H{from}V{low}H{to}V{}H{}",
                    left.x + HALF,
                    left.y + 5.0,
                    right.y + 5.0,
                    right.x - HALF
                ),
                (f64::midpoint(from, to), low),
            )
        }
    };
    let parted = given.is_some_and(|couple| couple.parted);
    // The strokes stand left of the middle, where children hang.
    let at = (stroke_at.0 - 10.0, stroke_at.1);
    html! {
        path.bond.unsure[given.is_none()] d=(path) {}
        @if parted {
            path.bond d={ "M" (at.0 - 1.0) " " (at.1 - 8.0) "l-5 16M" (at.0 + 6.0) " " (at.1 - 8.0) "l-5 16" } {}
        }
        @if let Some(couple) = given && !couple.years.is_empty() {
            text.s x=(stroke_at.0) y=(stroke_at.1 - 12.0) text-anchor="middle" { (couple.years) }
        }
    }
}

fn descent_lines(family: &Family, layout: &Layout, descent: &Descent) -> Markup {
    let bar = lanes_top(layout, descent.row) + lanes_height(descent.lane) + 4.0;
    let bond = descent.bond.map(|number| &layout.wiring.bonds[number]);
    let from = match bond {
        Some(Bond { lane: Some(lane), .. }) => lanes_top(layout, descent.row) + lanes_height(*lane),
        Some(Bond { left, .. }) => layout.people[*left].y,
        None => layout.people[descent.parent].y + HALF,
    };
    let people: Vec<&Placed> = descent.children.iter().map(|child| &layout.people[*child]).collect();
    let feet: Vec<f64> = people.iter().map(|child| foot(family, &people, child)).collect();
    let first = feet.iter().copied().fold(descent.x, f64::min);
    let last = feet.iter().copied().fold(descent.x, f64::max);
    if let ([child], true) = (&people[..], feet.iter().all(|foot| (foot - descent.x).abs() < NEARLY)) {
        let sealed = family.members[child.member].sealed;
        return html! {
            path.bond.sealed-line[sealed] d={ "M" (descent.x) " " (from) "L" (child.x) " " (child.y - HALF) } {}
        };
    }
    let all_sealed = people.iter().all(|child| family.members[child.member].sealed);
    html! {
        path.bond.sealed-line[all_sealed] d={ "M" (descent.x) " " (from) "V" (bar) @if first < last { "M" (first) " " (bar) "H" (last) } } {}
        @for (child, foot) in people.iter().zip(&feet) {
            path.bond.sealed-line[family.members[child.member].sealed]
                d={ "M" (foot) " " (bar) "L" (child.x) " " (child.y - HALF) } {}
        }
        (twin_bars(family, &people, &feet, bar))
    }
}

/// Where a child's line leaves the bar: straight above, or shared by twins.
fn foot(family: &Family, children: &[&Placed], child: &Placed) -> f64 {
    let Some(twins) = family.members[child.member].twins else {
        return child.x;
    };
    let together: Vec<f64> = children
        .iter()
        .filter(|one| family.members[one.member].twins == Some(twins))
        .map(|one| one.x)
        .collect();
    #[expect(clippy::cast_precision_loss, reason = "twins are few")]
    let middle = together.iter().sum::<f64>() / together.len() as f64;
    middle.round()
}

/// A short bar between the lines of those born together.
fn twin_bars(family: &Family, children: &[&Placed], feet: &[f64], bar: f64) -> Markup {
    let mut bars = Vec::new();
    for pair in children.iter().zip(feet).collect::<Vec<_>>().windows(2) {
        let ((one, foot), (other, _)) = (pair[0], pair[1]);
        let twins = family.members[one.member].twins;
        if twins.is_some() && twins == family.members[other.member].twins {
            let y = f64::midpoint(bar, one.y - HALF);
            bars.push((f64::midpoint(*foot, one.x), f64::midpoint(*foot, other.x), y));
        }
    }
    html! { @for (from, to, y) in bars { path.bond d={ "M" (from) " " (y) "H" (to) } {} } }
}

fn figure(member: &Member, at: &Placed, own: bool) -> Markup {
    let (x, y) = (at.x, at.y);
    let class = match (own, member.sealed) {
        (true, _) => "person self",
        (false, true) => "person sealed",
        (false, false) => "person",
    };
    let figure = if member.sealed { Figure::Unknown } else { member.figure };
    html! {
        @match figure {
            Figure::Male => rect class=(class) x=(x - HALF) y=(y - HALF) width=(2.0 * HALF) height=(2.0 * HALF) {},
            Figure::Female => circle class=(class) cx=(x) cy=(y) r=(HALF) {},
            Figure::Unborn => path class=(class) d={ "M" (x) " " (y - HALF) "l13 24h-26z" } {},
            Figure::Unknown => path class=(class) d={ "M" (x) " " (y - 15.0) "l15 15-15 15-15-15z" } {},
        }
        @if member.died {
            path.bond.cross d={ "M" (x - HALF) " " (y - HALF) "l24 24M" (x + HALF) " " (y - HALF) "l-24 24" } {}
        }
    }
}

fn label(at: &Placed, own: bool) -> Markup {
    #[expect(clippy::cast_precision_loss, reason = "a label has a few lines")]
    let line_y = |number: usize| at.y + 28.0 + LINE * number as f64;
    let (x, anchor) = if at.beside { (at.x + 7.0, "start") } else { (at.x, "middle") };
    html! {
        @for (number, (words, soft)) in at.lines.iter().enumerate() {
            text x=(x) y=(line_y(number)) text-anchor=(anchor) class=[class(*soft, own)] { (words) }
        }
    }
}

fn class(soft: bool, own: bool) -> Option<&'static str> {
    match (soft, own) {
        (true, _) => Some("s"),
        (false, true) => Some("b"),
        _ => None,
    }
}
