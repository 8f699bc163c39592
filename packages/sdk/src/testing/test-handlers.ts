import type { OperationResponse, Body, PathParameters, Query } from '../core/operation-types.ts'
import type { CalledOperationId } from '../generated/routes.ts'
import type { TestProblem } from './test-problem.ts'

/** The input of a handler. Values are those that the caller passed, not text. */
export interface TestInput<Id extends CalledOperationId> {
  path: PathParameters<Id>
  query: Partial<Query<Id>> & { cursor?: string }
  body: Body<Id>
  signal: AbortSignal | undefined
}

type MaybePromise<T> = T | Promise<T>

/** Handles one operation. Returns the response of the contract, or `problem(...)`. */
export type TestHandler<Id extends CalledOperationId> = (
  input: TestInput<Id>,
) => MaybePromise<OperationResponse<Id> | TestProblem>

/** Handlers by operationId. */
export type TestHandlers = { [Id in CalledOperationId]?: TestHandler<Id> }

/** One call that was made. */
export interface TestCall {
  operationId: CalledOperationId
  path: Readonly<Record<string, string>>
  query: Readonly<Record<string, unknown>>
  body: unknown
  /** The key that the caller passed, so that a test can see that a retry has the same key. Absent when the client generates it. */
  idempotencyKey?: string
}
