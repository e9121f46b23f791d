//! From a worried call to a protection plan, as each of the people in it, in a browser.

use fantoccini::Locator;
use fantoccini::key::Key;

use super::driver::Browser;
use super::pages::sign_in;
use super::service::Service;

/// Everybody of the family who is called about: name, part, and birth or due date as day, month, year.
const FAMILY: [(&str, &str, [&str; 3]); 6] = [
    ("Elestren Tregenza", "child", ["4", "5", "2017"]),
    ("Branok Tregenza", "child", ["19", "8", "2020"]),
    ("Keren Tregenza", "child", ["29", "2", "2024"]),
    ("Baby Tregenza", "unborn", ["", "", ""]),
    ("Wenna Tregenza", "mother", ["11", "1", "1995"]),
    ("Costa Papadakis", "father_elsewhere", ["", "", ""]),
];

/// The whole journey. Each step is reached by its form's address; what one step wrote the next one shows.
pub(crate) async fn whole(browser: &Browser, service: &Service) {
    let children = call(browser, service).await;
    let all = children.join(",");
    let form = |id: &str| service.at(&format!("/forms/{id}?about={all}"));

    browser.open(&form("screening")).await;
    send(browser, &each(&children, &[("rating", "red"), ("proposed", "strategy_discussion")])).await;

    sign_in(browser, service, "martin-eddy").await;
    browser.open(&form("contact_decision")).await;
    refused_then_sent(
        browser,
        "reason",
        &[each(&children, &[("level_of_need", "protection")]), shared(&[("outcome", "strategy_discussion")])]
            .concat(),
    )
    .await;
    browser.open(&form("referral_decision")).await;
    send(
        browser,
        &each(
            &children,
            &[("level_of_need", "protection"), ("outcome", "strategy_discussion"), ("rating", "red")],
        ),
    )
    .await;

    sign_in(browser, service, "ruth-tregear").await;
    browser.open(&form("allocation")).await;
    send(
        browser,
        &shared(&[
            ("worker", "hannah-pascoe"),
            ("team", "west-team"),
            ("override_reason", "She knows this family"),
            ("override_by", "rosalind-opie"),
        ]),
    )
    .await;
    browser.open(&form("strategy_discussion")).await;
    send(
        browser,
        &[people(), shared(&[("knew.0.agency", "police"), ("knew.0.what", "Called twice this year")])]
            .concat(),
    )
    .await;
    browser.open(&form("enquiry_decision")).await;
    send(
        browser,
        &[each(&children, &[("decision", "joint"), ("rating", "red")]), action("shared.actions")].concat(),
    )
    .await;

    sign_in(browser, service, "hannah-pascoe").await;
    browser.open(&form("visit")).await;
    send(
        browser,
        &[
            shared(&[("purpose", "enquiry"), ("place", "home")]),
            each(&children, &[("seen", "yes"), ("seen_alone", "yes")]),
        ]
        .concat(),
    )
    .await;

    sign_in(browser, service, "ruth-tregear").await;
    browser.open(&form("enquiry_outcome")).await;
    let today = today(browser, "shared.ended_on").await;
    let found = each(
        &children,
        &[
            ("outcome", "substantiated_continuing_risk"),
            ("conference_requested", "yes"),
            ("dangers.0.statement", "Wenna may be hurt while they listen"),
            ("dangers.0.safety_goal", "Eight quiet weeks"),
            ("dangers.0.scale", "3"),
            ("past_harm", "A cut hand in March, and two years of nights"),
            ("protects", "Nan, who has come each time she was rung"),
            ("weighing", "Not safe at night while Joel may come"),
        ],
    );
    let seen = children.iter().flat_map(|child| date(&format!("{child}.child_seen_on"), &today));
    send(browser, &[found, seen.collect(), date("shared.ended_on", &today)].concat()).await;

    sign_in(browser, service, "alan-spargo").await;
    conference(browser, &form, &children, &today).await;
    plan(browser, service, &children, &today).await;

    browser.open(&service.at(&format!("/people/{}", children[0]))).await;
    let text = browser.text().await;
    assert!(text.contains("Child protection plan") && text.contains("Hannah Pascoe"), "{text}");
}

async fn conference(
    browser: &Browser,
    form: &impl Fn(&str) -> String,
    children: &[String],
    today: &[String; 3],
) {
    browser.open(&form("conference_booking")).await;
    send(
        browser,
        &[shared(&[("conference_type", "initial"), ("chair", "alan-spargo")]), date("shared.on", today)]
            .concat(),
    )
    .await;
    browser.open(&form("conference")).await;
    send(
        browser,
        &[shared(&[("conference_type", "initial"), ("chair", "alan-spargo"), ("quorate", "yes")]), people()]
            .concat(),
    )
    .await;
    browser.open(&form("conference_decision")).await;
    let mut decided = each(children, &[("plan_needed", "yes"), ("category", "EMO")]);
    for child in children {
        decided.extend(action(&format!("{child}.actions")));
        decided.extend(date(&format!("{child}.core_group_on"), today));
        decided.extend(date(&format!("{child}.next_conference_on"), today));
    }
    send(browser, &decided).await;
}

async fn plan(browser: &Browser, service: &Service, children: &[String], today: &[String; 3]) {
    let first = &children[0];
    sign_in(browser, service, "hannah-pascoe").await;
    browser.open(&service.at(&format!("/forms/protection_plan?about={first}"))).await;
    let scope = if browser.has("shared.childs_part").await { "shared".to_owned() } else { first.clone() };
    let mut words = vec![
        (format!("{scope}.visit_every_working_days"), "10".to_owned()),
        (format!("{scope}.core_group_every_weeks"), "6".to_owned()),
        (format!("{scope}.contingency"), "If Joel comes to the house Wenna rings 999 and Hannah sees the children the same day; Ruth calls the group together within two days.".to_owned()),
        (format!("{scope}.dangers.0.statement"), "Hannah and school are worried that Elestren will be hurt again as she was in March when there is shouting at night.".to_owned()),
        (format!("{scope}.dangers.0.safety_goal"), "Elestren sleeps through every night for eight weeks and says so.".to_owned()),
        (format!("{scope}.dangers.0.scale"), "4".to_owned()),
    ];
    words.extend(action(&format!("{scope}.actions")));
    words.extend(date(&format!("{scope}.parents_read_on"), today));
    send(browser, &words).await;
    sign_in(browser, service, "ruth-tregear").await;
    browser.open(&service.at(&format!("/forms/protection_plan_approval?about={first}"))).await;
    send(browser, &[]).await;
    sign_in(browser, service, "hannah-pascoe").await;
    let all = children.join(",");
    browser.open(&service.at(&format!("/forms/core_group?about={all}"))).await;
    send(
        browser,
        &[people(), each(children, &[("progress", "same")]), date("shared.next_on", today)].concat(),
    )
    .await;
}

/// The screener writes the call down, and learns the children's ids from the page that says it is recorded.
async fn call(browser: &Browser, service: &Service) -> Vec<String> {
    sign_in(browser, service, "asha-lobb").await;
    browser.open(&service.at("/contacts/new")).await;
    for (at, (name, part, [day, month, year])) in FAMILY.iter().enumerate() {
        let row = format!("shared.household.{at}");
        browser.fill(&format!("{row}.name"), name).await;
        browser.choose(&format!("{row}.part"), part).await;
        for (end, words) in [("day", day), ("month", month), ("year", year)] {
            browser.fill(&format!("{row}.born.{end}"), words).await;
        }
        browser.press("button[name='add'][value='shared.household']").await;
        if browser
            .client
            .find(Locator::Css(&format!("input[name='{row}.person'][value='new'][type=radio]")))
            .await
            .is_ok()
        {
            browser.choose(&format!("{row}.person"), "new").await;
        }
    }
    let answers = shared(&[
        ("referrer_name", "Tom Ferris"),
        ("source", "2A"),
        ("method", "telephone"),
        ("family_aware", "yes"),
        ("address", "3 Well Lane, St Erth"),
    ]);
    send(browser, &answers).await;
    let links = browser.run("return [...document.querySelectorAll('main a[href^=\"/people/\"]')].map(a => [a.getAttribute('href').split('/')[2].split('?')[0], a.textContent])").await;
    let mut children = Vec::new();
    for (name, part, _) in FAMILY.iter().filter(|(_, part, _)| matches!(*part, "child" | "unborn")) {
        let id = links
            .as_array()
            .into_iter()
            .flatten()
            .find(|link| link[1].as_str().is_some_and(|words| words.contains(name)));
        let id = id
            .and_then(|link| link[0].as_str())
            .unwrap_or_else(|| panic!("{name} ({part}) is not on the page: {links}"));
        if !children.contains(&id.to_owned()) {
            children.push(id.to_owned());
        }
    }
    assert_eq!(children.len(), 4, "{links}");
    children
}

/// A visit to two brothers and sisters, recorded without any script.
pub(crate) async fn visit_without_scripts(browser: &Browser, service: &Service) {
    sign_in(browser, service, "hannah-pascoe").await;
    browser.open(&service.at("/forms/visit?about=morwenna-nance,jory-nance")).await;
    browser.choose("shared.purpose", "protection").await;
    browser.choose("shared.occurred.quick", "today").await;
    for child in ["morwenna-nance", "jory-nance"] {
        browser.choose(&format!("{child}.seen"), "yes").await;
        browser.choose(&format!("{child}.seen_alone"), "yes").await;
        browser.fill(&format!("{child}.words"), "It was quiet last night.").await;
    }
    browser.submit().await;
    assert!(browser.heading().await.to_lowercase().contains("recorded"), "{}", browser.text().await);
    browser.open(&service.at("/people/jory-nance/timeline")).await;
    let page = browser.client.source().await.expect("the page");
    assert!(page.contains("It was quiet last night."), "the words stand in the timeline");
}

/// Find a child and record a note, touching no mouse.
pub(crate) async fn keyboard_alone(browser: &Browser, service: &Service) {
    sign_in(browser, service, "hannah-pascoe").await;
    browser.open(&service.at("/work")).await;
    let body = browser.client.active_element().await.expect("something has the focus");
    body.send_keys("/").await.expect("a key");
    type_keys(browser, "jory nance").await;
    type_keys(browser, &Key::Enter.to_string()).await;
    assert!(browser.text().await.contains("Nance"), "{}", browser.text().await);
    tab_to(browser, |words| words.contains("Nance") && words.contains("Jory"), "the child").await;
    type_keys(browser, &Key::Enter.to_string()).await;
    browser.open(&service.at("/forms/case_note?about=jory-nance")).await;
    tab_to_named(browser, "shared.note").await;
    type_keys(browser, "Seen at the gate, laughing.").await;
    for _ in 0..60 {
        let on = browser
            .run("const a = document.activeElement; return a.name === 'do' && a.value === 'submit'")
            .await;
        if on == true {
            break;
        }
        type_keys(browser, &Key::Tab.to_string()).await;
    }
    type_keys(browser, &Key::Enter.to_string()).await;
    assert!(browser.heading().await.to_lowercase().contains("recorded"), "{}", browser.text().await);
}

async fn type_keys(browser: &Browser, keys: &str) {
    let here = browser.client.active_element().await.expect("something has the focus");
    here.send_keys(keys).await.expect("keys");
}

async fn tab_to(browser: &Browser, wanted: impl Fn(&str) -> bool, what: &str) {
    for _ in 0..80 {
        type_keys(browser, &Key::Tab.to_string()).await;
        let words = browser.run("return document.activeElement.textContent || ''").await;
        let link = browser.run("return document.activeElement.tagName === 'A'").await;
        if link == true && words.as_str().is_some_and(&wanted) {
            return;
        }
    }
    panic!("the keyboard does not reach {what} on {}", browser.heading().await);
}

async fn tab_to_named(browser: &Browser, name: &str) {
    for _ in 0..120 {
        type_keys(browser, &Key::Tab.to_string()).await;
        if browser.run("return document.activeElement.name || ''").await == name {
            return;
        }
    }
    panic!("the keyboard does not reach {name}");
}

type Answers = Vec<(String, String)>;

fn shared(answers: &[(&str, &str)]) -> Answers {
    answers.iter().map(|(name, value)| (format!("shared.{name}"), (*value).to_owned())).collect()
}

fn each(children: &[String], answers: &[(&str, &str)]) -> Answers {
    children
        .iter()
        .flat_map(|child| {
            answers.iter().map(move |(name, value)| (format!("{child}.{name}"), (*value).to_owned()))
        })
        .collect()
}

/// Who took part: police, health, school and social care.
fn people() -> Answers {
    let rows = [
        ("police", "DC Hicks"),
        ("health", "Bev Curnow"),
        ("school", "Tom Ferris"),
        ("social_care", "Hannah Pascoe"),
    ];
    rows.iter()
        .enumerate()
        .flat_map(|(at, (agency, name))| {
            let row = format!("shared.attendance.{at}");
            [
                (format!("{row}.name"), (*name).to_owned()),
                (format!("{row}.agency"), (*agency).to_owned()),
                (format!("{row}.presence"), "present".to_owned()),
            ]
        })
        .collect()
}

/// Three actions with owner, agency, day, outcome and measure.
fn action(at: &str) -> Answers {
    let rows = [
        ("Hannah sees each child alone at home", "Hannah Pascoe", "social_care"),
        ("Tom Ferris meets Elestren each Monday", "Tom Ferris", "school"),
        ("Bev Curnow weighs Keren each month", "Bev Curnow", "health"),
    ];
    rows.iter()
        .enumerate()
        .flat_map(|(row, (what, owner, agency))| {
            let cell = |field: &str, value: &str| (format!("{at}.{row}.{field}"), value.to_owned());
            vec![
                cell("what", what),
                cell("owner_name", owner),
                cell("agency", agency),
                cell("by.day", "12"),
                cell("by.month", "1"),
                cell("by.year", "2027"),
                cell("need", "To sleep without listening"),
                cell("outcome", "Elestren says that she sleeps"),
                cell("measure", "She says so on three visits running"),
            ]
        })
        .collect()
}

fn date(name: &str, [day, month, year]: &[String; 3]) -> Answers {
    vec![
        (format!("{name}.day"), day.clone()),
        (format!("{name}.month"), month.clone()),
        (format!("{name}.year"), year.clone()),
    ]
}

/// Today, as three boxes take it: the browser's clock is the service's.
async fn today(browser: &Browser, _for: &str) -> [String; 3] {
    let parts = browser
        .run("const d = new Date(); return [d.getDate(), d.getMonth() + 1, d.getFullYear()].map(String)")
        .await;
    let part = |at: usize| parts[at].as_str().unwrap_or_default().to_owned();
    [part(0), part(1), part(2)]
}

/// Sends a decision without one of its answers, sees it refused with the rest kept, and sends it whole.
async fn refused_then_sent(browser: &Browser, without: &str, answers: &[(String, String)]) {
    complete(browser, answers).await;
    let blank =
        format!("for (const c of document.querySelectorAll('main [name$=\".{without}\"]')) c.value = '';");
    browser.run(&blank).await;
    browser.submit().await;
    let text = browser.text().await;
    assert!(text.contains("There is a problem"), "{text}");
    assert!(text.contains("kept"), "{text}");
    send(browser, answers).await;
}

/// Answers whatever is asked, these answers among them, and sends it.
async fn send(browser: &Browser, answers: &[(String, String)]) {
    complete(browser, answers).await;
    let here = browser.heading().await;
    browser.submit().await;
    let heading = browser.heading().await;
    assert!(heading.to_lowercase().contains("recorded"), "{here} was not recorded: {}", browser.text().await);
}

/// Puts answers into the form as a person would leave it: these, and plain words or a first choice where
/// nothing has been said yet.
async fn complete(browser: &Browser, answers: &[(String, String)]) {
    let script = r"
      const given = new Map(arguments[0]);
      const form = [...document.querySelectorAll('main form')].find(f => f.querySelector('[name=form]')) || document.querySelector('main form');
      const controls = [...form.elements].filter(c => c.name && c.type !== 'hidden' && c.type !== 'file' && c.tagName !== 'BUTTON');
      const missing = [...given.keys()].filter(n => !controls.some(c => c.name === n));
      for (const c of controls) {
        const told = given.get(c.name);
        const carried = c.name.endsWith('.carried');
        if (c.type === 'radio') {
          if (told !== undefined) { c.checked = c.value === told; continue; }
          const group = controls.filter(o => o.name === c.name);
          if (carried) { const base = c.name.slice(0, -8); const change = [...given.keys()].some(n => n === base || n.startsWith(base + '.')); if (c.value === (change ? 'change' : 'keep')) c.checked = true; continue; }
          if (c.name.endsWith('.quick')) { if (c.value === 'today') c.checked = true; continue; }
          if (!group.some(o => o.checked)) c.checked = true;
          continue;
        }
        if (c.type === 'checkbox') { if (told !== undefined) c.checked = c.value === told; continue; }
        if (told !== undefined) { c.value = told; continue; }
        if (c.value) continue;
        const row = c.name.match(/^(.*\.\d+)\./);
        if (row && !controls.some(o => o.name.startsWith(row[1] + '.') && o.value && o.type !== 'radio')) continue;
        const part = c.name.match(/\.(day|month|year|time)$/);
        if (part) { if (row) c.value = { day: '12', month: '1', year: '2027', time: '' }[part[1]]; continue; }
        if (c.tagName === 'SELECT') { const o = [...c.options].find(o => o.value); if (o) c.value = o.value; continue; }
        if (/scale|_days$|_weeks$/.test(c.name)) { c.value = '5'; continue; }
        if (/interpreter|communication/.test(c.name)) { c.value = 'none'; continue; }
        c.value = 'As was said on the day, and what it means for this child so that others can follow it.';
      }
      return missing;";
    let pairs: Vec<serde_json::Value> =
        answers.iter().map(|(name, value)| serde_json::json!([name, value])).collect();
    let missing = browser
        .client
        .execute(script, vec![serde_json::Value::Array(pairs)])
        .await
        .expect("the form is filled");
    let asked_always: Vec<&str> =
        missing.as_array().into_iter().flatten().filter_map(|name| name.as_str()).collect();
    if !asked_always.is_empty() {
        eprintln!("{}: not asked: {}", browser.heading().await, asked_always.join(", "));
    }
}
