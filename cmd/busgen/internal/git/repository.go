package git

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Repository is a git repository, accessed from one of its folders.
type Repository struct {
	dir    string // where git runs
	prefix string // of dir in the repository, with slashes
}

// Commit is a commit, and the name by which it was asked for.
type Commit struct{ Hash, Name string }

// Error is a failure and a hint about what to do.
type Error struct{ Message, Hint string }

func (e *Error) Error() string { return e.Message }

// Open returns the repository of a folder, which has to exist.
func Open(dir string) (*Repository, error) {
	r := &Repository{dir: dir}
	if _, err := exec.LookPath("git"); err != nil {
		return nil, &Error{"git is not installed", "install it: busgen reads earlier versions with the git command"}
	}
	prefix, err := r.run(nil, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, &Error{fmt.Sprintf("%s is not in a git repository: %v", dir, err), "run busgen in a clone: it reads earlier versions from git"}
	}
	r.prefix = strings.TrimSuffix(string(prefix), "\n")
	return r, nil
}

// Commit returns the commit that a name means: a branch, a tag, a hash.
func (r *Repository) Commit(name string) (Commit, error) {
	hash, err := r.run(nil, "rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}")
	if err != nil {
		return Commit{}, &Error{fmt.Sprintf("%s is not a commit of this repository", name), "fetch it, or name another one with -against"}
	}
	return Commit{strings.TrimSpace(string(hash)), name}, nil
}

// defaults are the possible names of the default branch. The first that exists counts.
var defaults = []string{"origin/HEAD", "origin/main", "origin/master"}

// Fork returns the commit at which the current branch left the remote's default branch.
func (r *Repository) Fork() (Commit, error) {
	for _, name := range defaults {
		branch, err := r.Commit(name)
		if err != nil {
			continue
		}
		hash, err := r.run(nil, "merge-base", "HEAD", branch.Hash)
		if err != nil {
			return Commit{}, &Error{
				fmt.Sprintf("HEAD and %s have no common commit here", name),
				"fetch the whole history (fetch-depth: 0), or name a commit with -against",
			}
		}
		at := strings.TrimSpace(string(hash))
		return Commit{at, at[:min(12, len(at))]}, nil
	}
	return Commit{}, &Error{
		"there is no " + strings.Join(defaults[:2], ", ") + " or " + defaults[2] + " to compare with", "name a commit, a branch or a tag with -against",
	}
}

// Path returns the path in the repository of a file or folder, which may not exist. It returns false if it is outside.
func (r *Repository) Path(name string) (string, bool) {
	rel, err := filepath.Rel(r.dir, name)
	if err != nil {
		return "", false
	}
	within := path.Join(r.prefix, filepath.ToSlash(rel))
	return within, within != ".." && !strings.HasPrefix(within, "../")
}

// Files returns the regular files of a folder at a commit, by name, without those of folders below it. The folder is a path in the
// repository. Files returns none if the folder did not exist.
func (r *Repository) Files(at Commit, folder string) (map[string][]byte, error) {
	listed, err := r.run(nil, "ls-tree", "-z", "--full-tree", at.Hash, "--", folder+"/")
	if err != nil {
		return nil, err
	}
	var names []string
	var objects bytes.Buffer
	for line := range strings.SplitSeq(strings.TrimSuffix(string(listed), "\x00"), "\x00") {
		about, name, ok := strings.Cut(line, "\t")
		words := strings.Fields(about) // mode, type and object
		if ok && len(words) == 3 && strings.HasPrefix(words[0], "100") {
			names = append(names, path.Base(name))
			fmt.Fprintln(&objects, words[2])
		}
	}
	if len(names) == 0 {
		return nil, nil
	}
	contents, err := r.run(objects.Bytes(), "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, name := range names {
		head, rest, _ := bytes.Cut(contents, []byte("\n")) // object, type and size
		words := strings.Fields(string(head))
		if len(words) != 3 {
			return nil, fmt.Errorf("git cat-file: can't read %s: %s", name, head)
		}
		size, err := strconv.Atoi(words[2])
		if err != nil || size >= len(rest) {
			return nil, fmt.Errorf("git cat-file: can't read %s: %s", name, head)
		}
		files[name], contents = rest[:size], rest[size+1:] // a newline ends the content
	}
	return files, nil
}

// Folders returns the folders with a file of this name at a commit, as paths in the repository, sorted.
func (r *Repository) Folders(at Commit, file string) ([]string, error) {
	listed, err := r.run(nil, "ls-tree", "-r", "-z", "--full-tree", "--name-only", at.Hash)
	if err != nil {
		return nil, err
	}
	var folders []string
	for name := range strings.SplitSeq(string(listed), "\x00") {
		if path.Base(name) == file {
			folders = append(folders, path.Dir(name))
		}
	}
	return folders, nil
}

// elsewhere are variables that git sets for hooks. They point to a repository, relative to another folder.
var elsewhere = []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX"}

// run runs git and returns its output. The error has the message of git.
func (r *Repository) run(input []byte, args ...string) ([]byte, error) {
	cmd := exec.Command("git", append([]string{"-C", r.dir}, args...)...)
	cmd.Stdin = bytes.NewReader(input)
	cmd.Env = slices.DeleteFunc(os.Environ(), func(set string) bool {
		name, _, _ := strings.Cut(set, "=")
		return slices.Contains(elsewhere, name)
	})
	output, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && len(exit.Stderr) > 0 {
		return nil, errors.New(strings.TrimPrefix(strings.Join(strings.Fields(string(exit.Stderr)), " "), "fatal: "))
	}
	return output, err
}
