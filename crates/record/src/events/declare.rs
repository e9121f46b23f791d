//! One declaration of an event gives its type, its stored shape, its fields for forms and the notation,
//! and its place in [`Event`](super::Event).

/// Declares the events (or, after `part`, the parts) of a family.
///
/// `"kind" "Title" Name (required: Type) { optional: Type }`: the round brackets may be left out, and then
/// the event can be built from its `Default`.
macro_rules! family {
    ($($(#[doc = $about:literal])+ $kind:literal $title:literal $name:ident
        $(( $($(#[doc = $needs_about:literal])+ $needs:ident : $needs_type:ty),+ $(,)? ))?
        { $($(#[doc = $field_about:literal])+ $field:ident : $field_type:ty),* $(,)? }
    )+) => { $(
        $crate::events::declare::fields! {
            [$(#[doc = $about])+] $name
            [$($($(#[doc = $needs_about])+ $needs : $needs_type),+)?]
            [$($(#[doc = $field_about])+ $field : $field_type),*]
        }

        impl $crate::events::Typed for $name {
            const INFO: $crate::events::EventKind = $crate::events::EventKind {
                kind: $kind,
                title: $title,
                about: concat!($($about),+),
                fields: Self::FIELDS,
            };

            fn of(event: &$crate::events::Event) -> Option<&Self> {
                match event {
                    $crate::events::Event::$name(this) => Some(this),
                    _ => None,
                }
            }

            fn body(&self) -> chronology::Body {
                $crate::events::as_body(self)
            }
        }
    )+ };
}

/// Declares parts: structures that events hold several of.
macro_rules! parts {
    ($($(#[doc = $about:literal])+ $name:ident
        { $($(#[doc = $field_about:literal])+ $field:ident : $field_type:ty),* $(,)? }
    )+) => {
        $( $crate::events::declare::fields! {
            [$(#[doc = $about])+] $name [] [$($(#[doc = $field_about])+ $field : $field_type),*]
        } )+

        /// The fields of the part of this name.
        pub fn part_fields(part: &str) -> Option<&'static [$crate::events::FieldInfo]> {
            match part {
                $(stringify!($name) => Some($name::FIELDS),)+
                _ => None,
            }
        }
    };
}

macro_rules! fields {
    ([$($about:tt)+] $name:ident [] [$($(#[doc = $field_about:literal])+ $field:ident : $field_type:ty),*]) => {
        $($about)+
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[doc = $field_about])+ #[serde(default, skip_serializing_if = "crate::events::absent")] pub $field: $field_type,)*
        }

        impl $name {
            /// The fields, for forms and the notation.
            pub const FIELDS: &'static [$crate::events::FieldInfo] = &[
                $($crate::events::FieldInfo { name: stringify!($field), shape: stringify!($field_type), required: false, about: concat!($($field_about),+) },)*
            ];
        }
    };
    ([$($about:tt)+] $name:ident
        [$($(#[doc = $needs_about:literal])+ $needs:ident : $needs_type:ty),+]
        [$($(#[doc = $field_about:literal])+ $field:ident : $field_type:ty),*]
    ) => {
        $($about)+
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[doc = $needs_about])+ pub $needs: $needs_type,)+
            $($(#[doc = $field_about])+ #[serde(default, skip_serializing_if = "crate::events::absent")] pub $field: $field_type,)*
        }

        impl $name {
            /// The fields, for forms and the notation.
            pub const FIELDS: &'static [$crate::events::FieldInfo] = &[
                $($crate::events::FieldInfo { name: stringify!($needs), shape: stringify!($needs_type), required: true, about: concat!($($needs_about),+) },)+
                $($crate::events::FieldInfo { name: stringify!($field), shape: stringify!($field_type), required: false, about: concat!($($field_about),+) },)*
            ];
        }
    };
}

/// Gathers every family's events into [`Event`](super::Event).
macro_rules! event_enum {
    ($($family:ident : $($name:ident)+ ;)+) => {
        /// What an entry says, decoded.
        #[derive(Clone, Debug, PartialEq)]
        #[expect(missing_docs, reason = "each variant is documented by the type it holds")]
        pub enum Event {
            $($($name(Box<$family::$name>),)+)+
            /// A kind (or a version of one) that this build does not know: shown as it stands, never dropped.
            Unrecognised { kind: String, body: Body },
        }

        impl Event {
            /// The kind as stored.
            pub fn kind(&self) -> &str {
                match self {
                    $($(Self::$name(_) => <$family::$name as Typed>::INFO.kind,)+)+
                    Self::Unrecognised { kind, .. } => kind,
                }
            }

            /// The kind as people read it.
            pub fn title(&self) -> &str {
                match self {
                    $($(Self::$name(_) => <$family::$name as Typed>::INFO.title,)+)+
                    Self::Unrecognised { kind, .. } => kind,
                }
            }

            /// The event as the fields of a body.
            pub fn body(&self) -> Body {
                match self {
                    $($(Self::$name(event) => event.body(),)+)+
                    Self::Unrecognised { body, .. } => body.clone(),
                }
            }
        }

        $($(impl From<$family::$name> for Event {
            fn from(event: $family::$name) -> Self {
                Self::$name(Box::new(event))
            }
        })+)+

        fn decode_fields(kind: &str, fields: &Body) -> Result<Event, serde_json::Error> {
            $($(if kind == <$family::$name as Typed>::INFO.kind {
                return serde::Deserialize::deserialize(fields).map(|event| Event::$name(Box::new(event)));
            })+)+
            Ok(Event::Unrecognised { kind: kind.to_owned(), body: fields.clone() })
        }

        const KINDS: &[&EventKind] = &[$($(&<$family::$name as Typed>::INFO,)+)+];
    };
}

pub(crate) use {event_enum, family, fields, parts};
