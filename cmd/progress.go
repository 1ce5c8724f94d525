package cmd

import (
	"github.com/schollz/progressbar/v3"
)

// progress returns a function that shows how far long work is, on a terminal only.
func (e *Env) progress(what string) func(done, total int) {
	if !e.ErrTerminal {
		return func(int, int) {}
	}
	var bar *progressbar.ProgressBar
	what = e.say(what)
	return func(done, total int) {
		if bar == nil {
			bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(e.Stderr), progressbar.OptionSetDescription(what),
				progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true))
		}
		_ = bar.Set(done)
	}
}
