// Package buses lists what is measured.
package buses

import (
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/ours"
	"github.com/busgen/busgen/bench/peers"
	"github.com/busgen/busgen/bench/reference"
)

// Role says what a bus is compared as.
type Role int

const (
	// Ours is a bus of this project.
	Ours Role = iota
	// Reference is hand-written code for one event type.
	Reference
	// Peer is somebody else's bus; the best peer is chosen among these.
	Peer
	// Beside is measured and shown, and no target is relative to it.
	Beside
)

// Bus is one line of the tables.
type Bus struct {
	Name  string // in results: no spaces
	Title string // in documents
	Note  string
	Role  Role
	Slow  bool // too slow to be the best peer: not part of the quick run
	New   func(measure.Mode, int) measure.Carrier
}

// The names that targets refer to.
const (
	Wired        = "wired"
	WiredPointer = "wired-pointer"
	ByValue      = "router-value"
	ByInterface  = "router-interface"
	Churned      = "router-churned"
	Direct       = "direct"
	Loop         = "loop"
)

// Fanouts are the numbers of consumers that every bus is measured with.
var Fanouts = []int{1, 4, 16}

// Numbers are the numbers of consumers that routers are measured with.
var Numbers = []int{0, 1, 2, 4, 8, 16, 32, 64}

// All is every bus, in the order of the tables.
var All = []Bus{
	{Name: Wired, Title: "wired bus, by value", Role: Ours, New: ours.NewWiredValue},
	{Name: WiredPointer, Title: "wired bus, by pointer", Role: Ours, New: ours.NewWiredPointer},
	{Name: ByValue, Title: "router, interest by value", Role: Ours, New: ours.NewByValue},
	{Name: ByInterface, Title: "router, interest by interface", Role: Ours, New: ours.NewByInterface},
	{Name: Direct, Title: "hand-written direct calls, not inlined", Role: Reference, New: reference.NewDirect,
		Note: "the event is on the stack and is passed by pointer: consumers can't keep it"},
	{Name: Loop, Title: "hand-written loop over an interface slice", Role: Reference, New: reference.NewLoop},
	{Name: "genbus", Title: "joamaki/genbus", Role: Peer, New: peers.NewGenbus, Note: standIn},
	{Name: "gbus", Title: "reddec/gbus", Role: Peer, New: peers.NewGbus, Note: standIn},
	{Name: "ebus", Title: "webmafia/ebus", Role: Peer, New: peers.NewEbus,
		Note: standIn + "; its consumers must not keep what they get, so each event is allocated here"},
	{Name: "kelindar", Title: "kelindar/event", Role: Peer, Slow: true, New: peers.NewKelindar,
		Note: "asynchronous"},
	{Name: "kelindar-value", Title: "kelindar/event, by value", Role: Beside,
		New: peers.NewKelindarValue, Note: "asynchronous; a copy for each consumer, and no fresh event, so no target is relative to this"},
	{Name: "gbus-value", Title: "reddec/gbus, by value", Role: Beside, New: peers.NewGbusValue,
		Note: standIn + "; a copy for each consumer, and no fresh event, so no target is relative to this"},
	{Name: "channels", Title: "channels, one per consumer", Role: Peer, Slow: true, New: peers.NewChannels,
		Note: "asynchronous"},
	{Name: "libp2p", Title: "libp2p eventbus", Role: Peer, Slow: true,
		New: peers.NewLibp2p, Note: "asynchronous"},
	{Name: "asaskevich", Title: "asaskevich/EventBus", Role: Peer, Slow: true,
		New: peers.NewAsaskevich, Note: "reflect"},
	{Name: "tailscale", Title: "tailscale util/eventbus", Role: Peer, Slow: true,
		New: peers.NewTailscale, Note: "asynchronous"},
	{Name: "watermill", Title: "watermill gochannel", Role: Peer, Slow: true,
		New: peers.NewWatermill, Note: "messages are bytes; the publisher waits, without which the order is lost"},
}

const standIn = "stand-in: the module proxy does not serve it"

// Subjects are all buses but the slow ones, if those are left out, with so many consumers in one mode.
func Subjects(mode measure.Mode, fanout int, slow bool) []measure.Subject {
	var subjects []measure.Subject
	for _, b := range All {
		if b.Slow && !slow || b.Name == ByValue && mode == measure.Dispatch {
			continue // Route takes events that can be kept: by value is about making them
		}
		subjects = append(subjects, measure.Subject{Bus: b.Name, Mode: mode, Fanout: fanout, New: b.New})
	}
	return subjects
}

// Routers are the routers with so many consumers, one of them under attaching and detaching.
func Routers(fanout int) []measure.Subject {
	return []measure.Subject{
		{Bus: ByValue, Fanout: fanout, New: ours.NewByValue},
		{Bus: ByInterface, Fanout: fanout, New: ours.NewByInterface},
		{Bus: Churned, Fanout: fanout, New: ours.NewChurned},
	}
}
