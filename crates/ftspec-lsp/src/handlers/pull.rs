//! Diagnostics for clients that ask for them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Mutex;

use tower_lsp_server::jsonrpc::Result;
use tower_lsp_server::ls_types::*;

use crate::address::{address_of, is_configuration, path_of};
use crate::diagnostics::Reader;
use crate::server::{Server, off_loop};
use crate::{locked, workspace::Entry};

/// What is known of one document, and the name of this knowledge.
struct Report {
    uri: Uri,
    version: Option<i64>,
    id: String,
    found: Vec<Diagnostic>,
}

/// Addresses of which a client that asks was told findings. Once a file is closed it may forget that it was told, and show
/// them all the same.
#[derive(Default)]
#[allow(clippy::mutable_key_type)] // addresses are not changed
pub struct Told(Mutex<HashSet<Uri>>);

impl Told {
    fn remember(&self, report: &Report) {
        if !report.found.is_empty() {
            locked(&self.0).insert(report.uri.clone());
        }
    }
}

/// One document, open or not.
pub async fn document(server: &Server, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
    let uri = params.text_document.uri;
    let report = match server.asked(&uri) {
        Some(asked) => {
            let id = asked.snapshot.id.to_string();
            if params.previous_result_id.as_deref() == Some(id.as_str()) {
                Report { uri, version: None, id, found: Vec::new() }
            } else {
                let found = off_loop(move || {
                    let snapshot = &asked.snapshot;
                    let found = snapshot.analysis().diagnostics();
                    asked.reader().diagnostics(found, &snapshot.uri, snapshot.positions())
                });
                Report { uri, version: None, id, found: found.await? }
            }
        }
        None => elsewhere(server, uri).await?,
    };
    server.told.remember(&report);
    let report = if params.previous_result_id.as_deref() == Some(report.id.as_str()) {
        DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id: report.id },
        })
    } else {
        DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            related_documents: None,
            full_document_diagnostic_report: FullDocumentDiagnosticReport {
                result_id: Some(report.id),
                items: report.found,
            },
        })
    };
    Ok(DocumentDiagnosticReportResult::Report(report))
}

/// A file that is not open: a configuration, or a spec of the workspace.
async fn elsewhere(server: &Server, uri: Uri) -> Result<Report> {
    let path = path_of(&uri);
    if is_configuration(&uri) {
        let asked = server.clone();
        let problems = off_loop(move || configurations(&asked)).await?;
        let known = path.and_then(|path| problems.into_iter().find(|(file, _)| *file == path));
        let found = known.map(|(_, found)| found).unwrap_or_default();
        return Ok(Report { id: name_of(&found), uri, version: None, found });
    }
    let entry = match path {
        Some(path) if server.watches(&path) => server.look_at(path).await,
        _ => None,
    };
    let found = entry.map(|entry| entry.diagnostics).unwrap_or_default();
    Ok(Report { id: name_of(&found), uri, version: None, found })
}

/// Everything in the folders, and what is open.
pub async fn workspace(server: &Server, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult> {
    server.workspace.read().await;
    let asked = server.clone();
    let reports = off_loop(move || all(&asked)).await?;
    #[allow(clippy::mutable_key_type)] // addresses are not changed
    let mut previous: HashMap<Uri, String> =
        params.previous_result_ids.into_iter().map(|known| (known.uri, known.value)).collect();
    let mut items = Vec::with_capacity(reports.len());
    #[allow(clippy::mutable_key_type)] // addresses are not changed
    let mut gone = locked(&server.told.0).clone();
    for report in reports {
        server.told.remember(&report);
        gone.remove(&report.uri);
        let is_known = previous.remove(&report.uri).is_some_and(|known| known == report.id);
        items.push(item(report, is_known));
    }
    // What the client still shows of files that are gone, whether it knows that it does or not.
    gone.extend(previous.keys().cloned());
    let nothing = name_of(&[]);
    for uri in gone {
        if previous.get(&uri) != Some(&nothing) {
            items.push(item(Report { uri, version: None, id: nothing.clone(), found: Vec::new() }, false));
        }
    }
    Ok(WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items }))
}

fn item(report: Report, is_known: bool) -> WorkspaceDocumentDiagnosticReport {
    let Report { uri, version, id, found } = report;
    if is_known {
        return WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
            uri,
            version,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id: id },
        });
    }
    WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id: Some(id), items: found },
    })
}

fn all(server: &Server) -> Vec<Report> {
    let (abilities, settings) = (server.abilities(), server.settings());
    let reader = Reader { abilities: &abilities, settings: &settings };
    let open = locked(&server.documents).snapshots();
    let mut reports = Vec::new();
    for entry in server.workspace.entries() {
        if open.iter().all(|snapshot| snapshot.uri != entry.uri) {
            let Entry { id, uri, diagnostics, .. } = entry;
            reports.push(Report { uri, version: None, id: id.to_string(), found: diagnostics });
        }
    }
    for snapshot in open {
        reports.push(Report {
            uri: snapshot.uri.clone(),
            version: snapshot.version.map(i64::from),
            id: snapshot.id.to_string(),
            found: reader.diagnostics(snapshot.analysis().diagnostics(), &snapshot.uri, snapshot.positions()),
        });
    }
    for (path, found) in configurations(server) {
        if let Some(uri) = address_of(&path) {
            reports.push(Report { id: name_of(&found), uri, version: None, found });
        }
    }
    reports
}

/// What is wrong in configuration files; those that are fine are there, too.
fn configurations(server: &Server) -> BTreeMap<std::path::PathBuf, Vec<Diagnostic>> {
    let (abilities, settings, configuration) = (server.abilities(), server.settings(), server.configuration());
    let reader = Reader { abilities: &abilities, settings: &settings };
    let mut problems = reader.problems(&configuration.problems());
    for file in configuration.files() {
        problems.entry(file).or_default();
    }
    problems
}

/// A name for findings of which nobody counts the versions.
fn name_of(found: &[Diagnostic]) -> String {
    let text = serde_json::to_string(found).unwrap_or_default();
    // FNV-1a: short, and the same for the same text.
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
