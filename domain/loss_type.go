package domain

// LossType is which payment could not be made in full.
type LossType uint8

// The values of LossType.
const (
	LossTypeUnspecified    LossType = iota // not known
	LossTypeSettlement                     // the mark to market or the final settlement
	LossTypeFundingPayment                 // a perpetual market's funding
)

var lossTypeNames = names{
	"UNSPECIFIED",
	"SETTLEMENT",
	"FUNDING_PAYMENT",
}

// String returns the name of the value, as ParseLossType reads it.
func (l LossType) String() string { return lossTypeNames.name(uint8(l)) }

// ParseLossType reads a name; an unknown one is an error.
func ParseLossType(name string) (LossType, error) {
	value, err := lossTypeNames.parse("loss type", name)
	return LossType(value), err
}
