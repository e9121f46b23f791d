//! A partner writes to the service.

use maud::{Markup, html};

use crate::components::errors::{Mistake, error_summary};
use crate::components::fields::{
    Choice, DateAnswer, Field, FileAnswer, TextAnswer, Width, date, file, radios, select, text, textarea,
};
use crate::components::frame::form_token;
use crate::components::title::title;
use crate::components::{Chrome, Frame, Place, Sheet, Title};

/// One child that is asked about.
#[derive(Clone, Debug, Default)]
pub struct ChildAsked {
    /// 1 for the first.
    pub number: usize,
    /// Given names.
    pub forename: String,
    /// Family name.
    pub surname: String,
    /// Date of birth.
    pub born: DateAnswer,
    /// What worries the sender.
    pub worry: String,
    /// Whether it tells of possible harm.
    pub harm: Vec<Choice>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct ReferPage {
    /// Where it is sent.
    pub action: String,
    /// The team it is addressed to; empty: the front door.
    pub team: String,
    /// That team's name.
    pub to: String,
    /// Kinds of agency.
    pub agencies: Vec<Choice>,
    /// School, surgery, force.
    pub organisation: String,
    /// The sender's name.
    pub sender_name: String,
    /// How to reach them.
    pub sender_reach: String,
    /// What happened.
    pub what_happened: String,
    /// Whether the family knows.
    pub family_aware: Vec<Choice>,
    /// Where the children live.
    pub address: String,
    /// The postcode.
    pub postcode: String,
    /// Each child.
    pub children: Vec<ChildAsked>,
    /// Whether another child may be added.
    pub may_add: bool,
    /// What to mend.
    pub mistakes: Vec<Mistake>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &ReferPage) -> Markup {
    let error = |field: &str| {
        let found = page.mistakes.iter().find(|mistake| mistake.field == field);
        found.map(|mistake| mistake.words.clone()).unwrap_or_default()
    };
    let beneath = if page.to.is_empty() {
        "It is read by day and by night. If a child is in danger now, ring 999 first.".to_owned()
    } else {
        format!("To {}. If a child is in danger now, ring 999 first.", page.to)
    };
    let main = html! {
        div.on-narrow {
            (error_summary(&page.mistakes, "Nothing has been sent."))
            (title("Tell us about a child", &beneath, &html! {}))
            form method="post" action=(page.action) enctype="multipart/form-data" {
                (form_token(frame))
                input type="hidden" name="team" value=(page.team);
                @for child in &page.children { (one_child(child, &error)) }
                @if page.may_add {
                    p { button.on-btn.on-btn--2 name="more" value="1" { "Add another child" } }
                }
                (home_and_happening(page, &error))
                (who_writes(page, &error))
                div.on-actions { button.on-btn { "Send" } }
            }
        }
    };
    let title = Title { error: !page.mistakes.is_empty(), ..Title::page("Tell us about a child") };
    let chrome = if frame.user.is_some() { Chrome::Whole } else { Chrome::SignedOut };
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::FrontDoor), chrome, main, ..Sheet::default() },
    )
}

fn one_child(child: &ChildAsked, error: &dyn Fn(&str) -> String) -> Markup {
    let field = |name: &str, label: &str| {
        let name = format!("child-{}.{name}", child.number);
        Field::new(name.clone(), label).error(error(&name))
    };
    let short = |value: &str| TextAnswer { width: Width::Middle, ..TextAnswer::with(value) };
    html! {
        section aria-labelledby={ "child-" (child.number) } {
            h2 id={ "child-" (child.number) } { "Child " (child.number) }
            (text(&field("forename", "Given name or names"), &short(&child.forename)))
            (text(&field("surname", "Family name"), &short(&child.surname)))
            (date(&field("born", "Date of birth").optional(), &child.born))
            (textarea(&field("worry", "What worries you about this child?"), &TextAnswer::with(child.worry.clone())))
            (radios(&field("harm", "May this child have been harmed, or be harmed?").optional(), &child.harm, false))
        }
    }
}

fn home_and_happening(page: &ReferPage, error: &dyn Fn(&str) -> String) -> Markup {
    let field = |name: &str, label: &str| Field::new(name, label).error(error(name));
    html! {
        section aria-labelledby="happened" {
            h2 id="happened" { "What happened" }
            (textarea(&field("what_happened", "What happened, in your words?")
                .hint("What was seen and heard, when and where, kept apart from what you think of it."),
                &TextAnswer::with(page.what_happened.clone()).rows(6)))
            (radios(&field("family_aware", "Does the family know that you write to us?").optional(), &page.family_aware, false))
            (text(&field("address", "Where do they live?").optional(), &TextAnswer::with(page.address.clone())))
            (text(&field("postcode", "Postcode").optional(), &TextAnswer { width: Width::Short, ..TextAnswer::with(page.postcode.clone()) }))
            (file(&field("document", "A document or picture").optional().hint("A PDF, a PNG, JPEG, GIF or WebP picture, an MP3 or Ogg sound; 10 MB at most."),
                &FileAnswer { takes: ".pdf,.mp3,.ogg,image/*".to_owned(), ..FileAnswer::default() }))
        }
    }
}

fn who_writes(page: &ReferPage, error: &dyn Fn(&str) -> String) -> Markup {
    let field = |name: &str, label: &str| Field::new(name, label).error(error(name));
    html! {
        section aria-labelledby="you" {
            h2 id="you" { "You" }
            (select(&field("agency", "For which kind of agency do you write?"), &page.agencies))
            (text(&field("organisation", "School, surgery, force or body").optional(), &TextAnswer::with(page.organisation.clone())))
            (text(&field("sender_name", "Your name"), &TextAnswer::with(page.sender_name.clone())))
            (text(&field("sender_reach", "How can we reach you?").hint("You must be told what is decided."), &TextAnswer::with(page.sender_reach.clone())))
        }
    }
}
