package peers

import (
	"context"
	"encoding/json"
	"strconv"

	"github.com/ThreeDotsLabs/watermill"
	"github.com/ThreeDotsLabs/watermill/message"
	"github.com/ThreeDotsLabs/watermill/pubsub/gochannel"

	"github.com/busgen/busgen/bench/measure"
)

// wmill is the channel transport of github.com/ThreeDotsLabs/watermill. Its messages are bytes,
// here JSON, and it keeps the order only if a publisher waits for the subscribers.
type wmill[P any] struct {
	source[P]
	*crowd[P]
	bus *gochannel.GoChannel
}

func newWatermill[P any](of Kind[P], fanout int) measure.Carrier {
	config := gochannel.Config{OutputChannelBuffer: buffer, BlockPublishUntilSubscriberAck: true}
	b := &wmill[P]{newSource(of.pool), newCrowd(of, fanout), gochannel.NewGoChannel(config, watermill.NopLogger{})}
	for _, a := range b.members {
		in, err := b.bus.Subscribe(context.Background(), topic)
		must(err)
		go func() {
			for m := range in {
				var e Event[P]
				must(json.Unmarshal(m.Payload, &e))
				a.on(&e)
				m.Ack()
			}
		}()
	}
	return b
}

// Carry implements measure.Carrier.
func (b *wmill[P]) Carry(n int) {
	b.expect(n)
	for range n {
		e := b.fresh()
		text, err := json.Marshal(e)
		must(err)
		must(b.bus.Publish(topic, message.NewMessage(strconv.FormatUint(e.Sequence, 10), text)))
	}
	b.wait()
}

// Close ends the subscriptions.
func (b *wmill[P]) Close() { must(b.bus.Close()) }
