package diag

import (
	"encoding/json"
	"go/token"
	"io"
)

// object is a finding as JSON. Empty fields are left out.
type object struct {
	File     string    `json:"file,omitempty"`
	Line     int       `json:"line,omitempty"`
	Column   int       `json:"column,omitempty"`
	Severity string    `json:"severity,omitempty"`
	Message  string    `json:"message"`
	Hint     string    `json:"hint,omitempty"`
	Related  []related `json:"related,omitempty"`
}

// related is another place as JSON.
type related struct {
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
}

// JSON writes the findings in the order of Print, one object a line, with the paths of Print. Lines and columns count from 1, columns in
// bytes.
func (l List) JSON(w io.Writer, dir string) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, d := range l.Sorted() {
		o := object{Severity: "error", Message: d.Message, Hint: d.Hint}
		if d.Note {
			o.Severity = "note"
		}
		o.File, o.Line, o.Column = file(d.Pos, dir), d.Pos.Line, d.Pos.Column
		for _, r := range d.Related {
			o.Related = append(o.Related, related{file(r.Pos, dir), r.Pos.Line, r.Pos.Column, r.Message})
		}
		if err := encoder.Encode(o); err != nil {
			return err
		}
	}
	return nil
}

func file(pos token.Position, dir string) string {
	if pos.Filename == "" {
		return ""
	}
	return Relative(pos.Filename, dir)
}
