//! What partner agencies and the public send, from their side and from ours.

pub mod message;
pub mod messages;
pub mod receipt;
pub(crate) mod receiving;
pub mod refer;
pub mod sent;

use axum::Router;
use axum::routing::{get, post};

use super::Sample;
use super::form_samples::{asha, drawn};
use super::samples::{frame, signed_out};
use crate::App;

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/partners", get(sent::show))
        .route("/partners/referral", get(refer::show).post(refer::post))
        .route("/partners/link/{link}", get(refer::show_by_link).post(refer::post_by_link))
        .route("/partners/receipt/{reference}", get(receipt::show))
        .route("/partners/receipt/{reference}/disagree", post(receipt::disagreeing::post))
        .route("/front-door/messages", get(messages::show).post(messages::give_link))
        .route("/front-door/messages/{entry}", get(message::show))
        .route("/front-door/messages/{entry}/read", post(message::read))
        .route("/front-door/messages/{entry}/grade", post(message::grade))
        .route("/front-door/messages/{entry}/take", post(message::take))
        .route("/front-door/messages/{entry}/document", get(message::document))
}

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    let tom = frame("Tom Ferris", "Partner agency, Porthavel Primary");
    [
        drawn("partners/refer", &tom, refer::samples(), refer::view),
        drawn("partners/sent", &tom, sent::samples(), sent::view),
        drawn("partners/receipt", &signed_out(), receipt::samples(), receipt::view),
        drawn("partners/messages", &asha(), messages::samples(), messages::view),
        drawn("partners/message", &asha(), message::samples(), message::view),
    ]
    .concat()
}
