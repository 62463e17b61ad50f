// Package progress draws a progress bar on a terminal. It ignores errors of the terminal.
package progress
