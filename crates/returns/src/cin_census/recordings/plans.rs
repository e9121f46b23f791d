//! A child's plans: child in need plans; child protection plans with their reviews and categories.

use jiff::civil::Date;
use record::codes::AbuseCategory;
use record::events::{
    ConferenceHeld, ConferenceType, NeedPlanEnded, NeedPlanStarted, ProtectionPlanCategoryChanged,
    ProtectionPlanEnded, ProtectionPlanStarted,
};

use super::super::{ChildProtectionPlan, CinPlan, Coded};
use super::{Fact, Gathering, Told};

impl Gathering<'_> {
    pub(super) fn gather_need_plan(&mut self, plan: &CinPlan) {
        let (row, started) = (plan.source, plan.start_date);
        let key = format!("need_plan/{started}");
        let events = vec![NeedPlanStarted::default().into()];
        self.add(Fact { row, field: "CINPlanStartDate", key: key.clone(), day: started, events });
        if let Some(day) = plan.end_date {
            let key = format!("{key}/ended");
            let events = vec![NeedPlanEnded::default().into()];
            self.add(Fact { row, field: "CINPlanEndDate", key, day, events });
        }
    }

    pub(super) fn gather_protection_plan(&mut self, plan: &ChildProtectionPlan) {
        let (row, started) = (plan.source, plan.start_date);
        let key = format!("protection_plan/{started}");
        let first = category(plan.initial_category.as_ref());
        let begun = ProtectionPlanStarted { category: first, from_authority: None };
        let told = Told::from(begun).beside("number_of_previous_plans", plan.number_of_previous_plans);
        self.add(Fact { row, field: "CPPstartDate", key: key.clone(), day: started, events: vec![told] });
        for review in &plan.reviews {
            let held =
                ConferenceHeld { conference_type: Some(ConferenceType::Review), ..ConferenceHeld::default() };
            self.add(Fact {
                row: review.source,
                field: "CPPreviewDate",
                key: format!("conference/review/{}", review.date),
                day: review.date,
                events: vec![held.into()],
            });
        }
        if let Some(latest) = category(plan.latest_category.as_ref()).filter(|latest| Some(*latest) != first)
        {
            let changed = ProtectionPlanCategoryChanged {
                category: Some(latest),
                reason: Some(
                    "From the children in need census, which does not give the day: the last review it lists."
                        .to_owned(),
                ),
            };
            let key = format!("{key}/category/{}", latest.code());
            let day = self.category_changed_on(plan);
            self.add(Fact { row, field: "LatestCategoryOfAbuse", key, day, events: vec![changed.into()] });
        }
        if let Some(day) = plan.end_date {
            let key = format!("{key}/ended");
            let events = vec![ProtectionPlanEnded::default().into()];
            self.add(Fact { row, field: "CPPendDate", key, day, events });
        }
    }

    /// A category changes at a review: the last one in the file, or where it lists none the plan's own days.
    fn category_changed_on(&self, plan: &ChildProtectionPlan) -> Date {
        let within = |day: &Date| *day >= plan.start_date && *day <= self.today;
        let reviews = plan.reviews.iter().map(|review| review.date).filter(within);
        reviews.max().or(plan.end_date.filter(within)).unwrap_or(plan.start_date)
    }
}

/// The record's category for the census's.
pub(super) fn category(coded: Option<&Coded>) -> Option<AbuseCategory> {
    AbuseCategory::from_code(coded?.code.code)
}
