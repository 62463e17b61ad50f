package independent

import (
	"fmt"
	"math/big"
	"net/netip"
	"net/url"
	"reflect"
	"time"
	"unique"

	"github.com/cockroachdb/apd/v3"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/shopspring/decimal"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/runtime/protoimpl"
	"google.golang.org/protobuf/types/known/anypb"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/structpb"
	"google.golang.org/protobuf/types/known/timestamppb"
	"google.golang.org/protobuf/types/known/wrapperspb"
	"k8s.io/apimachinery/pkg/api/resource"
)

// immutable are types whose values may share memory, since nobody can change it. They are overwritten as a whole.
var immutable = setOf(
	reflect.TypeFor[time.Time](), reflect.TypeFor[netip.Addr](), reflect.TypeFor[unique.Handle[string]](), reflect.TypeFor[decimal.Decimal](),
	reflect.TypeFor[*types.Transaction](),
)

// inner are types of fields that libraries use for themselves: they say nothing about a value, and share memory of the library.
var inner = setOf(reflect.TypeFor[protoimpl.MessageState](), reflect.TypeFor[*time.Location]())

// complete are types that can't be copied exactly unless all their parts are there: types.CopyHeader makes 0 of a number that is nil.
var complete = setOf(reflect.TypeFor[types.Header]())

func setOf(list ...reflect.Type) map[reflect.Type]bool {
	set := map[reflect.Type]bool{}
	for _, t := range list {
		set[t] = true
	}
	return set
}

// isCache reports whether a field holds what a library has computed of the other ones.
func isCache(of reflect.Type, f reflect.StructField) bool {
	_, message := reflect.PointerTo(of).MethodByName("ProtoReflect")
	return message && f.Name == "sizeCache"
}

// makers make values of types that reflection can't fill.
var makers = map[reflect.Type]func(n int) any{}

func makes[T any](make func(n int) T) {
	makers[reflect.TypeFor[T]()] = func(n int) any { return make(n) }
}

// makerOf returns the maker of a type, or of the one by which it is declared.
func makerOf(t reflect.Type) func(n int) any {
	if make := makers[t]; make != nil || t.Kind() != reflect.Struct || t.NumField() == 0 || t.Field(0).IsExported() {
		return make
	}
	for known, make := range makers {
		if known.Kind() == reflect.Struct && known.ConvertibleTo(t) {
			return make
		}
	}
	return nil
}

// isImmutable reports whether a type, or the one by which it is declared, is immutable.
func isImmutable(t reflect.Type) bool {
	if immutable[t] {
		return true
	}
	for known := range immutable {
		if t.Kind() == reflect.Struct && known.Kind() == reflect.Struct && known.ConvertibleTo(t) {
			return true
		}
	}
	return false
}

// wide returns a number of three words.
func wide(n int) *big.Int { return new(big.Int).Lsh(big.NewInt(int64(n)+1), 130) }

func init() {
	makes(func(n int) time.Time { return time.Unix(int64(n), 0).UTC() })
	makes(func(n int) netip.Addr { return netip.AddrFrom4([4]byte{10, 0, byte(n >> 8), byte(n)}).Unmap() })
	makes(func(n int) netip.AddrPort { return netip.AddrPortFrom(netip.MustParseAddr("fe80::1%eth0"), uint16(n)) })
	makes(func(n int) netip.Prefix { return netip.PrefixFrom(netip.AddrFrom4([4]byte{10, 0, byte(n)}), 24) })
	makes(func(n int) unique.Handle[string] { return unique.Make(fmt.Sprint("agent ", n)) })
	makes(func(n int) *url.Userinfo { return url.UserPassword("user", fmt.Sprint(n)) })
	makes(func(n int) any {
		return map[string]any{"list": []any{float64(n), "s", nil, true}, "map": map[string]any{"x": "y"}}
	})

	makes(func(n int) big.Int { return *wide(n) })
	makes(func(n int) big.Rat { return *new(big.Rat).SetFrac(wide(n), big.NewInt(7)) })
	makes(func(n int) big.Float { return *new(big.Float).SetInt(wide(n)) })
	makes(func(n int) decimal.Decimal { return decimal.NewFromBigInt(wide(n), -3) })
	makes(func(n int) apd.Decimal { return *apd.NewWithBigInt(new(apd.BigInt).SetMathBigInt(wide(n)), -3) })
	makes(func(n int) *types.Transaction {
		tx := types.NewTx(&types.LegacyTx{Nonce: uint64(n), Value: wide(n)})
		tx.SetTime(time.Unix(int64(n), 0))
		return tx
	})

	makes(func(n int) resource.Quantity { return resource.MustParse(fmt.Sprintf("%d00000000000000000000.5", n+1)) })

	makes(func(n int) *timestamppb.Timestamp { return timestamppb.New(time.Unix(int64(n), 1)) })
	makes(func(n int) *durationpb.Duration { return durationpb.New(time.Duration(n)) })
	makes(func(n int) *wrapperspb.StringValue { return wrapperspb.String(fmt.Sprint(n)) })
	makes(object)
	makes(func(n int) *structpb.Value { return structpb.NewStructValue(object(n)) })
	makes(func(n int) *anypb.Any { return &anypb.Any{TypeUrl: "example.com/x", Value: []byte{byte(n), 1, 2}} })
	makes(func(n int) proto.Message { return object(n) })
}

func object(n int) *structpb.Struct {
	fields := map[string]*structpb.Value{"n": structpb.NewNumberValue(float64(n)), "nil": structpb.NewNullValue()}
	fields["list"] = structpb.NewListValue(&structpb.ListValue{Values: []*structpb.Value{structpb.NewStringValue("a")}})
	return &structpb.Struct{Fields: fields}
}
