package designs

import (
	"github.com/busgen/busgen/bench/generated"
	"github.com/busgen/busgen/events"
)

// byNumber finds it by the number of its kind, and then makes sure of the type.
//
//go:noinline
func byNumber(e events.Event) uint64 {
	switch e.Kind().Number() {
	case 16:
		if e, ok := e.(*generated.Small0000); ok {
			return e.Sequence()
		}
	case 17:
		if e, ok := e.(*generated.Small0001); ok {
			return e.Sequence()
		}
	case 18:
		if e, ok := e.(*generated.Small0002); ok {
			return e.Sequence()
		}
	case 19:
		if e, ok := e.(*generated.Small0003); ok {
			return e.Sequence()
		}
	case 20:
		if e, ok := e.(*generated.Small0004); ok {
			return e.Sequence()
		}
	case 21:
		if e, ok := e.(*generated.Small0005); ok {
			return e.Sequence()
		}
	case 22:
		if e, ok := e.(*generated.Small0006); ok {
			return e.Sequence()
		}
	case 23:
		if e, ok := e.(*generated.Small0007); ok {
			return e.Sequence()
		}
	case 24:
		if e, ok := e.(*generated.Small0008); ok {
			return e.Sequence()
		}
	case 25:
		if e, ok := e.(*generated.Small0009); ok {
			return e.Sequence()
		}
	case 26:
		if e, ok := e.(*generated.Small0010); ok {
			return e.Sequence()
		}
	case 27:
		if e, ok := e.(*generated.Small0011); ok {
			return e.Sequence()
		}
	case 28:
		if e, ok := e.(*generated.Small0012); ok {
			return e.Sequence()
		}
	case 29:
		if e, ok := e.(*generated.Small0013); ok {
			return e.Sequence()
		}
	case 30:
		if e, ok := e.(*generated.Small0014); ok {
			return e.Sequence()
		}
	case 31:
		if e, ok := e.(*generated.Small0015); ok {
			return e.Sequence()
		}
	case 32:
		if e, ok := e.(*generated.Small0016); ok {
			return e.Sequence()
		}
	case 33:
		if e, ok := e.(*generated.Small0017); ok {
			return e.Sequence()
		}
	case 34:
		if e, ok := e.(*generated.Small0018); ok {
			return e.Sequence()
		}
	case 35:
		if e, ok := e.(*generated.Small0019); ok {
			return e.Sequence()
		}
	case 36:
		if e, ok := e.(*generated.Small0020); ok {
			return e.Sequence()
		}
	case 37:
		if e, ok := e.(*generated.Small0021); ok {
			return e.Sequence()
		}
	case 38:
		if e, ok := e.(*generated.Small0022); ok {
			return e.Sequence()
		}
	case 39:
		if e, ok := e.(*generated.Small0023); ok {
			return e.Sequence()
		}
	case 40:
		if e, ok := e.(*generated.Small0024); ok {
			return e.Sequence()
		}
	case 41:
		if e, ok := e.(*generated.Small0025); ok {
			return e.Sequence()
		}
	case 42:
		if e, ok := e.(*generated.Small0026); ok {
			return e.Sequence()
		}
	case 43:
		if e, ok := e.(*generated.Small0027); ok {
			return e.Sequence()
		}
	case 44:
		if e, ok := e.(*generated.Small0028); ok {
			return e.Sequence()
		}
	case 45:
		if e, ok := e.(*generated.Small0029); ok {
			return e.Sequence()
		}
	case 46:
		if e, ok := e.(*generated.Small0030); ok {
			return e.Sequence()
		}
	case 47:
		if e, ok := e.(*generated.Small0031); ok {
			return e.Sequence()
		}
	case 48:
		if e, ok := e.(*generated.Small0032); ok {
			return e.Sequence()
		}
	case 49:
		if e, ok := e.(*generated.Small0033); ok {
			return e.Sequence()
		}
	case 50:
		if e, ok := e.(*generated.Small0034); ok {
			return e.Sequence()
		}
	case 51:
		if e, ok := e.(*generated.Small0035); ok {
			return e.Sequence()
		}
	case 52:
		if e, ok := e.(*generated.Small0036); ok {
			return e.Sequence()
		}
	case 53:
		if e, ok := e.(*generated.Small0037); ok {
			return e.Sequence()
		}
	case 54:
		if e, ok := e.(*generated.Small0038); ok {
			return e.Sequence()
		}
	case 55:
		if e, ok := e.(*generated.Small0039); ok {
			return e.Sequence()
		}
	case 56:
		if e, ok := e.(*generated.Small0040); ok {
			return e.Sequence()
		}
	case 57:
		if e, ok := e.(*generated.Small0041); ok {
			return e.Sequence()
		}
	case 58:
		if e, ok := e.(*generated.Small0042); ok {
			return e.Sequence()
		}
	case 59:
		if e, ok := e.(*generated.Small0043); ok {
			return e.Sequence()
		}
	case 60:
		if e, ok := e.(*generated.Small0044); ok {
			return e.Sequence()
		}
	case 61:
		if e, ok := e.(*generated.Small0045); ok {
			return e.Sequence()
		}
	case 62:
		if e, ok := e.(*generated.Small0046); ok {
			return e.Sequence()
		}
	case 63:
		if e, ok := e.(*generated.Small0047); ok {
			return e.Sequence()
		}
	case 64:
		if e, ok := e.(*generated.Small0048); ok {
			return e.Sequence()
		}
	case 65:
		if e, ok := e.(*generated.Small0049); ok {
			return e.Sequence()
		}
	case 66:
		if e, ok := e.(*generated.Small0050); ok {
			return e.Sequence()
		}
	case 67:
		if e, ok := e.(*generated.Small0051); ok {
			return e.Sequence()
		}
	case 68:
		if e, ok := e.(*generated.Small0052); ok {
			return e.Sequence()
		}
	case 69:
		if e, ok := e.(*generated.Small0053); ok {
			return e.Sequence()
		}
	case 70:
		if e, ok := e.(*generated.Small0054); ok {
			return e.Sequence()
		}
	case 71:
		if e, ok := e.(*generated.Small0055); ok {
			return e.Sequence()
		}
	case 72:
		if e, ok := e.(*generated.Small0056); ok {
			return e.Sequence()
		}
	case 73:
		if e, ok := e.(*generated.Small0057); ok {
			return e.Sequence()
		}
	case 74:
		if e, ok := e.(*generated.Small0058); ok {
			return e.Sequence()
		}
	case 75:
		if e, ok := e.(*generated.Small0059); ok {
			return e.Sequence()
		}
	case 76:
		if e, ok := e.(*generated.Small0060); ok {
			return e.Sequence()
		}
	case 77:
		if e, ok := e.(*generated.Small0061); ok {
			return e.Sequence()
		}
	case 78:
		if e, ok := e.(*generated.Small0062); ok {
			return e.Sequence()
		}
	case 79:
		if e, ok := e.(*generated.Small0063); ok {
			return e.Sequence()
		}
	case 80:
		if e, ok := e.(*generated.Small0064); ok {
			return e.Sequence()
		}
	case 81:
		if e, ok := e.(*generated.Small0065); ok {
			return e.Sequence()
		}
	case 82:
		if e, ok := e.(*generated.Small0066); ok {
			return e.Sequence()
		}
	case 83:
		if e, ok := e.(*generated.Small0067); ok {
			return e.Sequence()
		}
	case 84:
		if e, ok := e.(*generated.Small0068); ok {
			return e.Sequence()
		}
	case 85:
		if e, ok := e.(*generated.Small0069); ok {
			return e.Sequence()
		}
	case 86:
		if e, ok := e.(*generated.Small0070); ok {
			return e.Sequence()
		}
	case 87:
		if e, ok := e.(*generated.Small0071); ok {
			return e.Sequence()
		}
	case 88:
		if e, ok := e.(*generated.Small0072); ok {
			return e.Sequence()
		}
	case 89:
		if e, ok := e.(*generated.Small0073); ok {
			return e.Sequence()
		}
	case 90:
		if e, ok := e.(*generated.Small0074); ok {
			return e.Sequence()
		}
	case 91:
		if e, ok := e.(*generated.Small0075); ok {
			return e.Sequence()
		}
	case 92:
		if e, ok := e.(*generated.Small0076); ok {
			return e.Sequence()
		}
	case 93:
		if e, ok := e.(*generated.Small0077); ok {
			return e.Sequence()
		}
	case 94:
		if e, ok := e.(*generated.Small0078); ok {
			return e.Sequence()
		}
	case 95:
		if e, ok := e.(*generated.Trade); ok {
			return e.Sequence()
		}
	}
	return 0
}
