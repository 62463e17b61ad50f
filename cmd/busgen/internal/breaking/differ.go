package breaking

import "go/ast"

// difference is a place within a type at which two versions differ.
type difference struct {
	path     string // as in .Leg[].Price; empty for the type itself
	old, new string // the types; new is empty for a removed field
}

// differ compares types of two versions. It compares named types by their structure, if that is known, because the name makes no difference
// to values.
type differ struct {
	old, new shapes
	open     map[string]bool // pairs that are being compared: recursive types
	found    []difference
}

func (d *differ) compare(path string, old, new ast.Expr) {
	oldName, newName := spell(old), spell(new)
	pair := oldName + "\x00" + newName
	if d.open[pair] {
		return
	}
	d.open[pair] = true
	defer delete(d.open, pair)
	before, after := d.old.structure(old), d.new.structure(new)
	switch {
	case before != nil && after != nil:
		d.fields(path, before, after)
		return
	case before == nil && after == nil:
		o, n := d.old.under(old), d.new.under(new)
		if d.elements(path, o, n) || spell(o) == spell(n) {
			return
		}
		if oldName == newName {
			oldName, newName = oldName+" ("+spell(o)+")", newName+" ("+spell(n)+")"
		}
	}
	d.found = append(d.found, difference{path, oldName, newName})
}

// under returns the underlying type of a type that is not a struct; the type itself if that is not known.
func (s shapes) under(typ ast.Expr) ast.Expr {
	if known := s[spell(typ)]; known != nil && known.under != nil {
		return known.under
	}
	return typ
}

// fields compares structs. New fields are no difference: old values do not have them.
func (d *differ) fields(path string, old, new *structure) {
	for _, name := range old.names {
		if typ := new.types[name]; typ != nil {
			d.compare(path+"."+name, old.types[name], typ)
		} else {
			d.found = append(d.found, difference{path + "." + name, spell(old.types[name]), ""})
		}
	}
}

// elements compares the element types of two types, if both are pointers, slices, arrays of one length, maps, or instances of one generic type.
func (d *differ) elements(path string, old, new ast.Expr) bool {
	switch o := old.(type) {
	case *ast.StarExpr:
		if n, ok := new.(*ast.StarExpr); ok {
			d.compare(path, o.X, n.X)
			return true
		}
	case *ast.ArrayType:
		if n, ok := new.(*ast.ArrayType); ok && length(o) == length(n) {
			d.compare(path+"[]", o.Elt, n.Elt)
			return true
		}
	case *ast.MapType:
		if n, ok := new.(*ast.MapType); ok {
			d.compare(path+"[key]", o.Key, n.Key)
			d.compare(path+"[]", o.Value, n.Value)
			return true
		}
	case *ast.IndexExpr:
		if n, ok := new.(*ast.IndexExpr); ok && spell(o.X) == spell(n.X) {
			d.compare(path+"[]", o.Index, n.Index) // of an events.List
			return true
		}
	}
	return false
}

func length(a *ast.ArrayType) string {
	if a.Len == nil {
		return ""
	}
	return spell(a.Len)
}
