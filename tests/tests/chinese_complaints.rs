//! What cannot be done is told in Chinese: arguments, files, configurations, and what findings are compared with.

use std::fs;
use std::process::Command;

use ftspec_tests::BASE;
use ftspec_tests::binary::{Run, command, run, run_in};
use ftspec_tests::chinese::{has_chinese, has_english};
use ftspec_tests::folder::{folder, three_specs};

/// Whether a line is English; what git and other libraries said stands between “ and ”.
fn is_english(line: &str) -> bool {
    let own: String = line.split('“').map(|part| part.split_once('”').map_or(part, |(_, behind)| behind)).collect();
    has_english(&format!(" {} ", own.trim()))
}

#[test]
fn what_cannot_be_read_is_told_in_chinese() {
    let here = three_specs();
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

/// What clap finds wrong with arguments is said in Chinese, and what is right about them stays as it is typed.
#[test]
fn complaints_about_arguments_speak_chinese() {
    let here = three_specs();
    let cases: [(&[&str], &str); 17] = [
        (
            &["check", "--fomat", "json"],
            "没有 `--fomat` 这个选项或参数\n\n  是不是想写 `--format`？\n\n用法： ftspec check",
        ),
        (&["check", "--zzzz"], "没有 `--zzzz` 这个选项或参数\n\n用法："),
        (&["lsp", "more"], "没有 `more` 这个选项或参数"),
        (&["--color", "never"], "还缺要运行的命令\n  [可用的命令：check, new,"),
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
        let told = run_in(here.path(), "zh", arguments);
        assert_eq!((told.code, told.out.as_str()), (2, ""), "{arguments:?}");
        assert!(told.err.starts_with("错误：") && told.err.ends_with("\n`--help` 有更多说明。\n"), "{}", told.err);
        assert!(told.err.contains(expected), "{arguments:?}: {}", told.err);
        let english = ["error", "tip:", "Usage", "information", "possible values"];
        assert!(!english.iter().any(|word| told.err.contains(word)), "{}", told.err);
        // English as clap says it.
        let told = run_in(here.path(), "zh", &[&["--lang", "en"], arguments].concat());
        assert!(told.code == 2 && told.err.starts_with("error: ") && !has_chinese(&told.err), "{}", told.err);
    }
}

#[test]
fn files_that_cannot_be_written_are_told_of_in_chinese() {
    let here = three_specs();
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
        let told = run_in(here.path(), "zh", arguments);
        assert!(
            told.code == 2 && told.err.contains(expected) && !has_english(&told.err),
            "{arguments:?}: {}",
            told.err
        );
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
        let here = folder(&[("ftspec.toml", wrong), ("plan.ftspec", BASE)]);
        let told = run(here.path(), &["check", "--lang", "zh"]);
        // The lines of the file itself are shown between bars.
        let said: Vec<&str> = told.err.lines().filter(|line| !line.contains(" │ ") || line.contains("帮助")).collect();
        assert!(told.code == 2 && has_chinese(&told.err) && !told.err.starts_with("错误： "), "{wrong}: {told:?}");
        assert!(!said.iter().any(|line| is_english(line)), "{wrong}: {}", told.err);
    }
}

#[test]
fn a_baseline_that_is_none_is_told_of_in_chinese() {
    let here = folder(&[
        ("a.ftspec", BASE),
        ("broken.json", "<<<<<<< ours\n{\"version\": 1, \"findings\": []}\n"),
        ("other.json", "{\"version\": 2, \"findings\": []}"),
        ("list.json", "[]"),
        ("empty.json", "{\"version\": 1}"),
        ("half.json", "{\"version\": 1, \"findings\": [{\"path\": \"a.ftspec\"}]}"),
        (
            "level.json",
            "{\"version\":1,\"findings\":[{\"path\":\"a\",\"code\":\"FT002\",\"place\":\"x\",\"level\":\"loud\",\"fingerprint\":\"\"}]}",
        ),
        ("folder/a.json", ""),
    ]);
    fs::write(here.path().join("gbk.json"), b"\xd6\xd0").expect("written");
    let anew = |file: &str| format!("重写一份即可：`ftspec check --write-baseline {file}`");
    for (file, why, advice) in [
        (
            "none.json",
            "没有 `none.json` 这个基线文件：请检查路径",
            "，或用 `ftspec check --write-baseline none.json` 写一份".to_string(),
        ),
        ("folder", "基线文件 `folder` 读不了", "：它是文件夹，请写文件名".to_string()),
        ("gbk.json", "基线文件 `gbk.json` 读不了", "：它不是 UTF-8 编码".to_string()),
        (
            "other.json",
            "基线文件 `other.json` 是版本 2，而这个 ftspec 只读版本 1",
            "：请用 `ftspec check --write-baseline other.json` 重写，或改用当初写它的那个 ftspec".to_string(),
        ),
        ("broken.json", "`broken.json` 不能当基线来读：不是合法的 JSON（读到第 1 行第 1 列）\n", anew("broken.json")),
        ("list.json", "`list.json` 不能当基线来读：里面没有 `version`\n", anew("list.json")),
        ("empty.json", "`empty.json` 不能当基线来读：里面没有 `findings`\n", anew("empty.json")),
        ("half.json", "：`findings` 里有缺项或写错的地方（解析器的原话：“missing field `code`”）\n", anew("half.json")),
        ("level.json", "：问题没有 `loud` 这个级别\n", anew("level.json")),
    ] {
        let told = run(here.path(), &["check", "--lang", "zh", "--baseline", file]);
        assert_eq!(told.code, 2, "{file}: {told:?}");
        assert!(told.err.contains(why) && told.err.ends_with(&(advice + "\n")), "{file}: {}", told.err);
        assert!(!told.err.lines().any(is_english), "{file}: {}", told.err);
    }
}

#[test]
fn a_commit_that_is_none_is_told_of_in_chinese() {
    let (outside, inside) = (folder(&[("a.ftspec", BASE)]), folder(&[("a.ftspec", BASE)]));
    let made = Command::new("git").args(["init", "-q"]).current_dir(inside.path()).status();
    assert!(made.expect("git runs").success());
    for (folder, since, expected) in [
        (
            outside.path(),
            "--since=main",
            "不在任何 git 仓库里：请在仓库里运行；`check` 也可以用 `--baseline` 记下已知问题（git 的原话：“fatal",
        ),
        (
            inside.path(),
            "--since=main",
            "ftspec: 这里的 git 找不到提交 `main`：请检查名字，或先 `git fetch`\n在 CI 里请检出完整历史",
        ),
        (inside.path(), "--since=-x", "ftspec: `--since -x`：请写一个提交、分支或标签，例如 `--since origin/main`\n"),
        (inside.path(), "--since=", "ftspec: `--since `：请写一个提交、分支或标签"),
    ] {
        for asked in ["check", "plan"] {
            let told = run(folder, &[asked, "a.ftspec", "--lang", "zh", since]);
            assert!(told.code == 2 && told.err.contains(expected), "{asked} {since}: {told:?}");
            assert!(!told.err.lines().any(is_english), "{asked} {since}: {}", told.err);
        }
    }
    let mut bare = command(inside.path(), &["check", "--lang", "zh", "--since", "main"]);
    let told = Run::from(bare.env("PATH", "").output().expect("ftspec runs"));
    let expected = "ftspec: `--since` 要向 git 取旧版本，而这里没有 `git` 程序：请先安装；`check` 也可以用 `--baseline` 记下已知问题\n";
    assert_eq!((told.code, told.err.as_str()), (2, expected));
}

#[test]
fn paths_formats_and_days_that_do_not_do_are_told_of_in_chinese() {
    let here = three_specs();
    for (arguments, expected) in [
        (&["config", "none"][..], "ftspec: none：没有这个文件或文件夹\n"),
        (&["check", "--list-accepted", "none"], "ftspec: none：没有这个文件或文件夹\n"),
        (
            &["check", "--list-accepted", "--format", "sarif"],
            "ftspec: `--list-accepted` 只能写成 human、short 或 json：请用 `--format` 选一种\n",
        ),
    ] {
        let told = run_in(here.path(), "zh", arguments);
        assert_eq!((told.code, told.err.as_str()), (2, expected), "{arguments:?}");
    }
    for arguments in [&["check"][..], &["config"], &["plan", "good.ftspec"], &["explain", "good.ftspec:1"]] {
        let mut soon = command(here.path(), &[arguments, &["--lang", "zh"]].concat());
        let told = Run::from(soon.env("FTSPEC_TODAY", "soon").output().expect("ftspec runs"));
        let expected = "ftspec: 环境变量 FTSPEC_TODAY 不能是 `soon`：日历上没有这一天；写成 2026-11-21 这样\n";
        assert_eq!((told.code, told.err.as_str()), (2, expected), "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_write_protected_is_told_of_in_chinese() {
    use std::os::unix::fs::PermissionsExt;
    let here = folder(&[("a.ftspec", &BASE.replace("cause:  behavior", "cause = behavior"))]);
    fs::set_permissions(here.path().join("a.ftspec"), fs::Permissions::from_mode(0o444)).expect("set");
    for arguments in [["fmt", "a.ftspec"], ["check", "--fix"]] {
        let told = run_in(here.path(), "zh", &arguments);
        assert_eq!((told.code, told.err.as_str()), (2, "ftspec: a.ftspec：写不进去：文件是只读的\n"), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_and_bytes_that_are_no_text_are_told_of_in_chinese() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let here = three_specs();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("there");
    let mut check = command(here.path(), &["check", "--lang", "zh", "good.ftspec"]);
    let told = Run::from(check.stdout(full).output().expect("ftspec runs"));
    assert!(told.code == 2 && told.err.starts_with("ftspec: 输出写不出去："), "{told:?}");
    let mut check = command(here.path(), &["check", "--lang", "zh", "--stdin-path"]);
    let told = Run::from(check.arg(OsStr::from_bytes(b"\xd6\xd0")).output().expect("ftspec runs"));
    assert!(told.code == 2 && told.err.starts_with("错误：参数里有不是 UTF-8 编码的字符\n"), "{told:?}");
}
