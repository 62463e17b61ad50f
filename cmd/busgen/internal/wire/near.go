package wire

import (
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/directive"
)

// habit splits the name of a method that is about an event into how such names begin and the event's name: OnTrade gives On and
// Trade. A name of another kind gives nothing.
func habit(name string) (prefix, noun string) {
	for _, prefix := range []string{"On", "on", "Handle", "handle"} {
		if noun, ok := strings.CutPrefix(name, prefix); ok && noun != "" && title(noun) == noun {
			return prefix, noun
		}
	}
	return "", ""
}

// maxNear bounds the names that are compared letter by letter.
const maxNear = 64

// near finds the interest that a method with another name was probably meant to be, nil if there is none: a method that takes
// an event and goes by another name than the event's, or that begins with On and is a few letters off.
//
// Names of other habits, which may be helpers, count only if they agree with an event's and take something of it.
func (v *vocabulary) near(m method) *interest {
	prefix, noun := habit(m.name)
	if noun == "" || v.interests[m.name] != nil || len(noun) > maxNear {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(v.interests)) {
		in := v.interests[name]
		if same(noun, in.noun()) && (prefix == "On" || in.mentioned(m.sig)) {
			return in
		}
	}
	if prefix != "On" {
		return nil
	}
	var best *interest
	least := maxNear
	for _, name := range slices.Sorted(maps.Keys(v.interests)) {
		in := v.interests[name]
		if _, fits := in.fits(m.sig); fits && name != onEvent {
			return in
		}
		if d := directive.Distance(noun, in.noun()); d < least && d*in.strictness(m.sig) <= len(noun) {
			best, least = in, d
		}
	}
	return best
}

func (in *interest) noun() string { return strings.TrimPrefix(in.method, "On") }

// same says whether two nouns differ in capitals and the usual endings only.
func same(noun, event string) bool {
	for _, ending := range []string{"", "s", "Event", "Events", "Consumer"} {
		if strings.EqualFold(noun, event+ending) {
			return true
		}
	}
	return false
}

// strictness says of how many letters one may be wrong: of every second if the signature is about the event.
func (in *interest) strictness(sig *types.Signature) int {
	if in.mentioned(sig) {
		return 2
	}
	return 4
}

// mentioned says whether a signature takes something of the event, or any event.
func (in *interest) mentioned(sig *types.Signature) bool {
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
