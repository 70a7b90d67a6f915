//! The examples as plans.

use std::fs;

use ftspec_analysis::{Analysis, Config, Lang};
use ftspec_plan::{About, Plan};

/// An example that can be read.
pub struct Example {
    /// The name of its file, without the ending.
    pub name: String,
    /// What it says.
    pub text: String,
}

impl Example {
    /// What is known of it, on the day of the tests.
    pub fn analysis(&self, lang: Lang) -> Analysis<'_> {
        Analysis::new(&self.text, &Config { lang, ..crate::config() })
    }

    /// The plan that it makes.
    pub fn plan(&self, lang: Lang) -> Plan {
        let path = format!("examples/{}.ftspec", self.name);
        Plan::new(&self.analysis(lang), &About { path: &path, since: None }).expect("it can be read")
    }
}

/// Every example, sound and flawed, but for those with errors of the language.
pub fn examples() -> Vec<Example> {
    let example = |path: std::path::PathBuf| {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        Example { name, text: fs::read_to_string(&path).expect("an example is text") }
    };
    let readable = |example: &Example| {
        let about = About { path: "x.ftspec", since: None };
        Plan::new(&example.analysis(Lang::En), &about).is_ok()
    };
    crate::specs::below("examples").into_iter().map(example).filter(readable).collect()
}
