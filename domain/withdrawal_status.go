package domain

// WithdrawalStatus is where a withdrawal is in its life.
type WithdrawalStatus uint8

// The values of WithdrawalStatus.
const (
	WithdrawalStatusUnspecified WithdrawalStatus = iota // not known
	WithdrawalStatusOpen                                // under way
	WithdrawalStatusRejected                            // will not happen
	WithdrawalStatusFinalized                           // the money has left
)

var withdrawalStatusNames = names{
	"UNSPECIFIED",
	"OPEN",
	"REJECTED",
	"FINALIZED",
}

// String returns the name of the value, as ParseWithdrawalStatus reads it.
func (w WithdrawalStatus) String() string { return withdrawalStatusNames.name(uint8(w)) }

// ParseWithdrawalStatus reads a name; an unknown one is an error.
func ParseWithdrawalStatus(name string) (WithdrawalStatus, error) {
	value, err := withdrawalStatusNames.parse("withdrawal status", name)
	return WithdrawalStatus(value), err
}
