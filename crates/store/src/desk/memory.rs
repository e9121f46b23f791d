//! What a process remembers for a moment of who is signed in, so that a page does not ask twice for what it
//! asked a breath ago. Whatever changes through this desk is forgotten at once; what another process changes
//! is seen within [`REMEMBERED`].

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long something is remembered.
const REMEMBERED: Duration = Duration::from_secs(2);
/// The most that is remembered.
const MOST: usize = 4_096;

pub(super) struct Memory<K, V>(Mutex<HashMap<K, (V, Instant)>>);

impl<K: Eq + Hash, V: Clone> Memory<K, V> {
    pub(super) fn new() -> Self {
        Self(Mutex::new(HashMap::new()))
    }

    /// What is remembered of something, if anything is.
    pub(super) fn get(&self, key: &K) -> Option<V> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(key).filter(|(_, since)| since.elapsed() < REMEMBERED).map(|(value, _)| value.clone())
    }

    /// Remembers something.
    pub(super) fn put(&self, key: K, value: V) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST {
            all.clear();
        }
        all.insert(key, (value, Instant::now()));
    }

    /// Forgets everything.
    pub(super) fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
