/** What the contract declares about one event, beside its payload. */
export interface EventDeclaration<OperationId extends string = string> {
  readonly description: string
  /** Every property that the payload may have; one that ends in `?` may be absent. */
  readonly properties: readonly string[]
  /** Properties that are protected health information: none, or the server does not start. */
  readonly phi: readonly string[]
  /** Who may call one of these may receive the event. Empty: it stays inside the server. */
  readonly readBy: readonly OperationId[]
  /** A webhook may subscribe to it. */
  readonly webhook: boolean
}

/** What the contract declares about one live message, beside its ids. */
export interface LiveMessageDeclaration<OperationId extends string = string> {
  readonly description: string
  /** The ids that it names; one that ends in `?` may be absent. */
  readonly ids: readonly string[]
  /** Who may call one of these may receive the message. Empty: it is sent to one session or one room. */
  readonly readBy: readonly OperationId[]
}
