//! The server under load: the whole service in a process of its own, with one address more, which sends as
//! many static bytes as asked. That address is the floor, and no installation has it.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use axum::Router;
use axum::extract::Path as Asked;
use axum::routing::get;
use jiff::Timestamp;
use practice::Practice;
use store::desk::Desk;
use store::{Chronology, Clock};
use views::Views;
use web::{App, Setup};

/// Serves a folder at the moment its county ends, and says where once it answers.
pub(super) fn serve(folder: &Path, at: Timestamp) -> Result<()> {
    let clock: Clock = Arc::new(move || at);
    let chronology =
        Chronology::open(folder, Arc::clone(&clock)).map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let desk = Desk::open(folder, Arc::clone(&clock)).map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let practice = practice()?;
    let settings = Arc::new(practice.settings().clone());
    let views =
        Views::open(folder, chronology.clone(), settings, 2).map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let app = App::new(Setup {
        folder: folder.to_owned(),
        council: "Benchmark county".to_owned(),
        chronology,
        desk,
        views,
        practice,
        clock,
        demonstration: None,
        secure: false,
    });
    let floor = Router::new().route(
        "/bytes/{count}",
        get(|Asked(count): Asked<usize>| async move { vec![b'x'; count.min(4 * 1024 * 1024)] }),
    );
    let router = floor.merge(web::router(app));
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        println!("listening on {}", listener.local_addr()?);
        axum::serve(listener, router).await?;
        anyhow::Ok(())
    })
}

/// Cornwall's practice: the county that the benchmark imitates.
pub(super) fn practice() -> Result<Practice> {
    Practice::of_county("cornwall").map_err(|faults| {
        anyhow::anyhow!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
    })
}
