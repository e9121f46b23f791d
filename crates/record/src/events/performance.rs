//! What stands beside figures: values from outside, aims, explanations, and figures as they were published. All of it
//! is recorded about the authority.

use super::{Day, Number, Person, Text, family};

family! {
    /// A value from outside was loaded: a population, or another authority's figure. A later one for the same thing
    /// stands beside it and never over it.
    "reference_value.loaded" "Reference value" ReferenceValueLoaded {
        /// What it measures: population, or the id of an indicator.
        measure: Text,
        /// Where: the authority's own name, England, or another.
        area: Text,
        /// The year it is of; for a year that spans two, the later.
        year: Number,
        /// The youngest age counted, in years.
        from_age: Number,
        /// The oldest age counted, in years.
        to_age: Number,
        /// The value, in figures: 107400, or 12.4.
        value: Text,
        /// Who published it, and where.
        source: Text,
        /// When it was published.
        published_on: Day,
    }

    /// An aim was set for a figure.
    "target.set" "Aim set" TargetSet {
        /// The id of the indicator.
        indicator: Text,
        /// The aim, in figures: 90, or 12.5.
        value: Text,
        /// The first day it holds.
        from: Day,
        /// Why this and not another.
        reason: Text,
        /// Who set it.
        set_by: Person,
    }

    /// Somebody explained how a figure moved.
    "commentary.written" "Commentary" CommentaryWritten {
        /// The id of the indicator.
        indicator: Text,
        /// The last day of the time explained.
        period_to: Day,
        /// What happened, what it means for children, and what is done.
        words: Text,
        /// Who wrote it.
        written_by: Person,
    }

    /// A figure was published as it stood: it can be counted again as it was known then, and as it is known now.
    "figure.published" "Figure published" FigurePublished {
        /// The id of the indicator.
        indicator: Text,
        /// The first day of its period; none for a figure at a date.
        period_from: Day,
        /// The last day of its period, or its date.
        period_to: Day,
        /// The figure, in figures.
        value: Text,
        /// How many cases met it.
        numerator: Number,
        /// How many cases there were.
        denominator: Number,
        /// The last recording that was known when it was counted.
        known_to: Number,
        /// Who published it.
        published_by: Person,
    }
}
