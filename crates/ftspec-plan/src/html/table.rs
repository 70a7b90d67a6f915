//! Tables that hold on a telephone: on a narrow screen each row becomes a card, and each cell says its column.
//!
//! Screen readers forget a table whose parts are no longer laid out as one; so the roles are written down.

use maud::{Markup, html};

/// A table being filled.
pub struct Table {
    caption: Markup,
    columns: Vec<Column>,
    rows: Vec<Row>,
}

struct Column {
    title: &'static str,
    /// Its share of the width.
    weight: u32,
}

struct Row {
    class: Option<&'static str>,
    cells: Vec<Markup>,
}

impl Table {
    /// An empty table. The caption says what it shows, to whoever cannot see what stands around it.
    pub fn new(caption: &str) -> Self {
        Self { caption: html! { (caption) }, columns: Vec::new(), rows: Vec::new() }
    }

    /// Another column. The first one names the row.
    pub fn column(mut self, title: &'static str, weight: u32) -> Self {
        self.columns.push(Column { title, weight });
        self
    }

    /// Another row, a cell a column.
    pub fn row(&mut self, cells: Vec<Markup>) {
        self.classed(None, cells);
    }

    /// Another row that looks different.
    pub fn classed(&mut self, class: Option<&'static str>, cells: Vec<Markup>) {
        debug_assert_eq!(cells.len(), self.columns.len(), "a cell a column");
        self.rows.push(Row { class, cells });
    }

    /// The table as it stands.
    pub fn show(&self) -> Markup {
        let total: u32 = self.columns.iter().map(|column| column.weight).sum();
        let share = |column: &Column| format!("width:{:.2}%", f64::from(column.weight * 100) / f64::from(total.max(1)));
        html! {
            table role="table" {
                caption.vh { (self.caption) }
                colgroup { @for column in &self.columns { col style=(share(column)); } }
                thead role="rowgroup" {
                    tr role="row" {
                        @for column in &self.columns { th role="columnheader" scope="col" { (column.title) } }
                    }
                }
                tbody role="rowgroup" { @for row in &self.rows { (self.cells(row)) } }
            }
        }
    }

    fn cells(&self, row: &Row) -> Markup {
        html! {
            tr class=[row.class] role="row" {
                @for (at, (column, cell)) in self.columns.iter().zip(&row.cells).enumerate() {
                    @if at == 0 {
                        th role="rowheader" scope="row" { (cell) }
                    } @else {
                        td role="cell" { span.label aria-hidden="true" { (column.title) } div.cell { (cell) } }
                    }
                }
            }
        }
    }
}
