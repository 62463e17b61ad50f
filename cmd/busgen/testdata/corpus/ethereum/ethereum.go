// Package ethereum has events about a chain.
package ethereum

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

// CloneHeader copies a header.
//
//busgen:clone
func CloneHeader(h *types.Header) *types.Header { return types.CopyHeader(h) }

// CloneTx copies nothing: nobody can change a transaction.
//
//busgen:clone
func CloneTx(tx *types.Transaction) *types.Transaction { return tx }

// Head is a new block at the end of the chain.
//
//busgen:event
type Head struct {
	Header  *types.Header
	Parents []*types.Header
	Genesis types.Header
	Logs    []types.Log
	Bloom   types.Bloom
	Nonce   types.BlockNonce
}

// Mined is a transaction in a block.
//
//busgen:event
type Mined struct {
	From     common.Address
	To       *common.Address
	Hash     common.Hash
	Receipt  *types.Receipt
	Receipts types.Receipts
	Access   types.AccessList
	Log      *types.Log
	Withdraw types.Withdrawals
	Tx       *types.Transaction
	Txs      types.Transactions
	Data     hexutil.Bytes
	Price    *hexutil.Big
}

// Paid is a change of balances.
//
//busgen:event
type Paid struct {
	Value    *big.Int
	Balance  uint256.Int
	Balances map[common.Address]*uint256.Int
	Slots    map[common.Hash]common.Hash
	Topics   [][]common.Hash
	Account  types.StateAccount
	Fees     []*big.Int
}

// Wei is an amount of the domain.
type Wei big.Int

// Configured is the start of a chain.
//
//busgen:event
type Configured struct {
	Config  *params.ChainConfig
	Genesis types.GenesisAlloc
	Blob    types.BlobTx
	Legacy  *types.LegacyTx
	Fees    []types.DynamicFeeTx
	Code    []types.SetCodeAuthorization
	Reward  Wei
	Supply  *Wei
	Shares  map[common.Address]Wei
}
