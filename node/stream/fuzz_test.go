package stream_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/busgen/busgen/node/stream"
)

// FuzzStream reads any input: a Reader returns steps, or an error with a line that exists, and never panics. A stream that it accepts has
// balanced blocks and ends with expected positions.
func FuzzStream(f *testing.F) {
	f.Add(small)
	f.Add(inBlock(` { "kind" : "party" , "seq" : 2 , "p\u0061rty" : "\\\"}{" , "x" : [ [ ] , { } , -1.5e3 , null , true ] } `))
	f.Add(lines(head, `{"kind":"expected","positions":[`+row+`]}`))
	f.Add(lines(head, begin, `{"kind":"ledger_movements","seq":2,"entries":[{"from":{"asset":"a","type":"MARGIN"}}]}`, end))
	for i, kind := range stream.Kinds() {
		f.Add(inBlock(fmt.Sprintf(`{"kind":%q,"seq":2,"batch":%d,"market":"m","party":"p","parties":["x"]}`, kind, i)))
	}
	f.Fuzz(func(t *testing.T, text string) {
		steps, err := read("x", text)
		if err != nil {
			var fault *stream.Error
			if !errors.As(err, &fault) || fault.Line < 1 || fault.Line > strings.Count(text, "\n")+1 {
				t.Fatalf("an error without a place: %v", err)
			}
			return
		}
		open := 0
		for _, step := range steps {
			switch step.(type) {
			case stream.BeginBlock:
				open++
			case stream.EndBlock:
				open--
			}
			if open < 0 || open > 1 {
				t.Fatal("blocks are not balanced")
			}
		}
		if last, ok := steps[len(steps)-1].(stream.Checkpoint); open != 0 || !ok || !last.Final {
			t.Fatal("a stream without an end")
		}
	})
}
