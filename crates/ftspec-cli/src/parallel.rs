//! Many files at once, results in the order of the list.

use rayon::prelude::*;

/// The stack of a thread that reads specs. Set here, so that a small `ulimit -s` changes nothing.
const STACK: usize = 4 * 1024 * 1024;
/// So many items are worked on before their results are handed over: memory stays small however many there are.
const CHUNK: usize = 256;
/// More threads than that wait for the disk, not for each other.
const MOST_THREADS: usize = 8;

/// Works on every item, and hands the results over in the order of the items.
pub fn in_order<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync, mut done: impl FnMut(R)) {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    // A thread is worth its start from some files on.
    let threads = cores.min(MOST_THREADS).min(items.len().div_ceil(8)).max(1);
    match rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK).build() {
        Ok(pool) => {
            for chunk in items.chunks(CHUNK) {
                let results: Vec<R> = pool.install(|| chunk.par_iter().map(&work).collect());
                results.into_iter().for_each(&mut done);
            }
        }
        // No thread to be had: slower, not worse.
        Err(_) => items.iter().map(work).for_each(done),
    }
}
