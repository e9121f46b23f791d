//! What a browser does with a form: reads every field with what stands in it, and sends it all back.

/// The fields of the page's own form, by name, as an untouched form would send them.
pub(crate) fn fields(html: &str) -> Vec<(String, String)> {
    let main = html.split("<main").nth(1).expect("a page has its main part");
    let form = main.split("method=\"post\"").nth(1).expect("the page has a form");
    let form = form.split("</form>").next().unwrap();
    let mut pairs = Vec::new();
    let mut rest = form;
    while let Some(start) = rest.find(['<']) {
        let tag_end = start + rest[start..].find('>').expect("a tag ends");
        let tag = &rest[start..tag_end];
        rest = &rest[tag_end + 1..];
        let Some(name) = attribute(tag, "name") else { continue };
        if tag.starts_with("<input") {
            let kind = attribute(tag, "type").unwrap_or_default();
            let chosen = tag.contains(" checked");
            if !matches!(kind.as_str(), "radio" | "checkbox") || chosen {
                pairs.push((name, attribute(tag, "value").unwrap_or_default()));
            }
        } else if tag.starts_with("<textarea") {
            let text = rest.split("</textarea>").next().unwrap();
            pairs.push((name, plain(text.trim_start_matches('\n'))));
        } else if tag.starts_with("<select") {
            let options = rest.split("</select>").next().unwrap();
            let chosen = options.split("<option").find(|option| option.contains(" selected"));
            let value = chosen.and_then(|option| attribute(option.split('>').next().unwrap(), "value"));
            pairs.push((name, value.unwrap_or_default()));
        }
    }
    pairs.retain(|(name, _)| name != "csrf");
    pairs
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split(&format!(" {name}=\"")).nth(1)?;
    Some(plain(value.split('"').next().unwrap_or_default()))
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Puts an answer in place of whatever stood in a field.
pub(crate) fn set(pairs: &mut Vec<(String, String)>, name: &str, value: &str) {
    pairs.retain(|(known, _)| known != name);
    pairs.push((name.to_owned(), value.to_owned()));
}

/// What stands in a field.
pub(crate) fn get<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

/// The address of the first link to a place, as the page writes it.
pub(crate) fn link(html: &str, to: &str) -> Option<String> {
    let start = html.split(&format!("href=\"{to}")).nth(1)?;
    Some(plain(&format!("{to}{}", start.split('"').next()?)))
}
