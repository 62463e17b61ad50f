package mux

// The slips of consumers without any interest, as generated code finds them for the interest in the events of one name.

// OtherParameter is for a method of the right name that takes something else.
func OtherParameter(name string) string {
	return "the parameter of its On" + name + " is another one: " + wants(name)
}

// HasResult is for a method that would be right, but for a result.
func HasResult(name string) string {
	return "its On" + name + " has a result: " + wants(name) + " without one"
}

// OtherName is for a method that would be right under the usual name.
func OtherName(name, method string) string {
	return "its method is called " + method + ": " + wants(name)
}

// IsFunction is for a function in place of a consumer.
func IsFunction(name string) string {
	consumer := name + "Consumer"
	article := "a "
	switch name[0] {
	case 'A', 'E', 'I', 'O':
		article = "an "
	}
	return "it is a function: " + name + "Func(f) makes " + article + consumer + " of it"
}

func wants(name string) string {
	return name + "Consumer wants On" + name + "(" + name + "Event)"
}
