//! In Chinese the checker says the same as in English: as many findings at the same places with the same fixes, and
//! the command line speaks it as well, with columns that line up.

use std::fs;
use std::path::Path;

use ftspec_analysis::rules::RULES;
use ftspec_analysis::{Analysis, Applicability, Config, Diagnostic, Fix, Lang, Route, VerdictKind};
use ftspec_schema::{FILE, Type, UNITS, all};
use ftspec_syntax::Edit;
use ftspec_tests::binary::{Run, command, run};
use ftspec_tests::chinese::{columns, has_chinese, has_english};
use ftspec_tests::specs::{below, without_marks};
use ftspec_tests::{BASE, config, findings, over_base};
use serde_json::Value;
use tempfile::TempDir;

/// The texts of all fixtures, all examples, and the bad examples of the rules, with names for messages. `RULES=a,b`
/// leaves those of some rules, while they are being written.
fn texts() -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = ["tests/fixtures", "examples"]
        .into_iter()
        .flat_map(below)
        .map(|path| {
            let plain = without_marks(&fs::read_to_string(&path).expect("a spec is text"));
            let text = if plain.starts_with("// over the base") { over_base(&plain) } else { plain };
            (path.display().to_string(), text)
        })
        .collect();
    texts.extend(RULES.iter().map(|rule| (rule.name.to_string(), over_base(rule.docs.bad))));
    texts
}

/// Whether the words of a rule are looked at: those of every rule, unless `RULES` names some.
fn asked_for(name: &str) -> bool {
    std::env::var("RULES").map_or(true, |only| only.split(',').any(|asked| asked == name))
}

/// What does not depend on the language.
fn facts(found: &Diagnostic) -> String {
    let spans: Vec<_> = found.labels.iter().map(|label| label.span).collect();
    // What a template leaves to be filled in may be said in either language.
    let shown = |fix: &Fix, edit: &Edit| {
        if fix.applicability == Applicability::Template { String::new() } else { edit.text.clone() }
    };
    let edits = |fix: &Fix| fix.edits.iter().map(|edit| (edit.span, shown(fix, edit))).collect::<Vec<_>>();
    let fixes: Vec<_> = found.fixes.iter().map(|fix| (fix.applicability, edits(fix))).collect();
    let head = (found.rule.code, found.level, found.span, found.route, found.unsaid);
    format!("{head:?} {spans:?} {fixes:?} {}", found.help.is_empty())
}

/// Everything that a finding says.
fn words(found: &Diagnostic) -> impl Iterator<Item = &str> {
    let labels = found.labels.iter().map(|label| label.message.as_str());
    let titles = found.fixes.iter().map(|fix| fix.title.as_str());
    [found.message.as_str(), found.help.as_str()].into_iter().chain(labels).chain(titles)
}

#[test]
fn findings_are_the_same_in_both_languages() {
    let chinese = Config { lang: Lang::Zh, ..config() };
    for (name, text) in texts() {
        let english: Vec<String> = findings(&text).iter().map(facts).collect();
        let analysis = Analysis::new(&text, &chinese);
        let found: Vec<String> = analysis.diagnostics().iter().map(facts).collect();
        assert_eq!(found, english, "{name}");
    }
}

#[test]
fn findings_speak_chinese_wherever_they_are_found() {
    let chinese = Config { lang: Lang::Zh, ..config() };
    let mut wrong = Vec::new();
    for (name, text) in texts() {
        let analysis = Analysis::new(&text, &chinese);
        for found in analysis.diagnostics().iter().filter(|found| asked_for(found.rule.name)) {
            let code = found.rule.code;
            wrong.extend(words(found).filter(|said| has_english(said)).map(|said| format!("{name} {code}: {said:?}")));
            if !has_chinese(&found.message) {
                wrong.push(format!("{name} {code}: {:?}", found.message));
            }
            // A headline is no sentence, and Chinese sentences take full-width marks.
            let plain: String = found.message.split('`').step_by(2).collect();
            if plain.ends_with(['。', '.']) || plain.contains(", ") || plain.contains("; ") {
                wrong.push(format!("{name} {code}: punctuation of {:?}", found.message));
            }
        }
    }
    assert!(wrong.is_empty(), "not in Chinese:\n{}", wrong.join("\n"));
}

#[test]
fn verdicts_and_routes_speak_chinese() {
    let kinds =
        [VerdictKind::Ready, VerdictKind::NotReady, VerdictKind::DoNotTune, VerdictKind::StopTuning, VerdictKind::Ship];
    let routes: Vec<Route> = RULES.iter().filter_map(|rule| rule.route).collect();
    let sentences = kinds.iter().map(|kind| kind.sentence(Lang::Zh));
    for said in sentences.chain(routes.iter().map(|route| route.advice(Lang::Zh))) {
        assert!(has_chinese(said) && !has_english(said), "{said}");
    }
}

/// A folder with a good spec, a broken one, and a draft.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let broken =
        BASE.replace("kind:   style", "kind:   语气").replace("  guard facts >= baseline\n", "  watch facts\n");
    let broken = broken
        .replace("  when any guard fails then freeze\n", "")
        .replace("requirements hold and all guards hold", "requirements hold")
        .replace("editors rewrite 40% of them.\"", "编辑要改写其中的 40%，读者经常看不懂这次更新到底改了什么。");
    write(folder.path(), "good.ftspec", BASE);
    write(folder.path(), "broken.ftspec", &broken);
    write(folder.path(), "draft.ftspec", "spec \"发布说明\"\nstatus: draft\nowner: \"docs\"\n");
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("written");
}

/// The lines of a report that are its own words: no code of the spec, no changes, no paths.
fn frame(out: &str) -> String {
    let own = |line: &&str| {
        let margin = line.split_once('│').map_or("", |(margin, _)| margin).trim();
        let change = line.contains("│      - ") || line.contains("│      + ");
        !margin.starts_with(|c: char| c.is_ascii_digit()) && !change && !line.contains("╭─[")
    };
    out.lines().filter(own).collect::<Vec<_>>().join("\n")
}

#[test]
fn check_speaks_chinese() {
    let here = folder();
    let told = run(here.path(), &["check", "--lang", "zh", "broken.ftspec"]);
    assert_eq!((told.code, told.err.as_str()), (1, ""));
    for said in [
        "错误[FT002]：没有 `语气` 这种目标类型",
        "是不是想写 `style`？",
        "修复（请先确认）：写成 `style`",
        "详情：ftspec explain unknown-word --lang zh",
        "错误[FT404]：没有写明什么不许变差",
        "broken.ftspec: not_ready —— 先把计划改好，再训练（",
        "1 份计划：",
        " 条错误",
    ] {
        assert!(told.out.contains(said), "{said} is missing in\n{}", told.out);
    }
    for line in frame(&told.out).lines().filter(|line| !line.contains("│   ")) {
        assert!(!has_english(line), "{line}");
    }
    let good = run(here.path(), &["check", "--lang", "zh", "good.ftspec"]);
    assert_eq!(good.out, "good.ftspec: ready —— 可以开始微调\n1 份计划：没有发现问题\n");
    let draft = run(here.path(), &["check", "--lang", "zh", "draft.ftspec"]);
    assert!(draft.out.contains("处没有写到；加上 `--unsaid` 可以逐条列出"), "{}", draft.out);
}

#[test]
fn columns_line_up_and_lines_keep_their_width() {
    let here = folder();
    let told = run(here.path(), &["check", "--lang", "zh", "broken.ftspec"]);
    for line in told.out.lines() {
        assert!(columns(line) <= 100, "{} columns: {line}", columns(line));
    }
    let lines: Vec<&str> = told.out.lines().collect();
    let at = lines.iter().position(|line| line.contains("│   kind:   语气")).expect("the line is shown");
    let before = |line: &str, sign: char| columns(&line[..line.find(sign).expect("the sign is there")]);
    assert_eq!(before(lines[at], '语'), before(lines[at + 1], '─'), "{}", told.out);
    assert_eq!(columns(lines[at + 1]), columns(lines[at]), "{}", told.out);
    let explained = run(here.path(), &["explain", "no-guard", "--lang", "zh"]);
    assert!(explained.out.lines().all(|line| columns(line) <= 90), "{}", explained.out);
    for line in explained.out.lines().map(str::trim_start) {
        assert!(!line.starts_with(['，', '。', '：', '；', '）', '”', '、', '？']), "{line}");
    }
}

#[test]
fn machines_are_told_in_chinese_with_the_same_keys() {
    let here = folder();
    let report = |lang: &str| -> Value {
        let told = run(here.path(), &["check", "--format", "json", "--lang", lang, "broken.ftspec"]);
        serde_json::from_str(&told.out).expect("JSON")
    };
    let (english, chinese) = (report("en"), report("zh"));
    assert_eq!(english["summary"], chinese["summary"]);
    assert_eq!(english["files"][0]["verdict"], chinese["files"][0]["verdict"]);
    let found = |report: &Value| report["files"][0]["diagnostics"].as_array().expect("findings").clone();
    for (one, other) in found(&english).iter().zip(&found(&chinese)) {
        for key in ["code", "name", "level", "span", "start", "end", "route", "unsaid"] {
            assert_eq!(one.get(key), other.get(key), "{key}");
        }
    }
    let unknown = found(&chinese).into_iter().find(|found| found["code"] == "FT002").expect("an unknown word");
    assert_eq!(unknown["message"], "没有 `语气` 这种目标类型");
    assert_eq!(unknown["level"], "deny");
    let short = run(here.path(), &["check", "--format", "short", "--lang", "zh", "broken.ftspec"]);
    assert!(short.out.contains(": deny[FT002] 没有 `语气` 这种目标类型 (unknown-word)\n"), "{}", short.out);
}

#[test]
fn what_cannot_be_read_is_told_in_chinese() {
    let here = folder();
    fs::write(here.path().join("gbk.ftspec"), b"spec \"\xd6\xd0\xce\xc4\"\n").expect("written");
    let told = run(here.path(), &["check", "--lang", "zh", "gbk.ftspec", "none.ftspec"]);
    assert_eq!(told.code, 2);
    for said in ["文件不是 UTF-8 编码", "`iconv -f GBK -t UTF-8`", "没有这个文件或文件夹"] {
        assert!(told.out.contains(said), "{said} is missing in\n{}", told.out);
    }
    assert_eq!(told.err, "ftspec: 2 个路径读不了：gbk.ftspec、none.ftspec\n");
    let empty = tempfile::tempdir().expect("a folder");
    assert!(run(empty.path(), &["check", "--lang", "zh"]).err.contains("没有找到计划"));
    assert!(run(empty.path(), &["fmt", "--lang", "zh"]).err.contains("没有找到计划"));
}

#[test]
fn explain_speaks_chinese() {
    let here = folder();
    let rule = run(here.path(), &["explain", "FT404", "--lang", "zh"]).out;
    for heading in ["为什么", "反例", "正例", "怎么办", "什么时候可以接受", "出处"] {
        assert!(rule.contains(&format!("\n{heading}\n")), "{heading} is missing in\n{rule}");
    }
    assert!(rule.starts_with("no-guard  FT404 · deny · → fix_eval：先修评测\n"), "{rule}");
    let line = run(here.path(), &["explain", "broken.ftspec:8", "--lang", "zh"]);
    assert!(line.out.contains("错误[FT002]：") && line.out.contains("词表是封闭的"), "{line:?}");
    let calm = run(here.path(), &["explain", "good.ftspec:1", "--lang", "zh"]);
    assert_eq!(calm.out, "good.ftspec:1: 这一行没有问题\n");
    let block = run(here.path(), &["explain", "goal", "--lang", "zh"]).out;
    assert!(block.contains("属性\n") && block.contains("回答的问题：要改变的是哪一种行为。\n"), "{block}");
    let unknown = run(here.path(), &["explain", "no-gaurd", "--lang", "zh"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("是不是想查 `no-guard`？"), "{unknown:?}");
}

/// Every block, attribute, statement, word and unit: what to ask for, and what is to be said of it.
fn entries() -> Vec<(String, &'static str)> {
    let mut entries: Vec<_> = UNITS.iter().map(|unit| (unit.name.to_string(), unit.doc_zh)).collect();
    for block in std::iter::once(&FILE).chain(all().map(|(_, block)| block)) {
        let name = if block.name.is_empty() { "file" } else { block.name };
        entries.push((name.to_string(), block.doc_zh));
        entries.extend(block.statements().iter().map(|own| (format!("{name}.{}", own.name), own.doc_zh)));
        for own in block.attributes {
            let path = format!("{name}.{}", own.name);
            if let Type::Word(set) = own.ty {
                entries.extend(set().words.iter().map(|word| (format!("{path}.{}", word.name), word.doc_zh)));
            }
            entries.push((path, own.doc_zh));
        }
    }
    entries
}

/// What is wrong with the Chinese page of an entry, if anything is.
fn wrong_page(here: &Path, asked: &str, said: &str) -> Option<String> {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let told = run(here, &["explain", asked, "--lang", "zh"]);
    let prose = told.out.split("\n例子\n").next().unwrap_or_default();
    let english = prose.lines().any(|line| has_english(line.trim_start()));
    let fine = told.code == 0 && bare(&told.out).contains(&bare(said)) && !english;
    (!fine).then(|| format!("{asked}, with {said}:\n{}{}", told.out, told.err))
}

#[test]
fn every_word_of_the_language_is_explained_in_chinese() {
    let here = tempfile::tempdir().expect("a folder");
    let entries = entries();
    assert!(entries.len() > 380, "{}", entries.len());
    let half = |part: &[(String, &str)]| -> Vec<String> {
        part.iter().filter_map(|(asked, said)| wrong_page(here.path(), asked, said)).collect()
    };
    let (one, other) = entries.split_at(entries.len() / 2);
    let wrong = std::thread::scope(|scope| {
        let one = scope.spawn(|| half(one));
        [half(other), one.join().expect("no panic")].concat()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a line of a help page has words of its own that are not Chinese: a description behind two blanks or more, or
/// a heading.
fn is_english_help(line: &str) -> bool {
    let line = line.trim();
    if let Some((_, value)) = line.strip_prefix("- ").and_then(|line| line.split_once(':')) {
        return !has_chinese(value);
    }
    let described = line.rsplit("  ").next().unwrap_or(line).trim();
    let described = described.split('[').next().unwrap_or(described).trim();
    let command = ["ftspec", "-", "git ", "<", ">", "`"].iter().any(|start| described.starts_with(start));
    let word = described.contains(' ') || line.ends_with(':');
    word && !command && !has_chinese(described)
}

#[test]
fn help_pages_speak_chinese() {
    let here = tempfile::tempdir().expect("a folder");
    let overview = run(here.path(), &["--help", "--lang", "zh"]).out;
    let listed = overview.lines().skip_while(|line| *line != "命令：").skip(1).take_while(|line| !line.is_empty());
    let commands: Vec<&str> = listed.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() >= 8 && commands.contains(&"check"), "{overview}");
    let mut pages = vec![vec!["--help"], vec!["-h"], vec!["help"]];
    pages.extend(
        commands.iter().filter(|name| **name != "help").flat_map(|name| [vec![*name, "-h"], vec![*name, "--help"]]),
    );
    let mut wrong = Vec::new();
    for arguments in pages {
        let told = in_environment(here.path(), "zh", &arguments);
        assert_eq!((told.code, told.err.as_str()), (0, ""), "{arguments:?}");
        assert!(told.out.contains("用法："), "{}", told.out);
        let english = told.out.lines().filter(|line| is_english_help(line) || has_english(line.trim()));
        wrong.extend(english.map(|line| format!("{arguments:?}: {line}")));
    }
    assert!(wrong.is_empty(), "give these a line in crates/ftspec-cli/src/help.rs:\n{}", wrong.join("\n"));
    // The flag is nearer than the environment, on whichever side of the command it stands.
    for arguments in [["--lang", "zh", "fmt", "-h"], ["fmt", "-h", "--lang", "zh"]] {
        assert!(run(here.path(), &arguments).out.starts_with("把计划写成统一的样子"), "{arguments:?}");
    }
    assert!(run(here.path(), &["fmt", "--lang=zh", "-h"]).out.starts_with("把计划写成统一的样子"));
    let told = in_environment(here.path(), "zh", &["fmt", "-h", "--lang", "en"]);
    assert!(told.out.starts_with("Write specs in the one way"), "{}", told.out);
    assert!(!run(here.path(), &["man"]).out.contains("命令"), "the manual page is English");
}

/// What clap finds wrong with arguments is said in Chinese, and what is right about them stays as it is typed.
#[test]
fn complaints_about_arguments_speak_chinese() {
    let here = folder();
    let cases: [(&[&str], &str); 16] = [
        (
            &["check", "--fomat", "json"],
            "没有 `--fomat` 这个选项或参数\n\n  是不是想写 `--format`？\n\n用法： ftspec check",
        ),
        (&["check", "--zzzz"], "没有 `--zzzz` 这个选项或参数\n\n用法："),
        (&["lsp", "more"], "没有 `more` 这个选项或参数"),
        (&["chek"], "没有 `chek` 这个命令\n\n  是不是想写 `check`？"),
        (&["check", "--format", "xml"], "`--format <FORMAT>` 不能是 `xml`\n  [可用的值：human, short, json,"),
        (&["completions", "fis"], "是不是想写 `fish`？"),
        (&["plan", "--require"], "`--require <VERDICT>` 后面缺了值\n  [可用的值：ready, ship]"),
        (&["check", "--baseline"], "`--baseline <FILE>` 后面缺了值"),
        (&["explain"], "还缺 `<WHAT>`"),
        (&["check", "--list-accepted", "--statistics"], "`--list-accepted` 不能和 `--statistics` 一起用"),
        (&["check", "--deny-warnings", "--deny-warnings"], "`--deny-warnings` 只能写一次"),
        (&["check", "--deny-warnings=3"], "`--deny-warnings` 不带值，多了 `3`"),
        (&["check", "--today", "soon"], "`--today <DATE>` 不能是 `soon`：日历上没有这一天"),
        (&["check", "--output", "x"], "写成 FORMAT=FILE，例如 `sarif=ftspec.sarif`"),
        (&["check", "--output", "xml=x"], "没有 `xml` 这种格式：可用的有 human、short"),
        (&["check", "--output", "sarif=-"], "标准输出的格式由 `--format` 决定"),
    ];
    for (arguments, expected) in cases {
        let told = in_environment(here.path(), "zh", arguments);
        assert_eq!((told.code, told.out.as_str()), (2, ""), "{arguments:?}");
        assert!(told.err.starts_with("错误：") && told.err.ends_with("\n`--help` 有更多说明。\n"), "{}", told.err);
        assert!(told.err.contains(expected), "{arguments:?}: {}", told.err);
        let english = ["error", "tip:", "Usage", "information", "possible values"];
        assert!(!english.iter().any(|word| told.err.contains(word)), "{}", told.err);
        // English as clap says it.
        let told = in_environment(here.path(), "zh", &[&["--lang", "en"], arguments].concat());
        assert!(told.code == 2 && told.err.starts_with("error: ") && !has_chinese(&told.err), "{}", told.err);
    }
}

#[test]
fn files_that_cannot_be_written_are_told_of_in_chinese() {
    let here = folder();
    let cases: [(&[&str], &str); 6] = [
        (&["check", "good.ftspec", "--output", "sarif=no/a.sarif"], "写不了 `no/a.sarif`：没有 `no` 这个文件夹"),
        (&["check", "good.ftspec", "--output", "sarif=."], "`.` 是文件夹：请写出其中的文件名"),
        (&["check", "good.ftspec", "--output", "sarif=a.ftspec"], "`a.ftspec` 会盖掉一份计划：请换一个后缀"),
        (
            &["check", "good.ftspec", "--output", "sarif=a", "--output", "json=a"],
            "`a` 写了两次：每份报告要有自己的文件",
        ),
        (&["check", "good.ftspec", "--write-baseline", "no/a.json"], "没有 `no` 这个文件夹"),
        (&["plan", "good.ftspec", "-o", "no/a.html"], "写不了 `no/a.html`：没有 `no` 这个文件夹"),
    ];
    for (arguments, expected) in cases {
        let told = in_environment(here.path(), "zh", arguments);
        assert!(
            told.code == 2 && told.err.contains(expected) && !has_english(&told.err),
            "{arguments:?}: {}",
            told.err
        );
    }
}

#[test]
fn rules_speak_chinese() {
    let here = folder();
    let table = run(here.path(), &["rules", "--lang", "zh"]).out;
    assert!(table.contains("评测：怎么分辨变好和变差\n") && table.contains("  FT404  no-guard"), "{table}");
    let list = run(here.path(), &["rules", "--format", "json", "--lang", "zh"]).out;
    let list: Value = serde_json::from_str(&list).expect("JSON");
    let rules = list["rules"].as_array().expect("rules");
    let guard = rules.iter().find(|rule| rule["code"] == "FT404").expect("no-guard");
    assert!(has_chinese(guard["summary"].as_str().expect("a summary")), "{guard}");
    let page = run(here.path(), &["rules", "--format", "markdown", "--lang", "zh"]).out;
    assert!(page.starts_with("# 规则\n") && page.contains("\n### FT404 no-guard\n"), "{page}");
    assert!(page.contains("**什么时候可以接受**"), "{page}");
}

/// Runs a command with a language in the environment.
fn in_environment(here: &Path, lang: &str, arguments: &[&str]) -> Run {
    command(here, arguments).env("FTSPEC_LANG", lang).output().expect("ftspec runs").into()
}

#[test]
fn the_language_comes_from_the_flag_or_the_environment() {
    let here = folder();
    let verdict = |told: &Run| told.out.lines().next().unwrap_or_default().to_string();
    let (english, chinese) = ("good.ftspec: ready — tuning is a sound next step", "good.ftspec: ready —— 可以开始微调");
    let arguments = ["check", "good.ftspec"];
    for (lang, expected) in [("", english), ("en", english), ("zh", chinese), ("zh_CN.UTF-8", chinese), ("ZH", chinese)]
    {
        let told = in_environment(here.path(), lang, &arguments);
        assert_eq!((told.code, verdict(&told).as_str()), (0, expected), "{lang}");
    }
    // The flag is nearer.
    let told = in_environment(here.path(), "zh", &["check", "good.ftspec", "--lang", "en"]);
    assert_eq!(verdict(&told), english);
    let told = run(here.path(), &["--lang", "zh-CN", "check", "good.ftspec"]);
    assert_eq!(verdict(&told), chinese);
    // What is suggested speaks the same language, by itself or by the environment.
    assert!(in_environment(here.path(), "zh", &["check", "broken.ftspec"]).out.contains("ftspec explain no-guard\n"));
    assert!(in_environment(here.path(), "zh", &["check", "broken.ftspec", "--lang", "en"]).out.contains("--lang en\n"));

    for (told, place) in [
        (in_environment(here.path(), "fr", &arguments), "FTSPEC_LANG is `fr`"),
        (run(here.path(), &["check", "--lang", "fr"]), "'fr' for '--lang <LANG>'"),
    ] {
        assert_eq!((told.code, told.out.as_str()), (2, ""), "{place}");
        assert!(told.err.contains(place) && told.err.contains("`en`") && told.err.contains("`zh`"), "{}", told.err);
    }
}

#[test]
fn what_is_wrong_with_a_configuration_is_said_in_chinese() {
    for wrong in [
        "profile = \"artikel\"\n",
        "levels = 3\n",
        "[rules]\nno-guard = \"loud\"\n",
        "[rules.too-few-examples]\nlest = 3\n",
        "[rules]\nno-gaurd = \"warn\"\n",
        "least_status = 3\n",
        "extends = \"nowhere.toml\"\n",
        "[lexicon]\nfacts = [\"prices\"]\n",
        "profile = \n",
    ] {
        let here = ftspec_tests::folder::folder(&[("ftspec.toml", wrong), ("plan.ftspec", BASE)]);
        let told = run(here.path(), &["check", "--lang", "zh"]);
        // The lines of the file itself are shown between bars.
        let said: Vec<&str> = told.err.lines().filter(|line| !line.contains(" │ ") || line.contains("帮助")).collect();
        assert!(told.code == 2 && has_chinese(&told.err), "{wrong}: {told:?}");
        assert!(!said.iter().any(|line| has_english(&format!(" {} ", line.trim()))), "{wrong}: {}", told.err);
    }
}
