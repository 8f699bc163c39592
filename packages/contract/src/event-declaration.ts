/** The declaration of one event, in addition to its payload. */
export interface EventDeclaration<OperationId extends string = string> {
  readonly description: string
  /** Every property of the payload. One that ends in `?` may be absent. */
  readonly properties: readonly string[]
  /** Properties that are protected health information. The server does not start unless the list is empty. */
  readonly phi: readonly string[]
  /** A caller who may use one of these operations may receive the event. Empty: the event stays inside the server. */
  readonly readBy: readonly OperationId[]
  /** Webhooks may subscribe to it. */
  readonly webhook: boolean
}

/** The declaration of one live message, in addition to its ids. */
export interface LiveMessageDeclaration<OperationId extends string = string> {
  readonly description: string
  /** The ids of the message. One that ends in `?` may be absent. */
  readonly ids: readonly string[]
  /** A caller who may use one of these operations may receive the message. Empty: it is sent to one session or one room. */
  readonly readBy: readonly OperationId[]
}
