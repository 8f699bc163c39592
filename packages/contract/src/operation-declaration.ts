import type { components } from '../generated/types.ts'

type Schemas = components['schemas']

export type CostClass = 'light' | 'standard' | 'list' | 'heavy'

/** In the order in which an overloaded server refuses. */
export type Urgency = 'deferrable' | 'routine' | 'runningVisit'

/** The declaration of one operation, in addition to its request and response. */
export interface OperationDeclaration {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** OpenAPI path template, e.g. `/v1/appointments/{appointmentId}`. */
  readonly path: string
  /** The permission that the caller's roles must grant; `none` if every caller may call it. */
  readonly permission: string
  readonly audit: {
    readonly action: Schemas['AuditAction']
    readonly entity: Schemas['AuditedEntity']
    /** Pointers to the ids of the patients concerned in the response, e.g. `/items/*\/patientId`. */
    readonly patients?: readonly string[]
    /** A call about no patient writes no row. Otherwise it writes a row without a patient. */
    readonly optional?: boolean
    /**
     * A read that names no patient and still concerns patients: sums over them, or a text that cannot be parsed. It writes a row without a
     * patient.
     */
    readonly withoutPatient?: boolean
    /** The reason, unless the handler gives another one. */
    readonly reason: Schemas['AccessReason']
    /** Why no row is written. */
    readonly unrecorded?: string
  }
  /** The method of the typed client, e.g. `appointments.book`. */
  readonly clientMethod: string
  /** How much of the server's CPU a call takes: what it spends of a rate limit. Its units: decorators/declarations.tsp. */
  readonly cost: CostClass
  /** Which calls an overloaded server refuses: `deferrable` first, `runningVisit` last. */
  readonly urgency: Urgency
  readonly idempotent: boolean
  /** A person does it: a client that signed in for itself is refused. */
  readonly byPerson: boolean
  readonly stepUp: boolean
  /** Counts as user activity. */
  readonly activity: boolean
  /** HTTP status of a success. */
  readonly success: number
  /** Media type of the response; null when there is no body. */
  readonly contentType: string | null
  /** Media type of the request; null when there is no body. */
  readonly requestType: string | null
  /** Maximum size of the body in bytes. Absent: the default limit. */
  readonly bodyLimit?: number
  /** The problem codes of the operation, in addition to the common ones. */
  readonly problems: readonly Schemas['ProblemCode'][]
}
