//! What other agencies are asked about a family, what they answer, and who agrees to it.

use calendar::working_days::add_working_days;
use chronology::PersonId;
use jiff::civil::Date;
use record::events::{
    Agency, ConsentDispensedWith, ConsentGiven, ConsentRefused, ConsentSought, InformationNotRequested,
    InformationRequested, InformationShared, InformationWithheld,
};

use crate::sitting::{Sitting, instant, moment};

use super::{Family, Waking};

/// The part of a life's chances that says what agencies answer.
const AGENCIES: u64 = 31;
/// Ages in whole years at which a school knows a child.
const SCHOOL: std::ops::RangeInclusive<i32> = 5..=16;

impl Family {
    /// At the start of an assessment a parent is asked to agree, and each agency what it holds. Most answer.
    pub(super) fn agencies_asked(&mut self, waking: &mut Waking, day: Date) {
        let life = self.chance.clone();
        self.chance = life.beside(AGENCIES);
        let (worker, role) = self.worker(waking, day);
        let day = add_working_days(day, self.chance.between(0, 2));
        let mut asking = Sitting::by(&worker, role);
        let agreed = self.chance.weighted(&[86.0, 8.0, 6.0]);
        let parent = self.adults.iter().find(|adult| adult.known).map(|adult| adult.id.clone());
        let mut answers = Vec::new();
        for child in self.open_children() {
            let id = self.children[child].id.clone();
            parent_asked(&mut asking, &id, parent.as_ref(), agreed == 0, &worker, day);
            let at_school = SCHOOL.contains(&self.children[child].age_on(day));
            for agency in [Some(Agency::Health), at_school.then_some(Agency::School)].into_iter().flatten() {
                if self.chance.percent(4.0) {
                    let reason =
                        Some("The same was told for another child of the family this month.".to_owned());
                    asking.say(
                        &id,
                        moment(day, 11 * 60),
                        InformationNotRequested { agency: Some(agency), reason },
                    );
                    continue;
                }
                let asked =
                    Some("What do you know of this child and the home, and what worries you?".to_owned());
                asking.say(
                    &id,
                    moment(day, 11 * 60),
                    InformationRequested { agency: Some(agency), who: None, asked },
                );
                answers.push((child, agency));
            }
        }
        waking.record(asking, instant(day, 11 * 60 + 20));
        for (child, agency) in answers {
            self.agency_answers(waking, child, agency, day);
        }
        self.chance = life;
    }

    /// An agency answers, mostly within a day or two; a few withhold, and a few never answer.
    fn agency_answers(&mut self, waking: &mut Waking, child: usize, agency: Agency, asked: Date) {
        let wait = [0, 1, 2, 5, 9][self.chance.weighted(&[24.0, 44.0, 18.0, 9.0, 5.0])];
        let day = add_working_days(asked, wait);
        let (worker, role) = self.worker(waking, day);
        let mut sitting = Sitting::by(&worker, role);
        let id = self.children[child].id.clone();
        let cast = self.cast(waking, child);
        let bank = if agency == Agency::School { "school.knew" } else { "health.knew" };
        let held = cast.say(bank, &mut self.chance);
        match self.chance.weighted(&[94.0, 2.0, 4.0]) {
            0 => {
                let shared = InformationShared { request: None, agency: Some(agency), who: None, held };
                sitting.say(&id, moment(day, 15 * 60), shared);
            }
            1 => {
                let reason = Some("They ask for the parent’s own signature first.".to_owned());
                let withheld = InformationWithheld { request: None, agency: Some(agency), who: None, reason };
                sitting.say(&id, moment(day, 15 * 60), withheld);
            }
            _ => return,
        }
        waking.record(sitting, instant(day, 15 * 60 + 30));
    }
}

/// A parent is asked to agree; whoever does not is gone without, for a reason.
fn parent_asked(
    asking: &mut Sitting,
    child: &PersonId,
    parent: Option<&PersonId>,
    agrees: bool,
    worker: &PersonId,
    day: Date,
) {
    let at = |minutes| moment(day, 10 * 60 + minutes);
    let (person, name) = (parent.cloned(), None);
    let purpose = Some("To ask health and school what they know, for the assessment.".to_owned());
    let agencies = vec![Agency::Health, Agency::School];
    let sought = ConsentSought { person, name, purpose, agencies };
    let ConsentSought { person, name, purpose, agencies } = sought.clone();
    asking.say(child, at(0), sought);
    if agrees {
        asking.say(child, at(5), ConsentGiven { person, name, purpose, agencies });
        return;
    }
    let reason = Some("They will tell us what we need to know themselves.".to_owned());
    let refused =
        ConsentRefused { person: person.clone(), name: name.clone(), purpose: purpose.clone(), reason };
    asking.say(child, at(5), refused);
    let reason = Some("What school and health see is needed to know whether the child is safe.".to_owned());
    let decided_by = Some(worker.clone());
    asking.say(child, at(30), ConsentDispensedWith { person, name, purpose, reason, decided_by });
}
