package domain_test

import (
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/bench/domain"
	trading "github.com/busgen/busgen/domain"
)

// docs/performance.md names these sizes.
func TestSizes(t *testing.T) {
	require.EqualValues(t, 128, unsafe.Sizeof(domain.Tick{}))
	require.EqualValues(t, 712, unsafe.Sizeof(trading.Trade{}))
}
