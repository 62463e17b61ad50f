package main

import (
	"slices"
	"strings"
	"time"
)

// shrunk takes parts out of a domain whose code is wrong, as long as the code stays wrong in the same way, for half a minute at most. It
// returns what is wrong with the rest.
func (c *trial) shrunk(wrong string) string {
	end := time.Now().Add(30 * time.Second)
	for smaller := true; smaller; {
		smaller = false
		for _, w := range c.world.smaller() {
			if time.Now().After(end) {
				return wrong
			}
			t := &trial{program: c.program, seed: c.seed, world: w, runs: c.runs, others: c.others, count: &tally{}}
			t.remove()
			if _, now := t.try(t.generate); kind(now) == kind(wrong) {
				c.world, c.app, wrong, smaller = t.world, t.app, now, true
				break
			}
		}
	}
	return wrong
}

// kind returns the beginning of what is wrong, up to what depends on the domain.
func kind(wrong string) string {
	first, _, _ := strings.Cut(wrong, "\n")
	return strings.Join(strings.FieldsFunc(first, func(r rune) bool { return strings.ContainsRune("0123456789/:", r) })[:min(1, len(first))], "")
}

// smaller returns the world without one of its parts, for each part.
func (w *world) smaller() (all []*world) {
	for i, p := range w.packages {
		for j, d := range p.decls {
			v := w.clone()
			v.packages[i].decls = slices.Delete(v.packages[i].decls, j, j+1)
			all = append(all, v)
			for k := range d.fields {
				v := w.clone()
				d := v.packages[i].decls[j]
				d.fields = slices.Delete(d.fields, k, k+1)
				all = append(all, v)
			}
			for k := range d.methods {
				v := w.clone()
				d := v.packages[i].decls[j]
				d.methods = slices.Delete(d.methods, k, k+1)
				all = append(all, v)
			}
		}
	}
	return all
}
