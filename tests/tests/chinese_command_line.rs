//! The command line speaks Chinese: reports, pages and help, with columns that line up.

use std::path::Path;

use ftspec_schema::{FILE, Type, UNITS, all};
use ftspec_tests::BASE;
use ftspec_tests::binary::{Run, run, run_in};
use ftspec_tests::chinese::{columns, has_chinese, has_english};
use ftspec_tests::folder::{folder, three_specs, without_guard};
use serde_json::Value;

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
    let here = three_specs();
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
    let here = three_specs();
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
    let here = three_specs();
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

/// What services show to people has Chinese words around what was found.
#[test]
fn reports_for_services_speak_chinese() {
    let here = three_specs();
    let report = |format: &str| {
        run(here.path(), &["check", "--format", format, "--lang", "zh", "good.ftspec", "broken.ftspec"]).out
    };
    let (github, junit, sarif) = (report("github"), report("junit"), report("sarif"));
    let more = "详情：ftspec explain no-guard --lang zh";
    for (report, parts) in [
        (&github, ["%0A建议：", &format!("%0A{more}\n"), "2 份计划："]),
        (&junit, ["\n建议：", &format!("\n{more}</"), "结论：ready —— 可以开始微调<"]),
        (&sarif, ["\"在第一步训练之前检查微调计划。\"", "怎么办", "反例"]),
    ] {
        for part in parts {
            assert!(report.contains(part), "{part} is missing in\n{report}");
        }
        for english in ["help: ", "more: ", "verdict: ", "Checks "] {
            assert!(!report.contains(english), "{english} is in\n{report}");
        }
    }
}

const ACCEPTS: &str = r#"
accept FT309 { because: "写在手册里", by: "法务", until: 2026-03-31 }
accept no-guard { because: "试点期间", until: 2027-03-31 }
accept syntax { because: "习惯这么写", by: "法务" }
accept no-such-thing { by: "法务" }
"#;

#[test]
fn what_is_accepted_is_listed_in_chinese() {
    let pilot = without_guard() + "accept no-guard { because: \"试点\", by: \"安全\", until: 2027-03-31 }\n";
    let plans = BASE.to_string() + ACCEPTS;
    let here = folder(&[("计划.ftspec", &plans), ("试点.ftspec", &pilot), ("good.ftspec", BASE)]);
    let listed = |more: &[&str]| run(here.path(), &[&["check", "--list-accepted"], more].concat()).out;
    let table = listed(&["--lang", "zh"]);
    for part in [
        "  已过期      2026-03-31 为止  法务\n    写在手册里\n",
        "  用不上      2027-03-31 为止  没写是谁定的\n",
        "  生效中      2027-03-31 为止  安全\n",
        "  不允许      没有期限         法务\n",
        "  规则不存在  没有期限         法务\n    没有写理由\n",
        "\n3 份计划：1 条生效中，1 条已过期，1 条用不上，1 条不允许，1 条规则不存在\n",
    ] {
        assert!(table.contains(part), "{part} is missing in\n{table}");
    }
    let short = listed(&["--format", "short", "--lang", "zh"]);
    assert!(short.contains("  已过期, until: 2026-03-31, by: 法务, because: 写在手册里\n"), "{short}");
    assert_eq!(listed(&["good.ftspec", "--lang", "zh"]), "1 份计划：没有接受任何问题\n");
    let json = |lang: &str| listed(&["--format", "json", "--lang", lang]);
    assert_eq!(json("zh"), json("en"), "programs read the same in both languages");
}

#[test]
fn config_speaks_chinese_and_its_keys_stay() {
    let here = folder(&[("sub/ftspec.toml", "extends = \"../team.toml\"\n"), ("team.toml", "profile = \"vendor\"\n")]);
    let shown = |arguments: &[&str]| run(here.path(), &[&["config"], arguments].concat()).out;
    let inherited = shown(&["sub", "--lang", "zh"]);
    assert!(inherited.starts_with("sub/ftspec.toml，它继承 team.toml\n\nprofile "), "{inherited}");
    assert!(inherited.contains(" vendor  team.toml:1\n") && inherited.contains("  默认值\n"), "{inherited}");
    assert!(!inherited.contains("default\n"), "{inherited}");
    let none = shown(&["--lang", "zh"]);
    assert!(none.starts_with("这里没有生效的 ftspec.toml：各项都是默认值\n\n"), "{none}");
    let json = |lang: &str| shown(&["sub", "--format", "json", "--lang", lang]);
    assert_eq!(json("zh"), json("en"), "programs read the same in both languages");
}

#[test]
fn explain_speaks_chinese() {
    let here = three_specs();
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
        let told = run_in(here.path(), "zh", &arguments);
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
    let told = run_in(here.path(), "zh", &["fmt", "-h", "--lang", "en"]);
    assert!(told.out.starts_with("Write specs in the one way"), "{}", told.out);
    assert!(!run(here.path(), &["man"]).out.contains("命令"), "the manual page is English");
}

#[test]
fn rules_speak_chinese() {
    let here = three_specs();
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

#[test]
fn the_language_comes_from_the_flag_or_the_environment() {
    let here = three_specs();
    let verdict = |told: &Run| told.out.lines().next().unwrap_or_default().to_string();
    let (english, chinese) = ("good.ftspec: ready — tuning is a sound next step", "good.ftspec: ready —— 可以开始微调");
    let arguments = ["check", "good.ftspec"];
    for (lang, expected) in [("", english), ("en", english), ("zh", chinese), ("zh_CN.UTF-8", chinese), ("ZH", chinese)]
    {
        let told = run_in(here.path(), lang, &arguments);
        assert_eq!((told.code, verdict(&told).as_str()), (0, expected), "{lang}");
    }
    // The flag is nearer.
    let told = run_in(here.path(), "zh", &["check", "good.ftspec", "--lang", "en"]);
    assert_eq!(verdict(&told), english);
    let told = run(here.path(), &["--lang", "zh-CN", "check", "good.ftspec"]);
    assert_eq!(verdict(&told), chinese);
    // What is suggested speaks the same language, by itself or by the environment.
    assert!(run_in(here.path(), "zh", &["check", "broken.ftspec"]).out.contains("ftspec explain no-guard\n"));
    assert!(run_in(here.path(), "zh", &["check", "broken.ftspec", "--lang", "en"]).out.contains("--lang en\n"));

    for (told, place) in [
        (run_in(here.path(), "fr", &arguments), "FTSPEC_LANG is `fr`"),
        // Whoever cannot read that can read this.
        (run_in(here.path(), "fr", &arguments), "\n环境变量 FTSPEC_LANG 不能是 `fr`：请改成"),
        (run(here.path(), &["check", "--lang", "fr"]), "'fr' for '--lang <LANG>'"),
        (run_in(here.path(), "zh", &["check", "--lang", "fr"]), "不能是 `fr`：可用的有"),
        (run(here.path(), &["--lang", "zh", "check", "--lang", "fr"]), "不能是 `fr`：可用的有"),
    ] {
        assert_eq!((told.code, told.out.as_str()), (2, ""), "{place}");
        assert!(told.err.contains(place) && told.err.contains("`en`") && told.err.contains("`zh`"), "{}", told.err);
    }
}
