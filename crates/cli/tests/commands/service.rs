//! The service, started for one test and ended with it; and just enough of a browser.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// A service, ended with the test.
pub(crate) struct Served {
    child: Child,
    address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_onen"))
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        let output = child.stdout.take().expect("its output");
        BufReader::new(output).read_line(&mut line).expect("a line");
        let address =
            line.trim().strip_prefix("listening on http://").expect("it says where it listens").to_owned();
        Self { child, address }
    }

    /// Status and body of an answer, asked with a bearer token.
    pub(crate) fn ask(&self, method: &str, path: &str, token: Option<&str>, body: &str) -> (u16, String) {
        let bearer = token.map(|token| format!("Authorization: Bearer {token}\r\n")).unwrap_or_default();
        let (status, _, body) =
            self.send(method, path, &format!("{bearer}Content-Type: application/json\r\n"), body);
        (status, body)
    }

    /// Signs an account in; answers its cookie.
    pub(crate) fn sign_in(&self, account: &str, password: &str) -> String {
        let form = "Content-Type: application/x-www-form-urlencoded\r\n";
        let sent = format!("email={account}&password={}", password.replace(' ', "+"));
        let (status, head, _) = self.send("POST", "/sign-in", form, &sent);
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        let cookie = lines.find(|(name, _)| name.eq_ignore_ascii_case("set-cookie"));
        let (_, cookie) = cookie.unwrap_or_else(|| panic!("{status}: nobody was signed in: {head}"));
        cookie.split(';').next().unwrap_or_default().to_owned()
    }

    /// A page, as somebody signed in sees it.
    pub(crate) fn page(&self, path: &str, cookie: &str) -> String {
        let (status, _, body) = self.send("GET", path, &format!("Cookie: {cookie}\r\n"), "");
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    fn send(&self, method: &str, path: &str, headers: &str, body: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.address,
            body.len()
        );
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        (status, head.to_owned(), body.to_owned())
    }
}
