//! A worker's weight against her limit: words first, and a bar that only agrees.

use maud::{Markup, html};

/// Weight carried, and the most agreed.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    /// Weight carried now.
    pub weight: u32,
    /// The most agreed for this worker.
    pub limit: u32,
    /// The largest limit or weight in the table, so that the bars compare.
    pub largest: u32,
}

/// Draws the weight.
///
/// Accessibility: the bar is decoration; "34 of 30, 4 over" says it all.
#[must_use]
pub fn load(shown: &Load) -> Markup {
    let scale = |weight: u32| weight * 100 / shown.largest.max(1);
    let limit = scale(shown.limit);
    let used = scale(shown.weight.min(shown.limit));
    let over = shown.weight.saturating_sub(shown.limit);
    let room = shown.limit.saturating_sub(shown.weight);
    html! {
        span.on-load {
            span { b { (shown.weight) } " of " (shown.limit) }
            svg viewBox="0 0 100 12" width="100" height="12" aria-hidden="true" {
                rect.room x="0" y="2" width=(limit) height="8" {}
                rect.used x="0" y="2" width=(used) height="8" {}
                @if over > 0 { rect.over x=(limit) y="2" width=(scale(shown.weight).saturating_sub(limit)) height="8" {} }
                path.lim d={ "M" (limit) " 0v12" } {}
            }
            @if over > 0 { small.on-over { (over) " over" } }
            @else if room == 0 { small { "at the limit" } }
            @else { small { "room for " (room) } }
        }
    }
}
