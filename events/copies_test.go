package events_test

import (
	"cmp"
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"weak"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/events"
)

// menu is a payload that refers to memory in each way, also through itself.
type menu struct {
	Title   string
	Dishes  []dish
	Sizes   []int64
	Pages   [][]string
	Chef    *string
	Next    *menu
	Parts   []*menu
	Prices  map[string]int64
	Wines   map[int][]string
	Days    map[string]*menu
	Summary map[bool]map[string]int64
}

type dish struct {
	Name        string
	Ingredients []string
}

// copyMenu is written as the generator writes it.
func copyMenu(c *events.Copies, m *menu) {
	m.Dishes = events.CopySlice(c, m.Dishes, copyDish)
	m.Sizes = events.CopySlice(c, m.Sizes, nil)
	m.Pages = events.CopySlice(c, m.Pages, func(c *events.Copies, p *[]string) { *p = events.CopySlice(c, *p, nil) })
	m.Chef = events.CopyPointer(c, m.Chef, nil)
	m.Next = events.CopyPointer(c, m.Next, copyMenu)
	m.Parts = events.CopySlice(c, m.Parts, copyMenuPointer)
	m.Prices = events.CopyMap(c, m.Prices, nil)
	m.Wines = events.CopyMap(c, m.Wines, func(c *events.Copies, p *[]string) { *p = events.CopySlice(c, *p, nil) })
	m.Days = events.CopyMap(c, m.Days, copyMenuPointer)
	m.Summary = events.CopyMap(c, m.Summary, func(c *events.Copies, p *map[string]int64) { *p = events.CopyMap(c, *p, nil) })
}

func copyDish(c *events.Copies, d *dish) { d.Ingredients = events.CopySlice(c, d.Ingredients, nil) }

func copyMenuPointer(c *events.Copies, p **menu) { *p = events.CopyPointer(c, *p, copyMenu) }

// drawMenu returns a random menu. Slices, maps and pointers may be nil; slices and maps may be
// empty and not nil.
func drawMenu(depth int) *rapid.Generator[*menu] {
	return rapid.Custom(func(t *rapid.T) *menu {
		text, texts := rapid.StringN(0, 3, -1), rapid.SliceOfN(rapid.StringN(0, 3, -1), 0, 3)
		m := &menu{
			Title: text.Draw(t, "title"), Sizes: drawSlice(t, rapid.Int64()), Pages: drawSlice(t, texts),
			Prices: drawMap(t, text, rapid.Int64()), Wines: drawMap(t, rapid.Int(), texts),
			Summary: drawMap(t, rapid.Bool(), rapid.MapOfN(text, rapid.Int64(), 0, 3)),
			Dishes: drawSlice(t, rapid.Custom(func(t *rapid.T) dish {
				return dish{text.Draw(t, "name"), drawSlice(t, text)}
			})),
		}
		if rapid.Bool().Draw(t, "chef") {
			chef := text.Draw(t, "chef's name")
			m.Chef = &chef
		}
		if depth > 0 && rapid.IntRange(0, 2).Draw(t, "deep") == 0 {
			m.Next = drawMenu(depth-1).Draw(t, "next")
			m.Parts = drawSlice(t, drawMenu(depth-1))
			m.Days = drawMap(t, text, drawMenu(depth-1))
		}
		return m
	})
}

// region is memory that can change: from first to before end, or a whole map if both are one
// address.
type region struct {
	first, end uintptr
	of         string
}

// regions returns the memory to which a value refers: also the room behind a slice, into which an
// append would write.
func regions(v reflect.Value, path string, found *[]region) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			regions(v.Field(i), path+"."+v.Type().Field(i).Name, found)
		}
	case reflect.Slice:
		if size := uintptr(v.Cap()) * v.Type().Elem().Size(); size > 0 {
			*found = append(*found, region{v.Pointer(), v.Pointer() + size, path})
		}
		for i := range v.Len() {
			regions(v.Index(i), fmt.Sprint(path, "[", i, "]"), found)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			*found = append(*found, region{v.Pointer(), v.Pointer() + v.Type().Elem().Size(), path})
			regions(v.Elem(), path, found)
		}
	case reflect.Map:
		if !v.IsNil() {
			*found = append(*found, region{v.Pointer(), v.Pointer() + 1, path})
		}
		for entries := v.MapRange(); entries.Next(); {
			regions(entries.Value(), fmt.Sprint(path, "[", entries.Key(), "]"), found)
		}
	}
}

// requireApart fails if two of the regions share memory.
func requireApart(t require.TestingT, all []region) {
	slices.SortFunc(all, func(a, b region) int { return cmp.Compare(a.first, b.first) })
	for i := 1; i < len(all); i++ {
		require.LessOrEqual(t, all[i-1].end, all[i].first, "%s and %s share memory", all[i-1].of, all[i].of)
	}
}

// TestCopies copies random payloads into storage that is used again and again. Each copy is equal
// to its source, nil and empty told apart, and shares memory neither with it, nor within itself,
// nor with another copy that the storage holds at the same time.
func TestCopies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var c events.Copies
		for range rapid.IntRange(1, 6).Draw(t, "rounds") {
			switch rapid.IntRange(0, 3).Draw(t, "end of block") {
			case 0:
				c.Release()
			default:
				c.Reset()
			}
			var all []region
			var sources, held []*menu
			for i := range rapid.IntRange(1, 2).Draw(t, "payloads") {
				source := drawMenu(2).Draw(t, "menu")
				held, sources = append(held, &menu{}), append(sources, source)
				*held[i] = *source
				copyMenu(&c, held[i])
				regions(reflect.ValueOf(source), fmt.Sprint("source", i), &all)
				regions(reflect.ValueOf(held[i]), fmt.Sprint("copy", i), &all)
			}
			requireApart(t, all)
			for i := range held {
				require.Equal(t, sources[i], held[i])
			}
		}
	})
}

// TestCopiesWithoutStorage: without storage, every copy stands for itself, as Keep and AsStruct
// need it.
func TestCopiesWithoutStorage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []region
		source := drawMenu(2).Draw(t, "menu")
		regions(reflect.ValueOf(source), "source", &all)
		copies := make([]menu, 3)
		for i := range copies {
			copies[i] = *source
			copyMenu(nil, &copies[i])
			require.Equal(t, *source, copies[i])
			regions(reflect.ValueOf(copies[i]), fmt.Sprint("copy", i), &all)
		}
		requireApart(t, all)
		runtime.KeepAlive(copies)
	})
}

// payload returns a menu whose parts have n elements each.
func payload(n int) *menu {
	m := &menu{Sizes: make([]int64, n), Prices: map[string]int64{}, Wines: map[int][]string{}, Next: &menu{Sizes: make([]int64, n)}}
	for i := range n {
		name := fmt.Sprint(i)
		m.Dishes = append(m.Dishes, dish{name, []string{"salt", name}})
		m.Pages = append(m.Pages, make([]string, n%7))
		m.Parts = append(m.Parts, &menu{Title: name, Chef: &name})
		m.Prices[name] = int64(i)
		m.Wines[i] = []string{name}
	}
	return m
}

// copyInto copies a payload as a slot does.
func copyInto(c *events.Copies, m *menu) *menu {
	c.Reset()
	held := *m
	copyMenu(c, &held)
	return &held
}

// TestCopiesAllocate: storage that is in steady use allocates nothing, whatever the payload refers
// to, and in turn for several ones.
func TestCopiesAllocate(t *testing.T) {
	for name, payloads := range map[string][]*menu{
		"slices":   {{Sizes: []int64{1, 2}, Pages: [][]string{{"a"}, {"b", "c"}}, Dishes: []dish{{"soup", []string{"salt"}}}}},
		"pointers": {{Chef: new(string), Next: &menu{Next: &menu{}}, Parts: []*menu{{}, {}}}},
		"maps":     {{Prices: map[string]int64{"soup": 1, "salad": 2}, Summary: map[bool]map[string]int64{}}},
		"deep maps": {{Wines: map[int][]string{1: {"red"}, 2: {"white"}}, Days: map[string]*menu{"monday": {}, "friday": {}},
			Summary: map[bool]map[string]int64{true: {"a": 1}}}},
		"several": {payload(1), payload(9), {}, payload(3)},
	} {
		t.Run(name, func(t *testing.T) {
			var c events.Copies
			var held menu
			cycle := func() {
				for _, m := range payloads {
					c.Reset()
					held = *m
					copyMenu(&c, &held)
				}
			}
			for range 20 { // maps grow in steps
				cycle()
			}
			require.Zero(t, testing.AllocsPerRun(100, cycle))
		})
	}
}

// TestCopiesAllocateAcrossBlocks: the same for storage that is released at the end of every block.
func TestCopiesAllocateAcrossBlocks(t *testing.T) {
	var c events.Copies
	var held menu
	m := &menu{Sizes: make([]int64, 9), Dishes: payload(9).Dishes, Chef: new(string), Prices: map[string]int64{"soup": 1}}
	block := func() {
		for range 10 {
			c.Reset()
			held = *m
			copyMenu(&c, &held)
		}
		held = menu{}
		c.Release()
	}
	for range 5 {
		block()
	}
	require.Zero(t, testing.AllocsPerRun(50, block))
}

// TestCopiesDoNotGrow: storage that is reset for each payload stays as large as one payload needs.
func TestCopiesDoNotGrow(t *testing.T) {
	var c events.Copies
	m := payload(9)
	copyInto(&c, m)
	before := heap()
	for range 1000 {
		copyInto(&c, m)
	}
	require.Less(t, heap(), before+1<<16)
	runtime.KeepAlive(&c)
}

// TestBurstIsGivenBack: storage for one large payload is given back within two blocks of small
// ones.
func TestBurstIsGivenBack(t *testing.T) {
	var c events.Copies
	small := &menu{Sizes: []int64{1}, Prices: map[string]int64{"soup": 1}, Wines: map[int][]string{1: {"red"}},
		Summary: map[bool]map[string]int64{true: {"a": 1}}}
	copyInto(&c, small)
	before := heap()
	large := &menu{Sizes: make([]int64, 1<<17), Prices: map[string]int64{}, Wines: map[int][]string{}, Summary: map[bool]map[string]int64{true: {}}}
	for i := range 1 << 14 {
		large.Parts = append(large.Parts, &menu{Prices: map[string]int64{}})
		large.Prices[fmt.Sprint(i)], large.Wines[i] = 1, nil
		large.Summary[true][fmt.Sprint(i)] = 1
	}
	copyInto(&c, large)
	large = nil
	require.Greater(t, heap(), before+1<<20, "the storage holds the large payload")
	for range 2 {
		c.Release()
		copyInto(&c, small)
	}
	c.Release()
	require.Less(t, heap(), before+1<<16)
	runtime.KeepAlive(&c)
}

// heap returns the bytes of memory in use.
func heap() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// TestReleasedStorageHoldsNothing: after Release, storage keeps nothing alive that a payload
// referred to.
func TestReleasedStorageHoldsNothing(t *testing.T) {
	for name, copyFrom := range map[string]func(*events.Copies, *string){
		"slice":     func(c *events.Copies, s *string) { events.CopySlice(c, []*string{s, s}, nil) },
		"pointer":   func(c *events.Copies, s *string) { events.CopyPointer(c, &s, nil) },
		"map value": func(c *events.Copies, s *string) { events.CopyMap(c, map[int]*string{1: s}, nil) },
		"map key":   func(c *events.Copies, s *string) { events.CopyMap(c, map[*string]int{s: 1}, nil) },
		"map with deep": func(c *events.Copies, s *string) {
			events.CopyMap(c, map[int]*string{1: s}, func(*events.Copies, **string) {})
		},
	} {
		t.Run(name, func(t *testing.T) {
			var c events.Copies
			watched := func() weak.Pointer[string] {
				s := new(string)
				*s = fmt.Sprint(name, "!")
				copyFrom(&c, s)
				return weak.Make(s)
			}()
			runtime.GC()
			require.NotNil(t, watched.Value(), "the storage holds it")
			c.Reset()
			c.Release()
			runtime.GC()
			require.Nil(t, watched.Value())
			runtime.KeepAlive(&c)
		})
	}
}
