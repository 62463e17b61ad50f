package sim

import (
	"strconv"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/execution"
)

// orders collects the commands of a block.
type orders struct {
	height uint64
	txs    []execution.Tx
}

func (o *orders) begin(height uint64) {
	clear(o.txs)
	o.height, o.txs = height, o.txs[:0]
}

// add adds a command. Its transaction is named by the block and its number there, from 1.
func (o *orders) add(c execution.Command) {
	id := strconv.FormatUint(o.height, 10) + "-" + strconv.Itoa(len(o.txs)+1)
	o.txs = append(o.txs, execution.Tx{ID: id, Command: c})
}

// amount returns a number of asset units.
func amount(units int64) domain.Decimal { return udecimal.MustFromInt64(units, 0) }
