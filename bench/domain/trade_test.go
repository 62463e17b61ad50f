package domain_test

import (
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/bench/domain"
)

// The documents say 128 bytes.
func TestTradeHas128Bytes(t *testing.T) {
	require.EqualValues(t, 128, unsafe.Sizeof(domain.Trade{}))
}
