package pipeline

import (
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// Plan is what a run has to write: the changes, and what its summary says.
type Plan struct {
	*write.Plan
	parts []part // in the order in which they were planned
}

// join returns both plans as one, which is applied as a whole.
func (p *Plan) join(next *Plan) *Plan {
	return &Plan{Plan: write.Join(p.Plan, next.Plan), parts: append(slices.Clip(p.parts), next.parts...)}
}
