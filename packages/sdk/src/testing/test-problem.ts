import { VisitError, type FieldProblem, type ProblemCode } from '../core/visit-error.ts'

/** What a handler answers, or throws, to refuse. */
export class TestProblem extends Error {
  readonly status: number
  readonly code: ProblemCode
  readonly more: { detail?: string; errors?: readonly FieldProblem[]; retryAfterMs?: number }

  constructor(status: number, code: ProblemCode, more: TestProblem['more']) {
    super(code)
    this.name = 'TestProblem'
    this.status = status
    this.code = code
    this.more = more
  }

  /** What the caller of the client gets. */
  toVisitError(): VisitError {
    return new VisitError({ status: this.status, code: this.code, requestId: 'test-request', ...this.more })
  }
}

/**
 * A refusal, for a handler to return or to throw: the caller gets a `VisitError` with this status and code.
 * Status 0 stands for no answer: `problem(0, 'connection_failed')`.
 */
export function problem(status: number, code: ProblemCode, more: TestProblem['more'] = {}): TestProblem {
  return new TestProblem(status, code, more)
}

/** An answer that never comes, for showing what waiting looks like. Aborting the call still ends it. */
export function never(): Promise<never> {
  return new Promise(() => {})
}
