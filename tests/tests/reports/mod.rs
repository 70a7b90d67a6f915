//! What a report says, read back from each format into one shape, so that reports can be compared.

use serde_json::Value;

/// A finding as every format tells it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The file.
    pub path: String,
    /// Where it begins.
    pub line: u64,
    /// Where it begins, in its line.
    pub column: u64,
    /// `FT404`
    pub code: String,
    /// `deny`, `warn`, `note`
    pub level: String,
    /// The headline.
    pub message: String,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_string()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("no number: {value}"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn parsed(report: &str) -> Value {
    serde_json::from_str(report).unwrap_or_else(|error| panic!("{error}: {report}"))
}

fn level(name: &str) -> String {
    match name {
        "error" | "critical" => "deny",
        "warning" | "minor" => "warn",
        "note" | "notice" | "info" => "note",
        other => panic!("no level: {other}"),
    }
    .to_string()
}

/// From `--format json`.
pub fn json(report: &str) -> Vec<Row> {
    let report = parsed(report);
    let of = |file: &Value| -> Vec<Row> {
        let row = |found: &Value| Row {
            path: text(&file["path"]),
            line: number(&found["start"]["line"]),
            column: number(&found["start"]["column"]),
            code: text(&found["code"]),
            level: text(&found["level"]),
            message: text(&found["message"]),
        };
        list(&file["diagnostics"]).iter().map(row).collect()
    };
    list(&report["files"]).iter().flat_map(of).collect()
}

/// From `--format sarif`: results, and notifications of files that cannot be read.
pub fn sarif(report: &str) -> Vec<Row> {
    let report = parsed(report);
    let run = &report["runs"][0];
    let row = |found: &Value, code: &Value| {
        let location = &found["locations"][0]["physicalLocation"];
        Row {
            path: decoded(&text(&location["artifactLocation"]["uri"])),
            line: number(&location["region"]["startLine"]),
            column: number(&location["region"]["startColumn"]),
            code: text(code),
            level: level(&text(&found["level"])),
            message: text(&found["message"]["text"]),
        }
    };
    let results = list(&run["results"]).iter().map(|found| row(found, &found["ruleId"]));
    let notes = list(&run["invocations"][0]["toolExecutionNotifications"]);
    results.chain(notes.iter().map(|found| row(found, &found["associatedRule"]["id"]))).collect()
}

/// From `--format gitlab`.
pub fn gitlab(report: &str) -> Vec<Row> {
    let row = |found: &Value| {
        let begin = &found["location"]["positions"]["begin"];
        assert_eq!(found["location"]["lines"]["begin"], begin["line"]);
        Row {
            path: text(&found["location"]["path"]),
            line: number(&begin["line"]),
            column: number(&begin["column"]),
            code: text(&found["check_name"]).split(' ').next().unwrap_or_default().to_string(),
            level: level(&text(&found["severity"])),
            message: text(&found["description"]),
        }
    };
    list(&parsed(report)).iter().map(row).collect()
}

/// From `--format github`: as the runner reads its commands.
pub fn github(report: &str) -> Vec<Row> {
    let unescaped = |text: &str| text.replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n").replace("%25", "%");
    let commands = report.lines().filter_map(|line| line.strip_prefix("::"));
    commands
        .map(|command| {
            let (head, data) = command.split_once("::").expect("properties end");
            let (kind, properties) = head.split_once(' ').expect("properties begin");
            let property = |name: &str| {
                let mut all = properties.split(',').filter_map(|property| property.split_once('='));
                unescaped(all.find(|(key, _)| *key == name).unwrap_or_else(|| panic!("{name} in {head}")).1)
            };
            Row {
                path: property("file"),
                line: property("line").parse().expect("a line"),
                column: property("col").parse().expect("a column"),
                code: property("title").split(' ').next().unwrap_or_default().to_string(),
                level: level(kind),
                message: unescaped(data).lines().next().unwrap_or_default().to_string(),
            }
        })
        .collect()
}

/// From `--format short`.
pub fn short(report: &str) -> Vec<Row> {
    report.lines().filter_map(line).collect()
}

/// `PATH:LINE:COLUMN: LEVEL[CODE] MESSAGE (NAME)`
fn line(line: &str) -> Option<Row> {
    let (place, said) = line.split_once(": ")?;
    let mut parts = place.rsplitn(3, ':');
    let (column, line, path) = (parts.next()?, parts.next()?, parts.next()?);
    let (level, said) = said.split_once('[')?;
    let (code, said) = said.split_once("] ")?;
    let (message, _) = said.rsplit_once(" (")?;
    Some(Row {
        path: path.to_string(),
        line: line.parse().ok()?,
        column: column.parse().ok()?,
        code: code.to_string(),
        level: level.to_string(),
        message: message.to_string(),
    })
}

/// A test in a JUnit report: its suite, its name, and what stands in it.
#[derive(Debug)]
pub struct Case {
    /// The suite that it is in.
    pub suite: String,
    /// Its name.
    pub name: String,
    /// `failure`, `error` or `system-out`, with its text.
    pub inside: Option<(String, String)>,
}

/// The tests in a JUnit report; numbers of tests, failures and errors are compared with what is there.
pub fn cases(report: &str) -> Vec<Case> {
    use quick_xml::Reader;
    use quick_xml::events::Event;
    let mut reader = Reader::from_str(report);
    let mut cases: Vec<Case> = Vec::new();
    let mut suite = (String::new(), [0usize; 3], 0usize);
    let mut inside_case = false;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {report}")) {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_string();
                let attribute = |key: &str| -> String {
                    let found = tag.try_get_attribute(key).expect("attributes are well-formed");
                    let value = found.unwrap_or_else(|| panic!("{name} has no {key}"));
                    quick_xml::escape::unescape(&value.value).expect("escaped").into_owned()
                };
                match name.as_str() {
                    "testsuite" => {
                        let count = |key: &str| attribute(key).parse().expect("a number");
                        suite = (attribute("name"), [count("tests"), count("failures"), count("errors")], cases.len());
                    }
                    "testcase" => {
                        inside_case = true;
                        assert_eq!(attribute("classname"), suite.0);
                        cases.push(Case { suite: suite.0.clone(), name: attribute("name"), inside: None });
                    }
                    "failure" | "error" | "system-out" if inside_case => {
                        let text = reader.read_text(tag.name()).expect("it ends");
                        let text = quick_xml::escape::unescape(text.as_ref()).expect("escaped").into_owned();
                        cases.last_mut().expect("a case").inside = Some((name, text));
                    }
                    _ => {}
                }
            }
            Event::End(tag) if tag.name().as_ref() == "testcase" => inside_case = false,
            Event::End(tag) if tag.name().as_ref() == "testsuite" => {
                let of = &cases[suite.2..];
                let with =
                    |what: &str| of.iter().filter(|case| case.inside.as_ref().is_some_and(|i| i.0 == what)).count();
                assert_eq!(suite.1, [of.len(), with("failure"), with("error")], "{}", suite.0);
            }
            Event::Eof => return cases,
            _ => {}
        }
    }
}

/// From `--format junit`.
pub fn junit(report: &str) -> Vec<Row> {
    cases(report).iter().filter_map(|case| line(case.inside.as_ref()?.1.lines().next()?)).collect()
}

fn decoded(uri: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = uri.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let hex: String = [rest.next(), rest.next()].into_iter().flatten().map(char::from).collect();
            bytes.push(u8::from_str_radix(&hex, 16).expect("two digits"));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}
