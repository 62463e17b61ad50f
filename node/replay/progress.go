package replay

import "github.com/schollz/progressbar/v3"

// progress is a progress bar over the files, or nothing at all. What it fails to draw is no error of a replay.
type progress struct{ bar *progressbar.ProgressBar }

func newProgress(config Config, files int) progress {
	if !config.Progress || files == 0 {
		return progress{}
	}
	return progress{progressbar.NewOptions(files,
		progressbar.OptionSetWriter(config.Err),
		progressbar.OptionSetDescription("replaying"),
		progressbar.OptionShowCount(),
		progressbar.OptionSetWidth(30),
		progressbar.OptionClearOnFinish(),
	)}
}

func (p progress) step() {
	if p.bar != nil {
		_ = p.bar.Add(1)
	}
}

// clear takes the bar off the terminal, so that a line can be printed; the next step draws it again.
func (p progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
