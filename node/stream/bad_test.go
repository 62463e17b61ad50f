package stream_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/node/stream"
)

// The lines from which bad streams are made.
const (
	head   = `{"kind":"header","name":"x"}`
	begin  = `{"kind":"begin_block","seq":1,"height":1,"time":"1"}`
	end    = `{"kind":"end_block","seq":2,"height":1}`
	expect = `{"kind":"expected","positions":[]}`
	dark   = `"average_entry_price":"0","average_entry_price_fp":"0","realised_pnl":"0","realised_pnl_fp":"0","unrealised_pnl":"0",` +
		`"unrealised_pnl_fp":"0","loss":"0","adjustment":"0","updated_at":"0","taker_fees_paid":"0","taker_fees_paid_since":"0",` +
		`"maker_fees_received":"0","maker_fees_received_since":"0","fees_paid":"0","fees_paid_since":"0",` +
		`"funding_payment_amount":"0","funding_payment_amount_since":"0"}`
	row = `{"market":"m","party":"p","open_volume":"1","state":"UNSPECIFIED",` + dark
)

// members returns n members of different names.
func members(n int) string {
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, `,"m%d":1`, i)
	}
	return text.String()
}

func lines(l ...string) string { return strings.Join(l, "\n") + "\n" }

// inBlock returns a good stream with one more event, which is line 3 and has to have number 2.
func inBlock(line string) string {
	return lines(head, begin, line, `{"kind":"end_block","seq":3,"height":1}`, expect)
}

func TestBadStreams(t *testing.T) {
	settle := func(members string) string { return inBlock(`{"kind":"settle_position","seq":2,` + members + `}`) }
	const good = `"market":"m","party":"p","price":"1","position_factor":"1","timestamp":"1"`
	party := func(seq, batch int) string {
		return fmt.Sprintf(`{"kind":"party","seq":%d,"batch":%d,"party":"p"}`, seq, batch)
	}
	tests := map[string]struct{ text, want string }{
		"empty file":            {"", "x:1: the file is empty"},
		"only a line end":       {"\n", "x:1: the line is empty"},
		"no header":             {lines(begin, expect), `x:1: want a header line, got kind "begin_block"`},
		"another first line":    {lines(`{"kind":"expected","positions":[]}`), `x:1: want a header line, got kind "expected"`},
		"two headers":           {lines(head, head, expect), "x:2: a second header"},
		"header alone":          {lines(head), "x:1: the stream ends without a line of expected positions"},
		"no expected":           {lines(head, begin, end), "x:3: the stream ends without a line of expected positions"},
		"no expected, open":     {lines(head, begin), "x:2: the stream ends without a line of expected positions, and the block is still open"},
		"open block":            {lines(head, begin, expect), "x:3: the block is still open where the stream ends"},
		"nested block":          {lines(head, begin, `{"kind":"begin_block","seq":2,"height":2,"time":"1"}`), "x:3: block 2 begins inside block 1"},
		"end without begin":     {lines(head, `{"kind":"end_block","seq":1,"height":1}`), "x:2: block 1 ends, but none is open"},
		"end of another":        {lines(head, begin, `{"kind":"end_block","seq":2,"height":2}`), "x:3: block 2 ends inside block 1"},
		"height again":          {lines(head, begin, end, `{"kind":"begin_block","seq":3,"height":1,"time":"1"}`), "x:4: block 1 comes after block 1"},
		"negative height":       {lines(head, `{"kind":"begin_block","seq":1,"height":-1,"time":"1"}`), "x:2: height: want a natural number, got -1"},
		"event outside":         {lines(head, `{"kind":"party","seq":1,"party":"p"}`, expect), "x:2: an event outside a block"},
		"trailing line":         {lines(head, expect, end), "x:3: something follows the expected positions"},
		"trailing garbage":      {lines(head, expect) + "x", "x:3: something follows the expected positions"},
		"trailing empty line":   {lines(head, expect, ""), "x:3: something follows the expected positions"},
		"number left out":       {inBlock(`{"kind":"party","seq":3,"party":"p"}`), "x:3: seq: number 3 after 1"},
		"number again":          {inBlock(`{"kind":"party","seq":1,"party":"p"}`), "x:3: seq: number 1 after 1"},
		"number missing":        {inBlock(`{"kind":"party","party":"p"}`), "x:3: seq: missing"},
		"number as text":        {inBlock(`{"kind":"party","seq":"2","party":"p"}`), `x:3: seq: want a natural number, got "2"`},
		"number too long":       {inBlock(`{"kind":"party","seq":99999999999999999999,"party":"p"}`), "x:3: seq: want a natural number"},
		"unknown kind":          {inBlock(`{"kind":"partey","seq":2}`), `x:3: unknown kind "partey"`},
		"no kind":               {inBlock(`{"seq":2}`), "x:3: kind: missing"},
		"kind no text":          {inBlock(`{"seq":2,"kind":1}`), "x:3: kind: want a string, got 1"},
		"array":                 {inBlock(`[]`), "x:3: want a JSON object"},
		"broken JSON":           {inBlock(`{"kind":"party",`), "x:3: broken JSON: unexpected end of JSON input"},
		"broken member":         {inBlock(`{"kind":"party","seq":2,"party":}`), "x:3: broken JSON: "},
		"two objects":           {inBlock(`{"kind":"party","seq":2,"party":"p"} {}`), "x:3: broken JSON: invalid character '{' after top-level value"},
		"member twice":          {inBlock(`{"kind":"party","seq":2,"party":"p","party":"q"}`), "x:3: party appears twice"},
		"member twice, escaped": {inBlock(`{"kind":"party","seq":2,"party":"p","p\u0061rty":"q"}`), "x:3: party appears twice"},
		"too many members":      {inBlock(`{"kind":"party","seq":2` + members(100) + `}`), "x:3: more than 100 members"},
		"empty line":            {inBlock(``), "x:3: the line is empty"},
		"not UTF-8":             {inBlock("{\"kind\":\"party\",\"seq\":2,\"party\":\"\xff\"}"), "x:3: the line is not UTF-8"},
		"torn":                  {strings.TrimSuffix(lines(head, begin, `{"kind":"par`), "\n"), "x:3: the last line is torn"},
		"torn expected":         {strings.TrimSuffix(lines(head, `{"kind":"expected","posi`), "\n"), "x:2: the last line is torn"},
		"torn header":           {`{"kind":"head`, "x:1: the last line is torn"},

		"missing field":       {settle(good), "x:3: trades: missing"},
		"unknown field":       {settle(good + `,"trades":[],"colour":"red"`), "x:3: colour: unknown field"},
		"field by case":       {settle(strings.Replace(good, "price", "Price", 1) + `,"trades":[]`), "x:3: price: missing"},
		"number for text":     {settle(strings.Replace(good, `"1"`, `1`, 1) + `,"trades":[]`), "x:3: price: want a string, got 1"},
		"no decimal":          {settle(strings.Replace(good, `"1"`, `"1e3"`, 1) + `,"trades":[]`), `x:3: price: want a decimal number, got "1e3"`},
		"empty decimal":       {settle(strings.Replace(good, `"1"`, `""`, 1) + `,"trades":[]`), `x:3: price: want a decimal number, got ""`},
		"huge decimal":        {settle(strings.Replace(good, `"1"`, `"`+strings.Repeat("9", 101)+`"`, 1) + `,"trades":[]`), `x:3: price: want a decimal number`},
		"fine decimal":        {settle(strings.Replace(good, `"1"`, `"0.`+strings.Repeat("9", 20)+`"`, 1) + `,"trades":[]`), `x:3: price: want a decimal number`},
		"factor zero":         {settle(strings.Replace(good, `factor":"1"`, `factor":"0"`, 1) + `,"trades":[]`), "x:3: position_factor: want a number above zero, got 0"},
		"factor negative":     {settle(strings.Replace(good, `factor":"1"`, `factor":"-1"`, 1) + `,"trades":[]`), "x:3: position_factor: want a number above zero"},
		"time too long":       {settle(strings.Replace(good, `stamp":"1"`, `stamp":"9999999999999999999"`, 1) + `,"trades":[]`), "x:3: timestamp: want an integer"},
		"list is none":        {settle(good + `,"trades":{}`), "x:3: trades: want a list, got {}"},
		"list is null":        {settle(good + `,"trades":null`), "x:3: trades: want a list, got null"},
		"element is none":     {settle(good + `,"trades":[1]`), "x:3: trades[0]: want a JSON object"},
		"element lacks":       {settle(good + `,"trades":[{"size":"1","price":"1"},{"size":"1"}]`), "x:3: trades[1].price: missing"},
		"element has more":    {settle(good + `,"trades":[{"size":"1","price":"1","x":1}]`), "x:3: trades[0].x: unknown field"},
		"element twice":       {settle(good + `,"trades":[{"size":"1","size":"1","price":"1"}]`), "x:3: trades[0]: size appears twice"},
		"fraction of a size":  {settle(good + `,"trades":[{"size":"0.5","price":"1"}]`), `x:3: trades[0].size: want an integer, got "0.5"`},
		"negative trade size": {inBlock(`{"kind":"trade","seq":2,"market":"m","buyer":"a","seller":"b","type":"DEFAULT","aggressor":"BUY","price":"1","size":"-1"}`), "x:3: size: want a natural number"},
		"unknown trade type":  {inBlock(`{"kind":"trade","seq":2,"market":"m","buyer":"a","seller":"b","type":"X","aggressor":"BUY","price":"1","size":"1"}`), `x:3: type: unknown trade type "X"`},
		"unknown fee part":    {inBlock(`{"kind":"trade","seq":2,"market":"m","buyer":"a","seller":"b","type":"DEFAULT","aggressor":"BUY","price":"1","size":"1","buyer_fee":{"tip":"1"}}`), `x:3: buyer_fee.tip: unknown field`},
		"fee is no object":    {inBlock(`{"kind":"trade","seq":2,"market":"m","buyer":"a","seller":"b","type":"DEFAULT","aggressor":"BUY","price":"1","size":"1","buyer_fee":"1"}`), `x:3: buyer_fee: want a JSON object`},
		"flag as text":        {inBlock(`{"kind":"loss_socialization","seq":2,"market":"m","party":"p","amount":"1","is_funding":"true","timestamp":"1"}`), `x:3: is_funding: want true or false, got "true"`},
		"party is null":       {inBlock(`{"kind":"distressed_orders","seq":2,"market":"m","parties":["a",null]}`), "x:3: parties[1]: want a string, got null"},

		"batch of two kinds":  {lines(head, begin, party(2, 1), `{"kind":"distressed_orders","seq":3,"batch":1,"market":"m","parties":[]}`), "x:4: batch: kinds party and distressed_orders in one batch"},
		"batch again":         {lines(head, begin, party(2, 1), party(3, 2), party(4, 1)), "x:5: batch: number 1 is used again"},
		"batch apart":         {lines(head, begin, party(2, 1), `{"kind":"party","seq":3,"party":"p"}`, party(4, 1)), "x:5: batch: number 1 is used again"},
		"batch breaks":        {lines(head, begin, party(2, 1), party(4, 1)), "x:4: seq: number 4 after 2"},
		"batch of boundaries": {lines(head, begin, party(2, 1), `{"kind":"end_block","seq":3,"height":1,"batch":1}`), "x:4: batch: a line of kind end_block cannot be part of a batch"},
		"batch no number":     {inBlock(`{"kind":"party","seq":2,"batch":"1","party":"p"}`), `x:3: batch: want a natural number, got "1"`},
		"batch, bad second":   {lines(head, begin, party(2, 1), `{"kind":"party","seq":3,"batch":1}`), "x:4: party: missing"},

		"row twice":             {lines(head, `{"kind":"expected","positions":[`+row+`,`+row+`]}`), `x:2: positions[1].party: a second row of market "m" and party "p"`},
		"row without a figure":  {lines(head, `{"kind":"expected","positions":[`+strings.Replace(row, `"loss":"0",`, ``, 1)+`]}`), "x:2: positions[0].loss: missing"},
		"row with more":         {lines(head, `{"kind":"expected","positions":[`+strings.Replace(row, `"loss"`, `"x":1,"loss"`, 1)+`]}`), "x:2: positions[0].x: unknown field"},
		"row of unknown state":  {lines(head, `{"kind":"expected","positions":[`+strings.Replace(row, `UNSPECIFIED`, `FINE`, 1)+`]}`), `x:2: positions[0].state: unknown position status "FINE"`},
		"row of half a size":    {lines(head, `{"kind":"expected","positions":[`+strings.Replace(row, `volume":"1"`, `volume":"1.5"`, 1)+`]}`), "x:2: positions[0].open_volume: want an integer, got 1.5"},
		"positions missing":     {lines(head, `{"kind":"expected"}`), "x:2: positions: missing"},
		"expected with more":    {lines(head, `{"kind":"expected","positions":[],"x":1}`), "x:2: x: unknown field"},
		"checkpoint unnumbered": {lines(head, `{"kind":"checkpoint","positions":[]}`, expect), "x:2: seq: missing"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := read("x", test.text)
			require.Error(t, err)
			var fault *stream.Error
			require.True(t, errors.As(err, &fault))
			require.Equal(t, "x", fault.File)
			require.Truef(t, strings.HasPrefix(err.Error(), test.want), "got  %s\nwant %s", err, test.want)
		})
	}
}

func TestALineHasABound(t *testing.T) {
	long := strings.Repeat("x", stream.MaxLine)
	_, err := read("x", lines(head, begin, `{"kind":"party","seq":2,"party":"`+long+`"}`))
	require.EqualError(t, err, fmt.Sprintf("x:3: the line is longer than %d bytes", stream.MaxLine))
	_, err = read("x", lines(head, begin, `{"kind":"party","seq":2,"party":"`+long[:stream.MaxLine-100]+`"}`, `{"kind":"end_block","seq":3,"height":1}`, expect))
	require.NoError(t, err)
}

func TestRealismKindsMayHaveMoreFields(t *testing.T) {
	for _, line := range []string{
		`{"kind":"party","seq":2,"party":"p","alias":"q"}`,
		`{"kind":"stop_order","seq":2,"whatever":{"a":[1]}}`,
		`{"kind":"deposit","seq":2,"party":"p","amount":"5","fee":1}`,
	} {
		_, err := read("x", inBlock(line))
		require.NoError(t, err, line)
	}
	_, err := read("x", lines(head, begin, `{"kind":"party","seq":2,"batch":1,"party":"p"}`, `{"kind":"other","seq":3,"batch":1,"type":"T"}`,
		`{"kind":"end_block","seq":4,"height":1}`, expect))
	require.NoError(t, err, "kinds that no position depends on may share a batch")
}
