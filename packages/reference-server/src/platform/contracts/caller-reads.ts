import type { ReadContext } from './context.ts'
import type { OperationId, OperationResult, Path, Query } from './operation.ts'

/** The answer of an operation, without status and headers. */
export type Answer<Id extends OperationId> =
  Extract<OperationResult<Id>, { status: 200 }> extends { body: infer Body } ? Body : never

/** The input of a read: what the contract declares as path and query. */
export interface ReadInput<Id extends OperationId> {
  readonly path?: Path<Id>
  readonly query?: Query<Id>
}

/**
 * Runs a reading operation of any domain for the caller of this request: with their permission, reach and scope, in the domain's role.
 * What it decrypts is recorded by the request that calls it. Throws the refusals of the operation, and `forbidden` without its permission.
 */
export type CallerReads = <Id extends OperationId>(
  context: ReadContext,
  id: Id,
  input: ReadInput<Id>,
) => Promise<Answer<Id>>
