//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package write

// Lock does nothing: this system has no lock that it releases when a process is killed.
func Lock(string) (unlock func(), err error) { return func() {}, nil }
