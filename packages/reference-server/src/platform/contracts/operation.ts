import type { operations } from '@visitkit/contract'
import type { Change } from './change.ts'
import type { DecideContext, WriteContext, ReadContext } from './context.ts'

/** The types of one operation, derived from the contract: a wrong id, body, status or header does not compile. */

export type OperationId = keyof operations
type Of<Id extends OperationId> = operations[Id]
type Parameters_<Id extends OperationId> = Of<Id> extends { parameters: infer P } ? P : never
type Part<P, K extends string> =
  P extends Record<K, infer V> ? V : P extends Partial<Record<K, infer V>> ? V : undefined

export type Path<Id extends OperationId> = Part<Parameters_<Id>, 'path'>
export type Query<Id extends OperationId> = NonNullable<Part<Parameters_<Id>, 'query'>>
export type Body<Id extends OperationId> =
  Of<Id> extends { requestBody: { content: infer C } }
    ? C[keyof C]
    : Of<Id> extends { requestBody?: { content: infer C } }
      ? C[keyof C] | undefined
      : undefined

type Success = 200 | 201 | 202 | 204
type Responses<Id extends OperationId> = Of<Id> extends { responses: infer R } ? R : never
type Content<R> = R extends { content: infer C } ? C[keyof C] : undefined
/** The success response of the operation. `headers` are extra response headers. */
export type OperationResult<Id extends OperationId> = {
  [S in keyof Responses<Id> & Success]: Content<Responses<Id>[S]> extends undefined
    ? { status: S; headers?: Record<string, string>; body?: undefined }
    : { status: S; headers?: Record<string, string>; body: Content<Responses<Id>[S]> }
}[keyof Responses<Id> & Success]

export interface OperationInput<Id extends OperationId> {
  readonly path: Path<Id>
  readonly query: Query<Id>
  readonly body: Body<Id>
  /** Lower-case names: those that the contract declares, plus `user-agent` and `accept-language`. */
  readonly headers: Readonly<Record<string, string>>
  /** The bytes as received, to verify signatures. */
  readonly rawBody: Uint8Array
  /** The client’s address, for limits. The ledger has it sealed; handlers store it nowhere. */
  readonly address?: string
}

/**
 * The steps of an operation. `gather` reads and calls ports, with nothing open. `read` returns data from a reader. `decide` is a pure
 * function of what was gathered: it returns a change, which the platform stores, or throws a refusal; if a row that it saw has changed, the
 * operation gathers and decides again. `keep` is a transaction, for operations that are not converted yet (docs/decisions). An operation
 * has one of `read`, `decide` and `keep`.
 */
export interface OperationHandler<Id extends OperationId = OperationId, Gathered = unknown, Ports = unknown> {
  readonly id: Id
  readonly gather?: (input: OperationInput<Id>, ports: Ports, context: ReadContext) => Promise<Gathered>
  readonly read?: (
    input: OperationInput<Id>,
    gathered: Gathered,
    context: ReadContext,
    ports: Ports,
  ) => Promise<OperationResult<Id>>
  readonly decide?: (
    input: OperationInput<Id>,
    gathered: Gathered,
    context: DecideContext,
  ) => Change<OperationResult<Id>>
  readonly keep?: (input: OperationInput<Id>, gathered: Gathered, context: WriteContext) => Promise<OperationResult<Id>>
  /** The part of a response that is stored for replays under its idempotency key: without values that are shown only once. */
  readonly replay?: (answer: OperationResult<Id>) => OperationResult<Id>
}

/** The handler as the binder uses it. */
export interface BoundOperation {
  readonly id: OperationId
  readonly gather?: (input: never, ports: never, context: ReadContext) => Promise<unknown>
  readonly read?: (input: never, gathered: never, context: ReadContext, ports: never) => Promise<unknown>
  readonly decide?: (input: never, gathered: never, context: DecideContext) => Change<unknown>
  readonly keep?: (input: never, gathered: never, context: WriteContext) => Promise<unknown>
  readonly replay?: (answer: never) => unknown
}

/**
 * Declares an operation. `Ports` is the domain's own `ports.ts` type:
 *
 *     export const bookAppointment = operation<Ports>()('bookAppointment', { gather, decide })
 */
export const operation =
  <Ports = Record<string, never>>() =>
  <Id extends OperationId, Gathered = undefined>(
    id: Id,
    steps: Omit<OperationHandler<Id, Gathered, Ports>, 'id'>,
  ): OperationHandler<Id, Gathered, Ports> => ({ id, ...steps })
