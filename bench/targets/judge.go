package targets

import (
	"fmt"

	"github.com/busgen/busgen/bench/results"
)

// Slack is the share by which a value may miss its bound before the run fails: two runs on one machine
// differ by as much.
const Slack = 0.15

// Verdict is one target after a run.
type Verdict struct {
	Target
	Value  float64
	OK     bool
	Failed bool   // short by more than the slack
	Cause  string // why there is no value
}

// Judge measures a run by one target. A target that was not measured is missed.
func (t Target) Judge(s *results.Set) Verdict {
	value, err := t.value(s)
	switch {
	case err != nil:
		return Verdict{Target: t, Failed: true, Cause: err.Error()}
	case t.AtLeast:
		return Verdict{t, value, value >= t.Bound, value < t.Bound*(1-Slack), ""}
	default:
		return Verdict{t, value, value <= t.Bound, value > t.Bound*(1+Slack), ""}
	}
}

// Figure returns the value as it is shown, or a dash if there is none.
func (v Verdict) Figure() string {
	switch {
	case v.Cause != "":
		return "-"
	case v.Value > 0 && v.Value < 0.1:
		return fmt.Sprintf("%.4f", v.Value)
	default:
		return fmt.Sprintf("%.2f", v.Value)
	}
}

// Word returns ok, near if the bound is missed by no more than the slack, or short.
func (v Verdict) Word() string {
	switch {
	case v.OK:
		return "ok"
	case v.Failed:
		return "short"
	default:
		return "near"
	}
}

// String returns the line of the report: ratio NAME VALUE TARGET ok|near|short.
func (v Verdict) String() string {
	return fmt.Sprintf("ratio %s %s %.2f %s", v.Name, v.Figure(), v.Bound, v.Word())
}
