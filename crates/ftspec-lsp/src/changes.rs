//! What changes around the documents: files, settings, configurations; and asking the client to tell of it.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::{Value, json};
use tower_lsp_server::ls_types::{ConfigurationItem, FileEvent, Registration};

use crate::address::{is_spec, path_of};
use crate::locked;
use crate::server::Server;
use crate::settings::{SECTION, Settings};

/// Changes within this time are told as one.
const TOGETHER: Duration = Duration::from_millis(20);

impl Server {
    /// Asks the client to tell when files and settings change.
    pub async fn register(&self) {
        let abilities = self.abilities();
        let mut wanted = Vec::new();
        let mut want = |method: &str, options: Value| {
            let id = format!("ftspec/{method}");
            wanted.push(Registration { id, method: method.to_string(), register_options: Some(options) });
        };
        if abilities.watches_files {
            // Configurations may build on files of any name.
            let watchers = json!([{ "globPattern": "**/*.ftspec" }, { "globPattern": "**/*.toml" }]);
            want("workspace/didChangeWatchedFiles", json!({ "watchers": watchers }));
        }
        if abilities.registers_settings {
            want("workspace/didChangeConfiguration", json!({ "section": SECTION }));
        }
        if !wanted.is_empty()
            && let Err(error) = self.client.register_capability(wanted).await
        {
            self.say(format!("the editor will not tell of changed files: {}", error.message));
        }
    }

    /// Asks the client for its settings, and takes them over.
    pub async fn ask_for_settings(&self) {
        let item = ConfigurationItem { scope_uri: None, section: Some(SECTION.to_string()) };
        match self.client.configuration(vec![item]).await {
            Ok(answer) => self.take_settings(answer.first().unwrap_or(&Value::Null)),
            Err(error) => self.say(format!("the editor gave no settings: {}", error.message)),
        }
    }

    /// Takes over what a client sent; whatever depends on it is done again.
    pub fn take_settings(&self, sent: &Value) {
        let mut settings = self.initial.get().cloned().unwrap_or_default();
        for line in settings.take(sent) {
            self.say(line);
        }
        let settings = Arc::new(settings);
        let before = std::mem::replace(&mut *locked(&self.settings), settings.clone());
        // Editors tell settings several times at the start.
        if before == settings {
            return;
        }
        let differs = |what: fn(&Settings) -> (Option<ftspec_analysis::Lang>, String)| what(&before) != what(&settings);
        if differs(|settings| (settings.lang, settings.docs.clone())) {
            self.reload();
            return;
        }
        if before.workspace != settings.workspace {
            self.scan();
        }
        self.refresh_answers();
    }

    /// Files changed on disk.
    pub fn files_changed(&self, events: Vec<FileEvent>) {
        let configurations = self.configuration().files();
        let mut reload = false;
        for event in events {
            let Some(path) = path_of(&event.uri) else { continue };
            if crate::address::is_configuration(&event.uri) || configurations.contains(&path) {
                reload = true;
            } else if is_spec(&path) && self.watches(&path) {
                let (server, uri) = (self.clone(), event.uri);
                tokio::spawn(async move {
                    if server.configuration().leaves_out(&path) {
                        return;
                    }
                    let found = server.look_at(path).await.map(|entry| entry.diagnostics).unwrap_or_default();
                    if !server.abilities().pulls {
                        server.publish_file(uri, found).await;
                    }
                });
            }
        }
        if reload {
            self.reload();
        }
    }

    /// Reads the configurations again where nobody would tell that they changed.
    pub fn look_again_unless_watching(&self) {
        if !self.abilities().watches_files {
            self.judge_anew();
        }
    }

    /// Reads the configurations again and judges everything anew.
    pub fn reload(&self) {
        self.judge_anew();
        self.scan();
        self.refresh_answers();
    }

    fn judge_anew(&self) {
        let configuration = Arc::new(self.fresh_configuration());
        *locked(&self.configuration) = configuration.clone();
        let open = {
            let mut documents = locked(&self.documents);
            documents.put_under(&configuration);
            documents.snapshots()
        };
        for snapshot in open {
            self.publish(snapshot.uri.clone());
        }
    }

    /// Tells the client that what it shows may be out of date: once for changes that come together.
    fn refresh_answers(&self) {
        if self.will_refresh.swap(true, Ordering::Relaxed) {
            return;
        }
        let server = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(TOGETHER).await;
            // What changes from here on is told by another turn.
            server.will_refresh.store(false, Ordering::Relaxed);
            let (abilities, client) = (server.abilities(), &server.client);
            // A client that cannot do it now asks again with the next change.
            if abilities.pulls {
                let _ = client.workspace_diagnostic_refresh().await;
            }
            if abilities.refreshes_inlays {
                let _ = client.inlay_hint_refresh().await;
            }
            if abilities.refreshes_lenses {
                let _ = client.code_lens_refresh().await;
            }
        });
    }
}
