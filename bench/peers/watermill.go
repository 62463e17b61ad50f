package peers

import (
	"context"
	"encoding/binary"
	"strconv"

	"github.com/ThreeDotsLabs/watermill"
	"github.com/ThreeDotsLabs/watermill/message"
	"github.com/ThreeDotsLabs/watermill/pubsub/gochannel"

	"github.com/busgen/busgen/bench/domain"
	"github.com/busgen/busgen/bench/measure"
)

// wmill is the channel transport of github.com/ThreeDotsLabs/watermill. Its messages are bytes, so the event is encoded and
// its sequence number decoded, and it keeps the order only if a publisher waits for the subscribers.
type wmill struct {
	*Maker
	*crowd
	mode measure.Mode
	bus  *gochannel.GoChannel
}

// NewWatermill is watermill's gochannel.
func NewWatermill(mode measure.Mode, fanout int) measure.Carrier {
	config := gochannel.Config{OutputChannelBuffer: buffer, BlockPublishUntilSubscriberAck: true}
	b := &wmill{NewMaker(), newCrowd(fanout), mode, gochannel.NewGoChannel(config, watermill.NopLogger{})}
	for _, c := range b.members {
		in, err := b.bus.Subscribe(context.Background(), topic)
		must(err)
		go func() {
			for m := range in {
				c.had(binary.LittleEndian.Uint64(m.Payload))
				m.Ack()
			}
		}()
	}
	return b
}

// Carry implements measure.Carrier.
func (b *wmill) Carry(n int) {
	b.expect(n)
	for range n {
		e := b.Ready()
		if b.mode == measure.EndToEnd {
			e = b.Fresh()
		}
		must(b.bus.Publish(topic, message.NewMessage(strconv.FormatUint(e.Sequence, 10), encode(e))))
	}
	b.wait()
}

// Close ends the subscriptions.
func (b *wmill) Close() { must(b.bus.Close()) }

// encode puts the sequence number first and the payload behind it.
func encode(e *Event) []byte {
	t := &e.Trade
	to := make([]byte, 0, 192)
	to = binary.LittleEndian.AppendUint64(to, e.Sequence)
	to = binary.LittleEndian.AppendUint64(to, e.Height)
	for _, s := range []string{t.Buyer, t.Seller} {
		to = binary.AppendUvarint(to, uint64(len(s)))
		to = append(to, s...)
	}
	for _, v := range numbers(t) {
		to = binary.LittleEndian.AppendUint64(to, uint64(v))
	}
	return to
}

func numbers(t *domain.Trade) [12]int64 {
	f := &t.Fees
	return [...]int64{
		t.Price, t.Size, f.Maker, f.Taker, f.Network, f.Treasury, f.Buyer, f.Seller, t.Market, t.Number, t.At, t.Flags,
	}
}
