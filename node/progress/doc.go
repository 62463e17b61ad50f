// Package progress draws a progress bar on a terminal. What it fails to draw is nobody's error.
package progress
