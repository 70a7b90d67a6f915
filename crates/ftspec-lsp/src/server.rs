//! The session: what it knows, and the protocol's methods, each handed on to where it is answered.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use ftspec_analysis::Lang;
use tower_lsp_server::jsonrpc::Result;
use tower_lsp_server::ls_types::*;
use tower_lsp_server::{Client, LanguageServer};

use crate::abilities::Abilities;
use crate::configuration::Configuration;
use crate::documents::{Change, Documents};
use crate::guard::went_wrong;
use crate::handlers::{self, Asked};
use crate::publish::Shown;
use crate::settings::Settings;
use crate::workspace::Workspace;
use crate::{Options, locked, log};

/// One session. Clones are the same session.
#[derive(Clone)]
pub struct Server(Arc<Session>);

/// What a session knows. Locks are held for moments, never while something is waited for.
pub struct Session {
    /// The way to the client.
    pub client: Client,
    options: Options,
    abilities: OnceLock<Arc<Abilities>>,
    /// What the editor said at the start; settings that are sent later count on top of it.
    pub(crate) initial: OnceLock<Settings>,
    locale: OnceLock<Option<Lang>>,
    pub(crate) settings: Mutex<Arc<Settings>>,
    pub(crate) configuration: Mutex<Arc<Configuration>>,
    pub(crate) documents: Mutex<Documents>,
    pub(crate) workspace: Workspace,
    pub(crate) shown: Shown,
    pub(crate) told: handlers::pull::Told,
    pub(crate) colours: Mutex<handlers::tokens::Told>,
    /// The client is about to be told that its answers are out of date.
    pub(crate) will_refresh: AtomicBool,
    was_shut_down: AtomicBool,
}

impl std::ops::Deref for Server {
    type Target = Session;
    fn deref(&self) -> &Session {
        &self.0
    }
}

impl Server {
    /// A session that nobody has begun.
    pub fn new(client: Client, options: Options) -> Self {
        let configuration = Configuration::new(options.lang.unwrap_or_default(), options.today);
        Self(Arc::new(Session {
            client,
            options,
            abilities: OnceLock::new(),
            initial: OnceLock::new(),
            locale: OnceLock::new(),
            settings: Mutex::default(),
            configuration: Mutex::new(Arc::new(configuration)),
            documents: Mutex::default(),
            workspace: Workspace::default(),
            shown: Shown::default(),
            told: handlers::pull::Told::default(),
            colours: Mutex::default(),
            will_refresh: AtomicBool::new(false),
            was_shut_down: AtomicBool::new(false),
        }))
    }

    /// Whether the client said `shutdown`.
    pub fn was_shut_down(&self) -> bool {
        self.was_shut_down.load(Ordering::Relaxed)
    }

    /// What the client can do; nothing before it has said so.
    pub fn abilities(&self) -> Arc<Abilities> {
        self.abilities.get().cloned().unwrap_or_default()
    }

    /// The settings as they are.
    pub fn settings(&self) -> Arc<Settings> {
        locked(&self.settings).clone()
    }

    /// The configurations as they are.
    pub fn configuration(&self) -> Arc<Configuration> {
        locked(&self.configuration).clone()
    }

    /// A configuration for the settings as they are, with nothing read.
    pub fn fresh_configuration(&self) -> Configuration {
        let chosen = self.settings().lang.or(self.options.lang);
        let lang = chosen.or_else(|| self.locale.get().copied().flatten()).unwrap_or_default();
        Configuration::new(lang, self.options.today)
    }

    /// Says something in the log of the editor.
    pub fn say(&self, text: String) {
        log(&text);
        let client = self.client.clone();
        tokio::spawn(async move { client.log_message(MessageType::WARNING, text).await });
    }

    /// A document as it is at this moment, with all that an answer needs. Called before anything is waited for.
    pub fn asked(&self, uri: &Uri) -> Option<Asked> {
        let snapshot = locked(&self.documents).snapshot(uri)?;
        Some(Asked { snapshot, abilities: self.abilities(), settings: self.settings() })
    }

    /// Answers a question about an open document, off the loop; nothing where it is not open.
    async fn ask<T: Send + 'static>(
        &self,
        uri: &Uri,
        answer: impl FnOnce(&Asked) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        match self.asked(uri) {
            Some(asked) => off_loop(move || answer(&asked)).await,
            None => Ok(None),
        }
    }

    /// `ftspec/verdict`: the sum of an open document, for a status bar.
    pub async fn verdict(&self, document: TextDocumentIdentifier) -> Result<Option<LSPAny>> {
        self.ask(&document.uri, |asked| Some(handlers::remarks::verdict(asked))).await
    }

    /// `ftspec/plan`: the plan document of an open spec.
    pub async fn plan(&self, params: handlers::plan::Params) -> Result<Option<LSPAny>> {
        self.ask(&params.uri, move |asked| Some(handlers::plan::document(asked, params.format))).await
    }
}

/// Does slow work on a thread of its own. Where nobody waits for it any more, it is not begun.
pub async fn off_loop<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    struct Abort(tokio::task::AbortHandle);
    impl Drop for Abort {
        fn drop(&mut self) {
            self.0.abort();
        }
    }
    let working = tokio::task::spawn_blocking(work);
    let _abort = Abort(working.abort_handle());
    working.await.map_err(|_| went_wrong())
}

impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let abilities = self.abilities.get_or_init(|| Arc::new(Abilities::of(&params.capabilities))).clone();
        let mut settings = Settings::default();
        if let Some(options) = &params.initialization_options {
            settings.take(options).iter().for_each(|line| log(line));
        }
        let _ = self.initial.set(settings.clone());
        let _ = self.locale.set(params.locale.as_deref().and_then(Lang::from_tag));
        *locked(&self.settings) = Arc::new(settings);
        *locked(&self.configuration) = Arc::new(self.fresh_configuration());
        self.workspace.set_folders(folders_of(&params));
        Ok(crate::capabilities::answer(&abilities))
    }

    async fn initialized(&self, _: InitializedParams) {
        let server = self.clone();
        // The client answers while it goes on: nothing of this may hold up the loop.
        tokio::spawn(async move {
            server.register().await;
            if server.abilities().gives_settings {
                server.ask_for_settings().await;
            }
        });
        self.scan();
    }

    async fn shutdown(&self) -> Result<()> {
        self.was_shut_down.store(true, Ordering::Relaxed);
        Ok(())
    }

    // Documents. Nothing is waited for before the document is what the client says.

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let document = params.text_document;
        if crate::address::is_configuration(&document.uri) {
            return;
        }
        let (encoding, configuration) = (self.abilities().encoding, self.configuration());
        let uri = document.uri.clone();
        locked(&self.documents).open(document.uri, document.version, document.text, encoding, &configuration);
        self.look_again_unless_watching();
        self.publish(uri);
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let VersionedTextDocumentIdentifier { uri, version } = params.text_document;
        let encoding = self.abilities().encoding;
        let change = locked(&self.documents).change(&uri, version, params.content_changes, encoding);
        match change {
            Change::Applied => self.publish(uri),
            Change::Stale { known } => {
                let uri = uri.as_str();
                self.say(format!("left out a change of {uri}: it makes version {version}, and {known} is known"));
            }
            Change::NotOpen if crate::address::is_configuration(&uri) => {}
            Change::NotOpen => self.say(format!("left out a change of {}: it is not open", uri.as_str())),
        }
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        if crate::address::is_configuration(&params.text_document.uri) {
            self.reload();
        } else {
            self.look_again_unless_watching();
        }
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        let uri = params.text_document.uri;
        if locked(&self.documents).close(&uri) {
            locked(&self.colours).forget(&uri);
            self.closed(uri);
        }
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        self.files_changed(params.changes);
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let paths = |folders: Vec<WorkspaceFolder>| -> Vec<PathBuf> {
            folders.iter().filter_map(|folder| crate::address::path_of(&folder.uri)).collect()
        };
        self.folders_changed(paths(params.event.added), paths(params.event.removed));
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        if self.abilities().gives_settings {
            let server = self.clone();
            tokio::spawn(async move { server.ask_for_settings().await });
        } else {
            self.take_settings(&params.settings);
        }
    }

    // Diagnostics for clients that ask for them.

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        handlers::pull::document(self, params).await
    }

    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult> {
        handlers::pull::workspace(self, params).await
    }

    // Questions about a place.

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        self.ask(&text_document.uri, move |asked| handlers::hover::hover(asked, position)).await
    }

    async fn signature_help(&self, params: SignatureHelpParams) -> Result<Option<SignatureHelp>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        self.ask(&text_document.uri, move |asked| handlers::hover::signature(asked, position)).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position;
        self.ask(&text_document.uri, move |asked| handlers::complete::complete(asked, position)).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        self.ask(&text_document.uri, move |asked| handlers::navigate::definition(asked, position)).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position;
        let defining = params.context.include_declaration;
        self.ask(&text_document.uri, move |asked| handlers::navigate::references(asked, position, defining)).await
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        self.ask(&text_document.uri, move |asked| handlers::navigate::highlights(asked, position)).await
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        let position = params.position;
        let answer = self.ask(&params.text_document.uri, move |asked| Some(handlers::rename::prepare(asked, position)));
        answer.await?.transpose().map(Option::flatten)
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position;
        let to = params.new_name;
        let answer = self.ask(&text_document.uri, move |asked| Some(handlers::rename::rename(asked, position, &to)));
        answer.await?.transpose()
    }

    async fn linked_editing_range(&self, params: LinkedEditingRangeParams) -> Result<Option<LinkedEditingRanges>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        self.ask(&text_document.uri, move |asked| handlers::rename::linked(asked, position)).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        let positions = params.positions;
        self.ask(&params.text_document.uri, move |asked| Some(handlers::shape::selections(asked, &positions))).await
    }

    // Questions about a document.

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.ask(&params.text_document.uri, |asked| Some(handlers::symbols::outline(asked))).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        let server = self.clone();
        off_loop(move || Some(handlers::symbols::everywhere(&server, &params.query))).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.ask(&params.text_document.uri, |asked| Some(handlers::shape::folds(asked))).await
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>> {
        let server = self.clone();
        self.ask(&params.text_document.uri, move |asked| Some(handlers::tokens::full(asked, &server.colours))).await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        let (server, previous) = (self.clone(), params.previous_result_id);
        let answer = move |asked: &Asked| Some(handlers::tokens::delta(asked, &server.colours, &previous));
        self.ask(&params.text_document.uri, answer).await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let range = params.range;
        self.ask(&params.text_document.uri, move |asked| Some(handlers::tokens::range(asked, range))).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        let range = params.range;
        self.ask(&params.text_document.uri, move |asked| Some(handlers::remarks::inlays(asked, range))).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.ask(&params.text_document.uri, |asked| Some(handlers::remarks::lenses(asked))).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        self.ask(&params.text_document.uri, |asked| Some(handlers::links::links(asked))).await
    }

    // Edits.

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let (range, only) = (params.range, params.context.only);
        let answer = move |asked: &Asked| handlers::actions::actions(asked, range, only.as_deref());
        self.ask(&params.text_document.uri, answer).await
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        handlers::actions::resolve(self, action).await
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.ask(&params.text_document.uri, |asked| Some(handlers::format::document(asked))).await
    }

    async fn range_formatting(&self, params: DocumentRangeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        let range = params.range;
        self.ask(&params.text_document.uri, move |asked| Some(handlers::format::range(asked, range))).await
    }

    async fn on_type_formatting(&self, params: DocumentOnTypeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position;
        let typed = params.ch;
        self.ask(&text_document.uri, move |asked| handlers::format::typed(asked, position, &typed)).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        handlers::commands::execute(self, params).await
    }
}

/// The folders that a client has open, however it says so.
fn folders_of(params: &InitializeParams) -> Vec<PathBuf> {
    if let Some(folders) = &params.workspace_folders {
        return folders.iter().filter_map(|folder| crate::address::path_of(&folder.uri)).collect();
    }
    #[allow(deprecated)] // older clients say it so
    let root = params.root_uri.as_ref().and_then(crate::address::path_of);
    root.into_iter().collect()
}
