//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package write

// Lock does nothing: the system has no lock that it ends when a process is killed.
func Lock(string) (unlock func(), err error) { return func() {}, nil }
