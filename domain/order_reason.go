package domain

// OrderReason is why an order was refused or stopped.
type OrderReason uint8

// The values of OrderReason.
const (
	OrderReasonUnspecified OrderReason = iota // no reason: it was not refused
	OrderReasonInvalidMarketId
	OrderReasonInvalidOrderId
	OrderReasonOutOfSequence
	OrderReasonInvalidRemainingSize
	OrderReasonTimeFailure
	OrderReasonRemovalFailure
	OrderReasonInvalidExpirationDatetime
	OrderReasonInvalidOrderReference
	OrderReasonEditNotAllowed
	OrderReasonAmendFailure
	OrderReasonNotFound
	OrderReasonInvalidPartyId
	OrderReasonMarketClosed
	OrderReasonMarginCheckFailed
	OrderReasonMissingGeneralAccount
	OrderReasonInternalError
	OrderReasonInvalidSize
	OrderReasonInvalidPersistence
	OrderReasonInvalidType
	OrderReasonSelfTrading
	OrderReasonInsufficientFundsToPayFees
	OrderReasonIncorrectMarketType
	OrderReasonInvalidTimeInForce
	OrderReasonCannotSendGFNOrderDuringAnAuction
	OrderReasonCannotSendGFAOrderDuringContinuousTrading
	OrderReasonCannotAmendToGTTWithoutExpiryat
	OrderReasonExpiryatBeforeCreatedat
	OrderReasonCannotHaveGTCAndExpiryat
	OrderReasonCannotAmendToFOKOrIOC
	OrderReasonCannotAmendToGFAOrGFN
	OrderReasonCannotAmendFromGFAOrGFN
	OrderReasonCannotSendIOCOrderDuringAuction
	OrderReasonCannotSendFOKOrderDuringAuction
	OrderReasonMustBeLimitOrder
	OrderReasonMustBeGTTOrGTC
	OrderReasonWithoutReferencePrice
	OrderReasonBuyCannotReferenceBestAskPrice
	OrderReasonOffsetMustBeGreaterOrEqualToZero
	OrderReasonSellCannotReferenceBestBidPrice
	OrderReasonOffsetMustBeGreaterThanZero
	OrderReasonInsufficientAssetBalance
	OrderReasonCannotAmendPeggedOrderDetailsOnNonPeggedOrder
	OrderReasonUnableToRepricePeggedOrder
	OrderReasonUnableToAmendPriceOnPeggedOrder
	OrderReasonNonPersistentOrderOutOfPriceBounds
	OrderReasonTooManyPeggedOrders
	OrderReasonPostOnlyOrderWouldTrade
	OrderReasonReduceOnlyOrderWouldNotReducePosition
	OrderReasonIsolatedMarginCheckFailed
	OrderReasonPeggedOrdersNotAllowedInIsolatedMarginMode
	OrderReasonPriceNotInTickSize
	OrderReasonPriceMustBeLessThanOrEqualToMaxPrice
	OrderReasonSellOrderNotAllowed
)

var orderReasonNames = names{
	"UNSPECIFIED",
	"INVALID_MARKET_ID",
	"INVALID_ORDER_ID",
	"OUT_OF_SEQUENCE",
	"INVALID_REMAINING_SIZE",
	"TIME_FAILURE",
	"REMOVAL_FAILURE",
	"INVALID_EXPIRATION_DATETIME",
	"INVALID_ORDER_REFERENCE",
	"EDIT_NOT_ALLOWED",
	"AMEND_FAILURE",
	"NOT_FOUND",
	"INVALID_PARTY_ID",
	"MARKET_CLOSED",
	"MARGIN_CHECK_FAILED",
	"MISSING_GENERAL_ACCOUNT",
	"INTERNAL_ERROR",
	"INVALID_SIZE",
	"INVALID_PERSISTENCE",
	"INVALID_TYPE",
	"SELF_TRADING",
	"INSUFFICIENT_FUNDS_TO_PAY_FEES",
	"INCORRECT_MARKET_TYPE",
	"INVALID_TIME_IN_FORCE",
	"CANNOT_SEND_GFN_ORDER_DURING_AN_AUCTION",
	"CANNOT_SEND_GFA_ORDER_DURING_CONTINUOUS_TRADING",
	"CANNOT_AMEND_TO_GTT_WITHOUT_EXPIRYAT",
	"EXPIRYAT_BEFORE_CREATEDAT",
	"CANNOT_HAVE_GTC_AND_EXPIRYAT",
	"CANNOT_AMEND_TO_FOK_OR_IOC",
	"CANNOT_AMEND_TO_GFA_OR_GFN",
	"CANNOT_AMEND_FROM_GFA_OR_GFN",
	"CANNOT_SEND_IOC_ORDER_DURING_AUCTION",
	"CANNOT_SEND_FOK_ORDER_DURING_AUCTION",
	"MUST_BE_LIMIT_ORDER",
	"MUST_BE_GTT_OR_GTC",
	"WITHOUT_REFERENCE_PRICE",
	"BUY_CANNOT_REFERENCE_BEST_ASK_PRICE",
	"OFFSET_MUST_BE_GREATER_OR_EQUAL_TO_ZERO",
	"SELL_CANNOT_REFERENCE_BEST_BID_PRICE",
	"OFFSET_MUST_BE_GREATER_THAN_ZERO",
	"INSUFFICIENT_ASSET_BALANCE",
	"CANNOT_AMEND_PEGGED_ORDER_DETAILS_ON_NON_PEGGED_ORDER",
	"UNABLE_TO_REPRICE_PEGGED_ORDER",
	"UNABLE_TO_AMEND_PRICE_ON_PEGGED_ORDER",
	"NON_PERSISTENT_ORDER_OUT_OF_PRICE_BOUNDS",
	"TOO_MANY_PEGGED_ORDERS",
	"POST_ONLY_ORDER_WOULD_TRADE",
	"REDUCE_ONLY_ORDER_WOULD_NOT_REDUCE_POSITION",
	"ISOLATED_MARGIN_CHECK_FAILED",
	"PEGGED_ORDERS_NOT_ALLOWED_IN_ISOLATED_MARGIN_MODE",
	"PRICE_NOT_IN_TICK_SIZE",
	"PRICE_MUST_BE_LESS_THAN_OR_EQUAL_TO_MAX_PRICE",
	"SELL_ORDER_NOT_ALLOWED",
}

// String returns the name of the value, as ParseOrderReason reads it.
func (o OrderReason) String() string { return orderReasonNames.name(uint8(o)) }

// ParseOrderReason reads a name; an unknown one is an error.
func ParseOrderReason(name string) (OrderReason, error) {
	value, err := orderReasonNames.parse("order reason", name)
	return OrderReason(value), err
}
