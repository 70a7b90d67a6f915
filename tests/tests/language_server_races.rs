//! `ftspec lsp` where slow work is overtaken: what nobody waits for is not begun, and what is old does not come behind
//! what is new. A file that is read slowly is a named pipe: it is read when the test says so, and nobody sleeps.
#![cfg(target_os = "linux")]

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use ftspec_tests::BASE;
use ftspec_tests::client::{Client, address, rich};
use ftspec_tests::folder::{folder, without_guard, write};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A file that is read when the test says so.
struct Slow(PathBuf);

impl Slow {
    fn new(path: PathBuf) -> Self {
        let made = Command::new("mkfifo").arg(&path).status().expect("mkfifo runs");
        assert!(made.success(), "{}", path.display());
        Self(path)
    }

    /// Waits until somebody reads it; what they read is still to be written.
    fn reached(&self) -> File {
        OpenOptions::new().write(true).open(&self.0).expect("somebody reads")
    }
}

fn changed(client: &mut Client, path: &Path) {
    let events = json!([{ "uri": address(path), "type": 2 }]);
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": events }));
}

/// The files in which the workspace knows names.
fn known(client: &mut Client) -> Vec<String> {
    let found = client.request("workspace/symbol", json!({ "query": "" }));
    let mut files: Vec<String> = found.as_array().map_or(&[][..], Vec::as_slice).iter().map(file_of).collect();
    files.sort();
    files.dedup();
    files
}

fn file_of(symbol: &Value) -> String {
    symbol["location"]["uri"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default().to_string()
}

/// Waits until no more than so many scans run, and what the others said was heard; gives what was told meanwhile.
fn scans_are_down_to(client: &mut Client, most: usize) -> Vec<Value> {
    let patience = Instant::now() + Duration::from_secs(60);
    while client.threads().iter().filter(|name| *name == "scan").count() > most {
        assert!(Instant::now() < patience, "a scan goes on and on");
        std::thread::yield_now();
    }
    (0..3).flat_map(|_| client.drain()).collect()
}

fn is_told_of(told: &[Value], path: &Path) -> bool {
    told.iter().any(|message| message["params"]["uri"] == address(path))
}

fn open_folders(client: &mut Client, added: &[PathBuf], removed: &[PathBuf]) {
    let named = |paths: &[PathBuf]| -> Vec<Value> {
        paths.iter().map(|path| json!({ "uri": address(path), "name": "specs" })).collect()
    };
    let event = json!({ "added": named(added), "removed": named(removed) });
    client.notify("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
}

/// Folders whose walk halts in the second: what it ignores is read when the test says so.
struct Folders {
    all: TempDir,
    first: PathBuf,
    second: PathBuf,
    halt: Slow,
}

impl Folders {
    fn new() -> Self {
        let all = folder(&[("first/a.ftspec", &without_guard()), ("second/b.ftspec", BASE)]);
        let (first, second) = (all.path().join("first"), all.path().join("second"));
        let halt = Slow::new(second.join(".ignore"));
        Self { all, first, second, halt }
    }

    fn both(&self) -> [PathBuf; 2] {
        [self.first.clone(), self.second.clone()]
    }

    /// Lets a scan begin to read `first/a.ftspec`; what it reads is up to the test.
    fn halt_at_the_first_file(&self, client: &mut Client) -> File {
        open_folders(client, &self.both(), &[]);
        let walk = self.halt.reached();
        // It is in the list by now; what is behind the name changes.
        let slow = Slow::new(self.all.path().join("slow"));
        fs::rename(&slow.0, self.first.join("a.ftspec")).expect("renamed");
        drop(walk);
        Slow(self.first.join("a.ftspec")).reached()
    }
}

/// Colours are told as a difference from what was told before. A question that was taken back while it waited for a
/// free thread is not answered in secret: that would take the place of what the client has.
#[test]
fn what_is_cancelled_while_it_waits_is_not_begun() {
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    // As many as there are threads for slow work.
    let slow: Vec<Slow> = (0..4).map(|at| Slow::new(folder.path().join(format!("slow{at}.ftspec")))).collect();
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    scans_are_down_to(&mut client, 0);
    client.open(&uri, BASE);
    client.diagnostics(&uri, Some(1));
    let document = json!({ "textDocument": { "uri": uri } });
    let told = client.request("textDocument/semanticTokens/full", document.clone());
    client.replace(&uri, 2, &without_guard());
    client.diagnostics(&uri, Some(2));

    slow.iter().for_each(|slow| changed(&mut client, &slow.0));
    let pipes: Vec<File> = slow.iter().map(Slow::reached).collect();
    let ids: Vec<i64> = (0..20).map(|_| client.ask("textDocument/semanticTokens/full", document.clone())).collect();
    for id in &ids {
        client.notify("$/cancelRequest", json!({ "id": id }));
    }
    for id in ids {
        assert_eq!(client.answer(id).expect_err("taken back")["code"], -32800);
    }
    drop(pipes);
    slow.iter().for_each(|slow| assert_eq!(client.diagnostics(&address(&slow.0), None).len(), 2, "an empty file"));

    let since = json!({ "textDocument": { "uri": uri }, "previousResultId": told["resultId"] });
    let colours = client.request("textDocument/semanticTokens/full/delta", since);
    assert!(colours["edits"].is_array(), "what the client has was forgotten: {}", colours["resultId"]);
}

/// A scan that was overtaken tells nothing, keeps nothing, and does not say that everything was looked at.
#[test]
fn what_an_older_scan_finds_is_left_out() {
    let root = folder(&[]);
    let folders = Folders::new();
    let third = folders.all.path().join("third");
    write(&third, "c.ftspec", BASE.as_bytes());
    let halt = Slow::new(third.join(".ignore"));
    let mut client = Client::session(root.path(), rich(), Value::Null);
    scans_are_down_to(&mut client, 0);

    let mut older = folders.halt_at_the_first_file(&mut client);
    open_folders(&mut client, std::slice::from_ref(&third), &folders.both());
    let newer = halt.reached();
    let everything = client.ask("workspace/diagnostic", json!({ "previousResultIds": [] }));
    older.write_all(without_guard().as_bytes()).expect("somebody reads");
    drop(older);
    let told = scans_are_down_to(&mut client, 1);
    assert!(!is_told_of(&told, &folders.first.join("a.ftspec")), "{told:?}");
    assert!(known(&mut client).is_empty(), "{:?}", known(&mut client));
    drop(newer);
    let everything = client.answer(everything).expect("an answer");
    let items = everything["items"].as_array().expect("a list");
    let uris: Vec<&Value> = items.iter().map(|item| &item["uri"]).collect();
    assert_eq!(uris, [&json!(address(&third.join("c.ftspec")))]);
    assert_eq!(known(&mut client), ["c.ftspec"]);
}

/// A scan that was overtaken does not walk on through folders that nobody has open.
#[test]
fn an_older_scan_is_given_up() {
    let root = folder(&[]);
    let folders = Folders::new();
    let third = folders.all.path().join("third");
    write(&third, "c.ftspec", BASE.as_bytes());
    // Nobody will ever let it go on.
    let _trap = Slow::new(third.join(".ignore"));
    let mut client = Client::session(root.path(), rich(), Value::Null);
    scans_are_down_to(&mut client, 0);

    let all = [folders.first.clone(), folders.second.clone(), third];
    open_folders(&mut client, &all, &[]);
    let walk = folders.halt.reached();
    open_folders(&mut client, &[], &all);
    assert!(known(&mut client).is_empty(), "the folders are closed");
    drop(walk);
    scans_are_down_to(&mut client, 0);
    assert!(known(&mut client).is_empty());
}

/// A file that changes while a scan reads it is what it has become; one that comes behind the scan's back stays.
#[test]
fn a_scan_does_not_take_back_what_came_meanwhile() {
    let root = folder(&[]);
    let folders = Folders::new();
    let (a, new) = (folders.first.join("a.ftspec"), folders.first.join("new.ftspec"));
    let mut client = Client::session(root.path(), rich(), Value::Null);
    scans_are_down_to(&mut client, 0);

    let mut older = folders.halt_at_the_first_file(&mut client);
    write(root.path(), "mended", BASE.as_bytes());
    fs::rename(root.path().join("mended"), &a).expect("renamed");
    changed(&mut client, &a);
    assert!(client.diagnostics(&address(&a), None).is_empty(), "it is mended");
    write(&folders.first, "new.ftspec", without_guard().as_bytes());
    changed(&mut client, &new);
    assert!(!client.diagnostics(&address(&new), None).is_empty(), "it has findings");

    older.write_all(without_guard().as_bytes()).expect("somebody reads");
    drop(older);
    let told = scans_are_down_to(&mut client, 0);
    assert!(!is_told_of(&told, &a) && !is_told_of(&told, &new), "{told:?}");
    assert_eq!(known(&mut client), ["a.ftspec", "b.ftspec", "new.ftspec"]);
    let everything = client.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let items = everything["items"].as_array().expect("a list");
    let found = items.iter().find(|item| item["uri"] == address(&a)).expect("it is there");
    assert_eq!(found["items"], json!([]), "as it is on the disk");
}
