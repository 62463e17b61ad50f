package designs

import (
	"testing"

	"github.com/busgen/busgen/bench/domain"
	"github.com/busgen/busgen/bench/generated"
	"github.com/busgen/busgen/events"
)

// byType finds an event by its type, as Route does.
//
//go:noinline
func byType(e events.Event) uint64 {
	switch e := e.(type) {
	case *generated.Small0000:
		return e.Sequence()
	case *generated.Small0001:
		return e.Sequence()
	case *generated.Small0002:
		return e.Sequence()
	case *generated.Small0003:
		return e.Sequence()
	case *generated.Small0004:
		return e.Sequence()
	case *generated.Small0005:
		return e.Sequence()
	case *generated.Small0006:
		return e.Sequence()
	case *generated.Small0007:
		return e.Sequence()
	case *generated.Small0008:
		return e.Sequence()
	case *generated.Small0009:
		return e.Sequence()
	case *generated.Small0010:
		return e.Sequence()
	case *generated.Small0011:
		return e.Sequence()
	case *generated.Small0012:
		return e.Sequence()
	case *generated.Small0013:
		return e.Sequence()
	case *generated.Small0014:
		return e.Sequence()
	case *generated.Small0015:
		return e.Sequence()
	case *generated.Small0016:
		return e.Sequence()
	case *generated.Small0017:
		return e.Sequence()
	case *generated.Small0018:
		return e.Sequence()
	case *generated.Small0019:
		return e.Sequence()
	case *generated.Small0020:
		return e.Sequence()
	case *generated.Small0021:
		return e.Sequence()
	case *generated.Small0022:
		return e.Sequence()
	case *generated.Small0023:
		return e.Sequence()
	case *generated.Small0024:
		return e.Sequence()
	case *generated.Small0025:
		return e.Sequence()
	case *generated.Small0026:
		return e.Sequence()
	case *generated.Small0027:
		return e.Sequence()
	case *generated.Small0028:
		return e.Sequence()
	case *generated.Small0029:
		return e.Sequence()
	case *generated.Small0030:
		return e.Sequence()
	case *generated.Small0031:
		return e.Sequence()
	case *generated.Small0032:
		return e.Sequence()
	case *generated.Small0033:
		return e.Sequence()
	case *generated.Small0034:
		return e.Sequence()
	case *generated.Small0035:
		return e.Sequence()
	case *generated.Small0036:
		return e.Sequence()
	case *generated.Small0037:
		return e.Sequence()
	case *generated.Small0038:
		return e.Sequence()
	case *generated.Small0039:
		return e.Sequence()
	case *generated.Small0040:
		return e.Sequence()
	case *generated.Small0041:
		return e.Sequence()
	case *generated.Small0042:
		return e.Sequence()
	case *generated.Small0043:
		return e.Sequence()
	case *generated.Small0044:
		return e.Sequence()
	case *generated.Small0045:
		return e.Sequence()
	case *generated.Small0046:
		return e.Sequence()
	case *generated.Small0047:
		return e.Sequence()
	case *generated.Small0048:
		return e.Sequence()
	case *generated.Small0049:
		return e.Sequence()
	case *generated.Small0050:
		return e.Sequence()
	case *generated.Small0051:
		return e.Sequence()
	case *generated.Small0052:
		return e.Sequence()
	case *generated.Small0053:
		return e.Sequence()
	case *generated.Small0054:
		return e.Sequence()
	case *generated.Small0055:
		return e.Sequence()
	case *generated.Small0056:
		return e.Sequence()
	case *generated.Small0057:
		return e.Sequence()
	case *generated.Small0058:
		return e.Sequence()
	case *generated.Small0059:
		return e.Sequence()
	case *generated.Small0060:
		return e.Sequence()
	case *generated.Small0061:
		return e.Sequence()
	case *generated.Small0062:
		return e.Sequence()
	case *generated.Small0063:
		return e.Sequence()
	case *generated.Small0064:
		return e.Sequence()
	case *generated.Small0065:
		return e.Sequence()
	case *generated.Small0066:
		return e.Sequence()
	case *generated.Small0067:
		return e.Sequence()
	case *generated.Small0068:
		return e.Sequence()
	case *generated.Small0069:
		return e.Sequence()
	case *generated.Small0070:
		return e.Sequence()
	case *generated.Small0071:
		return e.Sequence()
	case *generated.Small0072:
		return e.Sequence()
	case *generated.Small0073:
		return e.Sequence()
	case *generated.Small0074:
		return e.Sequence()
	case *generated.Small0075:
		return e.Sequence()
	case *generated.Small0076:
		return e.Sequence()
	case *generated.Small0077:
		return e.Sequence()
	case *generated.Small0078:
		return e.Sequence()
	case *generated.Trade:
		return e.Sequence()
	}
	return 0
}

// BenchmarkFind is of finding one of 80 types, always the same.
func BenchmarkFind(b *testing.B) {
	var e events.Event = generated.NewTrade(events.Header{}, domain.Trade{})
	b.Run("by type", func(b *testing.B) {
		for range b.N {
			byType(e)
		}
	})
	b.Run("by number", func(b *testing.B) {
		for range b.N {
			byNumber(e)
		}
	})
}
