//! A block as the schema sees it, and what can be asked of any block.

use ftspec_schema::{Attribute, Block, Enumerated};
use ftspec_syntax::{Span, text};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::borrow::Cow;

use super::values::{Data, Element};
use super::{AttributeData, NodeData, Spec};
use crate::quantity::Quantity;
use crate::words::is_hole;

/// A block of a spec, or its top level.
#[derive(Clone, Copy)]
pub struct Node<'s> {
    pub(crate) spec: &'s Spec<'s>,
    id: u32,
}

/// A value with the place where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named<T> {
    /// The value.
    pub value: T,
    /// Where.
    pub span: Span,
}

/// What a spec says in one place.
#[derive(Clone, Copy, Debug)]
pub enum Field<T> {
    /// Nothing.
    Missing,
    /// Something that does not fit; another finding tells so, and rules stay silent.
    Broken,
    /// This.
    Given(T),
}

impl<T> Field<T> {
    /// The value, where one is given and fits.
    pub fn given(self) -> Option<T> {
        match self {
            Field::Given(value) => Some(value),
            _ => None,
        }
    }

    /// Whether surely nothing is said.
    pub fn is_missing(&self) -> bool {
        matches!(self, Field::Missing)
    }

    /// Whether something is said that does not fit.
    pub fn is_broken(&self) -> bool {
        matches!(self, Field::Broken)
    }

    /// Another view of the same value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Field<U> {
        match self {
            Field::Missing => Field::Missing,
            Field::Broken => Field::Broken,
            Field::Given(value) => Field::Given(f(value)),
        }
    }
}

/// How many blocks are searched one by one.
pub(crate) const FEW: usize = 64;

/// Whether two words of the schema are one. Most differ in length or first letter, which is seen without a call.
fn is_called(known: &str, name: &str) -> bool {
    known.len() == name.len() && known.as_bytes().first() == name.as_bytes().first() && known == name
}

impl<'s> Node<'s> {
    pub(crate) fn new(spec: &'s Spec<'_>, id: u32) -> Self {
        Self { spec, id }
    }

    fn data(self) -> &'s NodeData {
        &self.spec.nodes[self.id as usize]
    }

    /// The schema's entry.
    pub fn block(self) -> &'static Block {
        self.data().block
    }

    /// Where the keyword stands.
    pub fn keyword(self) -> Span {
        self.data().keyword
    }

    /// The label with its text.
    pub fn label(self) -> Option<Named<&'s str>> {
        self.data().label.map(|span| Named { value: span.of(self.spec.text), span })
    }

    /// The label's text; empty where there is none.
    pub fn name(self) -> &'s str {
        self.label().map_or("", |label| label.value)
    }

    /// Where findings about the whole block point: its label, or its keyword.
    pub fn place(self) -> Span {
        self.data().label.unwrap_or(self.data().keyword)
    }

    /// All of the block.
    pub fn span(self) -> Span {
        self.data().span
    }

    /// Where the block ends: the offset of its closing brace.
    pub fn end(self) -> u32 {
        self.data().end
    }

    /// The block around this one.
    pub fn parent(self) -> Node<'s> {
        Node { spec: self.spec, id: self.data().parent }
    }

    /// Whether the block surely says nothing: no value, no block inside, nothing broken.
    pub fn is_empty(self) -> bool {
        let data = self.data();
        let silent = |attribute: &AttributeData| attribute.elements.is_empty() && !attribute.broken;
        data.children.is_empty() && data.doubtful.is_empty() && !data.broken && self.attribute_data().iter().all(silent)
    }

    /// The blocks of one keyword inside, in the order of the text.
    pub fn children(self, block: &Block) -> impl Iterator<Item = Node<'s>> + use<'s> {
        let block: *const Block = block;
        let range = self.data().children.clone();
        let spec = self.spec;
        range.map(move |id| Node { spec, id }).filter(move |node| std::ptr::eq(node.block(), block))
    }

    /// The block of a keyword and a label inside.
    pub fn child_named(self, block: &'static Block, name: &str) -> Option<Node<'s>> {
        // A page is searched; what is far longer than a page has its names in order.
        if self.spec.by_name.is_empty() || self.data().children.len() <= FEW {
            return self.children(block).find(|node| node.name() == name);
        }
        let id = self.spec.find_by_name(block.name, name)?;
        Some(Node { spec: self.spec, id }).filter(|node| node.data().parent == self.id)
    }

    /// The first block of a keyword inside.
    pub fn child(self, block: &Block) -> Option<Node<'s>> {
        self.children(block).next()
    }

    /// Whether a block of this keyword is surely not inside.
    pub fn lacks(self, block: &Block) -> bool {
        !self.doubts(block.name) && self.child(block).is_none()
    }

    fn doubts(self, name: &str) -> bool {
        let data = self.data();
        data.broken || data.doubtful.contains(&name)
    }

    pub(crate) fn attribute_data(self) -> &'s [AttributeData] {
        let range = &self.data().attributes;
        &self.spec.attributes[range.start as usize..range.end as usize]
    }

    /// The attributes that are written inside, understood or not.
    pub fn attributes(self) -> impl Iterator<Item = &'static Attribute> {
        self.attribute_data().iter().filter_map(|data| data.attribute)
    }

    fn find(self, name: &str) -> Field<&'s AttributeData> {
        debug_assert!(self.block().attribute(name).is_some(), "`{}` has no attribute `{name}`", self.block().name);
        let found = self
            .attribute_data()
            .iter()
            .find(|data| data.attribute.is_some_and(|attribute| is_called(attribute.name, name)));
        match found {
            Some(data) if data.broken => Field::Broken,
            Some(data) if data.elements.is_empty() => Field::Missing,
            Some(data) => Field::Given(data),
            None if self.doubts(name) => Field::Broken,
            None => Field::Missing,
        }
    }

    pub(crate) fn elements_of(self, data: &AttributeData) -> &'s [Element] {
        &self.spec.elements[data.elements.start as usize..data.elements.end as usize]
    }

    /// Whether anything fits under that name.
    pub fn says(self, name: &str) -> bool {
        matches!(self.find(name), Field::Given(_))
    }

    /// Whether text stands under that name that is more than a hole of a template.
    pub fn fills_in(self, name: &str) -> bool {
        self.texts(name).iter().any(|text| !is_hole(&text.value))
    }

    /// Where the value of an attribute stands.
    pub fn value_span(self, name: &str) -> Option<Span> {
        self.attribute_data()
            .iter()
            .find(|data| data.attribute.is_some_and(|attribute| attribute.name == name))
            .map(|data| data.value)
    }

    /// The elements of an attribute; a lone value is a list of one.
    pub fn list(self, name: &str) -> Field<&'s [Element]> {
        self.find(name).map(|data| self.elements_of(data))
    }

    fn first(self, name: &str) -> Field<&'s Element> {
        match self.list(name) {
            Field::Given([element, ..]) => Field::Given(element),
            Field::Given([]) | Field::Missing => Field::Missing,
            Field::Broken => Field::Broken,
        }
    }

    /// The word of an attribute, as its enum.
    pub fn word<T: Enumerated>(self, name: &str) -> Field<Named<T>> {
        match self.first(name) {
            Field::Given(Element { span, data: Data::Word(index) }) => {
                Field::Given(Named { value: T::ALL[*index as usize], span: *span })
            }
            Field::Missing => Field::Missing,
            _ => Field::Broken,
        }
    }

    /// All words of an attribute, each once.
    pub fn words<T: Enumerated>(self, name: &str) -> Vec<Named<T>> {
        let mut words: Vec<Named<T>> = Vec::new();
        for element in self.list(name).given().unwrap_or_default() {
            if let Data::Word(index) = element.data {
                let value = T::ALL[index as usize];
                if words.iter().all(|word| word.value != value) {
                    words.push(Named { value, span: element.span });
                }
            }
        }
        words
    }

    /// The text of an attribute.
    pub fn text(self, name: &str) -> Field<Named<Cow<'s, str>>> {
        self.first(name).map(|element| Named { value: text::cook(element.span.of(self.spec.text)), span: element.span })
    }

    /// All texts of an attribute.
    pub fn texts(self, name: &str) -> Vec<Named<Cow<'s, str>>> {
        let elements = self.list(name).given().unwrap_or_default();
        elements
            .iter()
            .map(|element| Named { value: text::cook(element.span.of(self.spec.text)), span: element.span })
            .collect()
    }

    /// The number or quantity of an attribute.
    pub fn quantity(self, name: &str) -> Field<Named<Quantity>> {
        match self.first(name) {
            Field::Given(Element { span, data: Data::Number(value) }) => {
                Field::Given(Named { value: *value, span: *span })
            }
            Field::Missing => Field::Missing,
            _ => Field::Broken,
        }
    }

    /// A count.
    pub fn count(self, name: &str) -> Field<Named<u64>> {
        match self.quantity(name) {
            Field::Given(number) => match u64::try_from(number.value.value) {
                Ok(value) => Field::Given(Named { value, span: number.span }),
                Err(_) => Field::Broken,
            },
            Field::Missing => Field::Missing,
            Field::Broken => Field::Broken,
        }
    }

    /// `true` or `false`.
    pub fn flag(self, name: &str) -> Field<Named<bool>> {
        match self.first(name) {
            Field::Given(Element { span, data: Data::Bool(value) }) => {
                Field::Given(Named { value: *value, span: *span })
            }
            Field::Missing => Field::Missing,
            _ => Field::Broken,
        }
    }

    /// A day.
    pub fn date(self, name: &str) -> Field<Named<Date>> {
        match self.first(name) {
            Field::Given(Element { span, data: Data::Date(value) }) => {
                Field::Given(Named { value: *value, span: *span })
            }
            Field::Missing => Field::Missing,
            _ => Field::Broken,
        }
    }

    /// The names of an attribute that refers to others, each once.
    pub fn names(self, name: &str) -> Vec<Named<&'s str>> {
        let mut names: Vec<Named<&'s str>> = Vec::new();
        for element in self.list(name).given().unwrap_or_default() {
            let value = element.span.of(self.spec.text);
            if matches!(element.data, Data::Name) && names.iter().all(|known| known.value != value) {
                names.push(Named { value, span: element.span });
            }
        }
        names
    }

    /// The name of an attribute that refers to one other.
    pub fn name_of(self, name: &str) -> Field<Named<&'s str>> {
        match self.first(name) {
            Field::Given(Element { span, data: Data::Name }) => {
                Field::Given(Named { value: span.of(self.spec.text), span: *span })
            }
            Field::Missing => Field::Missing,
            _ => Field::Broken,
        }
    }
}

impl Node<'_> {
    /// Whether nothing inside is so broken that it says not even what it is called.
    pub(crate) fn knows_every_name(self) -> bool {
        let data = self.data();
        !data.broken && data.doubtful.is_empty()
    }

    /// Whether nothing broken inside may be the item of that name.
    pub(crate) fn is_sure_of(self, name: &str) -> bool {
        !self.doubts(name)
    }
}

impl<'s> Node<'s> {
    /// The free names inside: metrics in `readings`, names in `parameters`.
    pub fn entries(self) -> impl Iterator<Item = Named<&'s str>> {
        let text = self.spec.text;
        self.attribute_data()
            .iter()
            .filter(|data| data.attribute.is_none())
            .map(move |data| Named { value: data.name.of(text), span: data.name })
    }

    /// The free names inside, each with its values; those that were not understood are left out.
    pub fn free_entries(self) -> impl Iterator<Item = (Named<&'s str>, &'s [Element])> {
        let text = self.spec.text;
        let understood = |data: &&AttributeData| data.attribute.is_none() && !data.broken && !data.elements.is_empty();
        let data = self.attribute_data().iter().filter(understood);
        data.map(move |data| (Named { value: data.name.of(text), span: data.name }, self.elements_of(data)))
    }

    /// The number under a free name, such as a setting in `parameters`.
    pub fn entry_number(self, name: &str) -> Field<Named<Decimal>> {
        let Some(data) = self.attribute_data().iter().find(|data| data.name.of(self.spec.text) == name) else {
            return if self.data().broken { Field::Broken } else { Field::Missing };
        };
        match self.elements_of(data) {
            [Element { span, data: Data::Number(Quantity { value, unit: None }) }] if !data.broken => {
                Field::Given(Named { value: *value, span: *span })
            }
            _ => Field::Broken,
        }
    }

    /// Where the header of the file ends.
    pub(crate) fn header_end(self) -> Option<u32> {
        self.spec.title().map(|title| title.end)
    }

    /// Whether the file has data that a metric could be judged on.
    pub(crate) fn has_data_to_name(self) -> bool {
        self.spec.data().next().is_some()
    }
}
