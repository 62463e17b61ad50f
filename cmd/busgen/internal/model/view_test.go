package model

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const viewed = `
-- other/other.go --
package other

type Leg struct{ Size int; Note Note }
type Note struct{ Text string }
type Unused struct{ N int }
-- domain/domain.go --
package domain

import (
	"database/sql"
	"net/netip"
	"net/url"
	"time"

	"example.com/case/other"
	"github.com/busgen/busgen/events"
)

// Market is where.
//
//busgen:capability
type Market struct{ ID string }

//busgen:capability
type Named interface{ Name(Filter) string }

// Filter is only a parameter.
type Filter struct{ hidden []int }

type Leg struct{ Size int }

type Side struct {
	Party string
	Size  int
	Shown int
}

func (Side) Hidden() int { return 0 }

type Cross struct{ Size, Hidden int }

type Listed struct{ N int }

type Deep struct{ Market; Tags []string }

type Tree []Tree

type Ring map[string]Ring

type Legs []Leg

type Pair[A, B any] struct{ First A; Second B }

//busgen:event
type Trade struct {
	Deep
	*Side
	Cross
	sql.NullInt64
	Shown  bool // of the trade
	Legs   Legs
	Theirs []*other.Leg
	Fixed  events.List[Listed]
	Grid   [2][]Listed
	Tree   Tree
	Ring   map[int]Ring
	Pairs  map[time.Time]Pair[string, other.Leg]
	More   [][]Pair[[]string, *int]
	Raw    *[]int
	Link   url.URL
	Addr   netip.Addr
}

func (Trade) Name(Filter) string { return "" }
`

// TestSelected: a view has a method for each field that Go lets one select, promoted ones included, where that is neither ambiguous nor
// hidden by another field or method.
func TestSelected(t *testing.T) {
	_, pkg, list := build(t, viewed)
	require.Empty(t, list)
	trade := pkg.event(t, "Trade").Type
	var got []string
	for _, s := range trade.Selected {
		got = append(got, strings.Join(s.Path, "."))
	}
	require.Equal(t, []string{
		"Deep", "Deep.Market", "Deep.Market.ID", "Deep.Tags", "Side", "Side.Party", "Shown", "Cross", "NullInt64", "NullInt64.Int64", "NullInt64.Valid",
		"Legs", "Theirs", "Fixed", "Grid", "Tree", "Ring", "Pairs", "More", "Raw", "Link", "Addr",
	}, got, "Size is ambiguous, Hidden too, Shown is the trade's own")
	require.Equal(t, "of the trade\n", trade.Selected[6].Field.Doc)
}

func TestSeen(t *testing.T) {
	_, pkg, _ := build(t, viewed)
	want := map[string]Seeing{
		"Deep": SeenByView, "Side": SeenByPointer, "Legs": SeenAsSlice, "Theirs": SeenAsSlice, "Ring": SeenByValue, "Tree": SeenByValue,
		"Fixed": SeenByValue, "Grid": SeenByValue, "Pairs": SeenAsMap, "More": SeenAsSlice, "Raw": SeenByValue, "Link": SeenByValue, "Tags": SeenAsSlice,
	}
	for _, s := range pkg.event(t, "Trade").Type.Selected {
		if seen, ok := want[s.Name]; ok {
			require.Equal(t, seen, s.Field.Type.Seen(), s.Name)
			delete(want, s.Name)
		}
	}
	require.Empty(t, want)
}

func TestViews(t *testing.T) {
	_, pkg, _ := build(t, viewed)
	var got []string
	for _, v := range pkg.Views() {
		got = append(got, fmt.Sprint(v.Name, " ", v.Type, " ", v.Public))
		require.True(t, v.Public || v.Type.Pos.Line > 0, v.Name)
	}
	require.Equal(t, []string{
		"Trade domain.Trade true", "Market domain.Market true", "Cross domain.Cross false", "Deep domain.Deep false", "Leg domain.Leg false",
		"PairOfStringSliceIntPointer domain.Pair[[]string, *int] false", "PairOfStringOtherLeg domain.Pair[string, other.Leg] false",
		"Side domain.Side false", "OtherLeg other.Leg false", "Note other.Note false",
	}, got)
}

func TestOrdered(t *testing.T) {
	_, pkg, list := build(t, `
-- domain/domain.go --
package domain

import (
	"database/sql"
	"math/rand/v2"
	"net/netip"
	"time"

	"github.com/quagmt/udecimal"
)

type ID string

type Key struct{ ID ID; Flag bool; At time.Time; Side [2]ID; Anon struct{ N int8 } }

//busgen:event
type Good struct {
	A map[ID]int
	B map[Key]int
	C map[netip.Addr]int
	D map[udecimal.Decimal]int
	E map[complex64]int
	F map[[3]float64]int
	G map[sql.NullInt64]int
	H map[struct{}]int
}

//busgen:event
type Bad struct {
	A map[rand.PCG]int
	B map[[1]rand.PCG]int
	C map[struct{ P rand.PCG }]int
}
`)
	require.Empty(t, list)
	for _, f := range pkg.event(t, "Good").Type.Under.Fields {
		require.True(t, f.Type.Key.Ordered(), f.Name)
	}
	for _, f := range pkg.event(t, "Bad").Type.Under.Fields {
		require.False(t, f.Type.Key.Ordered(), f.Name)
	}
}
