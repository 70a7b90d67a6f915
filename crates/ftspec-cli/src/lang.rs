//! The language of what is said: as told on the command line, else in the environment, else English.

use ftspec_analysis::{Lang, say};

/// The environment variable that sets the language for everything that is run.
const VARIABLE: &str = "FTSPEC_LANG";

/// The language that was asked for; a message where the environment asks for one that there is not.
pub fn chosen(asked: Option<Lang>) -> Result<Lang, String> {
    match asked {
        Some(lang) => Ok(lang),
        None => by_environment(),
    }
}

/// The language of a page that takes the place of a command: the arguments are not understood yet, so `--lang` is
/// looked for among them. A language that there is not is told of elsewhere.
pub fn before_arguments() -> Lang {
    let arguments: Vec<String> = std::env::args_os().map(|text| text.to_string_lossy().into_owned()).collect();
    let behind = arguments.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1].as_str());
    let told = behind.or_else(|| arguments.iter().find_map(|text| text.strip_prefix("--lang=")));
    told.and_then(Lang::from_tag).unwrap_or_else(|| by_environment().unwrap_or_default())
}

/// Whether the environment says which language.
pub fn is_set() -> bool {
    std::env::var_os(VARIABLE).is_some_and(|text| !text.is_empty())
}

/// Reads a tag of the command line, such as `zh`, `zh-CN` or `zh_CN.UTF-8`.
pub fn tag(text: &str) -> Result<Lang, String> {
    Lang::from_tag(text).ok_or_else(|| {
        before_arguments()
            .pick("ftspec speaks `en` (English) and `zh` (Chinese, 中文)", "可用的有 `en`（英文）和 `zh`（中文）")
            .to_string()
    })
}

/// What a command that is suggested has to end with, so that it speaks the same language: ` --lang zh`, or nothing
/// where the environment sees to it.
pub fn flag(lang: Lang) -> &'static str {
    if by_environment() == Ok(lang) { "" } else { lang.pick(" --lang en", " --lang zh") }
}

fn by_environment() -> Result<Lang, String> {
    match std::env::var(VARIABLE).ok().filter(|text| !text.is_empty()) {
        // Nobody knows which language this reader reads.
        Some(text) => Lang::from_tag(&text).ok_or_else(|| {
            Lang::ALL
                .map(|lang| {
                    say!(
                        lang,
                        "{VARIABLE} is `{text}`: ftspec speaks `en` (English) and `zh` (Chinese); set it to one of them",
                        "环境变量 {VARIABLE} 不能是 `{text}`：请改成 `en`（英文）或 `zh`（中文）"
                    )
                })
                .join("\n")
        }),
        None => Ok(Lang::default()),
    }
}
