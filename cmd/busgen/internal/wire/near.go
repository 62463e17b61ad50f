package wire

import (
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/directive"
)

// habit splits the name of a method into a usual prefix of consumer methods and the rest: OnTrade gives On and Trade. It returns nothing for
// other names.
func habit(name string) (prefix, noun string) {
	for _, prefix := range []string{"On", "on", "Handle", "handle"} {
		if noun, ok := strings.CutPrefix(name, prefix); ok && noun != "" && title(noun) == noun {
			return prefix, noun
		}
	}
	return "", ""
}

// maxNear limits the length of names that are compared letter by letter.
const maxNear = 64

// near returns the consumer method that a method with another name was probably meant to be: one with the same parameter, or whose name
// differs in a few letters. It returns nil if there is none.
//
// A method with a prefix other than On may be a helper. It counts only if the rest is the name of an event and a parameter is part of it.
func (v *vocabulary) near(m method) *consumerMethod {
	prefix, noun := habit(m.name)
	if noun == "" || v.methods[m.name] != nil || len(noun) > maxNear {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(v.methods)) {
		in := v.methods[name]
		if same(noun, in.noun()) && (prefix == "On" || in.mentioned(m.sig)) {
			return in
		}
	}
	if prefix != "On" {
		return nil
	}
	var best *consumerMethod
	least := maxNear
	for _, name := range slices.Sorted(maps.Keys(v.methods)) {
		in := v.methods[name]
		if in.alike(m.sig) && name != onEvent {
			return in
		}
		if d := directive.Distance(noun, in.noun()); d < least && d*in.strictness(m.sig) <= len(noun) {
			best, least = in, d
		}
	}
	return best
}

func (in *consumerMethod) noun() string { return strings.TrimPrefix(in.method, "On") }

// same reports whether two nouns differ only in capitals and the usual endings.
func same(noun, event string) bool {
	for _, ending := range []string{"", "s", "Event", "Events", "Consumer"} {
		if strings.EqualFold(noun, event+ending) {
			return true
		}
	}
	return false
}

// strictness returns how many letters a name must have for each wrong one: fewer if the signature mentions the event.
func (in *consumerMethod) strictness(sig *types.Signature) int {
	if in.mentioned(sig) {
		return 2
	}
	return 4
}

// alike reports whether a signature is that of the consumer method, apart from a pointer.
func (in *consumerMethod) alike(sig *types.Signature) bool {
	obj := typeName(parameter(sig))
	return obj != nil && slices.ContainsFunc(in.takes, func(t take) bool { return typeName(t.typ) == obj })
}

// mentioned reports whether a parameter belongs to the event, or is any event.
func (in *consumerMethod) mentioned(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		obj := typeName(p.Type())
		if obj == nil {
			continue
		}
		if obj.Pkg() != nil && obj.Pkg().Path() == EventsPath && obj.Name() == "Event" {
			return true
		}
		for _, t := range in.takes {
			if obj == typeName(t.typ) {
				return true
			}
		}
		for _, t := range in.about {
			if obj == typeName(t) {
				return true
			}
		}
	}
	return false
}
