//! What goes wrong in any record: entries corrected, withdrawn, contradicted, entered twice; one child under two
//! ids; files on paper; records restricted and sealed.

use calendar::periods::add_calendar_days;
use chronology::PersonId;
use jiff::Timestamp;
use jiff::civil::Date;
use record::events::{
    AdoptionOrderMade, BirthRecorded, ContactDecided, ContactReceived, DocumentScanned, EntryCorrected,
    EntryMarkedSignificant, EntryWithdrawn, LevelOfNeed, PaperFileRegistered, PersonCategory,
    PersonIdentified, RecordSealed, RestrictionPlaced, Role, SamePerson, Significance,
};

use crate::organisation::person;
use crate::sitting::{Place, Sitting, instant, moment};

use super::{Family, Waking};

impl Family {
    /// A visit's note is corrected, or taken back and written again, or marked as a key event.
    pub(super) fn maybe_mended(
        &mut self,
        waking: &mut Waking,
        said: &Sitting,
        seen: &[(usize, Place)],
        at: Timestamp,
    ) {
        let Some((child, place)) = seen.first().copied() else { return };
        let kind = self.chance.weighted(&[93.5, 2.4, 0.8, 0.6, 2.7]);
        if kind == 0 {
            return;
        }
        let after = self.chance.between(1, 9);
        let on = add_calendar_days(calendar::london::date_of(at), after);
        let (author, role) = (said.draft.author.clone(), Role::SocialWorker);
        let cast = self.cast(waking, child);
        let id = self.children[child].id.clone();
        let mut sitting = Sitting::by(&author, role);
        match kind {
            1 => {
                let mut body = said.body_of(place.index);
                body.insert("seen_alone".to_owned(), "no".into());
                let event = EntryCorrected {
                    entry: chronology::EntryId::new(1, 0),
                    reason: cast.say("correction", &mut self.chance),
                    occurred: None,
                    body: Some(serde_json::Value::Object(body)),
                };
                sitting.say(&id, on, event);
                sitting.about_entry(place, &self.numbers);
            }
            2 => {
                let reason = cast.say("withdrawal", &mut self.chance);
                sitting.say(&id, on, EntryWithdrawn { entry: chronology::EntryId::new(1, 0), reason });
                sitting.about_entry(place, &self.numbers);
            }
            3 => {
                // The same visit written up again by mistake, and left.
                let mut again = said.clone();
                again.draft.author = author.clone();
                waking.record(again, instant(on, 10 * 60));
                return;
            }
            _ => {
                let significance =
                    [Significance::Key, Significance::Harm, Significance::Protective][self.chance.below(3)];
                let event = EntryMarkedSignificant {
                    entry: chronology::EntryId::new(1, 0),
                    significance: Some(significance),
                    meaning: cast.say("analysis", &mut self.chance),
                };
                sitting.say(&id, on, event);
                sitting.about_entry(place, &self.numbers);
            }
        }
        waking.record(sitting, instant(on, 12 * 60 + 15));
    }

    /// Once, soon after a family becomes known: what is odd about its record.
    pub(super) fn oddities(&mut self, waking: &mut Waking, day: Date) {
        if self.chance.percent(2.0) {
            self.known_twice(waking, day);
        }
        if self.chance.percent(4.0) {
            self.paper(waking, day);
        }
        if self.chance.percent(0.8) {
            self.restricted(waking, day);
        }
        if self.chance.percent(2.5) {
            self.contradicted(waking, day);
        }
        if self.chance.percent(0.15) {
            self.adopted(waking, day);
        }
    }

    /// A second record of one child, from a notice with the name misspelt, later joined to the first.
    fn known_twice(&mut self, waking: &mut Waking, day: Date) {
        let Some(child) = self.children.iter().find(|child| child.known && !child.unborn_on(day)).cloned()
        else {
            return;
        };
        let other = person(&format!("c-{:06}x", self.index));
        let screeners = &waking.world.organisation.screeners;
        let screener = waking.world.organisation.workers[screeners[0]].id.clone();
        let mut sitting = Sitting::by(&screener, Role::Screener);
        let on = add_calendar_days(day, self.chance.between(3, 60));
        let misspelt = child.forename.replace("ee", "ea").replace('y', "ey").replace('k', "ck");
        let event = PersonIdentified {
            category: Some(PersonCategory::Child),
            forename: Some(misspelt),
            surname: Some(child.surname.clone()).filter(|surname| !surname.is_empty()),
            date_of_birth: Some(child.born),
            ..PersonIdentified::default()
        };
        sitting.say(&other, on, event);
        let event = ContactReceived {
            what_happened: Some(
                "Ambulance notice: seen at home after a fall, and left with a parent.".to_owned(),
            ),
            concern_of_harm: Some(false),
            ..ContactReceived::default()
        };
        sitting.say(&other, moment(on, 11 * 60), event);
        let event = ContactDecided {
            level_of_need: Some(LevelOfNeed::Universal),
            outcome: Some(record::events::ContactOutcome::NoFurtherAction),
            reason: Some("A fall at home, treated; nothing more is asked.".to_owned()),
            history_weighed: Some("Nothing found under the name on the notice.".to_owned()),
            decided_by: Some(screener.clone()),
            ..ContactDecided::default()
        };
        sitting.say(&other, moment(on, 11 * 60 + 20), event);
        waking.record(sitting, instant(on, 12 * 60));
        if self.chance.percent(70.0) {
            let joined = add_calendar_days(on, self.chance.between(10, 120));
            let (officer, role) = self.records_officer(waking);
            let mut sitting = Sitting::by(&officer, role);
            let reason = self.chance.pick(crate::words::bank("duplicate")).map(|line| (*line).to_owned());
            let event = SamePerson { other, kept: Some(child.id.clone()), reason };
            sitting.say(&child.id, joined, event);
            waking.record(sitting, instant(joined, 15 * 60 + 45));
        }
    }

    fn records_officer(&self, waking: &Waking) -> (PersonId, Role) {
        let organisation = &waking.world.organisation;
        (organisation.workers[organisation.records_officer].id.clone(), Role::RecordsOfficer)
    }

    fn paper(&mut self, waking: &mut Waking, day: Date) {
        let Some(child) = self.children.iter().find(|child| child.known).map(|child| child.id.clone()) else {
            return;
        };
        let (officer, role) = self.records_officer(waking);
        let label = self.label();
        let title = self.chance.pick(crate::words::bank("paper.title")).copied().unwrap_or_default();
        let shelf = self.chance.pick(crate::words::bank("paper.place")).copied().unwrap_or_default();
        let on = add_calendar_days(day, self.chance.between(1, 30));
        let mut sitting = Sitting::by(&officer, role);
        let event = PaperFileRegistered {
            title: Some(title.to_owned()),
            place: Some(format!("{shelf} {}", self.chance.between(2, 940))),
            scanned: Some(false),
        };
        let index = sitting.say(&child, on, event);
        sitting.labelled(label, &self.numbers.clone());
        waking.record(sitting, instant(on, 14 * 60 + 30));
        if self.chance.percent(45.0) {
            let scanned = add_calendar_days(on, self.chance.between(5, 90));
            let mut sitting = Sitting::by(&officer, role);
            let event = DocumentScanned { title: Some(title.to_owned()), ..DocumentScanned::default() };
            sitting.say(&child, scanned, event);
            sitting.naming("file", Some(Place { label, index }), &self.numbers);
            waking.record(sitting, instant(scanned, 14 * 60 + 35));
        }
    }

    fn restricted(&mut self, waking: &mut Waking, day: Date) {
        let (officer, role) = self.records_officer(waking);
        let on = add_calendar_days(day, self.chance.between(0, 14));
        let team = waking.world.organisation.teams.iter().find(|team| team.area == Some(self.area));
        let allowed = team.map(|team| vec![team.id.clone()]).unwrap_or_default();
        let head = waking.world.organisation.workers[waking.world.organisation.head].id.clone();
        let mut sitting = Sitting::by(&officer, role);
        for child in self.children.iter().filter(|child| child.known) {
            let event = RestrictionPlaced {
                reason: Some("A member of staff is related to the family.".to_owned()),
                allowed: allowed.clone(),
                ask: Some(head.clone()),
            };
            sitting.say(&child.id, on, event);
        }
        waking.record(sitting, instant(on, 17 * 60 + 15));
    }

    /// Two agencies give two dates of birth.
    fn contradicted(&mut self, waking: &mut Waking, day: Date) {
        let Some(child) = self.children.iter().find(|child| child.known && child.age_on(day) > 0).cloned()
        else {
            return;
        };
        let (officer, role) = self.records_officer(waking);
        let on = add_calendar_days(day, self.chance.between(2, 40));
        let mut sitting = Sitting::by(&officer, role);
        let other = add_calendar_days(child.born, [30, -1, 365, 9][self.chance.below(4)]);
        let event = BirthRecorded { date_of_birth: Some(other), ..BirthRecorded::default() };
        sitting.say(&child.id, on, event);
        waking.record(sitting, instant(on, 10 * 60 + 50));
    }

    /// A child, long ago placed elsewhere, is adopted: the record is sealed, and a new one begins that knows
    /// nothing of it.
    fn adopted(&mut self, waking: &mut Waking, day: Date) {
        let organisation = &waking.world.organisation;
        let keeper = organisation.workers[organisation.adoption_records].id.clone();
        let old = person(&format!("c-{:06}p", self.index));
        // The new id is drawn apart, so that it says nothing of the old.
        let new = person(&format!("c-{:06}", 900_000 + self.chance.below(99_999)));
        let born = add_calendar_days(day, -self.chance.between(500, 1_200));
        let mut sitting = Sitting::by(&keeper, Role::AdoptionRecords);
        let event = PersonIdentified {
            category: Some(PersonCategory::Child),
            forename: Some(crate::words::word("english.girls", &mut self.chance).to_owned()),
            surname: Some(self.adults[0].surname.clone()),
            date_of_birth: Some(born),
            ..PersonIdentified::default()
        };
        sitting.say(&old, day, event);
        waking.record(sitting, instant(day, 9 * 60));
        let on = add_calendar_days(day, 30);
        let mut sitting = Sitting::by(&keeper, Role::AdoptionRecords);
        let event =
            AdoptionOrderMade { court: Some("Family Court".to_owned()), ..AdoptionOrderMade::default() };
        sitting.say(&old, on, event);
        let reason = Some("Adoption order made.".to_owned());
        sitting.say(&old, on, RecordSealed { successor: Some(new.clone()), reason });
        waking.record(sitting, instant(on, 9 * 60 + 10));
        let mut sitting = Sitting::by(&keeper, Role::AdoptionRecords);
        let event = PersonIdentified {
            category: Some(PersonCategory::Child),
            forename: Some(crate::words::word("english.girls", &mut self.chance).to_owned()),
            surname: Some(crate::words::word("english.surnames", &mut self.chance).to_owned()),
            date_of_birth: Some(born),
            ..PersonIdentified::default()
        };
        let later = add_calendar_days(on, 1);
        sitting.say(&new, later, event);
        waking.record(sitting, instant(later, 9 * 60 + 20));
    }
}
