package write

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// sharing is the error of opening a file that another process has opened exclusively.
const sharing syscall.Errno = 32

// Lock waits until no other process holds the lock of a file, and holds it until unlock is called or the process ends. It creates
// the file if necessary, and does not remove it. A process holds the lock while it has opened the file exclusively.
func Lock(name string) (unlock func(), err error) {
	path, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		return nil, err
	}
	for {
		h, err := syscall.CreateFile(path, syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
		switch {
		case errors.Is(err, sharing):
			time.Sleep(10 * time.Millisecond)
			continue
		case err != nil:
			return nil, &os.PathError{Op: "lock", Path: name, Err: err}
		}
		return func() { syscall.CloseHandle(h) }, nil // nothing was written
	}
}
