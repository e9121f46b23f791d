//! A headless Chromium, started for one test and ended with it.

use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

const CHROMIUM: &str = "/usr/bin/chromium";
const DRIVER: &str = "/usr/bin/chromedriver";

/// Whether there is a browser to test with.
pub(crate) fn present() -> bool {
    Path::new(CHROMIUM).exists() && Path::new(DRIVER).exists()
}

/// A browser and its driver.
pub(crate) struct Browser {
    /// The browser.
    pub(crate) client: Client,
    _driver: Driver,
    _profile: tempfile::TempDir,
}

/// A running driver, which takes the browser it started with it when it ends.
struct Driver(Child);

impl Driver {
    /// Starts one on a port, as the leader of a group of processes.
    fn start(port: u16) -> Self {
        let mut command = Command::new(DRIVER);
        command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        Self(command.process_group(0).spawn().expect("chromedriver starts"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-s", "KILL", "--", &group]).status();
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Browser {
    /// Starts a browser, with scripts or without.
    pub(crate) async fn start(scripts: bool) -> Self {
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let driver = Driver::start(port);
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let mut arguments = vec![
            "--headless".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-quic".to_owned(),
            "--no-first-run".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-sync".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--hide-scrollbars".to_owned(),
            "--window-size=1366,1000".to_owned(),
            format!("--user-data-dir={}", profile.path().display()),
        ];
        if !scripts {
            arguments.push("--blink-settings=scriptEnabled=false".to_owned());
        }
        let mut wanted = Capabilities::new();
        wanted.insert("goog:chromeOptions".to_owned(), json!({ "binary": CHROMIUM, "args": arguments }));
        wanted.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
        let address = format!("http://127.0.0.1:{port}");
        for _ in 0..100 {
            let client =
                ClientBuilder::new(HttpConnector::new()).capabilities(wanted.clone()).connect(&address).await;
            if let Ok(client) = client {
                return Self { client, _driver: driver, _profile: profile };
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("chromedriver did not answer on {address}");
    }

    /// Opens an address of the service.
    pub(crate) async fn open(&self, address: &str) {
        self.client.goto(address).await.unwrap_or_else(|fault| panic!("{address}: {fault}"));
    }

    /// Sets the window's size, in the pixels of the page.
    pub(crate) async fn size(&self, width: u32, height: u32) {
        let command = json!({ "cmd": "Emulation.setDeviceMetricsOverride",
            "params": { "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false } });
        self.chromium(command).await;
    }

    /// A command of Chromium's own.
    async fn chromium(&self, command: Value) {
        let command = ChromiumCommand(command);
        self.client.issue_cmd(command).await.expect("Chromium understands");
    }

    /// The text of the whole page.
    pub(crate) async fn text(&self) -> String {
        self.read("body", "innerText").await
    }

    /// The heading of the page.
    pub(crate) async fn heading(&self) -> String {
        self.read("h1", "textContent").await
    }

    /// Reads a part of the page, again if the page changes meanwhile.
    async fn read(&self, css: &str, property: &str) -> String {
        for _ in 0..20 {
            if let Ok(found) = self.client.find(Locator::Css(css)).await
                && let Ok(words) = found.prop(property).await
            {
                return words.unwrap_or_default();
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("nothing on the page is {css}");
    }

    /// Presses a button or a link that leads to another page, and waits for that page.
    pub(crate) async fn press(&self, css: &str) {
        let Ok(button) = self.client.find(Locator::Css(css)).await else {
            panic!("nothing on “{}” is {css}: {}", self.heading().await, self.text().await)
        };
        let before = self.client.find(Locator::Css("html")).await.expect("a page");
        button.click().await.unwrap_or_else(|fault| panic!("{css}: {fault}"));
        for _ in 0..100 {
            if before.prop("tagName").await.is_err() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{css} leads nowhere from “{}”", self.heading().await);
    }

    /// Types into the control of this name, in place of what is there.
    pub(crate) async fn fill(&self, name: &str, words: &str) {
        let control = self.named(name).await;
        control.clear().await.ok();
        control.send_keys(words).await.unwrap_or_else(|fault| panic!("{name}: {fault}"));
    }

    /// Chooses a value of the control of this name: a radio, a box to tick, or a list that drops down.
    pub(crate) async fn choose(&self, name: &str, value: &str) {
        let css = format!("input[name='{name}'][value='{value}']");
        if let Ok(radio) = self.client.find(Locator::Css(&css)).await {
            radio.click().await.unwrap_or_else(|fault| panic!("{name}={value}: {fault}"));
            return;
        }
        let list = self.named(name).await;
        list.select_by_value(value).await.unwrap_or_else(|fault| panic!("{name}={value}: {fault}"));
    }

    /// Whether there is a control of this name.
    pub(crate) async fn has(&self, name: &str) -> bool {
        self.client.find(Locator::Css(&format!("[name='{name}']"))).await.is_ok()
    }

    async fn named(&self, name: &str) -> fantoccini::elements::Element {
        let found = self.client.find(Locator::Css(&format!("[name='{name}']:not([type=hidden])"))).await;
        match found {
            Ok(control) => control,
            Err(fault) => panic!("no control is named {name} on {}: {fault}", self.heading().await),
        }
    }

    /// Presses the button that sends the form.
    pub(crate) async fn submit(&self) {
        self.press("main .on-actions button[name='do'][value='submit'], main .on-actions button[name='do'][value='confirm']").await;
    }

    /// Runs a script in the page and answers what it returns.
    pub(crate) async fn run(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap_or_else(|fault| panic!("{script}: {fault}"))
    }

    /// A picture of the whole page.
    pub(crate) async fn picture(&self, width: u32) -> Vec<u8> {
        self.size(width, 1_000).await;
        let height = self.run("return document.documentElement.scrollHeight").await.as_u64().unwrap_or(1_000);
        self.size(width, u32::try_from(height.min(3_000)).unwrap_or(1_000)).await;
        self.client.screenshot().await.expect("a picture")
    }
}

#[derive(Debug)]
struct ChromiumCommand(Value);

impl fantoccini::wd::WebDriverCompatibleCommand for ChromiumCommand {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.0.to_string()))
    }
}
