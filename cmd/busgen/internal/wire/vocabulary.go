package wire

import (
	"cmp"
	"go/types"
	"slices"
	"strings"
)

// The packages of the runtime that a bus imports.
const (
	EventsPath  = "github.com/busgen/busgen/events"
	RuntimePath = "github.com/busgen/busgen/mux"
)

// vocabulary lists the events of a generated package, their capabilities, and the consumer methods for both.
type vocabulary struct {
	pkg          *types.Package
	router       types.Type
	events       []*event                   // sorted by name
	capabilities []*capability              // sorted by name
	methods      map[string]*consumerMethod // by name
}

type event struct {
	name     string
	payload  *types.Named
	concrete types.Type // generated.Trade
	has      []*capability
}

type capability struct {
	name string
	typ  types.Type // generated.PnLEvent
}

// consumerMethod is a method that subscribes a consumer, and the parameters that it may have.
type consumerMethod struct {
	method string
	takes  []take
	about  []types.Type // types that a misspelt one may have as a parameter: the payload, its view, a pointer
}

type take struct {
	typ types.Type
	by  By
}

// read returns the vocabulary of a completely loaded package; nil if busgen did not generate it.
func read(pkg *types.Package, runtime *types.Package) *vocabulary {
	emitter := interfaceOf(pkg, "Emitter")
	router := typeOf(pkg, "Router")
	if emitter == nil || router == nil {
		return nil
	}
	v := &vocabulary{pkg: pkg, router: router, methods: map[string]*consumerMethod{}}
	for m := range emitter.Methods() {
		v.event(strings.TrimPrefix(m.Name(), "Emit"), m.Signature())
	}
	slices.SortFunc(v.events, func(a, b *event) int { return cmp.Compare(a.name, b.name) })
	for _, name := range pkg.Scope().Names() {
		if aspect, ok := strings.CutSuffix(name, "Consumer"); ok {
			v.capability(aspect)
		}
	}
	v.boundaries(runtime)
	return v
}

func (v *vocabulary) event(name string, emits *types.Signature) {
	concrete := typeOf(v.pkg, name)
	if concrete == nil || emits.Params().Len() != 1 {
		return
	}
	payload, ok := types.Unalias(emits.Params().At(0).Type()).(*types.Named)
	if !ok {
		return
	}
	v.events = append(v.events, &event{name: name, payload: payload, concrete: concrete})
	in := &consumerMethod{method: "On" + name, takes: []take{{concrete, ByValue}}, about: []types.Type{payload}}
	if view := typeOf(v.pkg, name+"View"); view != nil {
		in.about = append(in.about, view)
	}
	if iface := typeOf(v.pkg, name+"Event"); iface != nil {
		in.takes = slices.Insert(in.takes, 0, take{iface, ByInterface})
	}
	v.methods[in.method] = in
}

// capability adds the event interface of a capability.
func (v *vocabulary) capability(name string) {
	iface, typ := interfaceOf(v.pkg, name+"Event"), typeOf(v.pkg, name+"Event")
	if iface == nil || v.methods["On"+name] != nil {
		return
	}
	c := &capability{name: name, typ: typ}
	v.capabilities = append(v.capabilities, c)
	v.methods["On"+name] = &consumerMethod{method: "On" + name, takes: []take{{typ, ByInterface}}}
	for _, e := range v.events {
		if types.Implements(types.NewPointer(e.concrete), iface) {
			e.has = append(e.has, c)
		}
	}
}

// The methods of consumers of everything, and of boundaries.
const (
	onEvent      = "OnEvent"
	onBeginBlock = "OnBeginBlock"
	onEndTx      = "OnEndTx"
	onEndBlock   = "OnEndBlock"
)

func (v *vocabulary) boundaries(runtime *types.Package) {
	for _, method := range []string{onEvent, onBeginBlock, onEndTx, onEndBlock} {
		if typ := typeOf(runtime, strings.TrimPrefix(method, "On")); typ != nil {
			by := ByValue
			if method == onEvent {
				by = ByInterface
			}
			v.methods[method] = &consumerMethod{method: method, takes: []take{{typ, by}}}
		}
	}
}

// words returns the methods of the package's interface Vocabulary; nil if it has none.
func (v *vocabulary) words() []string {
	pins := interfaceOf(v.pkg, "Vocabulary")
	if pins == nil {
		return nil
	}
	var words []string
	for m := range pins.Methods() {
		words = append(words, m.Name())
	}
	slices.Sort(words)
	return words
}

// interfaceOf returns the interface with a name that a package declares; nil if there is none.
func interfaceOf(pkg *types.Package, name string) *types.Interface {
	typ := typeOf(pkg, name)
	if typ == nil {
		return nil
	}
	iface, _ := typ.Underlying().(*types.Interface)
	return iface
}

func typeOf(pkg *types.Package, name string) types.Type {
	obj, ok := pkg.Scope().Lookup(name).(*types.TypeName)
	if !ok {
		return nil
	}
	return types.Unalias(obj.Type())
}
