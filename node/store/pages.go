package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/busgen/busgen/domain"
)

// MaxPage is the maximal number of rows in a page.
const MaxPage = 1000

// Cursor is a position in a list that grows only at its end: a page starts after it. The zero Cursor is the start of the list. Rows that
// are added meanwhile come on later pages, each exactly once.
type Cursor struct {
	Time   int64 // nanoseconds; of lists by time
	Height uint64
	Number uint64 // of the event in its block
	Entry  uint64 // of the entry in its event
}

// Trade is a trade and the place of its event.
type Trade struct {
	domain.Trade // without the parts of the fees: see BuyerFee and SellerFee
	Height       uint64
	Number       uint64
	BuyerFee     domain.Decimal // all parts together
	SellerFee    domain.Decimal
}

// Trades returns a page of a market's trades, oldest first: those at or after from, before the time before, and after the cursor. A zero
// time is no bound. It also returns the cursor of the next page; a page that is not full is the last so far. The limit is 1 to MaxPage.
func (r *Reader) Trades(ctx context.Context, market string, from, before time.Time, after Cursor, limit int) ([]Trade, Cursor, error) {
	if err := page(limit); err != nil {
		return nil, after, err
	}
	trades, err := query(ctx, r, scanTrade, `SELECT height, number, id, market, time, type, aggressor, buyer, seller, buy_order, sell_order,
		size, price, asset_price, buyer_fee, seller_fee FROM trades
		WHERE market = ? AND time >= ? AND time < ? AND (time, height, number) > (?, ?, ?)
		ORDER BY time, height, number LIMIT ?`,
		market, earliest(from), latestTime(before), start(after), int64(after.Height), int64(after.Number), limit)
	if n := len(trades); n > 0 {
		t := trades[n-1]
		after = Cursor{Time: nanos(t.At), Height: t.Height, Number: t.Number}
	}
	return trades, after, err
}

// start returns the time after which a list by time continues: all trades come after the zero cursor.
func start(c Cursor) int64 {
	if c == (Cursor{}) {
		return math.MinInt64
	}
	return c.Time
}

func earliest(t time.Time) int64 {
	if t.IsZero() {
		return math.MinInt64
	}
	return t.UnixNano()
}

// latestTime returns an upper bound; none for the zero time.
func latestTime(t time.Time) int64 {
	if t.IsZero() {
		return math.MaxInt64
	}
	return t.UnixNano()
}

func scanTrade(rows *sql.Rows) (t Trade, err error) {
	var kind, aggressor, size, price, assetPrice, buyerFee, sellerFee string
	var at int64
	err = rows.Scan(&t.Height, &t.Number, &t.ID, &t.MarketID, &at, &kind, &aggressor, &t.Buyer.PartyID, &t.Seller.PartyID,
		&t.Buyer.OrderID, &t.Seller.OrderID, &size, &price, &assetPrice, &buyerFee, &sellerFee)
	if err != nil {
		return t, err
	}
	t.At = moment(at)
	var errs [3]error
	t.Type, errs[0] = domain.ParseTradeType(kind)
	t.Aggressor, errs[1] = domain.ParseSide(aggressor)
	t.Size, errs[2] = strconv.ParseUint(size, 10, 64)
	return t, errors.Join(errs[0], errs[1], errs[2], decimals(
		into{price, &t.Price}, into{assetPrice, &t.AssetPrice}, into{buyerFee, &t.BuyerFee}, into{sellerFee, &t.SellerFee},
	))
}

// Entry is a movement of money and the place of its event.
type Entry struct {
	domain.LedgerEntry
	Height, Number uint64
}

// Entries returns a page of the movements into and out of an account, oldest first, in pages like [Reader.Trades]. A movement from an
// account to itself comes once.
func (r *Reader) Entries(ctx context.Context, account domain.AccountID, after Cursor, limit int) ([]Entry, Cursor, error) {
	if err := page(limit); err != nil {
		return nil, after, err
	}
	const columns = `height, number, entry, time, type, asset, amount, from_owner, from_market, from_type, to_owner, to_market, to_type`
	const place = `_owner = ?1 AND %[1]s_market = ?2 AND %[1]s_type = ?3 AND asset = ?4 AND (height, number, entry) > (?5, ?6, ?7)`
	text := fmt.Sprintf("SELECT "+columns+" FROM ledger_entries WHERE %[1]s"+place, "from") + " UNION " +
		fmt.Sprintf("SELECT "+columns+" FROM ledger_entries WHERE %[1]s"+place, "to") + " ORDER BY height, number, entry LIMIT ?8"
	first := int64(after.Entry)
	if after == (Cursor{}) {
		first = -1 // the first entry has number 0
	}
	next := after
	entries, err := query(ctx, r, func(rows *sql.Rows) (Entry, error) { return scanEntry(rows, &next) }, text,
		account.Owner, account.MarketID, account.Type.String(), account.Asset, int64(after.Height), int64(after.Number), first, limit)
	return entries, next, err
}

func scanEntry(rows *sql.Rows, next *Cursor) (e Entry, err error) {
	var kind, asset, amount, from, to string
	var at int64
	err = rows.Scan(&e.Height, &e.Number, &next.Entry, &at, &kind, &asset, &amount,
		&e.From.Owner, &e.From.MarketID, &from, &e.To.Owner, &e.To.MarketID, &to)
	if err != nil {
		return e, err
	}
	next.Height, next.Number = e.Height, e.Number
	e.At, e.From.Asset, e.To.Asset = moment(at), asset, asset
	var errs [3]error
	e.Type, errs[0] = domain.ParseTransferType(kind)
	e.From.Type, errs[1] = domain.ParseAccountType(from)
	e.To.Type, errs[2] = domain.ParseAccountType(to)
	return e, errors.Join(errs[0], errs[1], errs[2], decimals(into{amount, &e.Amount}))
}

func page(limit int) error {
	if limit < 1 || limit > MaxPage {
		return fmt.Errorf("a page of %d rows: want 1 to %d", limit, MaxPage)
	}
	return nil
}

// Order returns the last state of an order, or ErrNotFound.
func (r *Reader) Order(ctx context.Context, id string) (domain.Order, error) {
	orders, err := query(ctx, r, scanOrder, `SELECT id, market, party, reference, side, type, time_in_force, status, reason, price, size,
		remaining, version FROM orders WHERE id = ?`, id)
	return one(orders, err, "order "+id)
}

func scanOrder(rows *sql.Rows) (o domain.Order, err error) {
	var side, kind, force, status, reason, price, size, remaining string
	err = rows.Scan(&o.ID, &o.MarketID, &o.PartyID, &o.Reference, &side, &kind, &force, &status, &reason, &price, &size, &remaining, &o.Version)
	if err != nil {
		return o, err
	}
	var errs [7]error
	o.Side, errs[0] = domain.ParseSide(side)
	o.Type, errs[1] = domain.ParseOrderType(kind)
	o.TimeInForce, errs[2] = domain.ParseTimeInForce(force)
	o.Status, errs[3] = domain.ParseOrderStatus(status)
	o.Reason, errs[4] = domain.ParseOrderReason(reason)
	o.Size, errs[5] = strconv.ParseUint(size, 10, 64)
	o.Remaining, errs[6] = strconv.ParseUint(remaining, 10, 64)
	return o, errors.Join(append(errs[:], decimals(into{price, &o.Price}))...)
}
