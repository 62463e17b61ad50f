package stream

import "github.com/busgen/busgen/domain"

func timeUpdate(o *object) domain.TimeUpdate { return domain.TimeUpdate{Time: o.time("time")} }

func epoch(o *object) domain.Epoch {
	return domain.Epoch{Number: o.ordinal("epoch_seq"), Action: enum(o, "action", domain.ParseEpochAction)}
}

// other stands for whatever is recorded by its name alone.
func other(o *object) domain.Notice { return domain.Notice{Type: o.text("type")} }
