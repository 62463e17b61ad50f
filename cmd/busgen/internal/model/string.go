package model

import (
	"fmt"
	"strings"
	"unicode"
)

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func capital(word string) string {
	runes := []rune(word)
	runes[0] = unicode.ToUpper(runes[0])
	return string(runes)
}

// String writes the type as a reader of the domain would, for diagnostics: with package names, without import paths.
func (t *Type) String() string {
	switch t.Kind {
	case Basic, TypeParam:
		return t.Name
	case Named:
		return t.namedString()
	case Pointer:
		return "*" + t.Elem.String()
	case Slice:
		return "[]" + t.Elem.String()
	case Array:
		return fmt.Sprintf("[%d]%s", t.Len, t.Elem)
	case Map:
		return fmt.Sprintf("map[%s]%s", t.Key, t.Elem)
	case Struct:
		return t.structString()
	case Interface:
		var methods []string
		for _, m := range t.Methods {
			methods = append(methods, m.Name+strings.TrimPrefix(m.Sig.String(), "func"))
		}
		return "interface{ " + strings.Join(methods, "; ") + " }"
	case Func:
		return t.funcString()
	}
	return [...]string{"chan ", "chan<- ", "<-chan "}[t.Dir] + t.Elem.String()
}

func (t *Type) namedString() string {
	if len(t.Args) == 0 {
		return t.PkgName + "." + t.Name
	}
	return t.PkgName + "." + t.Name + "[" + join(t.Args) + "]"
}

func (t *Type) structString() string {
	var fields []string
	for _, f := range t.Fields {
		if f.Embedded {
			fields = append(fields, f.Spelled().String())
		} else {
			fields = append(fields, f.Name+" "+f.Type.String())
		}
	}
	if t.Hidden {
		fields = append(fields, "...")
	}
	if len(fields) == 0 {
		return "struct{}"
	}
	return "struct{ " + strings.Join(fields, "; ") + " }"
}

func (t *Type) funcString() string {
	params := join(t.Params)
	if n := len(t.Params); t.Variadic && n > 0 {
		params = strings.TrimPrefix(join(t.Params[:n-1])+", ..."+t.Params[n-1].Elem.String(), ", ")
	}
	switch len(t.Results) {
	case 0:
		return "func(" + params + ")"
	case 1:
		return "func(" + params + ") " + t.Results[0].String()
	}
	return "func(" + params + ") (" + join(t.Results) + ")"
}

func join(types []*Type) string {
	var texts []string
	for _, t := range types {
		texts = append(texts, t.String())
	}
	return strings.Join(texts, ", ")
}
