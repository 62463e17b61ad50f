package pipeline

import (
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// Plan is what a run has to write: the changes, and what they are about.
type Plan struct {
	*write.Plan
	parts []part // in the order in which they were planned
}

// join returns both plans as one. What they change is changed together.
func (p *Plan) join(next *Plan) *Plan {
	return &Plan{Plan: write.Join(p.Plan, next.Plan), parts: append(slices.Clip(p.parts), next.parts...)}
}
