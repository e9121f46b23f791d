//! Dates as the law of children's services counts them: working days with England's bank holidays, hours across clock
//! changes, months from an anchor, ages, reporting years and school terms.
//!
//! Everything here is pure. Nothing reads the clock: *today* and *now* are arguments.
//!
//! | module | answers |
//! | --- | --- |
//! | [`bank_holidays`] | which weekdays are not worked, and how sure we are |
//! | [`working_days`] | when is the 15th working day, and was this in time |
//! | [`periods`] | weeks, months and years; [`Within`], the length of a limit |
//! | [`hours`] | 72 hours, exactly |
//! | [`london`] | which date an instant falls on, and when a date starts and ends |
//! | [`age`] | how old, in which band, and what to call an unborn child's date |
//! | [`reporting_year`] | 2025-26, its quarters and its snapshot; academic years |
//! | [`school_terms`] | school days, from dates that an authority or a school supplies |
//! | [`display`] | how dates, times and due dates are written for people |

pub mod age;
pub mod bank_holidays;
pub mod display;
pub mod hours;
pub mod london;
pub mod periods;
pub mod reporting_year;
pub mod school_terms;
pub mod working_days;

pub use age::{AgeBand, BirthDate, LeapDayBirthday};
pub use periods::Within;
pub use reporting_year::{AcademicYear, Quarter, ReportingYear};
pub use school_terms::TermCalendar;
