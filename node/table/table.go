// Package table lays out the tables of the reports. They have no borders, so that they fit a terminal of 80 columns.
package table

import (
	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// Table is a table of words and numbers.
type Table struct {
	title  string
	writer table.Writer
}

// New returns a table whose first columns are words and whose other columns are numbers. A heading may have several lines.
func New(title string, words int, headings ...string) Table {
	writer := table.NewWriter()
	writer.SetStyle(style())
	writer.SuppressTrailingSpaces()
	row := make(table.Row, len(headings))
	layout := make([]table.ColumnConfig, len(headings))
	for i, heading := range headings {
		row[i] = heading
		align := text.AlignRight
		if i < words {
			align = text.AlignLeft
		}
		layout[i] = table.ColumnConfig{Number: i + 1, Align: align, AlignHeader: align, VAlignHeader: text.VAlignBottom}
	}
	writer.AppendHeader(row)
	writer.SetColumnConfigs(layout)
	return Table{title, writer}
}

// style separates columns by two spaces, and headings and parts by a line.
func style() table.Style {
	s := table.StyleLight
	s.Box.PaddingLeft, s.Box.PaddingRight = "", ""
	s.Box.MiddleVertical, s.Box.MiddleSeparator = "  ", "──"
	s.Options = table.Options{SeparateColumns: true, SeparateHeader: true}
	return s
}

// Row adds a row.
func (t Table) Row(cells ...any) { t.writer.AppendRow(cells) }

// Line adds a line between two parts of the table.
func (t Table) Line() { t.writer.AppendSeparator() }

// String returns the table, which ends with a line break.
func (t Table) String() string { return t.title + "\n" + t.writer.Render() + "\n" }
