//! Which worker carries a child, piece of time by piece of time.

use chronology::{EntryId, PersonId};
use record::events::PostFilled;
use record::timeline::Span;

use super::spans::{ends, open, pieces};
use super::words::day;
use super::{Case, Dated};
use crate::Circle;

/// A time in which one worker, in one post, carried the child.
pub(super) struct Carried<'a> {
    pub(super) span: Span,
    pub(super) worker: &'a PersonId,
    /// The worker's post then, if it is in the record.
    pub(super) post: Option<&'a PostFilled>,
    /// The entry that allocated the child.
    pub(super) by: EntryId,
}

impl Carried<'_> {
    /// The case of this time with a value of the worker's, gathered by the worker.
    pub(super) fn case(&self, circle: &Circle, value: u32) -> Case {
        let because =
            format!("With {} since {}.", circle.name_of_unrecorded(self.worker), day(self.span.from));
        let case = Case::new(Dated::During(self.span), true, because).valued(i64::from(value));
        case.grouped(self.worker.to_string()).from([self.by])
    }
}

/// Every such time while the child was open. They do not overlap.
pub(super) fn carried<'t>(circle: &Circle<'t>) -> Vec<Carried<'t>> {
    let allocations = &circle.timeline.allocations;
    let posts = |worker: &PersonId| circle.timeline_of(worker).map(|timeline| &timeline.organisation);
    let mut all = Vec::new();
    for (span, _) in open(circle) {
        let mut changes = ends(allocations.iter().map(|allocation| allocation.span));
        let workers = allocations.iter().filter_map(|allocation| posts(allocation.worker.as_ref()?));
        changes.extend(ends(workers.flat_map(|held| held.posts.iter().map(|post| post.span))));
        for piece in pieces(span, changes) {
            let Some(allocation) = circle.timeline.allocation_on(piece.from) else { continue };
            let Some(worker) = &allocation.worker else { continue };
            let post = posts(worker).and_then(|held| held.post_on(piece.from)).map(|post| &post.said);
            all.push(Carried { span: piece, worker, post, by: allocation.by });
        }
    }
    all
}
