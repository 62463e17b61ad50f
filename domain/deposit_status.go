package domain

// DepositStatus is where a deposit is in its life.
type DepositStatus uint8

// The values of DepositStatus.
const (
	DepositStatusUnspecified       DepositStatus = iota // not known
	DepositStatusOpen                                   // under way
	DepositStatusCancelled                              // could not be verified
	DepositStatusFinalized                              // the party has the money
	DepositStatusDuplicateRejected                      // seen before
)

var depositStatusNames = names{
	"UNSPECIFIED",
	"OPEN",
	"CANCELLED",
	"FINALIZED",
	"DUPLICATE_REJECTED",
}

// String returns the name of the value, as ParseDepositStatus reads it.
func (d DepositStatus) String() string { return depositStatusNames.name(uint8(d)) }

// ParseDepositStatus reads a name; an unknown one is an error.
func ParseDepositStatus(name string) (DepositStatus, error) {
	value, err := depositStatusNames.parse("deposit status", name)
	return DepositStatus(value), err
}
