package lock

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func nothing(string) bool { return false }

// domain is one whose events have these names and one field each, unless a name says "A:X,Y".
func domain(names ...string) Domain {
	d := Domain{Paths: []string{"m/domain"}, Gone: nothing}
	for _, name := range names {
		name, fields, ok := strings.Cut(name, ":")
		e := Event{Name: name, Fields: []string{"X"}}
		if ok {
			e.Fields = strings.Split(fields, ",")
		}
		d.Events = append(d.Events, e)
	}
	return d
}

// after returns the lines below the head, and the messages of the notes.
func after(t *testing.T, text string, d Domain, code ...Kind) (string, []string) {
	t.Helper()
	f, list := Next(Name, []byte(text), d, code)
	require.False(t, list.Failed(), "%v\n%s", list, text)
	var notes []string
	for _, n := range list.Sorted() {
		if strings.Contains(n.Message, " is retired: ") {
			continue
		}
		notes = append(notes, n.Message)
	}
	strict, list := Parse(Name, f.Bytes())
	require.Empty(t, list, "what is written has no contradictions")
	require.Equal(t, string(f.Bytes()), string(strict.Bytes()))
	again, list := Next(Name, f.Bytes(), d, nil)
	require.Empty(t, list)
	require.Equal(t, string(f.Bytes()), string(again.Bytes()), "it stays the same")
	return strings.TrimPrefix(string(f.Bytes()), head+"source m/domain\n"), notes
}

// conflict is what git makes of two sides, in both orders.
func conflict(before, ours, base, theirs, end string) []string {
	var texts []string
	for _, sides := range [][2]string{{ours, theirs}, {theirs, ours}} {
		texts = append(texts,
			before+"<<<<<<< HEAD\n"+sides[0]+"=======\n"+sides[1]+">>>>>>> branch\n"+end,
			before+"<<<<<<< HEAD\n"+sides[0]+"||||||| abc\n"+base+"=======\n"+sides[1]+">>>>>>> branch\n"+end)
	}
	return texts
}

// TestMergedLocks: whatever a merge leaves, each event has a number of its own, and keeps the one that both sides know.
func TestMergedLocks(t *testing.T) {
	const a = "event 16 A\nfield 16.1 X\n"
	for name, c := range map[string]struct {
		texts []string
		now   Domain
		code  []Kind
		want  string
		notes []string
	}{
		"both add": {
			texts: append(conflict(a, "event 17 R\n", "", "event 17 L\n", "field 17.1 X\n"), // git moves what both have out of the conflict
				a+"event 17 R\nfield 17.1 X\nevent 17 L\nfield 17.1 X\n", a+"event 17 L\nfield 17.1 X\nevent 17 R\nfield 17.1 X\n",
				a+"event 17 L\nevent 17 R\nfield 17.1 X\n"),
			now:   domain("A", "L", "R"),
			want:  a + "event 17 L\nfield 17.1 X\nevent 18 R\nfield 18.1 X\n",
			notes: []string{"number 17 was given to L as well: event R moves from number 17 to 18"},
		},
		"the generated code knows": {
			texts: conflict(a, "event 17 R\nfield 17.1 X\n", "", "event 17 L\nfield 17.1 X\n", ""),
			now:   domain("A", "L", "R"), code: []Kind{{Name: "R", Number: 17}},
			want:  a + "event 17 R\nfield 17.1 X\nevent 18 L\nfield 18.1 X\n",
			notes: []string{"number 17 was given to R as well: event L moves from number 17 to 18"},
		},
		"a longer branch": {
			texts: conflict(a, "event 17 B\nfield 17.1 X\nevent 18 D\nfield 18.1 X\n", "", "event 17 C\nfield 17.1 X\n", ""),
			now:   domain("A", "B", "C", "D"),
			want:  a + "event 17 B\nfield 17.1 X\nevent 18 D\nfield 18.1 X\nevent 19 C\nfield 19.1 X\n",
			notes: []string{"number 17 was given to B as well: event C moves from number 17 to 19"},
		},
		"both add the same": {
			texts: conflict(a, "event 17 B\nfield 17.1 X\nfield 17.2 Y\n", "", "event 17 B\nfield 17.1 X\nfield 17.2 Z\n", ""),
			now:   domain("A", "B:X,Y,Z"),
			want:  a + "event 17 B\nfield 17.1 X\nfield 17.2 Y\nfield 17.3 Z\n",
			notes: []string{"number 2 was given to Y as well: field Z of B moves from number 2 to 3"},
		},
		"both add the same at different places": {
			texts: conflict(a, "event 17 N\nfield 17.1 X\n", "", "event 17 M\nfield 17.1 X\nevent 18 N\nfield 18.1 X\n", ""),
			now:   domain("A", "M", "N"),
			want:  a + "event 17 M\nfield 17.1 X\nevent 18 N\nfield 18.1 X\n",
		},
		"fields": {
			texts: append(conflict(a, "field 16.2 Q\n", "", "field 16.2 P\nfield 16.3 O\n", ""), a+"field 16.2 P\nfield 16.2 Q\nfield 16.3 O\n"),
			now:   domain("A:X,P,Q,O"),
			want:  a + "field 16.2 P\nfield 16.3 O\nfield 16.4 Q\n",
			notes: []string{"number 2 was given to P as well: field Q of A moves from number 2 to 4"},
		},
		"deleted and changed, and it stays": {
			texts: conflict("", "event 16 A retired\nfield 16.1 X\n", a, a+"field 16.2 Y\n", ""),
			now:   domain("A:X,Y"),
			want:  a + "field 16.2 Y\n",
		},
		"deleted and changed, and it goes": {
			texts: conflict("", "event 16 A retired\nfield 16.1 X\n", a, a+"field 16.2 Y\n", "event 17 B\nfield 17.1 X\n"),
			now:   domain("B"),
			want:  "event 16 A retired\nfield 16.1 X\nfield 16.2 Y\nevent 17 B\nfield 17.1 X\n",
		},
		"a field deleted and another added": {
			texts: conflict("event 16 A\n", "field 16.1 X retired\n", "field 16.1 X\n", "field 16.1 X\nfield 16.2 Y\n", ""),
			now:   domain("A:Y"),
			want:  "event 16 A\nfield 16.1 X retired\nfield 16.2 Y\n",
		},
		"deleted and added again": {
			texts: conflict("", "event 16 A retired\nfield 16.1 X\nevent 17 A\nfield 17.1 X\n", a, a+"field 16.2 Y\n", ""),
			now:   domain("A:X,Y"),
			want:  "event 16 A retired\nfield 16.1 X\nfield 16.2 Y\nevent 17 A\nfield 17.1 X\nfield 17.2 Y\n",
		},
		"added and deleted again": {
			texts: conflict(a, "event 17 R\nfield 17.1 X\n", "", "event 17 S retired\nfield 17.1 X\n", ""),
			now:   domain("A", "R"),
			want:  a + "event 17 S retired\nfield 17.1 X\nevent 18 R\nfield 18.1 X\n",
			notes: []string{"number 17 was given to S as well: event R moves from number 17 to 18"},
		},
		"one side retired it, a clean merge": {
			texts: []string{"event 16 A retired\nfield 16.1 X\nfield 16.2 Y\n"},
			now:   domain("A:X,Y"), code: []Kind{{Name: "A", Number: 16, File: "generated/a_event.go"}},
			want:  a + "field 16.2 Y\n",
			notes: []string{"event A was retired, but the domain and a_event.go still have it: it keeps number 16"},
		},
		"twice the same lines": {
			texts: []string{a + "event 17 B\nfield 17.1 X\n" + a + "event 17 B retired\nfield 17.1 X\n"},
			now:   domain("A", "B"),
			want:  a + "event 17 B\nfield 17.1 X\n",
		},
		"one side taken": {
			texts: []string{a + "event 17 L\nfield 17.1 X\n"},
			now:   domain("A", "L", "R", "S"),
			code:  []Kind{{Name: "L", Number: 17}, {Name: "R", Number: 17}, {Name: "S", Number: 18, File: "s_event.go"}},
			want:  a + "event 17 L\nfield 17.1 X\nevent 18 S\nfield 18.1 X\nevent 19 R\nfield 19.1 X\n",
			notes: []string{
				"number 17 was given to L as well: event R moves from number 17 to 19",
				"the lock has no number for event S: it keeps number 18, which is in s_event.go",
			},
		},
	} {
		for _, text := range c.texts {
			got, notes := after(t, text, c.now, c.code...)
			require.Equal(t, c.want, got, "%s:\n%s", name, text)
			require.Equal(t, c.notes, notes, "%s:\n%s", name, text)
		}
	}
}

// TestRebasedLock: the second commit of a branch does not move again what the first has moved.
func TestRebasedLock(t *testing.T) {
	const a = "event 16 A\nevent 17 L\n"
	text := "event 16 A\n<<<<<<< HEAD\nevent 17 L\nevent 18 R\n||||||| parent\nevent 17 R\n=======\nevent 17 R\nevent 18 T\n>>>>>>> commit\n"
	now := domain("A:", "L:", "R:", "T:")
	for i := range now.Events {
		now.Events[i].Fields = nil
	}
	got, notes := after(t, text, now)
	require.Equal(t, a+"event 18 R\nevent 19 T\n", got)
	require.Equal(t, []string{"number 18 was given to R as well: event T moves from number 18 to 19"}, notes)

	text = strings.Replace(text, "||||||| parent\nevent 17 R\n", "", 1)
	got, _ = after(t, text, now, Kind{Name: "L", Number: 17}, Kind{Name: "R", Number: 18}, Kind{Name: "T", Number: 18})
	require.Equal(t, a+"event 18 R\nevent 19 T\n", got, "without the ancestor, the generated code knows")
}

// TestNestedConflicts: an ancestor that was merged itself has conflicts of its own, with longer markers.
func TestNestedConflicts(t *testing.T) {
	got, _ := after(t, "event 16 A\nfield 16.1 X\n<<<<<<< ours\nevent 17 B\n||||||| merged\n<<<<<<<<< one\nevent 17 B\n=========\nevent 17 C\n>>>>>>>>> two\n"+
		"=======\nevent 17 C\n>>>>>>> theirs\nfield 17.1 X\n", domain("A", "B", "C"))
	require.Equal(t, "event 16 A\nfield 16.1 X\nevent 17 B\nfield 17.1 X\nevent 18 C\nfield 18.1 X\n", got)
}

// TestRandomMerges: two branches of a random history, merged in both orders, end with the same numbers. What they had in common keeps its
// number, and everything has one.
func TestRandomMerges(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 0))
		some := func(from ...string) []string {
			return slices.DeleteFunc(from, func(string) bool { return r.IntN(3) == 0 })
		}
		evolve := func(text string, names []string) string {
			f, list := Next(Name, []byte(text), domain(names...), nil)
			require.False(t, list.Failed())
			return string(f.Bytes())
		}
		base := evolve(evolve("", some("A", "B", "C", "D")), some("A", "B", "C", "E", "F"))
		var branches []string
		for range 2 {
			branches = append(branches, evolve(base, some("A", "B", "C", "E", "F", "G", "H", "I:X,Y", "J:Y")))
		}
		now := domain(some("A", "B", "C", "E", "F", "G", "H", "I", "J")...)
		var results []string
		texts := append(conflict("", branches[0], base, branches[1], ""), branches[0]+branches[1], branches[1]+branches[0])
		for _, text := range texts {
			got, _ := after(t, text, now)
			results = append(results, got)
		}
		require.Equal(t, results[0], results[2], "seed %d", seed)
		require.Equal(t, results[1], results[3], "seed %d", seed)
		require.Equal(t, results[4], results[5], "seed %d", seed)
		old, _ := Parse(Name, []byte(base))
		for _, got := range results {
			f, _ := Parse(Name, []byte(got))
			for _, e := range now.Events {
				require.NotZero(t, f.Kind(e.Name))
				one, _ := Parse(Name, []byte(branches[0]))
				two, _ := Parse(Name, []byte(branches[1]))
				if n := old.Kind(e.Name); n != 0 && n == one.Kind(e.Name) && n == two.Kind(e.Name) {
					require.Equal(t, n, f.Kind(e.Name), "seed %d: %s", seed, e.Name)
				}
			}
			for _, e := range old.events {
				require.Contains(t, got, fmt.Sprintf("event %d %s", e.number, e.name), "seed %d: no number is lost", seed)
			}
		}
	}
}

// TestMergedRename: one side renamed an event, the other one changed it.
func TestMergedRename(t *testing.T) {
	now := domain("New:X,Z,Y")
	now.Events[0].Was = Was{Name: "Old"}
	now.Events[0].FieldsWas = map[string]Was{"Z": {Name: "P"}}
	for _, text := range conflict("", "event 16 New\nfield 16.1 X\nfield 16.2 Z\n", "event 16 Old\nfield 16.1 X\nfield 16.2 P\n",
		"event 16 Old\nfield 16.1 X\nfield 16.2 P\nfield 16.3 Y\n", "") {
		got, _ := after(t, text, now)
		require.Equal(t, "event 16 New\nfield 16.1 X\nfield 16.2 Z\nfield 16.3 Y\n", got, text)
	}
	for _, text := range conflict("", "event 16 Old retired\nfield 16.1 X\nevent 17 New\nfield 17.1 X\n", "event 16 Old\nfield 16.1 X\n",
		"event 16 Old\nfield 16.1 X\nevent 17 B\nfield 17.1 X\n", "") {
		now := domain("New", "B")
		now.Events[0].Was = Was{Name: "Old"}
		got, _ := after(t, text, now)
		require.Equal(t, "event 16 New\nfield 16.1 X\nevent 17 B\nfield 17.1 X\n", got, text)
	}
}
