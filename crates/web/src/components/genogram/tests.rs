//! What a picture of a family must never do, over ordinary and odd families.

use super::draw::picture;
use super::home::{outline, rooms};
use super::samples::{nance, rickard};
use super::{Couple, Family, Figure, Household, Layout, Member, layout};

/// A family written as `child = parent + parent`, `one & other`, `one x other` (parted).
fn family(lines: &[&str]) -> Family {
    let mut family = Family { id: "f".into(), title: "Family".into(), ..Family::default() };
    let add = |family: &mut Family, id: &str| {
        if !family.members.iter().any(|one| one.id == id) {
            family.members.push(Member {
                id: id.into(),
                label: format!("{id}, 30 years"),
                beneath: "lives somewhere".into(),
                figure: Figure::Female,
                ..Member::default()
            });
        }
    };
    for line in lines {
        if let Some((child, parents)) = line.split_once(" = ") {
            let parents: Vec<&str> = parents.split(" + ").filter(|id| !id.is_empty()).collect();
            for id in parents.iter().chain([&child]) {
                add(&mut family, id);
            }
            let member = family.members.iter_mut().find(|one| one.id == child);
            member.expect("added above").parents = parents.iter().map(|id| (*id).into()).collect();
        } else if let Some((one, other)) = line.split_once(" & ").or_else(|| line.split_once(" x ")) {
            add(&mut family, one);
            add(&mut family, other);
            family.couples.push(Couple {
                one: one.into(),
                other: other.into(),
                parted: line.contains(" x "),
                years: String::new(),
            });
        } else {
            add(&mut family, line);
        }
    }
    family
}

/// Everyone is drawn, inside the picture, with clear room from everyone else,
/// and no straight line between partners passes through somebody.
fn check(family: &Family) -> Layout {
    let drawn = layout(family);
    assert_eq!(drawn.people.len(), family.members.len());
    for one in &drawn.people {
        assert!(one.x.is_finite() && one.x >= one.left && one.x + one.right <= drawn.width, "{one:?}");
        assert!(one.y >= one.above && one.y + one.below <= drawn.height, "{one:?}");
        for other in drawn.people.iter().filter(|other| other.member > one.member) {
            let apart = one.x + one.right <= other.x - other.left
                || other.x + other.right <= one.x - one.left
                || one.y + one.below <= other.y - other.above
                || other.y + other.below <= one.y - one.above;
            assert!(apart, "{one:?} overlaps {other:?}");
        }
    }
    for bond in drawn.wiring.bonds.iter().filter(|bond| bond.lane.is_none()) {
        let (left, right) = (&drawn.people[bond.left], &drawn.people[bond.right]);
        for other in &drawn.people {
            let between = other.row == left.row && left.x < other.x && other.x < right.x;
            assert!(!between, "a line runs through {other:?}");
        }
    }
    for bond in &drawn.wiring.bonds {
        let Some(lane) = bond.lane else { continue };
        let (left, right) = (&drawn.people[bond.left], &drawn.people[bond.right]);
        let apart = super::lines::bracket_apart(lane);
        for other in drawn.wiring.bonds.iter().filter(|other| other.lane.is_none()) {
            let same_row = drawn.people[other.left].row == left.row;
            for end in [left.x + left.right + apart, right.x - right.left - apart] {
                assert!(
                    !same_row || (other.hang_x - end).abs() >= 1.5,
                    "children hang on a bracket: {other:?}"
                );
            }
        }
    }
    for (place, one) in drawn.wiring.descents.iter().enumerate() {
        for other in &drawn.wiring.descents[place + 1..] {
            let span = |of: &super::lines::Descent| {
                let xs = of.children.iter().map(|child| drawn.people[*child].x).chain([of.x]);
                (xs.clone().fold(f64::INFINITY, f64::min), xs.fold(0.0, f64::max))
            };
            let (here, there) = (span(one), span(other));
            let crossing = here.0 <= there.1 && there.0 <= here.1;
            assert!(
                one.row != other.row || one.lane != other.lane || !crossing,
                "two bars lie on each other"
            );
        }
    }
    let picture = picture(family).into_string();
    assert!(picture.contains("role=\"img\"") && picture.contains("<title id="));
    assert!(!picture.contains("NaN") && !picture.contains("inf"), "{picture}");
    drawn
}

fn row_of(family: &Family, drawn: &Layout, id: &str) -> usize {
    let number = family.members.iter().position(|one| one.id == id).expect("in the family");
    drawn.people[number].row
}

#[test]
fn the_nances_and_the_rickards_fit() {
    let nance = nance();
    let drawn = check(&nance);
    assert_eq!(row_of(&nance, &drawn, "sue"), 0);
    assert_eq!(row_of(&nance, &drawn, "ross"), row_of(&nance, &drawn, "kerra"));
    assert_eq!(row_of(&nance, &drawn, "baby"), 2);
    assert!(drawn.width < 620.0, "it must fit the story page, was {}", drawn.width);
    check(&rickard());
}

#[test]
fn nobody_who_lives_elsewhere_is_inside_a_home() {
    for family in [nance(), rickard()] {
        let drawn = layout(&family);
        let home = &family.households[0];
        let inside: Vec<usize> = (0..family.members.len())
            .filter(|number| home.members.contains(&family.members[*number].id))
            .collect();
        let rooms = rooms(&drawn, &inside);
        for one in &drawn.people {
            let held =
                rooms.iter().any(|room| room.0 < one.x && one.x < room.2 && room.1 < one.y && one.y < room.3);
            assert_eq!(held, inside.contains(&one.member), "{}", family.members[one.member].id);
        }
        assert!(outline(&rooms).starts_with('M'));
    }
}

#[test]
fn one_person_alone_and_nobody_at_all() {
    let alone = check(&family(&["ann"]));
    assert!(alone.width > 24.0 && alone.wiring.bonds.is_empty());
    check(&family(&[]));
}

#[test]
fn ten_children_of_one_couple_stand_in_order_of_birth() {
    let children: Vec<String> = (0..10).map(|number| format!("c{number} = ma + pa")).collect();
    let lines: Vec<&str> = children.iter().map(String::as_str).chain(["ma & pa"]).collect();
    let family = family(&lines);
    let drawn = check(&family);
    let mut across: Vec<(f64, &str)> = family
        .members
        .iter()
        .zip(&drawn.people)
        .filter(|(member, _)| member.id.starts_with('c'))
        .map(|(member, placed)| (placed.x, member.id.as_str()))
        .collect();
    let given: Vec<&str> = across.iter().map(|one| one.1).collect();
    across.sort_by(|one, other| one.0.total_cmp(&other.0));
    assert_eq!(across.iter().map(|one| one.1).collect::<Vec<_>>(), given);
}

#[test]
fn a_mother_of_five_by_four_partners_across_three_generations() {
    check(&family(&[
        "gran & grandad",
        "mum = gran + grandad",
        "aunt = gran + grandad",
        "p1 x mum",
        "p2 x mum",
        "p3 x mum",
        "mum & p4",
        "a = mum + p1",
        "b = mum + p2",
        "c = mum + p2",
        "d = mum + p3",
        "e = mum + p4",
        "uncle & aunt",
        "cousin = aunt + uncle",
        "p1 & later",
        "half = p1 + later",
        "pa2 = nan2 + gramp2",
        "nan2 x gramp2",
        "mum & pa2",
        "f = mum + pa2",
    ]));
}

#[test]
fn unknown_parents_and_links_to_nobody_are_left_out_of_the_picture() {
    let mut family = family(&["child", "other = child"]);
    family.members[0].parents = vec!["not-here".into()];
    family.couples.push(Couple { one: "child".into(), other: "nor-here".into(), ..Couple::default() });
    family.households.push(Household { name: "Nowhere".into(), members: vec!["nor-here".into()] });
    let drawn = check(&family);
    assert_eq!(drawn.wiring.bonds.len(), 0);
    assert!(super::list::sentence(&family, &family.members[0]).contains("someone not shown"));
}

#[test]
fn loops_and_contradictions_do_not_hang() {
    check(&family(&["a = b", "b = a"]));
    check(&family(&["a = a"]));
    check(&family(&["a = b", "b = c", "c = a", "a & c", "b & b"]));
    // Partner of her own grandchild, and three who are all each other's partners.
    check(&family(&["b = a", "c = b", "a & c", "x & y", "y & z", "z & x", "k = x + z"]));
    let mut many: Vec<String> = (0..60).map(|number| format!("n{number} = n{}", (number + 1) % 60)).collect();
    many.extend((0..60).map(|number| format!("n{number} & n{}", (number * 7 + 3) % 60)));
    check(&family(&many.iter().map(String::as_str).collect::<Vec<_>>()));
}

#[test]
fn a_shared_child_joins_parents_whose_bond_nobody_has_recorded() {
    let family = family(&["child = ma + pa"]);
    let drawn = check(&family);
    assert_eq!(drawn.wiring.bonds.len(), 1);
    assert!(picture(&family).into_string().contains("unsure"));
}

#[test]
fn the_list_says_every_link_the_picture_shows() {
    let family = rickard();
    let said = |id: &str| {
        let member = family.members.iter().find(|one| one.id == id).expect("in the family");
        super::list::sentence(&family, member)
    };
    assert!(
        said("darren").contains("has died")
            && said("darren").contains("parted from Tamsin, 34 (2009 to 2016)")
    );
    assert!(said("kensa").contains("born together with Cador, 6"));
    assert!(said("kensa").contains("child of Tamsin, 34 and Lee Varker, 38"));
    assert!(said("jean").contains("lives at 3 Well Lane"));
    assert!(
        said("sealed").contains("sealed: not shown to your role")
            && !said("sealed").contains("sex not known")
    );
}

#[test]
fn a_sealed_person_shows_no_sex_and_a_name_cannot_become_markup() {
    let mut family = family(&["<b>ann</b>"]);
    family.members[0].sealed = true;
    let drawn = picture(&family).into_string();
    assert!(!drawn.contains("<circle") && !drawn.contains("<b>"));
}
