//! A small load: connections that each ask for pages in turn, over loopback, for a number of seconds.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// What a load found.
pub(super) struct Load {
    /// Requests a second.
    pub(super) rate: f64,
    /// Each wait in milliseconds, sorted.
    pub(super) times: Vec<f64>,
    /// Bytes of body in one answer, on average.
    pub(super) bytes: usize,
}

/// Asks for `paths` in turn on `connections` at once. Every answer must be 200.
pub(super) fn run(
    address: &str,
    cookie: &str,
    paths: &[String],
    connections: usize,
    seconds: u64,
) -> Result<Load> {
    let stop = AtomicBool::new(false);
    let began = Instant::now();
    let mut times = Vec::new();
    let mut bytes = 0;
    std::thread::scope(|scope| -> Result<()> {
        let running: Vec<_> = (0..connections)
            .map(|at| {
                let stop = &stop;
                scope.spawn(move || -> Result<(Vec<f64>, usize)> {
                    let mut client = Client::connect(address, cookie)?;
                    let (mut times, mut bytes) = (Vec::new(), 0);
                    for path in paths.iter().cycle().skip(at % paths.len().max(1)) {
                        if stop.load(Ordering::Relaxed) {
                            break;
                        }
                        let start = Instant::now();
                        bytes += client.get(path)?;
                        times.push(start.elapsed().as_secs_f64() * 1_000.0);
                    }
                    Ok((times, bytes))
                })
            })
            .collect();
        std::thread::sleep(Duration::from_secs(seconds));
        stop.store(true, Ordering::Relaxed);
        for thread in running {
            let (more, read) = thread.join().map_err(|_| anyhow::anyhow!("a connection stopped short"))??;
            times.extend(more);
            bytes += read;
        }
        Ok(())
    })?;
    let elapsed = began.elapsed().as_secs_f64();
    times.sort_by(f64::total_cmp);
    #[expect(clippy::cast_precision_loss, reason = "a count of requests")]
    let rate = times.len() as f64 / elapsed;
    Ok(Load { rate, bytes: bytes / times.len().max(1), times })
}

/// One connection, kept open.
pub(super) struct Client {
    stream: BufReader<TcpStream>,
    cookie: String,
}

impl Client {
    pub(super) fn connect(address: &str, cookie: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).with_context(|| format!("no connection to {address}"))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        Ok(Self { stream: BufReader::new(stream), cookie: cookie.to_owned() })
    }

    /// Asks for a page and reads it whole; answers the bytes of its body.
    pub(super) fn get(&mut self, path: &str) -> Result<usize> {
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: onen={}\r\n\r\n", self.cookie);
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        anyhow::ensure!(line.contains(" 200 "), "{path} answered {}", line.trim());
        let (mut length, mut chunked) = (0, false);
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let header = line.trim().to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(value) = header.strip_prefix("content-length:") {
                length = value.trim().parse()?;
            }
            chunked |= header == "transfer-encoding: chunked";
        }
        anyhow::ensure!(!chunked, "{path} was answered in chunks");
        std::io::copy(&mut self.stream.by_ref().take(length), &mut std::io::sink())?;
        Ok(usize::try_from(length)?)
    }
}
