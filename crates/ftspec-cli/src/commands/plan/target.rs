//! Where documents go, and in which format.

use std::fs;
use std::path::{Path, PathBuf};

use ftspec_analysis::{Lang, say};

use crate::args::{self, PlanFormat};
use crate::input::Input;
use crate::output::Output;
use crate::save::Pending;

/// Where documents go.
pub(super) struct Target {
    /// How they are written.
    pub format: PlanFormat,
    place: Place,
    lang: Lang,
}

enum Place {
    /// One after the other.
    Screen,
    /// The only one.
    File(PathBuf),
    /// Each in a file of its own.
    Folder(PathBuf),
}

impl Target {
    /// What was asked for; a message with what to do where it does not go together.
    pub fn of(asked: &args::Plan, inputs: &[Input], lang: Lang) -> Result<Self, String> {
        let by_ending = asked.output.as_deref().and_then(format_of);
        let format = asked.format.or(by_ending).unwrap_or(PlanFormat::Md);
        let place = match &asked.output {
            None if inputs.len() > 1 && format != PlanFormat::Md => {
                let specs = inputs.len();
                return Err(say!(
                    lang,
                    "{specs} specs make {specs} documents: name a folder for them, as in `-o site/`",
                    "{specs} 份计划对应 {specs} 份文档：请用 `-o site/` 指定一个文件夹"
                ));
            }
            None => Place::Screen,
            Some(path) if is_folder(path) => {
                fs::create_dir_all(path).map_err(|error| {
                    let path = path.display();
                    say!(lang, "cannot make the folder `{path}`: {error}", "无法建立文件夹 `{path}`：{error}")
                })?;
                Place::Folder(path.clone())
            }
            Some(path) if inputs.len() > 1 => {
                let (specs, path) = (inputs.len(), path.display());
                return Err(say!(
                    lang,
                    "{specs} specs do not go into one file `{path}`: name a folder, as in `-o {path}/`",
                    "{specs} 份计划不能写进同一个文件 `{path}`：请指定文件夹，例如 `-o {path}/`"
                ));
            }
            Some(path) => Place::File(path.clone()),
        };
        let target = Self { format, place, lang };
        target.clash(inputs)?;
        Ok(target)
    }

    /// Two specs of one name in different folders would go into one file.
    fn clash(&self, inputs: &[Input]) -> Result<(), String> {
        let Place::Folder(folder) = &self.place else { return Ok(()) };
        let (mut known, lang) = (std::collections::HashMap::new(), self.lang);
        for input in inputs {
            let path = self.path_in(folder, input);
            if let Some(other) = known.insert(path, &input.name) {
                let name = &input.name;
                return Err(say!(
                    lang,
                    "`{other}` and `{name}` would go into one file: write them one by one, or into folders of their own",
                    "`{other}` 和 `{name}` 会写进同一个文件：请分开生成，或放进各自的文件夹"
                ));
            }
        }
        Ok(())
    }

    /// The folder that documents are written into, as it is shown.
    pub fn folder(&self) -> Option<String> {
        match &self.place {
            Place::Folder(folder) => Some(folder.display().to_string()),
            Place::Screen | Place::File(_) => None,
        }
    }

    /// Writes the `number`th document.
    pub fn write(&self, input: &Input, text: &str, number: usize, out: &mut Output) -> Result<(), String> {
        match &self.place {
            Place::Screen => {
                if number > 1 {
                    out.write("\n");
                }
                out.write(text);
                Ok(())
            }
            Place::File(path) => Pending::open(path, self.lang)?.finish(text),
            Place::Folder(folder) => Pending::open(&self.path_in(folder, input), self.lang)?.finish(text),
        }
    }

    /// `plans/refund.ftspec` becomes `site/refund.html`.
    fn path_in(&self, folder: &Path, input: &Input) -> PathBuf {
        let name = Path::new(&input.name).file_stem().filter(|_| input.name != "<stdin>");
        let ending = match self.format {
            PlanFormat::Md => "md",
            PlanFormat::Html => "html",
            PlanFormat::Json => "json",
        };
        let mut file = name.unwrap_or("plan".as_ref()).to_os_string();
        file.push(".");
        file.push(ending);
        folder.join(file)
    }
}

/// A folder that is there, or a path that ends like one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR])
}

/// The format that the ending of a file stands for.
fn format_of(path: &Path) -> Option<PlanFormat> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "md" | "markdown" => Some(PlanFormat::Md),
        "html" | "htm" => Some(PlanFormat::Html),
        "json" => Some(PlanFormat::Json),
        _ => None,
    }
}
