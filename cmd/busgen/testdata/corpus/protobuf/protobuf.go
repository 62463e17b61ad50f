// Package protobuf has events with messages.
package protobuf

import (
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/structpb"
	"google.golang.org/protobuf/types/known/timestamppb"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

//busgen:clone
func CloneTimestamp(m *timestamppb.Timestamp) *timestamppb.Timestamp { return proto.CloneOf(m) }

//busgen:clone
func CloneDuration(m *durationpb.Duration) *durationpb.Duration { return proto.CloneOf(m) }

//busgen:clone
func CloneStruct(m *structpb.Struct) *structpb.Struct { return proto.CloneOf(m) }

//busgen:clone
func CloneValue(m *structpb.Value) *structpb.Value { return proto.CloneOf(m) }

//busgen:clone
func CloneAny(m *anypb.Any) *anypb.Any { return proto.CloneOf(m) }

//busgen:clone
func CloneString(m *wrapperspb.StringValue) *wrapperspb.StringValue { return proto.CloneOf(m) }

// CloneMessage copies a message of any type.
//
//busgen:clone
func CloneMessage(m proto.Message) proto.Message { return proto.Clone(m) }

// Scheduled is a job with a time.
//
//busgen:event
type Scheduled struct {
	At       *timestamppb.Timestamp
	Every    *durationpb.Duration
	Previous []*timestamppb.Timestamp
	ByName   map[string]*durationpb.Duration
}

// Received is a message from outside.
//
//busgen:event
type Received struct {
	Body     *structpb.Struct
	Values   []*structpb.Value
	Details  []*anypb.Any
	Title    *wrapperspb.StringValue
	Message  proto.Message
	Messages map[string]proto.Message
}
