package domain

// TriggerDirection is which move of the price triggers a stop order.
type TriggerDirection uint8

// The values of TriggerDirection.
const (
	TriggerDirectionUnspecified TriggerDirection = iota // not known
	TriggerDirectionRisesAbove
	TriggerDirectionFallsBelow
)

var triggerDirectionNames = names{
	"UNSPECIFIED",
	"RISES_ABOVE",
	"FALLS_BELOW",
}

// String returns the name of the value, as ParseTriggerDirection reads it.
func (t TriggerDirection) String() string { return triggerDirectionNames.name(uint8(t)) }

// ParseTriggerDirection reads a name; an unknown one is an error.
func ParseTriggerDirection(name string) (TriggerDirection, error) {
	value, err := triggerDirectionNames.parse("trigger direction", name)
	return TriggerDirection(value), err
}
