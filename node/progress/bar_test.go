package progress_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/node/progress"
)

func TestBar(t *testing.T) {
	var out bytes.Buffer
	for _, none := range []progress.Bar{{}, progress.New(&out, false, 5, "working"), progress.New(&out, true, 0, "working")} {
		none.Step()
		none.Clear()
	}
	require.Empty(t, out.String())

	bar := progress.New(&out, true, 2, "working")
	bar.Step()
	bar.Clear()
	bar.Step()
	require.Contains(t, out.String(), "working")
}
