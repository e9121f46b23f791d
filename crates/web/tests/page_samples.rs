//! Every page with every sample: what must hold of each, whatever it shows.
//!
//! Set `ONEN_PAGE_SAMPLES` to a folder to have the pages written there with
//! their assets, for looking at in a browser.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use web::pages::{Sample, every_sample};

/// A start tag: its name, its attributes, and where its inside begins.
#[derive(Debug)]
struct Element<'a> {
    name: &'a str,
    attributes: HashMap<&'a str, &'a str>,
    inside: usize,
}

impl Element<'_> {
    fn is(&self, attribute: &str, value: &str) -> bool {
        self.attributes.get(attribute) == Some(&value)
    }
}

/// Start tags of HTML that maud wrote: every attribute is quoted and escaped.
fn elements(html: &str) -> Vec<Element<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|step| at + step) {
        let end = start + html[start..].find('>').expect("a tag ends");
        at = end + 1;
        let inside = html[start + 1..end].trim_end_matches('/');
        if inside.starts_with(['/', '!']) {
            continue;
        }
        let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut attributes = HashMap::new();
        while !rest.trim_start().is_empty() {
            rest = rest.trim_start();
            let stop = rest.find(['=', ' ']).unwrap_or(rest.len());
            let key = &rest[..stop];
            rest = &rest[stop..];
            let mut value = "";
            if let Some(quoted) = rest.strip_prefix("=\"") {
                let close = quoted.find('"').expect("a quoted value ends");
                value = &quoted[..close];
                rest = &quoted[close + 1..];
            }
            assert!(attributes.insert(key, value).is_none(), "{key} twice in <{inside}>");
        }
        found.push(Element { name, attributes, inside: at });
    }
    found
}

/// Words between a start tag and its end, tags left out.
fn words(html: &str, element: &Element<'_>) -> String {
    let end = html[element.inside..]
        .find(&format!("</{}>", element.name))
        .map_or(html.len(), |step| element.inside + step);
    let mut words = String::new();
    let mut in_tag = false;
    for letter in html[element.inside..end].chars() {
        match letter {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => words.push(letter),
            _ => {}
        }
    }
    words.trim().to_owned()
}

fn each(check: impl Fn(&Sample, &[Element<'_>]) -> Vec<String>) {
    let mut wrong = Vec::new();
    let samples = every_sample();
    assert!(samples.len() > 12, "samples went missing");
    for sample in &samples {
        for fault in check(sample, &elements(&sample.html)) {
            wrong.push(format!("{}/{}: {fault}", sample.page, sample.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pages_can_be_written_out_to_look_at() {
    let Some(folder) = std::env::var_os("ONEN_PAGE_SAMPLES") else {
        return;
    };
    let folder = Path::new(&folder);
    let assets = folder.join("assets");
    std::fs::create_dir_all(&assets).expect("the folder can be made");
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    for file in std::fs::read_dir(ours).expect("assets are there") {
        let file = file.expect("an asset").path();
        std::fs::copy(&file, assets.join(file.file_name().expect("a name"))).expect("an asset is copied");
    }
    for sample in every_sample() {
        let name = format!("{}-{}.html", sample.page.replace('/', "-"), sample.name);
        std::fs::write(folder.join(name), sample.html).expect("a page is written");
    }
}

#[test]
fn there_is_one_main_heading_and_no_level_is_skipped() {
    each(|_, elements| {
        let levels: Vec<u8> = elements
            .iter()
            .filter_map(|one| match one.name {
                "h1" => Some(1),
                "h2" => Some(2),
                "h3" => Some(3),
                "h4" => Some(4),
                _ => None,
            })
            .collect();
        let mut wrong = Vec::new();
        if levels.iter().filter(|level| **level == 1).count() != 1 {
            wrong.push(format!("headings {levels:?}: one h1 wanted"));
        }
        if levels.windows(2).any(|pair| pair[1] > pair[0] + 1) {
            wrong.push(format!("headings {levels:?}: a level is skipped"));
        }
        wrong
    });
}

#[test]
fn the_title_ends_with_the_product_and_never_carries_a_full_name() {
    each(|sample, elements| {
        let title = elements.iter().find(|one| one.name == "title").map(|one| words(&sample.html, one));
        let title = title.unwrap_or_default();
        let mut wrong = Vec::new();
        if !title.ends_with(" – Onen") || title.starts_with(" –") {
            wrong.push(format!("title “{title}”"));
        }
        let child = elements.iter().find(|one| one.is("class", "on-child"));
        if let Some(name) = child.and_then(|one| one.attributes.get("aria-label"))
            && name.split(' ').any(|part| title.contains(part))
        {
            wrong.push(format!("title “{title}” names {name}"));
        }
        let has_errors = elements.iter().any(|one| one.is("class", "on-error-summary"));
        if has_errors && !title.starts_with("Error: ") {
            wrong.push(format!("title “{title}” hides an error"));
        }
        wrong
    });
}

#[test]
fn every_picture_has_a_name_or_is_decoration() {
    each(|sample, elements| {
        let ids: HashSet<&str> =
            elements.iter().filter_map(|one| one.attributes.get("id").copied()).collect();
        let named = |one: &Element<'_>| {
            let labelled = one.attributes.get("aria-labelledby");
            one.is("aria-hidden", "true")
                || one.attributes.get("aria-label").is_some_and(|label| !label.is_empty())
                || labelled
                    .is_some_and(|names| one.is("role", "img") && names.split(' ').all(|id| ids.contains(id)))
        };
        let mut wrong = Vec::new();
        for one in elements {
            match one.name {
                "svg" if !named(one) => wrong.push(format!("a picture without a name: {one:?}")),
                "img" if one.attributes.get("alt").is_none_or(|alt| alt.is_empty()) => {
                    wrong.push(format!("{one:?}"))
                }
                _ => {}
            }
        }
        assert!(sample.html.contains("<svg"), "the logo at least");
        wrong
    });
}

#[test]
fn every_field_has_a_label() {
    each(|sample, elements| {
        let labels: HashSet<&str> = elements
            .iter()
            .filter(|one| one.name == "label" && !words(&sample.html, one).is_empty())
            .filter_map(|one| one.attributes.get("for").copied())
            .collect();
        let fields = elements.iter().filter(|one| matches!(one.name, "input" | "textarea" | "select"));
        let visible = fields.filter(|one| !one.is("type", "hidden"));
        let unlabelled = visible.filter(|one| {
            let by_id = one.attributes.get("id").is_some_and(|id| labels.contains(id));
            let before = &sample.html[..one.inside];
            let opened = before.rfind("<label").unwrap_or(0);
            let wrapped = opened > before.rfind("</label>").unwrap_or(0);
            !by_id && !wrapped
        });
        unlabelled.map(|one| format!("a field without a label: {one:?}")).collect()
    });
}

#[test]
fn nothing_carries_a_style_or_a_script_of_its_own() {
    each(|_, elements| {
        let mut wrong = Vec::new();
        for one in elements {
            let bad = one.attributes.keys().find(|key| **key == "style" || key.starts_with("on"));
            if let Some(key) = bad {
                wrong.push(format!("{key} in {one:?}"));
            }
            if one.name == "style" || (one.name == "script" && !one.attributes.contains_key("src")) {
                wrong.push(format!("inline {}", one.name));
            }
            if one.attributes.values().any(|value| value.trim_start().starts_with("javascript:")) {
                wrong.push(format!("{one:?}"));
            }
        }
        wrong
    });
}

#[test]
fn every_table_has_a_caption_and_every_head_a_scope() {
    each(|sample, elements| {
        let mut wrong = Vec::new();
        for (place, one) in elements.iter().enumerate() {
            if one.name == "table" {
                let caption = elements.get(place + 1).filter(|next| next.name == "caption");
                if caption.is_none_or(|caption| words(&sample.html, caption).is_empty()) {
                    wrong.push(format!("a table without a caption: {one:?}"));
                }
            }
            if one.name == "th" && !one.attributes.contains_key("scope") {
                wrong.push(format!("a head without a scope: “{}”", words(&sample.html, one)));
            }
        }
        wrong
    });
}

#[test]
fn ids_are_used_once_and_every_reference_leads_somewhere() {
    each(|_, elements| {
        let mut wrong = Vec::new();
        let mut ids = HashSet::new();
        for id in elements.iter().filter_map(|one| one.attributes.get("id")) {
            if !ids.insert(*id) {
                wrong.push(format!("id {id} is used twice"));
            }
        }
        for one in elements {
            let references = ["for", "aria-labelledby", "aria-describedby"]
                .iter()
                .filter_map(|key| one.attributes.get(key));
            for id in references.flat_map(|all| all.split(' ')) {
                if !ids.contains(id) {
                    wrong.push(format!("{id} is named by {one:?} and is not there"));
                }
            }
            if let Some(id) = one.attributes.get("href").and_then(|href| href.strip_prefix('#'))
                && !ids.contains(id)
            {
                wrong.push(format!("a link leads to #{id}, which is not there"));
            }
        }
        wrong
    });
}

#[test]
fn every_link_and_button_says_where_it_goes_and_every_post_form_proves_itself() {
    each(|sample, elements| {
        let mut wrong = Vec::new();
        for one in elements {
            if matches!(one.name, "a" | "button") && words(&sample.html, one).is_empty() {
                wrong.push(format!("no words in {one:?}"));
            }
            if one.name == "a"
                && one.attributes.get("href").is_none_or(|href| href.is_empty() || *href == "#")
            {
                wrong.push(format!("“{}” leads nowhere", words(&sample.html, one)));
            }
            if one.name == "form" && one.is("method", "post") {
                let rest = &sample.html[one.inside..];
                let form = &rest[..rest.find("</form>").unwrap_or(rest.len())];
                if !form.contains("name=\"csrf\"") {
                    wrong.push(format!("a form without its token: {one:?}"));
                }
            }
        }
        wrong
    });
}

#[test]
fn a_restricted_match_stands_after_everything_that_was_found() {
    let samples = every_sample();
    let search =
        samples.iter().find(|one| one.page == "people/search" && one.name == "nance").expect("a sample");
    let restricted = search.html.find("1 restricted match").expect("it is said");
    for shown in ["Nance, Morwenna", "Nance, Sue", "School chronology"] {
        assert!(search.html.find(shown).expect("found") < restricted, "{shown} comes after it");
    }
    let add = search.html.find("add a new person").expect("offered");
    assert!(restricted < add, "a new person is offered last");
}
