-- +goose Up

-- The state and history of a trading core, in whole blocks. Read it with any SQLite shell. Only the node writes it.
--
-- Units: amounts, balances and P&L are whole units of the settlement asset. Asset prices are those of one whole contract in these
-- units. Other prices are market prices, in the decimals of the market. All of these are decimal numbers of any size, and therefore
-- TEXT: CAST them to compare them as numbers. Sizes are size units of the market: INTEGER, or TEXT beyond 63 bits. Times are
-- nanoseconds since 1970-01-01 UTC, 0 for none. The place of an event is the height of its block and its number in the block.

PRAGMA application_id = 1651864423;

-- The run that the file belongs to. Another run must not continue it.
CREATE TABLE run (
	name  TEXT PRIMARY KEY, -- such as seed
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A row for each whole block. It is committed together with all rows of the block.
CREATE TABLE blocks (
	height  INTEGER PRIMARY KEY,
	time    INTEGER NOT NULL,
	trades  INTEGER NOT NULL, -- rows of trades that the block added
	entries INTEGER NOT NULL, -- rows of ledger_entries that it added
	digest  TEXT NOT NULL     -- of all events of this block and of those before
) STRICT;

-- Accounts at the last block.
CREATE TABLE accounts (
	owner   TEXT NOT NULL, -- a party, or empty
	market  TEXT NOT NULL, -- or empty
	asset   TEXT NOT NULL,
	type    TEXT NOT NULL, -- GENERAL, MARGIN, INSURANCE, SETTLEMENT, ...
	balance TEXT NOT NULL,
	height  INTEGER NOT NULL, -- of the last change
	PRIMARY KEY (owner, market, asset, type)
) STRICT, WITHOUT ROWID;

-- Positions at the last block, from the positions plug-in. P&L has 16 decimals.
CREATE TABLE positions (
	market              TEXT NOT NULL,
	party               TEXT NOT NULL,
	open_volume         TEXT NOT NULL, -- size units; + long, - short
	average_entry_price TEXT NOT NULL, -- asset price
	realised            TEXT NOT NULL,
	unrealised          TEXT NOT NULL,
	loss                TEXT NOT NULL, -- 0 or below: not received because others could not pay
	adjustment          TEXT NOT NULL, -- 0 or above: not paid for lack of money
	fees_paid           TEXT NOT NULL, -- all that the position has ever paid
	status              TEXT NOT NULL,
	updated             INTEGER NOT NULL, -- time of the last settlement
	height              INTEGER NOT NULL, -- of the last change
	PRIMARY KEY (market, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX positions_by_party ON positions (party, market);

CREATE TABLE trades (
	height      INTEGER NOT NULL,
	number      INTEGER NOT NULL, -- of the event in its block
	id          TEXT NOT NULL,
	market      TEXT NOT NULL,
	time        INTEGER NOT NULL,
	type        TEXT NOT NULL, -- DEFAULT, NETWORK_CLOSE_OUT_GOOD, NETWORK_CLOSE_OUT_BAD
	aggressor   TEXT NOT NULL, -- BUY, SELL, or UNSPECIFIED
	buyer       TEXT NOT NULL,
	seller      TEXT NOT NULL,
	buy_order   TEXT NOT NULL, -- empty if there was none
	sell_order  TEXT NOT NULL,
	size        ANY NOT NULL,
	price       TEXT NOT NULL, -- market price
	asset_price TEXT NOT NULL,
	buyer_fee   TEXT NOT NULL, -- all parts together
	seller_fee  TEXT NOT NULL,
	PRIMARY KEY (height, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX trades_by_market ON trades (market, time, height, number);

-- Orders at the last block.
CREATE TABLE orders (
	id            TEXT PRIMARY KEY,
	market        TEXT NOT NULL,
	party         TEXT NOT NULL,
	reference     TEXT NOT NULL, -- the party's own name for it
	side          TEXT NOT NULL,
	type          TEXT NOT NULL,
	time_in_force TEXT NOT NULL,
	status        TEXT NOT NULL,
	reason        TEXT NOT NULL, -- of a status that needs one
	price         TEXT NOT NULL, -- market price; 0 for an order without a limit
	size          ANY NOT NULL,  -- of the whole order
	remaining     ANY NOT NULL,  -- of the size, not filled
	version       INTEGER NOT NULL,
	created       INTEGER NOT NULL, -- height of its first event
	height        INTEGER NOT NULL  -- of the last change
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_by_party ON orders (party, market, created);

CREATE TABLE ledger_entries (
	height      INTEGER NOT NULL,
	number      INTEGER NOT NULL, -- of the event in its block
	entry       INTEGER NOT NULL, -- of the entry in its event, from 0
	time        INTEGER NOT NULL,
	type        TEXT NOT NULL, -- why the money moved: MTM_LOSS, MARGIN_LOW, ...
	asset       TEXT NOT NULL,
	amount      TEXT NOT NULL, -- above 0
	from_owner  TEXT NOT NULL,
	from_market TEXT NOT NULL,
	from_type   TEXT NOT NULL,
	to_owner    TEXT NOT NULL,
	to_market   TEXT NOT NULL,
	to_type     TEXT NOT NULL,
	PRIMARY KEY (height, number, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX entries_from ON ledger_entries (from_owner, from_market, from_type, asset, height, number, entry);
CREATE INDEX entries_to ON ledger_entries (to_owner, to_market, to_type, asset, height, number, entry);
