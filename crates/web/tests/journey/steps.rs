//! The steps of the journey, each as its worker would take it, and what each step finds already written.

use record::Event;

use crate::browser::{fields, get, link, set};
use crate::common::{Answer, County, id};
use crate::contact::contact;

pub(crate) struct Family {
    pub(crate) county: County,
    pub(crate) children: Vec<String>,
}

/// A form as it was opened, to be answered.
pub(crate) struct Sitting<'a> {
    pub(crate) family: &'a Family,
    pub(crate) who: &'static str,
    pub(crate) form: &'static str,
    pub(crate) pairs: Vec<(String, String)>,
    pub(crate) about: Vec<String>,
}

impl Family {
    pub(crate) fn about(&self) -> String {
        self.children.join(",")
    }

    /// Opens a form about all four.
    pub(crate) async fn open(&self, who: &'static str, form: &'static str) -> Sitting<'_> {
        self.open_about(who, form, &self.children.iter().map(String::as_str).collect::<Vec<_>>()).await
    }

    pub(crate) async fn open_about(
        &self,
        who: &'static str,
        form: &'static str,
        about: &[&str],
    ) -> Sitting<'_> {
        let page = self.county.get(who, &format!("/forms/{form}?about={}", about.join(","))).await;
        assert_eq!(page.status, 200, "{form}: {}", page.text);
        let about = about.iter().map(|id| (*id).to_owned()).collect();
        Sitting { family: self, who, form, pairs: fields(&page.text), about }
    }

    pub(crate) fn timeline(&self, child: usize) -> std::sync::Arc<record::Timeline> {
        self.county.app.views.folder().timeline(&id(&self.children[child])).unwrap()
    }

    /// The page of what was recorded offers a form to all of these children at once.
    pub(crate) async fn offers(&self, who: &str, recorded: &str, form: &str) {
        let page = self.county.get(who, recorded).await;
        assert_eq!(page.status, 200, "{recorded}: {}", page.text);
        let href = link(&page.text, &format!("/forms/{form}?about="));
        let href = href.unwrap_or_else(|| panic!("{recorded} does not offer {form}: {}", page.text));
        for child in &self.children {
            assert!(href.contains(child.as_str()), "{form} is not offered for {child}: {href}");
        }
    }
}

impl Sitting<'_> {
    pub(crate) fn set(mut self, name: &str, value: &str) -> Self {
        set(&mut self.pairs, name, value);
        self
    }

    /// Answers a question of every child.
    pub(crate) fn each(mut self, question: &str, value: &str) -> Self {
        for child in self.about.clone() {
            set(&mut self.pairs, &format!("{child}.{question}"), value);
        }
        self
    }

    pub(crate) async fn send(&self) -> Answer {
        let pairs: Vec<(&str, &str)> = self
            .pairs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .chain([("do", "submit")])
            .collect();
        self.family.county.post(self.who, &format!("/forms/{}", self.form), &pairs).await
    }

    /// Sends it; it must be recorded.
    pub(crate) async fn recorded(&self) -> String {
        let answer = self.send().await;
        assert_eq!(answer.status, 303, "{}: {}", self.form, mistakes(&answer));
        answer.location
    }

    /// Sends it; it must be refused, say each of these things, and keep what was typed.
    pub(crate) async fn refused(&self, says: &[&str], typed: &str) {
        let answer = self.send().await;
        assert_eq!(answer.status, 422, "{}: {}", self.form, mistakes(&answer));
        for words in says {
            assert!(
                answer.text.contains(words),
                "{} does not say “{words}”: {}",
                self.form,
                mistakes(&answer)
            );
        }
        assert!(answer.text.contains(typed), "{} lost “{typed}”", self.form);
        let again = self
            .family
            .county
            .get(self.who, &format!("/forms/{}?about={}", self.form, self.about.join(",")))
            .await;
        assert!(again.text.contains(typed), "{} kept no draft of “{typed}”", self.form);
    }
}

/// What the page says is wrong, for a test that fails.
pub(crate) fn mistakes(answer: &Answer) -> String {
    let summary = answer.text.split("on-error-summary").nth(1).unwrap_or(&answer.text);
    summary.chars().take(2500).collect()
}

pub(crate) async fn decided() -> Family {
    let family = contact().await;
    let screening = family
        .open("asha-lobb", "screening")
        .await
        .set("shared.history", "None found under any of the four names or their parents’.")
        .set("shared.agencies_told", "Police: a call on 14 February. Health: no reply yet.")
        .set("shared.consent", "not_sought")
        .set("shared.consent_reason", "Asking him first would not be safe.")
        .set("shared.occurred.quick", "today")
        .each("rating", "red")
        .each("hub_view", "not_asked")
        .each("proposed", "strategy_discussion")
        .recorded()
        .await;
    let page = family.county.get("martin-eddy", &screening).await;
    assert!(link(&page.text, "/forms/contact_decision?about=").is_some(), "no dead end: {}", page.text);
    let deciding = family.open("martin-eddy", "contact_decision").await;
    assert_eq!(
        get(&deciding.pairs, "shared.outcome"),
        "strategy_discussion",
        "what the screener proposed is carried"
    );
    let history = format!("{}.history_weighed", family.children[1]);
    assert!(get(&deciding.pairs, &history).starts_with("None found"), "the history found is carried");
    assert_eq!(get(&deciding.pairs, "shared.decided_by"), "martin-eddy");
    let deciding = deciding
        .each("level_of_need", "protection")
        .each("signs_found", "Violence in the home, heard by the child")
        .set("shared.reason", "The third account of fear at night");
    let recorded = deciding.recorded().await;
    family.offers("martin-eddy", &recorded, "referral_decision").await;
    for child in 0..4 {
        let timeline = family.timeline(child);
        assert_eq!(timeline.referrals.len(), 1, "a referral is opened for each");
        assert!(timeline.counting().any(|entry| matches!(entry.event, Event::HarmSuspected(_))));
    }
    family
}

pub(crate) async fn referred() -> Family {
    let family = decided().await;
    let telling = family.open("asha-lobb", "referrer_informed").await;
    assert!(
        get(&telling.pairs, "shared.told").contains("The third account of fear at night"),
        "nothing is typed twice"
    );
    assert_eq!(get(&telling.pairs, "shared.referrer_name"), "Tom Ferris");
    telling.set("shared.how", "By telephone").set("shared.occurred.quick", "today").recorded().await;
    let deciding = family
        .open("martin-eddy", "referral_decision")
        .await
        .each("outcome", "strategy_discussion")
        .each("rating.carried", "keep")
        .each("history_weighed.carried", "keep")
        .each("reason", "Harm is likely to go on tonight");
    let level = format!("{}.level_of_need", family.children[0]);
    assert_eq!(get(&deciding.pairs, &level), "protection", "the level of need is carried");
    let recorded = deciding.recorded().await;
    family.offers("ruth-tregear", &recorded, "allocation").await;
    let allocating = family
        .open("ruth-tregear", "allocation")
        .await
        .set("shared.worker", "hannah-pascoe")
        .each("child_told", "Hannah told them herself, at school");
    assert_eq!(get(&allocating.pairs, "shared.team"), "west-team", "the manager’s own team is offered");
    let recorded = allocating.recorded().await;
    family.offers("ruth-tregear", &recorded, "strategy_discussion").await;
    family
}

pub(crate) async fn enquiring() -> Family {
    let family = referred().await;
    let mut discussion = family.open("ruth-tregear", "strategy_discussion").await;
    let rows = discussion.pairs.iter().filter(|(name, _)| {
        name.starts_with("shared.attendance.") && name.ends_with(".agency") && !name.contains("knew")
    });
    let filled: Vec<String> =
        rows.filter(|(_, value)| !value.is_empty()).map(|(name, _)| name.clone()).collect();
    assert!(filled.len() >= 3, "social care, police and health stand there already: {filled:?}");
    for name in &filled {
        set(&mut discussion.pairs, &name.replace(".agency", ".presence"), "remote");
    }
    let recorded = discussion
        .set("shared.knew.1.what", "A call-out on 14 February")
        .set("shared.criminal_inquiry", "yes")
        .set("shared.parents_told", "Kerra, today, by Hannah")
        .set("shared.other_children", "None known")
        .set("shared.occurred.quick", "today")
        .each("immediate_danger", "no")
        .each("notes", "Likely to be harmed by what happens at night")
        .recorded()
        .await;
    family.offers("ruth-tregear", &recorded, "enquiry_decision").await;
    let held = family.timeline(0);
    let (_, held) = held.of::<record::events::StrategyDiscussionHeld>().last().unwrap();
    assert_eq!(held.knew.len(), 1);
    assert!(held.knew[0].agency.is_some(), "whoever took part is whoever knew: {:?}", held.knew);
    let deciding = family
        .open("ruth-tregear", "enquiry_decision")
        .await
        .each("decision", "joint")
        .each("rating", "red")
        .each("safe_meanwhile", "With their mother and grandmother tonight")
        .each("medical", "no")
        .set(
            "shared.contingency",
            "If he comes to the house Kerra rings 999 and the night team goes at once",
        );
    let reasons = format!("{}.reasons", family.children[2]);
    assert!(get(&deciding.pairs, &reasons).contains("at night"), "what was said of each child is carried");
    let recorded = action(deciding, "shared.actions").recorded().await;
    let page = family.county.get("hannah-pascoe", &recorded).await;
    assert!(link(&page.text, "/forms/enquiry_start?about=").is_some());
    let start = family.open("hannah-pascoe", "enquiry_start").await;
    assert_eq!(get(&start.pairs, "shared.lead"), "hannah-pascoe");
    assert_eq!(get(&start.pairs, "shared.joint"), "yes");
    start.set("shared.occurred.quick", "today").recorded().await;
    family
}

/// Writes one whole action into the first row.
fn action<'a>(sitting: Sitting<'a>, question: &str) -> Sitting<'a> {
    let cells = [
        ("what", "See each child alone at school"),
        ("owner_name", "Hannah Pascoe"),
        ("agency", "social_care"),
        ("by", "2/4/2026"),
        ("outcome", "Each child has said what happens at night"),
        ("measure", "Their own words are on the record"),
    ];
    cells.iter().fold(sitting, |sitting, (cell, value)| sitting.set(&format!("{question}.0.{cell}"), value))
}

pub(crate) async fn conference_called() -> Family {
    let family = enquiring().await;
    let visit = family
        .open("hannah-pascoe", "visit")
        .await
        .set("shared.purpose", "enquiry")
        .set("shared.place", "home")
        .set("shared.home", "Warm and tidy; the girls share a room")
        .set("shared.occurred.quick", "today")
        .each("seen", "yes")
        .each("seen_alone", "not_appropriate")
        .each("words", "Nan does the voices")
        .each("analysis", "No safer than last week");
    visit.recorded().await;
    for child in 0..4 {
        assert_eq!(
            family.timeline(child).of::<record::events::VisitMade>().count(),
            1,
            "each child has the visit"
        );
    }
    let outcome = family
        .open("ruth-tregear", "enquiry_outcome")
        .await
        .set("shared.ended_on", "1/4/2026")
        .each("child_seen_on", "1/4/2026")
        .each("outcome", "substantiated_continuing_risk")
        .each("findings", "Each account agrees: they are afraid at night")
        .each("dangers.0.statement", "Police and school fear that the child is hurt in a fight at night")
        .each("dangers.0.safety_goal", "Three months of calm nights, seen by Nan and school")
        .each("dangers.0.scale", "3")
        .each("past_harm", "Two years of nights, and a cut hand in March")
        .each("protects", "Nan, who has come each time she was rung")
        .each("weighing", "Not safe at night while he may come")
        .each("conference_requested", "yes");
    let recorded = outcome.recorded().await;
    let page = family.county.get("hannah-pascoe", &recorded).await;
    assert!(
        link(&page.text, "/forms/conference_booking?about=").is_some(),
        "the conference can be booked from there"
    );
    let booking = family
        .open("hannah-pascoe", "conference_booking")
        .await
        .set("shared.conference_type", "initial")
        .set("shared.on", "1/4/2026")
        .set("shared.time", "2:00pm")
        .set("shared.place", "County Hall")
        .set("shared.chair", "alan-spargo")
        .set("shared.access", "Kerra asks for a break every half hour")
        .set("shared.occurred.quick", "today");
    let booked = booking.recorded().await;
    family.offers("hannah-pascoe", &booked, "conference_invitation").await;
    let bev = family
        .open("hannah-pascoe", "conference_invitation")
        .await
        .set("shared.name", "Bev Curnow")
        .set("shared.capacity", "Health visitor")
        .set("shared.agency", "health")
        .set("shared.occurred.quick", "today");
    bev.recorded().await;
    let meeting = booked.replace("/recorded/", "/meetings/");
    let page = family.county.get("alan-spargo", &meeting).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(page.text.contains("Kerra asks for a break every half hour") && page.text.contains("Bev Curnow"));
    let run = link(&page.text, "/forms/conference?about=").expect("the chair can run the conference");
    assert!(family.children.iter().all(|child| run.contains(child.as_str())), "{run}");
    family
}

pub(crate) async fn conference_held() -> (Family, String) {
    let family = conference_called().await;
    let mut conference = family.open("alan-spargo", "conference").await;
    let names: Vec<(String, String)> = conference
        .pairs
        .iter()
        .filter(|(name, value)| {
            name.starts_with("shared.attendance.") && name.ends_with(".name") && !value.is_empty()
        })
        .cloned()
        .collect();
    for name in ["Kerra Nance", "Ross Pender", "Bev Curnow", "Hannah Pascoe"] {
        assert!(names.iter().any(|(_, known)| known == name), "{name} stands on the attendance: {names:?}");
    }
    for (field, name) in &names {
        let how = if name == "Ross Pender" { "apologies" } else { "present" };
        set(&mut conference.pairs, &field.replace(".name", ".presence"), how);
    }
    let held = conference
        .set("shared.conference_type.carried", "keep")
        .set("shared.chair.carried", "keep")
        .set("shared.quorate", "yes")
        .set("shared.complicating", "He has not said that anything must change")
        .set("shared.network", "Nan, who knows all of it")
        .set("shared.occurred.quick", "today")
        .each("childs_views", "I want to go to sleep without listening")
        .each("past_harm", "Nights of shouting")
        .each("worries", "Violence heard at night")
        .each("strengths", "Kerra rang for help")
        .each("next", "Calm nights")
        .each("family_scale", "5")
        .each("professional_scale", "3")
        .recorded()
        .await;
    family.offers("alan-spargo", &held, "conference_decision").await;
    (family, held)
}
