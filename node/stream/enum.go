package stream

// enum reads a JSON string that names a value of an enumeration.
func enum[T ~uint8](o *object, name string, parse func(string) (T, error)) T {
	text := o.text(name)
	if *o.cause != nil {
		return 0
	}
	value, err := parse(text)
	if err != nil {
		o.fail(name, "%v", err)
	}
	return value
}

// optionalEnum reads an enum, which is unspecified if the member is missing.
func optionalEnum[T ~uint8](o *object, name string, parse func(string) (T, error)) T {
	if !o.has(name) {
		return 0
	}
	return enum(o, name, parse)
}
