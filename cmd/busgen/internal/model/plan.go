package model

// plan decides how to copy each type. Types may be recursive, so it repeats until nothing changes. That ends, because a plan only gets
// worse.
func (t *typer) plan() {
	for changed := true; changed; {
		changed = false
		for _, made := range t.all {
			before := made.Copy
			made.settle()
			changed = changed || made.Copy != before
		}
	}
}

// settle computes a type's plan from those of its parts.
func (t *Type) settle() {
	if t.CopyFunc != nil {
		return
	}
	switch t.Kind {
	case Basic:
		if t.IsInterface() {
			t.impossible("an interface ("+t.Name+")", hintInterface)
		}
	case Named:
		switch {
		case t.Path == "unsafe":
			t.impossible("an unsafe pointer", "a payload is plain data: store the value itself")
		case t.Under != nil:
			t.worst(t.Under)
			if t.Under.Kind == Interface && t.Copy == CopyImpossible {
				t.impossible("an interface ("+t.String()+")", hintInterface)
			}
		}
	case Array:
		t.worst(t.Elem)
	case Struct:
		for _, f := range t.Fields {
			t.worst(f.Type)
		}
	case Pointer, Slice:
		t.deep(t.Elem)
	case Map:
		if t.Key.Copy == CopyDeep || t.Key.Copy == CopyClone {
			t.impossible("a map key with pointers ("+t.Key.String()+")", "use a key without pointers, such as an ID")
		}
		t.deep(t.Key, t.Elem)
	case Interface:
		t.impossible("an interface", hintInterface)
	case Func:
		t.impossible("a function", "a payload is plain data: store the result of the function")
	case Chan:
		t.impossible("a channel", "a payload is plain data: keep the channel in the consumer")
	}
}

const hintInterface = "use a concrete type, or declare an event for each"

// worst makes t's plan at least as bad as that of a part.
func (t *Type) worst(part *Type) {
	switch {
	case t.Copy == CopyImpossible:
	case part.Copy == CopyImpossible:
		t.impossible(part.Why, part.Hint)
	case part.Copy != CopyPlain:
		t.Copy = CopyDeep
	}
}

// deep makes t's plan that of a type which refers to its parts.
func (t *Type) deep(parts ...*Type) {
	if t.Copy == CopyPlain {
		t.Copy = CopyDeep
	}
	for _, part := range parts {
		t.worst(part)
	}
}

// IsInterface reports whether values of a type are of other types.
func (t *Type) IsInterface() bool {
	return t.Kind == Basic && (t.Name == "any" || t.Name == "error") || t.Underlying().Kind == Interface
}
