// Package layout formats Go source exactly as gofmt does, and several times as fast where declarations resemble each other, as those
// of generated code do.
package layout
