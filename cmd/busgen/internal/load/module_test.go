package load

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// layOut writes the files of a txtar text into a new folder and returns the folder.
func layOut(t *testing.T, archive string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, f.Data, 0o644))
	}
	return dir
}

// lines writes each finding as "file:line:col: message [hint]", with files relative to dir.
func lines(dir string, list diag.List) []string {
	var texts []string
	for _, d := range list {
		text := d.Message
		if d.Hint != "" {
			text += " [" + d.Hint + "]"
		}
		if d.Pos.Filename != "" {
			text = fmt.Sprintf("%s:%d:%d: %s", d.Pos.Filename, d.Pos.Line, d.Pos.Column, text)
		}
		texts = append(texts, strings.ReplaceAll(text, dir+string(filepath.Separator), ""))
	}
	return texts
}

// project is a module with a domain package, one that its domain imports, and another module below its own path.
const project = `
-- go.mod --
module example.com/case

go 1.26

require example.com/case/extra v0.0.0

replace example.com/case/extra => ./extra
-- extra/go.mod --
module example.com/case/extra

go 1.26
-- extra/extra.go --
package extra

type Amount int64
-- money/money.go --
package money

import "example.com/case/extra"

// Price is two identifiers to a line.
type Price struct{ Units, Scale int64; Unit extra.Amount }
-- domain/trade.go --
package domain

import (
	"time"

	"example.com/case/money"
)

//busgen:event
type Trade struct {
	Price money.Price
	At    time.Time
}
-- domain/account.go --
package domain

type Account struct{ ID string }
-- domain/tagged.go --
//go:build special

package domain

type Tagged struct{ ID string }
-- domain/ignored.go --
//go:build neverever

package domain

type Account struct{ Twice bool }
-- domain/trade_test.go --
package domain

//busgen:event
type InTest struct{}
-- domain/outer_test.go --
package domain_test

// InOuterTest is no //busgen:event.
type InOuterTest struct{}
-- domain/plain_test.go --
package domain

type Plain struct{}
-- domain/torn_test.go --
package domain

//busgen:event
type
-- domain/inner/inner.go --
package inner
-- empty/README --
No Go here.
-- onlytests/only_test.go --
package onlytests
-- onlytagged/tagged.go --
//go:build neverever

package onlytagged
-- command/main.go --
// Package main is a program.
package main

type Trade struct{}

func main() {}
-- mixed/a.go --
package one
-- mixed/b.go --
package two
-- syntax/syntax.go --
package syntax

type Whole struct{ ID string }

type Torn struct {
	ID string string
}
-- syntax/types.go --
package syntax

var early undefinedName
-- types/types.go --
package types

import (
	"example.com/case/money"
	"example.com/case/nowhere"
	"example.org/unknown/module"
)

type Trade struct {
	Price   money.Pryce
	Amount  Missing
	Nowhere nowhere.Thing
	Module  module.Thing
	Whole   string
}
-- brokendep/domain.go --
package brokendep

import "example.com/case/broken"

type Trade struct{ Broken broken.Broken }
-- broken/broken.go --
package broken

type Broken struct{ ID Missing }

var unused int = "text"
-- importing/domain.go --
package importing

import (
	_ "example.com/case/importing/generated"
	"example.com/case/money"
	again ` + "`example.com/case/importing/generated`" + `
)

var _ again.Router

type Trade struct{ Price money.Price }
-- importing/generated/generated.go --
package generated

type Router struct{}
-- elsewhere/go.mod --
module example.org/elsewhere
-- nameless/go.mod --
go 1.26
-- nameless/domain/domain.go --
package domain
`
