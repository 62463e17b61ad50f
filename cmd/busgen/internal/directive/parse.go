package directive

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"strings"
)

// Directive is a comment line that is a directive of busgen.
type Directive struct {
	Entry
	Args string
	Pos  token.Pos
}

// Was returns the former name that the directive gives; empty if it gives none.
func (d Directive) Was() string { return strings.TrimPrefix(d.Args, "was=") }

// former matches the argument that gives a former name.
var former = regexp.MustCompile(`^was=[\pL_][\pL_\p{Nd}]*$`)

// Problem says why a comment line that resembles a directive is none.
type Problem struct {
	Message, Hint string
}

// maxName bounds the words that are compared with the table, so that a comment of any length costs little.
const maxName = 32

// Parse reads one comment, with its "//" or "/*", that starts at pos. It returns a directive, or a problem, or neither if the comment is not
// meant for busgen.
func Parse(pos token.Pos, comment string) (*Directive, *Problem) {
	d, ok := ast.ParseDirective(pos, comment)
	if !ok || d.Tool != Tool {
		return nil, nearMiss(comment)
	}
	entry, known := Lookup(d.Name)
	switch {
	case !known:
		return nil, unknown(comment, d.Name)
	case d.Args != "" && entry.Args == "":
		return nil, &Problem{
			Message: fmt.Sprintf("%s takes no arguments, found %q", entry, d.Args),
			Hint:    fmt.Sprintf("write %s on a line of its own", entry),
		}
	case entry.Args == Partial && d.Args != "" && d.Args != Partial:
		return nil, &Problem{
			Message: fmt.Sprintf("%s takes %s, found %q", entry, entry.Args, d.Args),
			Hint:    fmt.Sprintf("write %s %s if some events need no consumer; otherwise write no argument", entry, entry.Args),
		}
	case entry.Args == wasArgs && !former.MatchString(d.Args) && (d.Args != "" || entry.Name == Field):
		return nil, &Problem{
			Message: fmt.Sprintf("%s takes %s, found %q", entry, entry.Args, d.Args),
			Hint:    fmt.Sprintf("write %s %s, where OldName is the former name", entry, entry.Args),
		}
	case !entry.Available:
		return nil, &Problem{
			Message: fmt.Sprintf("%s is not yet available", entry),
			Hint:    "this version of busgen knows " + available(),
		}
	}
	return &Directive{Entry: entry, Args: d.Args, Pos: pos}, nil
}

func unknown(comment, name string) *Problem {
	p := &Problem{Message: fmt.Sprintf("unknown directive //%s:%s", Tool, name)}
	if e, ok := nearest(clip(name)); ok {
		p.Hint = fmt.Sprintf("did you mean %s?", e)
	} else {
		p.Hint = "busgen knows " + available()
	}
	return p
}

func available() string {
	var names []string
	for _, e := range Table {
		if e.Available {
			names = append(names, e.String())
		}
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// almost matches what people type when they mean a directive: with spaces, in capitals, with another separator, in a block
// comment. Prose that starts with the name has more words on its line.
var almost = regexp.MustCompile(`^(//+|/\*+)[ \t]*(\w{4,8})[ \t]*[:.=/-]?[ \t]*(\w+)[ \t]*(\*/)?$`)

func nearMiss(comment string) *Problem {
	if m := almost.FindStringSubmatch(strings.TrimRight(comment, " \t\r\n")); m != nil && meansUs(m[2]) {
		if e, ok := nearest(clip(m[3])); ok && closeEnough(comment, m[3], e) {
			return &Problem{
				Message: fmt.Sprintf("%q is not a directive", firstLine(comment)),
				Hint:    fmt.Sprintf("did you mean %s? A directive starts with //, has no spaces and no capitals", e),
			}
		}
	}
	if strings.HasPrefix(comment, "//"+Tool+":") {
		return &Problem{
			Message: fmt.Sprintf("%q is not a directive", firstLine(comment)),
			Hint:    "busgen knows " + available(),
		}
	}
	return nil
}

// meansUs reports whether a word is busgen, with up to two wrong letters.
func meansUs(word string) bool {
	return Distance(strings.ToLower(word), Tool) <= 2
}

// closeEnough reports whether two words are a directive and not prose. If nothing else shows that a directive is meant, the name must be
// right, apart from capitals.
func closeEnough(comment, name string, e Entry) bool {
	return strings.Contains(comment, Tool+":") || strings.EqualFold(name, e.Name)
}

func firstLine(comment string) string {
	line, _, _ := strings.Cut(comment, "\n")
	if len(line) > 2*maxName {
		return strings.ToValidUTF8(line[:2*maxName], "") + "…"
	}
	return line
}

func clip(name string) string {
	return name[:min(len(name), maxName)]
}
