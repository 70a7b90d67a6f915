//! What stands under the cursor, and the shape of what is being written there.

use ftspec_analysis::editor;
use tower_lsp_server::ls_types::{
    Hover, HoverContents, ParameterInformation, ParameterLabel, Position, SignatureHelp, SignatureInformation,
};

use super::{Asked, documentation, markup};

/// What there is to say about a place.
pub fn hover(asked: &Asked, position: Position) -> Option<Hover> {
    let positions = asked.positions();
    let hover = editor::hover(asked.analysis(), positions.offset(position))?;
    let markdown = asked.abilities.markdown_hover;
    let text = if markdown { hover.markdown } else { hover.plain };
    Some(Hover { contents: HoverContents::Markup(markup(markdown, text)), range: Some(positions.range(hover.span)) })
}

/// The shape at a place.
pub fn signature(asked: &Asked, position: Position) -> Option<SignatureHelp> {
    let signature = editor::signature(asked.analysis(), asked.positions().offset(position))?;
    let doc = |text: String| documentation(asked.abilities.signature_docs, text);
    let active = Some(signature.active as u32);
    let parameters = signature.parameters.into_iter().map(|parameter| {
        let (start, end) = parameter.range;
        let label = if asked.abilities.label_offsets {
            ParameterLabel::LabelOffsets([start, end])
        } else {
            let name = signature.label.get(start as usize..end as usize).unwrap_or_default();
            ParameterLabel::Simple(name.to_string())
        };
        ParameterInformation { label, documentation: doc(parameter.doc) }
    });
    let parameters = Some(parameters.collect());
    let shape = SignatureInformation {
        documentation: doc(signature.doc),
        parameters,
        active_parameter: active,
        label: signature.label,
    };
    Some(SignatureHelp { signatures: vec![shape], active_signature: Some(0), active_parameter: active })
}
