import type { ProblemCode } from '@visitkit/sdk'

/** What an element itself finds wrong. */
export type OwnProblemCode = 'favorite_changed' | 'no_patient' | 'unknown' | 'video_failed' | 'video_unsupported'

/** What went wrong, as far as a page may know. Shaped like the SDK's error, so that elements need not load the SDK to read it. */
export interface Problem {
  /** Stable code of the contract, or of the client: `connection_failed`, `timed_out`. Of a newer server it may be another one. */
  readonly code: ProblemCode | OwnProblemCode
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  /** For the person to quote to the clinic. */
  readonly requestId?: string
  /** Faulty properties, by JSON pointer. */
  readonly errors: readonly { readonly pointer: string; readonly code: string }[]
  /** Practitioners who can be covered, any one of them. */
  readonly owners?: readonly string[]
}

/** Reads anything thrown as a problem. Messages are dropped: only the code decides what is shown. */
export const toProblem = (error: unknown): Problem => {
  const { code, status, requestId, errors, owners } = (error ?? {}) as Partial<Problem>
  return {
    code: typeof code === 'string' ? code : 'unknown',
    status: typeof status === 'number' ? status : 0,
    errors: Array.isArray(errors) ? errors : [],
    ...(typeof requestId === 'string' ? { requestId } : {}),
    ...(Array.isArray(owners) && owners.length > 0 ? { owners } : {}),
  }
}
