//! Everyone in a child's life.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use crate::components::genogram::Family;
use crate::pages::people::reading::Reading;

/// The person's family as a picture: kin to two steps, who is or was together, who lives together.
pub(crate) fn family_of(reading: &Reading) -> Family {
    let name = reading.timeline().identity.name();
    Family {
        id: "family".to_owned(),
        title: format!("Family of {name}"),
        focus: reading.person().to_string(),
        ..Family::default()
    }
}
