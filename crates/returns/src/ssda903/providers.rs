//! The regulator's list of providers, which the user supplies.

use std::collections::HashMap;

use jiff::civil::Date;

use super::child::Child;
use super::columns::URN;
use super::row::Row;

/// A provider that the regulator lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provider {
    /// The placement codes that fit it.
    pub places: Vec<String>,
    /// The placement provider codes that fit it.
    pub owners: Vec<String>,
    /// The day on which its registration ended.
    pub closed_on: Option<Date>,
    /// Its postcode, in capitals without a space.
    pub postcode: Option<String>,
}

/// The list, by unique reference number.
#[derive(Clone, Debug, Default)]
pub struct Providers(HashMap<String, Provider>);

impl Providers {
    /// Adds a provider; the number may have been read from a cell of numbers.
    pub fn add(&mut self, urn: &str, provider: Provider) {
        self.0.insert(normal(urn), provider);
    }

    /// The provider with a number.
    #[must_use]
    pub fn find(&self, urn: &str) -> Option<&Provider> {
        self.0.get(&normal(urn))
    }

    /// Every postcode in the list.
    pub fn postcodes(&self) -> impl Iterator<Item = &str> {
        self.0.values().filter_map(|provider| provider.postcode.as_deref())
    }

    /// Whether the list is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A number as everybody writes it: in capitals, no spaces, no leading noughts, no decimal point of a spreadsheet.
fn normal(urn: &str) -> String {
    let urn = urn.trim().to_uppercase().replace(' ', "");
    let urn = urn.strip_suffix(".0").unwrap_or(&urn);
    urn.trim_start_matches('0').to_owned()
}

/// What is written where no number can be: a provider that the regulator does not inspect.
pub(crate) const NOT_INSPECTED: &str = "XXXXXXX";

/// Whether an episode names a provider that the regulator should list.
pub(crate) fn named(episode: &Row<'_>) -> bool {
    episode.given(URN) && !episode.is(URN, NOT_INSPECTED)
}

impl Child<'_> {
    /// The listed provider that an episode names.
    pub(crate) fn provider(&self, episode: &Row<'_>) -> Option<&Provider> {
        self.context.providers.as_ref()?.find(episode.text(URN))
    }
}
