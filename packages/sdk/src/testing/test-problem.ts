import { VisitError, type FieldProblem, type ProblemCode } from '../core/visit-error.ts'

/** What a handler returns or throws to refuse a call. */
export class TestProblem extends Error {
  readonly status: number
  readonly code: ProblemCode
  readonly more: {
    detail?: string
    errors?: readonly FieldProblem[]
    owners?: readonly string[]
    nearest?: readonly string[]
    affected?: number
    retryAfterMs?: number
  }

  constructor(status: number, code: ProblemCode, more: TestProblem['more']) {
    super(code)
    this.name = 'TestProblem'
    this.status = status
    this.code = code
    this.more = more
  }

  /** The error that the caller of the client receives. */
  toVisitError(): VisitError {
    return new VisitError({ status: this.status, code: this.code, requestId: 'test-request', ...this.more })
  }
}

/**
 * A refusal that a handler returns or throws: the caller receives a `VisitError` with this status and code. Status 0 means that there is no
 * response: `problem(0, 'connection_failed')`.
 */
export function problem(status: number, code: ProblemCode, more: TestProblem['more'] = {}): TestProblem {
  return new TestProblem(status, code, more)
}

/** A response that never arrives, to show a waiting state. Aborting the call still ends it. */
export function never(): Promise<never> {
  return new Promise(() => {})
}
