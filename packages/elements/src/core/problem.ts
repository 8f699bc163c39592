import type { ProblemCode } from '@visitkit/sdk'

/** Problems that an element itself detects. */
export type OwnProblemCode = 'favorite_changed' | 'no_patient' | 'unknown' | 'video_failed' | 'video_unsupported'

/** A failure without its message. It has the shape of the SDK's error, so that elements need not load the SDK to read it. */
export interface Problem {
  /** Stable code of the contract or of the client: `connection_failed`, `timed_out`. A newer server can send another one. */
  readonly code: ProblemCode | OwnProblemCode
  /** HTTP status; 0 when there was no response. */
  readonly status: number
  /** For the person to give to the clinic. */
  readonly requestId?: string
  /** Faulty properties, by JSON Pointer. */
  readonly errors: readonly { readonly pointer: string; readonly code: string }[]
  /** Practitioners who can be covered, any one of them. */
  readonly owners?: readonly string[]
  /** For a time that cannot be held: the nearest start times that can. */
  readonly nearest?: readonly string[]
}

/** Converts anything thrown into a problem. Drops the message: only the code decides what is shown. */
export const toProblem = (error: unknown): Problem => {
  const { code, status, requestId, errors, owners, nearest } = (error ?? {}) as Partial<Problem>
  return {
    code: typeof code === 'string' ? code : 'unknown',
    status: typeof status === 'number' ? status : 0,
    errors: Array.isArray(errors) ? errors : [],
    ...(typeof requestId === 'string' ? { requestId } : {}),
    ...(Array.isArray(owners) && owners.length > 0 ? { owners } : {}),
    ...(Array.isArray(nearest) && nearest.length > 0 ? { nearest } : {}),
  }
}
