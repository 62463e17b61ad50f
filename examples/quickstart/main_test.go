package main

func Example() {
	main()
	// Output:
	// block 1, event 1: Lent "Moby-Dick"
	// block 1, event 2: Returned "Emma"
	// days to pay for: 3
}
