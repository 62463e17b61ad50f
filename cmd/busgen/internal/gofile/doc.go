// Package gofile reads the first lines of a Go file: whether busgen wrote it, and the name of its package. It also knows the markers of
// merge conflicts, which may occur in Go files and in the lock.
package gofile
