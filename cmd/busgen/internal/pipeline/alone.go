package pipeline

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// Alone waits until no other busgen works on the module of a folder, and keeps others waiting until unlock is called. Two runs at once, of
// an editor and a terminal or of make -j, would read and write each other's files. The operating system ends the lock of a run
// that is killed. The file that is locked is outside the module, since it stays.
func Alone(dir string) (unlock func(), err error) {
	root := load.Root(dir)
	if real, err := filepath.EvalSymlinks(root); err == nil {
		root = real
	}
	hash := sha256.Sum256([]byte(root))
	name := fmt.Sprintf("busgen-%d-%x.lock", os.Getuid(), hash[:8])
	return write.Lock(filepath.Join(os.TempDir(), name))
}
