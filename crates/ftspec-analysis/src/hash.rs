//! Maps and sets of names. A page has a dozen of them: what hashing a name costs is most of what looking it up costs,
//! so these hash with foldhash. Like the standard ones they are seeded, so that nobody writes a file of names that
//! collide.

use foldhash::fast::RandomState;

/// A map, made with `default()` or collected.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;

/// A set, made with `default()` or collected.
pub(crate) type HashSet<T> = std::collections::HashSet<T, RandomState>;
