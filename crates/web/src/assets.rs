//! The style sheet, the script and the pictures, served under names made from
//! what is in them: a browser may keep one for ever, and a new build is a new name.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

use crate::components::frame::Assets;

/// One file that pages ask for.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The name it has in the repository: `onen.css`.
    pub name: &'static str,
    /// Where it is served: `/assets/onen.0a1b2c3d4e5f.css`.
    pub address: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: &'static [u8],
}

static ALL: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let files: [(&'static str, &'static str, &'static [u8]); 4] = [
        ("onen.css", "text/css; charset=utf-8", include_bytes!("../assets/onen.css")),
        ("onen.js", "text/javascript; charset=utf-8", include_bytes!("../assets/onen.js")),
        ("onen.svg", "image/svg+xml", include_bytes!("../assets/onen.svg")),
        ("drawing.svg", "image/svg+xml", include_bytes!("../assets/drawing.svg")),
    ];
    files
        .map(|(name, media_type, bytes)| Asset { name, address: address(name, bytes), media_type, bytes })
        .into()
});

/// Every asset.
#[must_use]
pub fn all() -> &'static [Asset] {
    &ALL
}

/// The asset served at this address, if there is one.
#[must_use]
pub fn at(address: &str) -> Option<&'static Asset> {
    ALL.iter().find(|asset| asset.address == address)
}

/// Where the asset of this name is served; empty for a name that is not ours.
#[must_use]
pub fn address_of(name: &str) -> &'static str {
    ALL.iter().find(|asset| asset.name == name).map_or("", |asset| asset.address.as_str())
}

/// What the frame of every page asks for.
#[must_use]
pub fn for_frame() -> Assets {
    Assets {
        style: address_of("onen.css").into(),
        script: address_of("onen.js").into(),
        icon: address_of("onen.svg").into(),
    }
}

fn address(name: &str, bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let short: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, kind)) => format!("/assets/{stem}.{short}.{kind}"),
        None => format!("/assets/{name}.{short}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_when_the_content_does_and_every_address_leads_back() {
        assert_ne!(address("onen.css", b"a"), address("onen.css", b"b"));
        for asset in all() {
            assert_eq!(at(&asset.address).map(|found| found.name), Some(asset.name));
        }
        assert!(at("/assets/onen.css").is_none(), "an old name is not answered with new content");
        assert!(address_of("onen.css").starts_with("/assets/onen."));
    }

    #[test]
    fn nothing_is_fetched_from_elsewhere() {
        for asset in all() {
            let text = String::from_utf8_lossy(asset.bytes).replace("http://www.w3.org/2000/svg", "");
            for fetch in ["@import", "url(", "http:", "https:", "//cdn"] {
                assert!(!text.contains(fetch), "{} holds {fetch}", asset.name);
            }
        }
    }

    #[test]
    fn the_first_view_stays_small() {
        let bytes: usize = all().iter().map(|asset| asset.bytes.len()).sum();
        assert!(bytes < 80 * 1024, "{bytes} bytes before compression");
    }
}
