package progress

import (
	"io"

	"github.com/schollz/progressbar/v3"
)

// Bar is a progress bar. Its zero value draws nothing. It belongs to one goroutine.
type Bar struct{ bar *progressbar.ProgressBar }

// New returns a bar over a number of steps. Without show or steps the bar draws nothing. What names the work, as in "replaying".
func New(out io.Writer, show bool, steps int, what string) Bar {
	if !show || steps == 0 {
		return Bar{}
	}
	return Bar{progressbar.NewOptions(steps,
		progressbar.OptionSetWriter(out),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(),
		progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(50_000_000), // ns: drawing must not take longer than the work
		progressbar.OptionClearOnFinish(),
	)}
}

// Step counts a step.
func (b Bar) Step() {
	if b.bar != nil {
		_ = b.bar.Add(1)
	}
}

// Clear removes the bar from the terminal, so that a line can be printed. The next step draws it again.
func (b Bar) Clear() {
	if b.bar != nil {
		_ = b.bar.Clear()
	}
}
