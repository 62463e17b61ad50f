package domain

// EpochAction is what happened to an epoch.
type EpochAction uint8

// The values of EpochAction.
const (
	EpochActionUnspecified EpochAction = iota // not known
	EpochActionStart
	EpochActionEnd
)

var epochActionNames = names{
	"UNSPECIFIED",
	"START",
	"END",
}

// String returns the name of the value, as ParseEpochAction reads it.
func (e EpochAction) String() string { return epochActionNames.name(uint8(e)) }

// ParseEpochAction reads a name; an unknown one is an error.
func ParseEpochAction(name string) (EpochAction, error) {
	value, err := epochActionNames.parse("epoch action", name)
	return EpochAction(value), err
}
