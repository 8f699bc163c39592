import type { components } from '../generated/types.ts'

type Schemas = components['schemas']

/** What the contract declares about one operation, beside its shapes. */
export interface OperationDeclaration {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** OpenAPI path template, e.g. `/v1/appointments/{appointmentId}`. */
  readonly path: string
  /** What the caller's roles must grant; `none` for what is open to anyone. */
  readonly permission: string
  readonly audit: {
    readonly action: Schemas['AuditAction']
    readonly entity: Schemas['AuditedEntity']
    /** Where the ids of the patients concerned stand in the answer, e.g. `/items/*\/patientId`. */
    readonly patients?: readonly string[]
    /** The call may concern no patient at all: then no row is written, where otherwise one without a patient would be. */
    readonly optional?: boolean
    /** Why, unless the handler gives another reason. */
    readonly reason: Schemas['AccessReason']
    /** Why no row is written at all. */
    readonly unrecorded?: string
  }
  /** Where it stands in the typed client, e.g. `appointments.book`. */
  readonly clientMethod: string
  readonly idempotent: boolean
  readonly stepUp: boolean
  /** Counts as the person being active. */
  readonly activity: boolean
  /** Status of success. */
  readonly success: number
  /** Media type of the answer; null when there is no body. */
  readonly contentType: string | null
  /** Media type of the request; null when there is no body. */
  readonly requestType: string | null
  /** Bytes that a body may hold; absent where the limit of every request holds. */
  readonly bodyLimit?: number
  /** The problem codes, beyond the common ones, with which it refuses. */
  readonly problems: readonly Schemas['ProblemCode'][]
}
