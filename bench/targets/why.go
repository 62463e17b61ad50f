package targets

// Why a target is missed, in one sentence each.
const (
	slowInterface = "A consumer by interface calls the header and the view through method tables and checks the " +
		"lease at each read, where a consumer of a peer reads fields through a pointer."
	slowLarge = "The payload is moved twice, into the argument and into the storage of the event, and that takes " +
		"most of the time."
	slowSmall = "A payload of 128 bytes is moved in no time, so what counts is the number of the event, the guard " +
		"of the delivery and the call of each consumer."
	slowKept   = "A kept event costs an allocation, as every event of a peer does, and besides what each event costs."
	slowSlices = "Each string of a copied slice is a pointer that the garbage collector may have to be told of."
	slowRoute  = "`Route` looks up the event's type and its consumers and guards the delivery, and the loop does " +
		"none of that."
	slowAllocations = "An event should use storage again and did not: that is a fault."
	slowBusgen      = "busgen checks the types of the domain and renders every file to compare it with the one on " +
		"disk, where `go list` only asks the build cache."
	slowBuild = "Views, storage that is used again and the check of each lease are functions that the first " +
		"edition did not have."
	slowLinear = "The compiler's own garbage collection takes a growing part of the time in a package of this size."
	slowShare  = "The bus stamps each event and delivers the boundaries even if there is no consumer."
	slowHeap   = "Something in the core, its traders or the positions plug-in holds on to past events."
	slowStore  = "The stores read the rows from events, and the loop has them ready."
)
