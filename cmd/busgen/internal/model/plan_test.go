package model

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// imported has types of the domain's own module and of another one, for each way in which a type can be copied.
const imported = `
-- values/values.go --
package values

// Decimal is a value: it compares, and nothing that it hides is shared.
type Decimal struct{ digits [4]uint64 }

func (d Decimal) Cmp(other Decimal) int          { return 0 }
func (d *Decimal) UnmarshalText(text []byte) error { return nil }
func (d *Decimal) Scan(from any) error           { return nil }

// Counter compares, and changes in place.
type Counter struct{ counts []int }

func (c Counter) Equal(other Counter) bool { return false }
func (c *Counter) Add(n int)               {}

type Cloned struct{ items []int }

func (c Cloned) Clone() Cloned { return c }

type Shown struct{ Items []int }

func (s Shown) Clone() Shown { return s }
-- foreign/foreign.go --
package foreign

import (
	"math/big"
	"sync"
	"time"
	"unsafe"
)

type (
	Names      []string
	Open       struct{ Items []int; Inner struct{ Key *string } }
	Flat       struct{ n int; text string; at time.Time; pair [2]struct{ a, b float64 } }
	Half       struct{ hidden int; Shown int }
	HalfDeep   struct{ hidden int; Shown []int }
	Hidden     struct{ p *int }
	InArray    struct{ a [1][]int }
	InStruct   struct{ s struct{ m map[string]int } }
	HiddenFunc struct{ f func() }
	HiddenLock struct{ mu sync.Mutex; N int }
	HiddenRaw  struct{ p unsafe.Pointer }
	embedded   struct{ Items []int }
	Embeds     struct{ embedded }
	Box[T any] struct{ v T }
	Nested     struct{ Hidden Hidden }
	Speaker    interface{ Speak() }
	Handler    func(int)
)

type Value struct{ p *int }

func (v Value) Equal(other Value) bool { return false }

type ByPointer struct{ p *int }

func (v *ByPointer) Cmp(other ByPointer) int { return 0 }

type Unlike struct{ p *int }

func (u Unlike) Equal(other any) bool { return false }

type ByValue struct{ p *int }

func (c ByValue) Clone() ByValue { return c }

type ToPointer struct{ p *int }

func (c *ToPointer) Clone() *ToPointer { return c }

type OnPointer struct{ p *int }

func (c *OnPointer) Clone() OnPointer { return *c }

type WithDepth struct{ p *int }

func (c WithDepth) Clone(depth int) WithDepth { return c }

type MayFail struct{ p *int }

func (c MayFail) Clone() (MayFail, error) { return c, nil }

type Converts struct{ p *int }

func (c Converts) Clone() Value { return Value{} }

// Instant hides a value that is known to be one.
type Instant struct{ at time.Time }

type FlatClone struct{ N int }

func (f FlatClone) Clone() FlatClone { return f }

type Deep struct{ p *int }

func (d Deep) DeepCopy() Deep { return d }

type DeepPointer struct{ p *int }

func (d *DeepPointer) DeepCopy() *DeepPointer { return d }

type Into struct{ p *int }

func (d *Into) DeepCopyInto(to *Into) {}

// Holds has only exported fields, and one that nobody else can copy.
type Holds struct{ Object any }

func (h *Holds) DeepCopy() *Holds { return h }

type HoldsBig struct{ N *big.Int; n int }

type Header map[string][]string

func (h Header) Clone() Header { return h }

type IntoOther struct{ p *int }

func (d *IntoOther) DeepCopyInto(to *Into) {}

type IntoValue struct{ p *int }

func (d *IntoValue) DeepCopyInto(to IntoValue) {}

type IntoMay struct{ p *int }

func (d *IntoMay) DeepCopyInto(to *IntoMay) error { return nil }

type Generic[T any] struct{ p *T }

func (c Generic[T]) Clone() Generic[T] { return c }
-- domain/types.go --
package domain

type (
	ID                         string
	Point                      struct{ X, Y int }
	Points                     []Point
	AliasPoint                 = Point
	AliasPoints                = []Point
	Set[T comparable]          = map[T]bool
	Pair[K comparable, V any]  struct { Key K; Value V }
	Tree                       struct{ Left, Right *Tree }
	Ring                       []Ring
	Looped                     struct{ Next *Looped; Out chan int }
	Ping                       struct{ Pong *Pong }
	Pong                       struct{ Pings []Ping; Late []func() }
	Guard                      struct{}
	HalfGuard                  struct{}
	Own                        struct{ Items []int }
)

func (*Guard) Lock()               {}
func (*Guard) Unlock()             {}
func (*HalfGuard) Lock()           {}
func (HalfGuard) Unlock()          {}
func (o Own) Clone() Own           { return o }
func (o Own) Equal(other Own) bool { return false }
`

const (
	keyHint    = "use a key without pointers, such as an ID"
	lockHint   = "a payload is plain data: move the lock to the code that needs it"
	hiddenHint = "copy what the event needs into fields of the payload"
	chanHint   = "a payload is plain data: keep the channel in the consumer"
	funcHint   = "a payload is plain data: store the result of the function"
	unsafeHint = "a payload is plain data: store the value itself"
)

// planned is a type as it is written, and what becomes of it. Where it is shown the way it is written, shown is empty.
type planned struct {
	expr, shown string
	copy        CopyPlan
	why, hint   string
}

func plain(expr string) planned { return planned{expr: expr, copy: CopyPlain} }
func deep(expr string) planned  { return planned{expr: expr, copy: CopyDeep} }
func clone(expr string) planned { return planned{expr: expr, copy: CopyClone} }

func never(expr, why, hint string) planned {
	return planned{expr: expr, copy: CopyImpossible, why: why, hint: hint}
}

func hidden(name string) planned {
	return never(name, "hidden pointers ("+name+") and no method Clone", hiddenHint)
}

func (p planned) as(shown string) planned {
	p.shown = shown
	return p
}

var plans = []planned{
	plain("int"), plain("string"), plain("bool"), plain("byte"), plain("uint8"), plain("rune"), plain("complex128"),
	plain("[3]int"), plain("[2][2]string"), plain("struct{}"), plain("struct{ X int; Y string }"),
	plain("ID"), plain("Point"), plain("AliasPoint").as("domain.Point"), plain("HalfGuard"), plain("Pair[ID, int]").as("domain.Pair[domain.ID, int]"),
	plain("time.Time"), plain("time.Duration"), plain("netip.Addr"), plain("udecimal.Decimal"), plain("json.Number"),
	plain("values.Decimal"), plain("foreign.Flat"), plain("foreign.Half"), plain("foreign.Box[int]"),
	plain("unique.Handle[string]"), plain("netip.Prefix"), plain("netip.AddrPort"), plain("foreign.Instant"), plain("foreign.FlatClone"), plain("events.List[int]"), plain("events.List[[]int]"), plain("[2]events.List[chan int]"),

	deep("[]int"), deep("[]byte"), deep("[]uint8"), deep("*int"), deep("map[string]int"), deep("map[time.Time]udecimal.Decimal"), deep("[2][]int"),
	deep("struct{ X []int }"), deep("*time.Time"), deep("Points"), deep("AliasPoints").as("[]domain.Point"),
	deep("Set[ID]").as("map[domain.ID]bool"), deep("Pair[string, []int]"), deep("Tree"), deep("Ring"), deep("Own"),
	deep("url.URL"), deep("json.RawMessage"), deep("foreign.Names"), deep("foreign.Open"), deep("foreign.HalfDeep"),
	deep("values.Shown"), deep("values.Counter"), deep("[]foreign.ByValue"), deep("[1]foreign.ByValue"), deep("struct{ C values.Cloned }"),
	deep("map[[1]string]*Tree").as("map[[1]string]*domain.Tree"), deep("[]events.List[int]"),

	clone("values.Cloned"), clone("foreign.ByValue"), clone("foreign.ToPointer"), clone("foreign.OnPointer"), clone("big.Int"), clone("big.Rat"), clone("big.Float"), clone("foreign.Deep"), clone("foreign.DeepPointer"),
	clone("foreign.Into"), clone("foreign.Holds"), deep("[]big.Int"), deep("*big.Rat"), deep("foreign.HoldsBig"), deep("foreign.Header"),
	clone("foreign.Generic[int]"),

	never("any", "an interface (any)", hintInterface), never("interface{}", "an interface (any)", hintInterface).as("any"),
	never("error", "an interface (error)", hintInterface), never("foreign.Speaker", "an interface (foreign.Speaker)", hintInterface),
	never("interface{ Speak(int) (int, error); Close() }", "an interface", hintInterface).as("interface{ Close(); Speak(int) (int, error) }"),
	never("[]any", "an interface (any)", hintInterface), never("map[any]int", "an interface (any)", hintInterface),
	never("func()", "a function", funcHint), never("foreign.Handler", "a function", funcHint),
	never("func(int, ...string) error", "a function", funcHint), never("func(...int) (int, bool)", "a function", funcHint),
	never("chan int", "a channel", chanHint), never("<-chan int", "a channel", chanHint), never("chan<- *int", "a channel", chanHint),
	never("Looped", "a channel", chanHint), never("Ping", "a function", funcHint), never("*Pong", "a function", funcHint).as("*domain.Pong"),
	never("[]Pair[int, chan int]", "a channel", chanHint).as("[]domain.Pair[int, chan int]"),
	never("[4]struct{ Deep map[string][]*func() }", "a function", funcHint),
	never("unsafe.Pointer", "an unsafe pointer", unsafeHint),
	never("map[*int]string", "a map key with pointers (*int)", keyHint),
	never("map[[2]*int]string", "a map key with pointers ([2]*int)", keyHint),
	never("map[foreign.ByValue]int", "a map key with pointers (foreign.ByValue)", keyHint),
	never("sync.Mutex", "a mutex (sync.Mutex)", lockHint), never("*sync.RWMutex", "a mutex (sync.RWMutex)", lockHint),
	never("sync.Once", "a synchronisation primitive (sync.Once)", lockHint), never("atomic.Int64", "an atomic (atomic.Int64)", lockHint),
	never("atomic.Pointer[int]", "an atomic (atomic.Pointer[int])", lockHint), never("Guard", "a mutex (domain.Guard)", lockHint),
	never("struct{ sync.Mutex; N int }", "a mutex (sync.Mutex)", lockHint),
	hidden("bytes.Buffer"), hidden("foreign.Value"), hidden("foreign.Box[foreign.Value]"), hidden("foreign.IntoOther"),
	hidden("foreign.IntoValue"), hidden("foreign.IntoMay"), hidden("strings.Builder"), hidden("foreign.Hidden"), hidden("foreign.InArray"),
	hidden("foreign.InStruct"), hidden("foreign.HiddenFunc"), hidden("foreign.HiddenLock"), hidden("foreign.HiddenRaw"),
	hidden("foreign.Embeds"), hidden("foreign.Box[*int]"), hidden("foreign.ByPointer"), hidden("foreign.Unlike"),
	hidden("foreign.WithDepth"), hidden("foreign.MayFail"), hidden("foreign.Converts"),
	never("foreign.Nested", "hidden pointers (foreign.Hidden) and no method Clone", hiddenHint),
}

// TestCopyPlans puts each type into a payload of its own, all in one domain: what one is, is not to depend on the others.
func TestCopyPlans(t *testing.T) {
	var domain strings.Builder
	for _, path := range []string{
		"bytes", "encoding/json", "math/big", "net/netip", "net/url", "strings", "sync", "sync/atomic", "time", "unique", "unsafe",
		"github.com/quagmt/udecimal", EventsPath, "example.com/case/values", "example.org/foreign",
	} {
		fmt.Fprintf(&domain, "import %q\n", path)
	}
	for i, p := range plans {
		fmt.Fprintf(&domain, "\n//busgen:event\ntype E%d struct{ F %s }\n", i, p.expr)
	}
	_, pkg, list := build(t, imported+"-- domain/events.go --\npackage domain\n\n"+domain.String())
	require.Empty(t, list)
	require.Len(t, pkg.Events, len(plans))
	for i, p := range plans {
		e := pkg.event(t, fmt.Sprintf("E%d", i))
		got := e.Type.Under.Fields[0].Type
		shown := p.shown
		if shown == "" {
			shown = p.expr
			if r := p.expr[0]; r >= 'A' && r <= 'Z' {
				shown = "domain." + p.expr
			}
		}
		require.Equal(t, shown, got.String(), p.expr)
		require.Equal(t, planned{p.expr, "", p.copy, p.why, p.hint}, planned{p.expr, "", got.Copy, got.Why, got.Hint}, p.expr)

		whole := p.copy
		if whole == CopyClone {
			whole = CopyDeep
		}
		require.Equal(t, whole, e.Type.Copy, "the payload of %s", p.expr)
		require.Equal(t, p.why, e.Type.Why, "the payload of %s", p.expr)
	}
}
