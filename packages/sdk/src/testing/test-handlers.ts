import type { OperationResponse, Body, PathParameters, Query } from '../core/operation-types.ts'
import type { CalledOperationId } from '../generated/routes.ts'
import type { TestProblem } from './test-problem.ts'

/** What a handler is told. Values are those that the caller passed, not text. */
export interface TestInput<Id extends CalledOperationId> {
  path: PathParameters<Id>
  query: Partial<Query<Id>> & { cursor?: string }
  body: Body<Id>
  signal: AbortSignal | undefined
}

type MaybePromise<T> = T | Promise<T>

/** Answers one operation: with what the contract says, or with `problem(...)`. */
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
  /** The one that the caller gave, so that a test can see that a second try is the same act; absent when the client makes one up. */
  idempotencyKey?: string
}
