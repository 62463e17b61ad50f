package cache

import (
	"encoding/hex"
	"os"
	"path/filepath"
)

// Variable is the environment variable that names the folder of the memory, or says [Off].
const Variable = "BUSGENCACHE"

// Off is the value of [Variable] that switches the memory off.
const Off = "off"

// most is how many states a memory holds. With one more it forgets the older half, so that it has to look through them seldom.
const most = 1000

// Memory is a folder of states. The zero Memory knows nothing and learns nothing.
type Memory struct{ dir string }

// Open returns the memory of this user, or what [Variable] names instead. What is no absolute path is as good as off.
func Open() Memory {
	dir := os.Getenv(Variable)
	if dir == "" {
		home, err := os.UserCacheDir()
		if err != nil {
			return Memory{}
		}
		dir = filepath.Join(home, "busgen")
	}
	if !filepath.IsAbs(dir) {
		return Memory{}
	}
	return Memory{dir}
}

// On says whether it is worth asking.
func (m Memory) On() bool { return m.dir != "" }

// Knows says whether the state is remembered.
func (m Memory) Knows(s Sum) bool {
	if !m.On() {
		return false
	}
	info, err := os.Lstat(m.file(s))
	return err == nil && info.Mode().IsRegular()
}

// Remember adds a state.
func (m Memory) Remember(s Sum) {
	if !m.On() || os.MkdirAll(m.dir, 0o755) != nil || os.WriteFile(m.file(s), nil, 0o644) != nil {
		return
	}
	m.trim()
}

func (m Memory) file(s Sum) string { return filepath.Join(m.dir, hex.EncodeToString(s[:])) }
