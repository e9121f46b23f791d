//! Placements beside the regulator's list of providers.

use super::placements::uninspected;
use crate::ssda903::child::{Child, SHORT_BREAKS};
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by};
use crate::ssda903::providers::{Provider, named};
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Found, Need, Rule, rule};
use crate::ssda903::table::Table::*;

const LIST: &[Need] = &[Need::Providers];
const LIST_AND_PLACES: &[Need] = &[Need::Providers, Need::Postcodes, Need::Authority];

/// Episodes that name a provider whose entry, or whose absence from the list, is wrong.
fn each(c: &Child<'_>, f: &mut Found<'_>, field: Field, wrong: impl Fn(&Row<'_>, Option<&Provider>) -> bool) {
    f.each(c.episodes(), field, |episode| named(episode) && wrong(episode, c.provider(episode)));
}

/// Placements whose postcode is to be the provider's own.
fn elsewhere(c: &Child<'_>, f: &mut Found<'_>, places: &[&str]) {
    each(c, f, PL_POST, |episode, provider| {
        let asked =
            episode.among(PLACE, places) && episode.given(PL_POST) && !episode.among(LS, &SHORT_BREAKS);
        let own = provider.and_then(|provider| provider.postcode.as_deref());
        asked && own != Some(episode.text(PL_POST).replace(' ', "").as_str())
    });
}

/// The ONS code of the authority in whose area a provider is.
fn area(c: &Child<'_>, provider: Option<&Provider>) -> Option<String> {
    c.postcode(provider?.postcode.as_deref()?)?.authority
}

/// The authority's own provision is in its area, and another's is not.
fn whose(c: &Child<'_>, episode: &Row<'_>, provider: Option<&Provider>) -> bool {
    let Some(area) = area(c, provider) else { return false };
    let own = Some(&area) == c.context.authority.as_ref();
    (episode.is(PLACE_PROVIDER, "PR1") && !own) || (episode.is(PLACE_PROVIDER, "PR2") && own)
}

fn holds(codes: &[String], code: &str) -> bool {
    codes.iter().any(|known| known == code)
}

pub(super) const RULES: &[Rule] = &[
    rule(
        "1008",
        "The regulator lists no provider of this number.",
        &[Episodes],
        |c, f| each(c, f, URN, |_, provider| provider.is_none()),
        ("episode URN=SC100001; episode URN=XXXXXXX", "episode URN=SC999999"),
    )
    .needs(LIST),
    rule(
        "219",
        "The provider of this number does not give placements of this type.",
        &[Episodes],
        |c, f| each(c, f, PLACE, |e, p| !p.is_some_and(|p| holds(&p.places, e.text(PLACE)))),
        ("episode URN=SC100001 PLACE=K2", "episode URN=SC100001 PLACE=U4"),
    )
    .needs(LIST),
    rule(
        "221",
        "The provider of this number is not at the placement’s postcode.",
        &[Episodes],
        |c, f| elsewhere(c, f, &["K1", "K2", "R3", "S1"]),
        ("episode URN=SC100001 PLACE=K2 PL_POST=TR11AA", "episode URN=SC100001 PLACE=K2 PL_POST=PL11AA"),
    )
    .until(2023)
    .needs(LIST),
    rule(
        "221",
        "The provider of this number is not at the placement’s postcode.",
        &[Episodes],
        |c, f| elsewhere(c, f, &["H5", "K1", "K2", "R3", "S1"]),
        ("episode URN=SC100001 PLACE=H5 PL_POST=TR11AA", "episode URN=SC100001 PLACE=H5 PL_POST=PL11AA"),
    )
    .from(2024)
    .until(2024)
    .needs(LIST),
    rule(
        "221",
        "The provider of this number is not at the placement’s postcode.",
        &[Episodes],
        |c, f| elsewhere(c, f, &["K1", "K2", "K3", "R3", "S1"]),
        ("episode URN=SC100001 PLACE=K3 PL_POST=TR11AA", "episode URN=SC100001 PLACE=K3 PL_POST=PL11AA"),
    )
    .from(2025)
    .needs(LIST),
    rule(
        "224",
        "The provider of this number is not of this kind.",
        &[Episodes],
        |c, f| each(c, f, PLACE_PROVIDER, |e, p| !p.is_some_and(|p| holds(&p.owners, e.text(PLACE_PROVIDER)))),
        ("episode URN=SC100001 PLACE_PROVIDER=PR1", "episode URN=SC100001 PLACE_PROVIDER=PR4"),
    )
    .needs(LIST),
    rule(
        "227",
        "The provider’s registration had ended when the episode began.",
        &[Episodes],
        |c, f| each(c, f, DECOM, |e, p| by(p.and_then(|p| p.closed_on), e.day(DECOM))),
        ("episode URN=SC100002 DECOM=31/12/2019", "episode URN=SC100002 DECOM=01/01/2020"),
    )
    .needs(LIST),
    rule(
        "228",
        "The provider’s registration ended before the episode did.",
        &[Episodes],
        |c, f| {
            each(c, f, DEC, |e, p| {
                let ended = if e.blank(DEC) { Some(c.end()) } else { e.day(DEC) };
                before(p.and_then(|p| p.closed_on), ended)
            });
        },
        ("episode URN=SC100002 DEC=01/01/2020", "episode URN=SC100002"),
    )
    .needs(LIST),
    rule(
        "229",
        "The provider’s area does not fit: the authority’s own (PR1) is in its area, another authority’s (PR2) is not. The area is told from the provider’s postcode.",
        &[Episodes],
        |c, f| each(c, f, PLACE_PROVIDER, |e, p| whose(c, e, p)),
        ("episode URN=SC100001 PLACE_PROVIDER=PR1", "episode URN=SC100001 PLACE_PROVIDER=PR2"),
    )
    .until(2025)
    .needs(LIST_AND_PLACES),
    rule(
        "229",
        "The provider’s area does not fit: the authority’s own (PR1) is in its area, another authority’s (PR2) is not. The area is told from the provider’s postcode.",
        &[Episodes],
        |c, f| {
            each(c, f, PLACE_PROVIDER, |e, p| !e.is(PLACE, "K3") && !uninspected(c, e, 0, 0) && whose(c, e, p));
        },
        (
            "episode URN=SC100001 PLACE=K3 PLACE_PROVIDER=PR2",
            "episode URN=SC100001 PLACE=K2 PLACE_PROVIDER=PR2",
        ),
    )
    .from(2026)
    .needs(LIST_AND_PLACES),
    rule(
        "241",
        "The supported accommodation (K3) is in an authority’s area where its provider is not.",
        &[Episodes],
        |c, f| {
            each(c, f, PL_POST, |e, p| {
                let (area, placed) = (area(c, p), c.placed(e).authority);
                e.is(PLACE, "K3") && area.is_some() && placed.is_some() && area != placed
            });
        },
        ("episode URN=SC100001 PLACE=K3 PL_POST=TR12BB", "episode URN=SC100001 PLACE=K3 PL_POST=PL11AA"),
    )
    .from(2026)
    .needs(&[Need::Providers, Need::Postcodes]),
];
