//! Visits, the child's own words and drawings, notes.

use calendar::working_days::{add_working_days, roll_forward};
use jiff::civil::Date;
use record::events::{
    CaseNoteRecorded, DirectWorkHeld, InterpreterBooked, NotePurpose, Role, SeenAlone, ViewsAnswered,
    ViewsRecorded, VisitAttempted, VisitMade, VisitPlace, VisitPurpose, VisitRefused, YesNo,
};

use crate::sitting::{Place, Sitting, instant, moment};

use super::{Family, Waking};

impl Family {
    /// A worker visits the open children, or tries to.
    pub(super) fn visit(&mut self, waking: &mut Waking, day: Date, purpose: VisitPurpose) {
        let day = roll_forward(day);
        let children = self.open_children();
        if children.is_empty() {
            return;
        }
        let minutes = self.chance.between(9 * 60 + 30, 17 * 60);
        let (mut visitor, mut role) = self.worker(waking, day);
        if self.chance.percent(9.0) {
            let workers = &waking.world.organisation.family_workers;
            let one = self.chance.pick(workers).copied().unwrap_or(workers[0]);
            (visitor, role) = (waking.world.organisation.workers[one].id.clone(), Role::FamilySupportWorker);
        }
        let interpreted = self.interpreter(waking, &visitor, role, day);
        match self.chance.weighted(&[92.0, 6.0, 2.0]) {
            0 => self.seen(waking, children, day, minutes, purpose, (visitor, role), interpreted),
            kind => {
                let mut sitting = Sitting::by(&visitor, role);
                for place in children {
                    let cast = self.cast(waking, place);
                    let id = &self.children[place].id;
                    let next_step = cast.say("attempted.next", &mut self.chance);
                    if kind == 1 {
                        let what = cast.say("attempted", &mut self.chance);
                        sitting.say(
                            id,
                            moment(day, minutes),
                            VisitAttempted { what, next_step, visited_by: None },
                        );
                    } else {
                        let what = cast.say("refused", &mut self.chance);
                        sitting.say(
                            id,
                            moment(day, minutes),
                            VisitRefused { what, next_step, visited_by: None },
                        );
                    }
                }
                let at = self.written_up(day, minutes);
                waking.record(sitting, at);
            }
        }
    }

    fn interpreter(
        &mut self,
        waking: &mut Waking,
        author: &chronology::PersonId,
        role: Role,
        day: Date,
    ) -> Option<String> {
        let language = self.interpreter?;
        if self.chance.percent(35.0) {
            return None; // forgotten
        }
        let mut sitting = Sitting::by(author, role);
        let event = InterpreterBooked {
            language: Some(language.to_owned()),
            on: Some(day),
            purpose: Some("Home visit".to_owned()),
            came: Some(YesNo::Yes),
        };
        for place in self.open_children() {
            sitting.say(&self.children[place].id, day, event.clone());
        }
        waking.record(sitting, instant(day, 9 * 60));
        Some(format!("{language} interpreter"))
    }

    #[expect(clippy::too_many_arguments, reason = "everything that a visit is")]
    fn seen(
        &mut self,
        waking: &mut Waking,
        children: Vec<usize>,
        day: Date,
        minutes: i32,
        purpose: VisitPurpose,
        (visitor, role): (chronology::PersonId, Role),
        interpreter: Option<String>,
    ) {
        let mut sitting = Sitting::by(&visitor, role);
        let place = match self.chance.weighted(&[74.0, 16.0, 4.0, 6.0]) {
            0 => VisitPlace::Home,
            1 => VisitPlace::School,
            2 => VisitPlace::Office,
            _ => VisitPlace::Community,
        };
        let cast = self.cast(waking, children[0]);
        sitting.share(VisitMade {
            purpose: Some(purpose),
            aim: cast.say("aim", &mut self.chance),
            place: Some(place),
            home: cast.say("home", &mut self.chance).filter(|_| place == VisitPlace::Home),
            others_seen: cast.say("others", &mut self.chance).filter(|_| self.chance.percent(60.0)),
            interpreter,
            next_visit_on: Some(add_working_days(day, 10)).filter(|_| self.chance.percent(50.0)),
            announced: Some(self.chance.percent(80.0)),
            ..VisitMade::default()
        });
        let label = self.label();
        let mut seen = Vec::new();
        for child in children {
            let missed = self.chance.percent(5.0);
            let event = self.one_seen(waking, child, day, missed);
            let index = sitting.say_sharing(&self.children[child].id, moment(day, minutes), event);
            if !missed {
                self.children[child].last_seen = Some(day);
                seen.push((child, Place { label, index }));
            }
        }
        sitting.labelled(label, &self.numbers.clone());
        let at = self.written_up(day, minutes);
        let said = sitting.clone();
        waking.record(sitting, at);
        self.maybe_mended(waking, &said, &seen, at);
        if self.chance.percent(14.0)
            && let Some((child, _)) = seen.first()
        {
            self.views(waking, *child, day, (visitor, role));
        }
    }

    fn one_seen(&mut self, waking: &Waking, child: usize, day: Date, missed: bool) -> VisitMade {
        let cast = self.cast(waking, child);
        let age = self.children[child].age_on(day);
        if missed && age >= 0 {
            return VisitMade {
                seen: Some(YesNo::No),
                not_seen_reason: cast.say("not_seen", &mut self.chance),
                ..VisitMade::default()
            };
        }
        let words = cast.say(self.children[child].words_bank(day), &mut self.chance);
        if age < 0 {
            return VisitMade { words, ..VisitMade::default() };
        }
        let alone = match self.chance.weighted(&[62.0, 22.0, 16.0]) {
            _ if age < 2 => Some(SeenAlone::NotAppropriate),
            0 => Some(SeenAlone::Yes),
            1 => Some(SeenAlone::No),
            _ => None,
        };
        let not_alone = alone == Some(SeenAlone::No);
        VisitMade {
            seen: Some(YesNo::Yes),
            seen_alone: alone,
            not_alone_reason: cast
                .say("not_alone", &mut self.chance)
                .filter(|_| not_alone && self.chance.percent(70.0)),
            words: words.filter(|_| !self.chance.percent(12.0)),
            presentation: cast.say("presentation", &mut self.chance),
            analysis: cast.say("analysis", &mut self.chance).filter(|_| !self.chance.percent(12.0)),
            next_step: cast.say("next", &mut self.chance),
            ..VisitMade::default()
        }
    }

    /// A child says, draws or shows what they think.
    pub(super) fn views(
        &mut self,
        waking: &mut Waking,
        child: usize,
        day: Date,
        (author, role): (chronology::PersonId, Role),
    ) {
        let age = self.children[child].age_on(day);
        if age < 3 {
            return;
        }
        let cast = self.cast(waking, child);
        let id = self.children[child].id.clone();
        let drawn = self.chance.percent(35.0);
        let bank = self.children[child].words_bank(day);
        let event = ViewsRecorded {
            words: cast.say(bank, &mut self.chance),
            wish: cast.say("wish", &mut self.chance),
            how: cast.say("how", &mut self.chance),
            tool: cast.say("tool", &mut self.chance).filter(|_| self.chance.percent(40.0)),
            media: drawn.then(|| format!("drawing-{}-{day}.png", id.as_str())),
            media_description: cast.say("drawing", &mut self.chance).filter(|_| drawn),
            may_be_shown: drawn.then(|| self.chance.percent(80.0)),
            told_to: Some(author.clone()),
            ..ViewsRecorded::default()
        };
        let label = self.label();
        let mut sitting = Sitting::by(&author, role);
        let minutes = 17 * 60 + self.chance.between(0, 40);
        let index = sitting.say(&id, day, event);
        sitting.labelled(label, &self.numbers.clone());
        if self.chance.percent(25.0) {
            let event = DirectWorkHeld {
                tool: cast.say("tool", &mut self.chance),
                what: cast.say("direct", &mut self.chance),
                words: cast.say(bank, &mut self.chance),
                analysis: cast.say("analysis", &mut self.chance),
            };
            sitting.say(&id, day, event);
        }
        let at = instant(day, minutes);
        waking.record(sitting, at);
        if self.chance.percent(60.0) {
            let on = add_working_days(day, self.chance.between(2, 9));
            let mut sitting = Sitting::by(&author, role);
            let event = ViewsAnswered {
                answer: cast.say("answered", &mut self.chance),
                reason: cast.say("answered.reason", &mut self.chance),
                result: cast.say("answered.result", &mut self.chance),
                child_told_on: Some(on),
                ..ViewsAnswered::default()
            };
            sitting.say(&id, on, event);
            sitting.naming("views", Some(Place { label, index }), &self.numbers);
            waking.record(sitting, instant(on, 16 * 60 + 10));
        }
    }

    /// A note, with a purpose or, now and then, without.
    pub(super) fn note(&mut self, waking: &mut Waking, day: Date) {
        let day = roll_forward(day);
        let Some(child) = self.chance.pick(&self.open_children()).copied() else { return };
        let (author, role) = self.worker(waking, day);
        let cast = self.cast(waking, child);
        let event = if self.chance.percent(13.0) {
            CaseNoteRecorded { note: cast.say("note.bare", &mut self.chance), ..CaseNoteRecorded::default() }
        } else {
            let (purpose, bank) = match self.chance.percent(55.0) {
                true => (NotePurpose::Information, "note.information"),
                false => (NotePurpose::Conversation, "note.conversation"),
            };
            let mut parts = cast.parts(bank, &mut self.chance).into_iter();
            CaseNoteRecorded {
                purpose: Some(purpose),
                heading: parts.next(),
                note: parts.next(),
                analysis: parts.next(),
                next_step: parts.next(),
                with: None,
            }
        };
        let minutes = self.chance.between(9 * 60, 17 * 60);
        let mut sitting = Sitting::by(&author, role);
        sitting.say(&self.children[child].id, moment(day, minutes), event);
        let at = self.written_up(day, minutes);
        waking.record(sitting, at);
    }
}
