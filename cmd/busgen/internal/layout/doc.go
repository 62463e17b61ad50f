// Package layout formats Go source exactly as gofmt does. It is several times as fast if declarations resemble each other, as those of
// generated code do.
package layout
