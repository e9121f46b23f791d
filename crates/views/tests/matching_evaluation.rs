//! How well matching finds 2,000 invented people again when their details are written with one slip, through the same
//! keys and the same limits as a search would use; and how many people a key brings in.

use std::collections::{HashMap, HashSet};

use jiff::civil::{Date, date};
use views::matching::keys::{CANDIDATES_MAX, KEY_PEOPLE_MAX};
use views::matching::{
    Birth, Candidate, NameKind, NameVariant, Sex, Wanted, candidate_keys, rank, wanted_keys,
};

#[test]
fn one_slip_still_finds_the_person_first() {
    let mut dice = Dice(20_260_331);
    let people: Vec<Candidate> = (0..2_000).map(|number| invent(&mut dice, number)).collect();
    let index = index(&people);
    let slips: [(&str, Slip); 10] = [
        ("a letter of the surname changed", |dice, wanted| {
            wanted.surname = wanted.surname.take().map(|name| changed(dice, &name))
        }),
        ("a letter of the surname lost", |dice, wanted| {
            wanted.surname = wanted.surname.take().map(|name| lost(dice, &name))
        }),
        ("two letters of the surname swapped", |dice, wanted| {
            wanted.surname = wanted.surname.take().map(|name| swapped(dice, &name))
        }),
        ("a letter of the forename changed", |dice, wanted| {
            wanted.forename = wanted.forename.take().map(|name| changed(dice, &name))
        }),
        ("a letter of the forename lost", |dice, wanted| {
            wanted.forename = wanted.forename.take().map(|name| lost(dice, &name))
        }),
        ("two letters of the forename swapped", |dice, wanted| {
            wanted.forename = wanted.forename.take().map(|name| swapped(dice, &name))
        }),
        ("names in each other's place", |_, wanted| {
            std::mem::swap(&mut wanted.forename, &mut wanted.surname)
        }),
        ("day and month swapped", |_, wanted| wanted.date_of_birth = wanted.date_of_birth.map(day_and_month)),
        ("year off by one", |_, wanted| {
            wanted.date_of_birth = wanted
                .date_of_birth
                .map(|day| day.with().year(day.year() - 1).day(day.day().min(28)).build().unwrap_or(day));
        }),
        ("moved house", |_, wanted| wanted.postcode = Some("TR1 3AY".to_owned())),
    ];
    let mut misses = Vec::new();
    let mut asked = 0;
    for (name, slip) in &slips {
        let mut missed = 0;
        for (number, person) in people.iter().enumerate() {
            let mut wanted = wanted(person);
            if number % 2 == 0 {
                // Every other caller knows the name and the date of birth only.
                (wanted.postcode, wanted.sex) = (None, None);
            }
            slip(&mut dice, &mut wanted);
            asked += 1;
            let candidates: Vec<Candidate> =
                found(&wanted, &index).map(|place| people[place].clone()).collect();
            let ranked = rank(&wanted, &candidates);
            if ranked.first().is_none_or(|(best, _)| best.id != number.to_string()) {
                missed += 1;
                misses.push(format!("{name}: {wanted:?} is {:?}", person.names));
            }
        }
        let recall = 1.0 - f64::from(missed) / 2_000.0;
        println!("{name}: found first {:.2}%", recall * 100.0);
        assert!(recall >= 0.95, "{name}: {recall}; {:?}", &misses[misses.len().saturating_sub(5)..]);
    }
    println!("{} of {asked} missed", misses.len());
}

#[test]
fn keys_bring_in_few_people() {
    let mut dice = Dice(7);
    let people: Vec<Candidate> = (0..20_000).map(|number| invent(&mut dice, number)).collect();
    let index = index(&people);
    let mut counts: Vec<usize> =
        people.iter().step_by(20).map(|person| found(&wanted(person), &index).count()).collect();
    counts.sort_unstable();
    let (median, ninety_ninth) = (counts[counts.len() / 2], counts[counts.len() * 99 / 100]);
    println!("candidates: median {median}, 99th of 100 {ninety_ninth}, most {}", counts[counts.len() - 1]);
    for sort in ["d", "n", "py", "ey", "y", "p", "e", "z"] {
        let mut sizes: Vec<usize> = index
            .iter()
            .filter(|(key, _)| key.starts_with(&format!("{sort}:")))
            .map(|(_, held)| held.len())
            .collect();
        sizes.sort_unstable();
        println!(
            "  {sort}: {} keys, median {}, most {}",
            sizes.len(),
            sizes[sizes.len() / 2],
            sizes[sizes.len() - 1]
        );
    }
    assert!(ninety_ninth <= CANDIDATES_MAX && median <= 200);
}

type Slip = fn(&mut Dice, &mut Wanted);

fn index(people: &[Candidate]) -> HashMap<String, Vec<usize>> {
    let mut index: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, person) in people.iter().enumerate() {
        for key in candidate_keys(person) {
            index.entry(key).or_default().push(place);
        }
    }
    index
}

/// What a search would compare: the first people of each key, up to the limit.
fn found<'i>(
    wanted: &Wanted,
    index: &'i HashMap<String, Vec<usize>>,
) -> impl Iterator<Item = usize> + use<'i> {
    let mut seen = HashSet::new();
    let mut places = Vec::new();
    for key in wanted_keys(wanted) {
        for place in index.get(&key).into_iter().flatten().take(KEY_PEOPLE_MAX) {
            if places.len() < CANDIDATES_MAX && seen.insert(*place) {
                places.push(*place);
            }
        }
    }
    places.into_iter()
}

fn wanted(person: &Candidate) -> Wanted {
    Wanted {
        forename: Some(person.names[0].forename.clone()),
        surname: Some(person.names[0].surname.clone()),
        date_of_birth: person.birth.map(|birth| birth.date),
        sex: person.sex,
        postcode: person.postcodes.first().cloned(),
        nhs_number: None,
        upn: None,
    }
}

const FORENAMES: &str = "Oliver Noah Jack Leo Arthur Muhammad George Jago Henry Charlie Oscar Freddie Theo William Thomas \
    Archie Alfie Joshua Harry Jacob Lucas Mason Logan Ethan Denzel Piran Petroc Kitto Jakub Szymon Omar Bilal Arjun Ravi Kwame \
    Amelia Isla Ava Ivy Lily Elowen Florence Freya Poppy Ella Grace Emily Sophie Charlotte Daisy Phoebe Matilda Evelyn Rosie \
    Kerensa Demelza Morwenna Tegan Loveday Zuzanna Oliwia Aisha Fatima Maryam Priya Ananya Abena Chloe Megan Holly Imogen Zoe";
const SURNAMES: &str = "Smith Jones Williams Brown Taylor Davies Wilson Evans Thomas Johnson Roberts Walker Wright Robinson \
    Thompson White Hughes Edwards Green Hall Wood Harris Lewis Martin Jackson Clarke Clark Turner Hill Cooper Morris Ward Moore \
    King Baker Harrison Morgan Allen James Scott Phillips Watson Davis Parker Bennett Price Griffiths Kowalski Nowak Hussain Khan \
    Ahmed Patel Singh Begum Okafor Mensah O'Brien McDonald MacKenzie Smith-Jones";
const STARTS: &str =
    "Tre Pol Pen Ros Lan Bos Car Nan Chy Ker Tol Gwin Pas Ham Wood Ash Brad Hart Mar Stan Thorn Whit Wes Nor";
const ENDS: &str = "garth loe rose wick ley ton ham ford by worth combe den more stock bury well gear vean thick hallow keth mayne \
    vose wen dale shaw croft bridge house man";

fn invent(dice: &mut Dice, number: usize) -> Candidate {
    let surname = if dice.below(3) == 0 {
        dice.common(SURNAMES)
    } else {
        format!("{}{}", dice.any(STARTS), dice.any(ENDS))
    };
    let year = 1999 + i16::try_from(dice.below(27)).unwrap_or(0);
    let day = date(year, dice.small(12), dice.small(28));
    Candidate {
        id: number.to_string(),
        names: vec![NameVariant::new(&dice.common(FORENAMES), &surname, NameKind::Legal)],
        birth: Some(Birth::exact(day)),
        sex: Some(if dice.below(2) == 0 { Sex::Female } else { Sex::Male }),
        postcodes: vec![
            format!("PL{} {}{}{}", 10 + dice.below(30), dice.below(10), dice.letter(), dice.letter())
                .to_uppercase(),
        ],
        ..Candidate::default()
    }
}

fn day_and_month(day: Date) -> Date {
    // Where no such date exists nobody could have keyed it: the slip is then a day off by one.
    Date::new(day.year(), day.day(), day.month()).unwrap_or_else(|_| day.tomorrow().unwrap_or(day))
}

fn changed(dice: &mut Dice, name: &str) -> String {
    let at = dice.below(name.len());
    let letter = dice.letter();
    name.char_indices().map(|(place, old)| if place == at { letter } else { old }).collect()
}

fn lost(dice: &mut Dice, name: &str) -> String {
    let at = dice.below(name.len());
    name.char_indices().filter(|(place, _)| *place != at).map(|(_, letter)| letter).collect()
}

fn swapped(dice: &mut Dice, name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = dice.below(letters.len() - 1);
    letters.swap(at, at + 1);
    letters.into_iter().collect()
}

/// Numbers that look random and are the same each time (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.roll() % limit as u64).unwrap_or(0)
    }

    /// 1 to `most`.
    fn small(&mut self, most: usize) -> i8 {
        i8::try_from(1 + self.below(most)).unwrap_or(1)
    }

    fn letter(&mut self) -> char {
        char::from(b"abcdefghijklmnoprstuvwyz"[self.below(24)])
    }

    fn any(&mut self, words: &str) -> String {
        let words: Vec<&str> = words.split_whitespace().collect();
        words[self.below(words.len())].to_owned()
    }

    /// The first words more often than the last, as names are.
    fn common(&mut self, words: &str) -> String {
        let words: Vec<&str> = words.split_whitespace().collect();
        let (one, other) = (self.below(words.len()), self.below(words.len()));
        words[one.min(other)].to_owned()
    }
}
