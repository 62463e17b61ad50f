package stream

import "github.com/busgen/busgen/domain"

func timeUpdate(o *object) domain.TimeUpdate { return domain.TimeUpdate{Time: o.time("time")} }

func epoch(o *object) domain.Epoch {
	return domain.Epoch{Number: o.ordinal("epoch_seq"), Action: enum(o, "action", domain.ParseEpochAction)}
}

// other reads an event of which only the name is recorded.
func other(o *object) domain.Notice { return domain.Notice{Type: o.text("type")} }
