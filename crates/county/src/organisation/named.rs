//! The people whose names stand on the design's pages.

use jiff::civil::{Date, date};
use record::events::{Agency, Role};

use super::{Organisation, Partner, School, Worker, person};

/// One named post: id, forename, surname, title, role, first day.
type Post = (&'static str, &'static str, &'static str, &'static str, Role, Date);

fn take(all: &mut Organisation, team: usize, post: &Post) -> usize {
    let (id, forename, surname, title, role, from) = *post;
    let unqualified = [
        Role::Screener,
        Role::RecordsOfficer,
        Role::PerformanceAnalyst,
        Role::HealthLead,
        Role::BoardChair,
        Role::Administrator,
    ];
    all.take_on(Worker {
        id: person(id),
        forename: forename.to_owned(),
        surname: surname.to_owned(),
        title,
        role,
        team,
        from,
        until: None,
        limit: 20,
        percent: 100,
        protected: false,
        qualified: !unqualified.contains(&role),
    })
}

pub(super) fn seniors(all: &mut Organisation, team: usize) {
    let posts: [Post; 8] = [
        (
            "helen-marrack",
            "Helen",
            "Marrack",
            "Director of children’s services",
            Role::Director,
            date(2014, 9, 1),
        ),
        ("rosalind-opie", "Rosalind", "Opie", "Head of service", Role::HeadOfService, date(2010, 1, 4)),
        ("petra-lory", "Petra", "Lory", "Records officer", Role::RecordsOfficer, date(2009, 4, 1)),
        ("nina-bolt", "Nina", "Bolt", "Performance analyst", Role::PerformanceAnalyst, date(2018, 2, 5)),
        ("colin-yelland", "Colin", "Yelland", "Practice auditor", Role::Auditor, date(2016, 6, 1)),
        (
            "anjali-menon",
            "Anjali",
            "Menon",
            "Named doctor for safeguarding",
            Role::HealthLead,
            date(2015, 3, 2),
        ),
        (
            "margaret-olds",
            "Margaret",
            "Olds",
            "Chair of the safeguarding board",
            Role::BoardChair,
            date(2020, 9, 1),
        ),
        ("gwen-tyack", "Gwen", "Tyack", "Systems administrator", Role::Administrator, date(2012, 5, 1)),
    ];
    for (place, post) in posts.iter().enumerate() {
        let one = take(all, team, post);
        match place {
            1 => all.head = one,
            2 => all.records_officer = one,
            _ => {}
        }
    }
    all.teams[team].manager = all.head;
}

pub(super) fn front_door(all: &mut Organisation, team: usize) {
    let manager: Post =
        ("martin-eddy", "Martin", "Eddy", "Front-door manager", Role::FrontDoorManager, date(2017, 4, 3));
    let one = take(all, team, &manager);
    all.front_door_managers.push(one);
    let screener: Post =
        ("asha-lobb", "Asha", "Lobb", "Front-door screener", Role::Screener, date(2019, 1, 7));
    let one = take(all, team, &screener);
    all.screeners.push(one);
}

pub(super) fn conferences(all: &mut Organisation, team: usize) {
    let chair: Post =
        ("alan-spargo", "Alan", "Spargo", "Conference chair", Role::ConferenceChair, date(2012, 9, 3));
    let one = take(all, team, &chair);
    all.chairs.push(one);
}

pub(super) fn west(all: &mut Organisation, team: usize) {
    let manager: Post =
        ("ruth-tregear", "Ruth", "Tregear", "Team manager", Role::TeamManager, date(2016, 9, 5));
    all.teams[team].manager = take(all, team, &manager);
    let worker = "Social worker";
    let posts: [Post; 7] = [
        ("sam-oyelaran", "Sam", "Oyelaran", worker, Role::SocialWorker, date(2018, 4, 9)),
        ("hannah-pascoe", "Hannah", "Pascoe", worker, Role::SocialWorker, date(2021, 9, 6)),
        ("jowan-pellow", "Jowan", "Pellow", worker, Role::SocialWorker, date(2020, 1, 13)),
        ("imran-sheikh", "Imran", "Sheikh", worker, Role::SocialWorker, date(2019, 6, 3)),
        ("tom-bray", "Tom", "Bray", worker, Role::SocialWorker, date(2019, 2, 4)),
        ("demelza-roskilly", "Demelza", "Roskilly", worker, Role::SocialWorker, date(2025, 9, 1)),
        ("grace-tonkin", "Grace", "Tonkin", worker, Role::SocialWorker, date(2017, 5, 8)),
    ];
    for post in &posts {
        let one = take(all, team, post);
        all.teams[team].workers.push(one);
        match post.0 {
            "demelza-roskilly" => (all.workers[one].protected, all.workers[one].limit) = (true, 12),
            "grace-tonkin" => (all.workers[one].percent, all.workers[one].limit) = (60, 12),
            _ => {}
        }
    }
}

pub(super) fn partners(all: &mut Organisation) {
    let lead = somebody("tom-ferris", "Tom Ferris", Agency::School, "Safeguarding lead, Porthavel Primary");
    all.schools.push(School {
        id: person("porthavel-primary"),
        name: "Porthavel Primary".to_owned(),
        area: 0,
        secondary: false,
        lead,
    });
    all.health_visitors.push(somebody("bev-curnow", "Bev Curnow", Agency::Health, "Health visitor"));
    all.midwives.push(somebody("priya-nair", "Priya Nair", Agency::Health, "Midwife"));
    all.doctors.push(somebody("femi-adeyemi", "Dr Femi Adeyemi", Agency::Health, "Family doctor"));
    all.police.push(somebody("lowenna-hicks", "DC Lowenna Hicks", Agency::Police, "Detective constable"));
}

fn somebody(id: &str, name: &str, agency: Agency, job: &'static str) -> Partner {
    Partner { id: person(id), name: name.to_owned(), agency, job }
}
