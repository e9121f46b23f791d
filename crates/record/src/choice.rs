//! Closed lists of answers that the law or the logic of the rules knows by name.

/// A closed list of answers: each has a code that is stored and a label that people read.
pub trait Choices: Sized + Copy + 'static {
    /// The name of the list, as in `FieldInfo::choices`.
    const NAME: &'static str;
    /// Every answer: itself, its code, its label.
    const ALL: &'static [(Self, &'static str, &'static str)];

    /// The code that is stored.
    fn code(self) -> &'static str;

    /// The words that people read.
    fn label(self) -> &'static str;

    /// The answer with this code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == code).map(|(answer, _, _)| *answer)
    }
}

/// A list's name and its codes with their labels, for forms and documentation.
#[derive(Clone, Copy, Debug)]
pub struct ChoiceList {
    /// The name of the list.
    pub name: &'static str,
    /// What the list is for.
    pub about: &'static str,
    /// Code and label of each answer, in the order to show them.
    pub answers: &'static [(&'static str, &'static str)],
}

/// Every closed list, by name.
pub fn choice_lists() -> impl Iterator<Item = &'static ChoiceList> {
    crate::events::CHOICE_LISTS.iter().copied().chain(crate::codes::CODE_LISTS.iter().copied())
}

/// The closed list of this name.
pub fn choice_list(name: &str) -> Option<&'static ChoiceList> {
    choice_lists().find(|list| list.name == name)
}

/// Declares a closed list of answers.
macro_rules! choices {
    ($(#[doc = $about:literal])+ $name:ident { $($(#[doc = $doc:literal])* $answer:ident = $code:literal $label:literal),+ $(,)? }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $(#[doc = $label] $(#[doc = $doc])* #[serde(rename = $code)] $answer),+
        }

        impl $crate::Choices for $name {
            const NAME: &'static str = stringify!($name);
            const ALL: &'static [(Self, &'static str, &'static str)] =
                &[$((Self::$answer, $code, $label)),+];

            fn code(self) -> &'static str {
                match self { $(Self::$answer => $code),+ }
            }

            fn label(self) -> &'static str {
                match self { $(Self::$answer => $label),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::Choices::label(*self))
            }
        }

        impl $name {
            /// The list for forms and documentation.
            pub const LIST: &'static $crate::ChoiceList = &$crate::ChoiceList {
                name: stringify!($name),
                about: concat!($($about),+),
                answers: &[$(($code, $label)),+],
            };
        }
    };
}
pub(crate) use choices;
