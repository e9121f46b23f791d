//! `onen serve`: the web service.

use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;

use store::desk::Desk;
use web::app::Demonstration;
use web::{App, Setup};

use crate::authority::Authority;
use crate::failure::{Answer, Failure};

pub(crate) fn run(data: &Path, listen: &str, secure: bool) -> Result<Answer, Failure> {
    let address: SocketAddr = listen
        .parse()
        .map_err(|_| Failure(format!("“{listen}” is not an address to listen on: write 127.0.0.1:8080")))?;
    let app = open(data, None, secure)?;
    serve(web::router(app), &[address], announce)
}

/// Everything a request needs, from an authority's folder.
pub(super) fn open(data: &Path, demonstration: Option<Demonstration>, secure: bool) -> Result<App, Failure> {
    let authority = Authority::open(data)?;
    let desk = Desk::open(data, authority.clock.clone())?;
    let views = authority.views(data)?;
    let Authority { named, practice, chronology, clock } = authority;
    Ok(App::new(Setup {
        folder: data.to_owned(),
        council: named.authority,
        chronology,
        desk,
        views,
        practice,
        clock,
        demonstration,
        secure,
    }))
}

/// Says where. Whether anybody reads it or not, the service goes on.
pub(super) fn announce(address: SocketAddr) {
    let _ = writeln!(std::io::stdout(), "listening on http://{address}");
}

/// Serves at the first address that is free, until it is told to stop. What is under way is finished.
pub(super) fn serve(
    router: axum::Router,
    addresses: &[SocketAddr],
    ready: impl FnOnce(SocketAddr),
) -> Result<Answer, Failure> {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(addresses).await.map_err(|fault| {
            let wanted: Vec<String> = addresses.iter().map(ToString::to_string).collect();
            Failure(format!("Nobody can listen on {}: {fault}", wanted.join(" or ")))
        })?;
        ready(listener.local_addr()?);
        axum::serve(listener, router).with_graceful_shutdown(stopped()).await?;
        Ok(Answer::Done)
    })
}

/// Ends when the process is interrupted or asked to end.
async fn stopped() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupted => {}, _ = ended.recv() => {} }
            return;
        }
    }
    let _ = interrupted.await;
}
