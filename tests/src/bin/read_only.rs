//! The yardstick of the whole-process benchmark: walks a folder as `ftspec check` does and reads every spec, no more.

fn main() {
    let folder = std::env::args().nth(1).expect("a folder is named");
    let mut bytes = 0;
    for entry in ignore::WalkBuilder::new(folder).build().flatten() {
        if entry.path().extension().is_some_and(|ending| ending == "ftspec") {
            bytes += std::fs::read(entry.path()).map_or(0, |text| text.len());
        }
    }
    println!("{bytes}");
}
