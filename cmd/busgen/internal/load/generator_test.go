package load

import (
	"go/token"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGeneratorLines: a line means to busgen what it means to the go command.
func TestGeneratorLines(t *testing.T) {
	t.Setenv("WHERE", "../there")
	for line, want := range map[string][]string{
		"//go:generate busgen":                                            {},
		"//go:generate go tool busgen -out ../events .":                   {"-out", "../events", "."},
		"//go:generate\tgo\ttool  busgen\t-out  ../events \r":             {"-out", "../events"},
		`//go:generate go tool busgen "-out" "../two words"`:              {"-out", "../two words"},
		`//go:generate go tool busgen -out "a\x62c"`:                      {"-out", "abc"},
		"//go:generate go run example.org/busgen/cmd/busgen@v1.2.3 check": {"check"},
		`//go:generate C:\bin\busgen.exe ./domain`:                        nil,
		"//go:generate ../bin/busgen.exe ./domain":                        {"./domain"},
		"//go:generate go tool busgen $GOFILE":                            {"a.go"},
		"//go:generate go tool busgen -out ../${GOPACKAGE}events":         {"-out", "../tradesevents"},
		"//go:generate go tool busgen -out $WHERE":                        {"-out", "../there"},
		"//go:generate go tool busgen ${DOLLAR}x $GOLINE":                 {"$x", "4"},
		"//go:generate -command gen go tool busgen -out ../events":        nil,
		"//go:generate gen .":                                             {"-out", "../gen", "."},
		"//go:generate mockgen -source busgen.go":                         nil,
		"//go:generated busgen":                                           nil,
		" //go:generate busgen":                                           nil,
		"//go:generate":                                                   nil,
	} {
		file := filepath.Join(t.TempDir(), "a.go")
		text := "package trades\n\n//go:generate -command gen go tool busgen -out ../gen\n" + line + "\n"
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
		found := generatorsIn(file)
		if want == nil {
			require.Empty(t, found, line)
			continue
		}
		require.Equal(t, []Generator{{filepath.Dir(file), want, token.Position{Filename: file, Line: 4, Column: 1}}}, found, line)
	}
}
