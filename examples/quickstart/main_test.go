package main

func Example() {
	main()
	// Output:
	// block 1, event 1: Borrowed "Moby-Dick"
	// block 1, event 2: Returned "Emma"
	// 3 days late, most of all "Emma"
}
