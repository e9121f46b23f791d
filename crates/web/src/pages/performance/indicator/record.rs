//! What the authority's record holds of a figure: its aim, its explanations, its publications.

use calendar::display;
use rules::catalogue;

use super::super::catalogue::{published_base, published_words};
use super::super::pack;
use super::view::{Comment, FigureRecord, Publication};
use super::{Opened, reading};
use crate::components::button::Button;
use crate::components::card::Fact;

impl Opened<'_> {
    /// The tab of the figure's own record.
    pub(super) fn record(&self) -> FigureRecord {
        let (indicator, authority) = (self.indicator, &self.catalogue.authority);
        let (_, last) = reading::ends(self.stretch);
        let mut facts = Vec::new();
        match catalogue::aim(authority, indicator.id, last) {
            Some((aim, said)) => {
                let from =
                    said.from.map(|from| format!(", from {}", display::full_date(from))).unwrap_or_default();
                let words = super::super::catalogue::value_words(indicator, aim);
                facts.push(Fact::new("Aim", format!("{words}{from}")));
                facts.push(Fact::new("Why", said.reason.clone().unwrap_or_default()));
            }
            None => facts.push(Fact::new("Aim", "None is set.")),
        }
        for (words, source) in self.catalogue.beside(indicator, last) {
            facts.push(Fact::new("Beside it", format!("{words}, {source}")));
        }
        let comment = |(entry, said): (&record::TimelineEntry, &record::events::CommentaryWritten)| Comment {
            heading: said.period_to.map(|to| format!("Up to {}", display::full_date(to))).unwrap_or_default(),
            words: said.words.clone().unwrap_or_default(),
            by: format!("{}, {}", self.app.views.name(entry.author()), display::full_date(entry.day())),
        };
        let publication = |(id, said): (chronology::EntryId, record::events::FigurePublished)| Publication {
            of: said.period_to.map(display::month_and_year).unwrap_or_default(),
            value: published_words(indicator, &said),
            base: published_base(&said),
            href: format!("/performance/{}/published/{id}", indicator.id),
        };
        let aim = format!(
            "/forms/target?about=authority&shared.indicator={0}&authority.indicator={0}",
            indicator.id
        );
        let mut acts = Vec::new();
        if self.explains {
            acts.push(pack::explain(indicator, last));
        }
        if self.keeps {
            acts.push(Button::secondary("Set its aim", aim).about(indicator.title));
        }
        FigureRecord {
            facts,
            comments: catalogue::commentaries(authority, indicator.id).into_iter().map(comment).collect(),
            publications: pack::publications(&self.catalogue, indicator)
                .into_iter()
                .map(publication)
                .collect(),
            acts,
        }
    }
}
