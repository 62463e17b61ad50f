// Package gofile says what the first lines of a Go file tell without type checking it: whether busgen wrote it, and of which package it
// is. It also knows the markers of merge conflicts, which may stand in Go files and in the lock.
package gofile
