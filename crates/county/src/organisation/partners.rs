//! Partner agencies: schools in each town, and the people of health and police.

use record::events::Agency;

use crate::chance::Chance;
use crate::plan::Plan;
use crate::words::bank;

use super::{AREAS, Organisation, Partner, School, name, named, person};

impl Organisation {
    /// Schools in every town, and health visitors, doctors, midwives and police enough for the plan.
    pub(super) fn partners(&mut self, plan: &Plan, chance: &mut Chance) {
        if plan.named_families {
            named::partners(self);
        }
        for (area, name) in AREAS.iter().enumerate() {
            let town_bank = format!("towns.{}", name.to_lowercase());
            for place in 0..(plan.residents / 900).max(4) {
                let line = bank(&town_bank)[place % bank(&town_bank).len()];
                let town = line.split('|').next().unwrap_or(line);
                let kind = bank("schools")[(place / bank(&town_bank).len() + place) % bank("schools").len()];
                let turn = place / (bank(&town_bank).len() * bank("schools").len());
                let name = match turn {
                    0 => format!("{town} {kind}"),
                    _ => format!("{town} {kind} {}", turn + 1),
                };
                if self.schools.iter().any(|school| school.name == name) {
                    continue;
                }
                let id = person(&format!("school-{:03}", self.schools.len()));
                let lead = self.somebody("sl", Agency::School, "Safeguarding lead", chance);
                let secondary = kind.contains("Secondary") || kind.contains("Academy");
                self.schools.push(School { id, name, area, secondary, lead });
            }
        }
        let many = |each: usize| (plan.residents / each).max(2);
        for _ in 0..many(2_500) {
            let one = self.somebody("hv", Agency::Health, "Health visitor", chance);
            self.health_visitors.push(one);
        }
        for _ in 0..many(2_500) {
            let one = self.somebody("gp", Agency::Health, "Family doctor", chance);
            self.doctors.push(one);
        }
        for _ in 0..many(6_000) {
            let one = self.somebody("mw", Agency::Health, "Midwife", chance);
            self.midwives.push(one);
        }
        for _ in 0..many(4_000) {
            let one = self.somebody("dc", Agency::Police, "Detective constable", chance);
            self.police.push(one);
        }
    }

    fn somebody(&self, kind: &str, agency: Agency, job: &'static str, chance: &mut Chance) -> Partner {
        let (forename, surname) = name(chance);
        let place = match kind {
            "sl" => self.schools.len(),
            "hv" => self.health_visitors.len(),
            "gp" => self.doctors.len(),
            "mw" => self.midwives.len(),
            _ => self.police.len(),
        };
        Partner {
            id: person(&format!("{kind}-{place:03}")),
            name: format!("{forename} {surname}"),
            agency,
            job,
        }
    }
}
