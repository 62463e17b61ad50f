package stream

// Header is the first line of a stream: where the stream comes from. All fields are optional.
type Header struct {
	// Name is the name of the stream, FeatureFile that of the scenario from which it was recorded.
	Name, FeatureFile string
	// SourceCommit is the version of the reference implementation.
	SourceCommit string
	// Stream is "full" (every recorded kind) or "core" (the kinds that positions depend on, and blocks).
	Stream string
	Group  string
}

func readHeader(o *object) Header {
	return Header{
		Name:         o.optionalText("name"),
		FeatureFile:  o.optionalText("feature_file"),
		SourceCommit: o.optionalText("source_commit"),
		Stream:       o.optionalText("stream"),
		Group:        o.optionalText("group"),
	}
}
