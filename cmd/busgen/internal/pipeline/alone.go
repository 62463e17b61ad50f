package pipeline

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// Alone waits until no other busgen works on the module of a folder, and makes others wait until unlock is called. Without it, two runs at
// once, from an editor and a terminal or from make -j, would read and write each other's files. If a run is killed, the operating system
// releases its lock. The lock file is outside the module, because it is not removed.
func Alone(dir string) (unlock func(), err error) {
	root := load.Root(dir)
	if real, err := filepath.EvalSymlinks(root); err == nil {
		root = real
	}
	hash := sha256.Sum256([]byte(root))
	name := fmt.Sprintf("busgen-%d-%x.lock", os.Getuid(), hash[:8])
	return write.Lock(filepath.Join(os.TempDir(), name))
}
