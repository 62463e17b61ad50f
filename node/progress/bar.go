package progress

import (
	"io"

	"github.com/schollz/progressbar/v3"
)

// Bar is a progress bar, or nothing at all: its zero value draws nothing. It belongs to one goroutine.
type Bar struct{ bar *progressbar.ProgressBar }

// New is a bar over a number of steps, if show says so and there are any. What names the work, as in "replaying".
func New(out io.Writer, show bool, steps int, what string) Bar {
	if !show || steps == 0 {
		return Bar{}
	}
	return Bar{progressbar.NewOptions(steps,
		progressbar.OptionSetWriter(out),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(),
		progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(50_000_000), // ns: drawing is not the work
		progressbar.OptionClearOnFinish(),
	)}
}

// Step is one more of the steps.
func (b Bar) Step() {
	if b.bar != nil {
		_ = b.bar.Add(1)
	}
}

// Clear takes the bar off the terminal, so that a line can be printed; the next step draws it again.
func (b Bar) Clear() {
	if b.bar != nil {
		_ = b.bar.Clear()
	}
}
