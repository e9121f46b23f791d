//! Where placements are: from a postcode to an authority and a distance.

use super::child::Child;
use super::columns::{HOME_POST, PL_POST};
use super::row::Row;

/// A postcode's authority and position on the national grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Postcode {
    /// Metres east, metres north.
    pub grid: Option<(f64, f64)>,
    /// The ONS code of the authority responsible for children's services there: a county, a unitary authority, a
    /// metropolitan district, a London borough; or of a district of Scotland, Wales or Northern Ireland.
    pub authority: Option<String>,
}

/// A directory of postcodes, which the user supplies.
pub trait Postcodes: Sync {
    /// A postcode, written in capitals without its space.
    fn find(&self, postcode: &str) -> Option<Postcode>;
}

/// What the Department works out of an episode's two postcodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Placed {
    /// `PL_LA`: an authority's ONS code, or `WAL`, `SCO`, `NIR`.
    pub(crate) authority: Option<String>,
    /// `PL_LOCATION`: in the responsible authority's area; unknown where the postcode is.
    pub(crate) inside: Option<bool>,
    /// `PL_DISTANCE`: miles in a straight line, to one place of decimals.
    pub(crate) miles: Option<f64>,
}

/// Places of `PL_LA` that are outside England.
const ABROAD: [&str; 5] = ["CON", "NIR", "SCO", "WAL", "NUK"];

impl Placed {
    pub(crate) fn outside_england(&self) -> bool {
        self.authority.as_deref().is_some_and(|place| ABROAD.contains(&place))
    }

    /// Whether it is the responsible authority's own area.
    pub(crate) fn in_area_of(&self, authority: Option<&str>) -> bool {
        self.authority.is_some() && self.authority.as_deref() == authority
    }
}

impl Child<'_> {
    /// A postcode as the directory knows it.
    pub(crate) fn postcode(&self, text: &str) -> Option<Postcode> {
        self.context.postcodes?.find(&text.replace(' ', ""))
    }

    /// Where an episode's placement is.
    pub(crate) fn placed(&self, episode: &Row<'_>) -> Placed {
        let Some(place) = self.postcode(episode.text(PL_POST)) else { return Placed::default() };
        let home = self.postcode(episode.text(HOME_POST));
        let nation = |code: &str| match code.as_bytes().first() {
            Some(b'W') => "WAL".to_owned(),
            Some(b'S') => "SCO".to_owned(),
            Some(b'N') => "NIR".to_owned(),
            _ => code.to_owned(),
        };
        let authority = place.authority.as_deref().map(nation);
        let inside = authority.as_deref().map(|code| Some(code) == self.context.authority.as_deref());
        let miles = home.and_then(|home| miles(home.grid?, place.grid?));
        Placed { authority, inside, miles }
    }
}

/// The guide's own sum: the hypotenuse in kilometres, at 1.6093 to the mile, to one place.
fn miles(from: (f64, f64), to: (f64, f64)) -> Option<f64> {
    let metres = (from.0 - to.0).hypot(from.1 - to.1);
    let miles = metres / 1000.0 / 1.6093;
    miles.is_finite().then(|| (miles * 10.0).round() / 10.0)
}
