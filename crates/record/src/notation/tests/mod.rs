//! The notation against itself: what is written is read back, what is wrong is named.

mod documentation;
mod faults;
mod generated;
mod people;
mod round_trip;
