package cache

import (
	"cmp"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// trim forgets the older half of the states when there are more than most. What else lies in the folder stays.
func (m Memory) trim() {
	entries, err := os.ReadDir(m.dir)
	if err != nil || len(entries) <= most {
		return
	}
	type state struct {
		name string
		at   time.Time
	}
	var states []state
	for _, entry := range entries {
		if info, err := entry.Info(); err == nil && isState(entry) {
			states = append(states, state{entry.Name(), info.ModTime()})
		}
	}
	if len(states) <= most {
		return
	}
	slices.SortFunc(states, func(a, b state) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.name, b.name)) })
	for _, old := range states[:len(states)-most/2] {
		_ = os.Remove(filepath.Join(m.dir, old.name)) // another run may have been faster
	}
}

func isState(entry os.DirEntry) bool {
	sum, err := hex.DecodeString(entry.Name())
	return err == nil && len(sum) == len(Sum{}) && entry.Type().IsRegular()
}
