import type { components } from '@visitkit/contract'
import type { CallerReads } from '../../platform/contracts/caller-reads.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { HeavyWork } from '../../platform/heavy/heavy-work.ts'
import type { RecordTime } from './model/privacy-request.ts'

type Schemas = components['schemas']

/** What patients' rights need from upstream domains. */
export interface RightsPorts {
  readonly directory: {
    /** Throws `not_found` when no right is in effect and `outside_proxy_scope` when the right does not cover this scope. */
    actingFor(context: ReadContext, patientId: string, scope: 'record'): Promise<unknown>
    /** Throws `not_found`, also for a patient who is not accessible to the caller. Decrypts nothing. */
    patientZone(context: ReadContext, patientId: string): Promise<string>
    /** Decrypts each record and records the access. */
    patientSummaries(
      context: ReadContext,
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, Schemas['PatientSummary']>>
    /** Names by `kind:id`. */
    actorNames(
      context: ReadContext,
      actors: readonly { readonly kind: 'member'; readonly id: string }[],
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>
    organization(context: ReadContext): Promise<Schemas['Organization']>
  }
  readonly documentation: {
    /** Null while a required signature is missing. Addenda in chronological order. */
    signedNote(
      context: ReadContext,
      visitId: string,
    ): Promise<{ readonly patientId: string; readonly addenda: readonly { readonly at: Date }[] } | null>
  }
  readonly retention: {
    /** Throws `not_found`. Decrypts the patient's record, and records the access. */
    recordTime(context: ReadContext, patientId: string): Promise<RecordTime>
  }
  /** The operations by which a patient reads each part of the record: what may leave in a copy is what they show. */
  readonly reads: CallerReads
  readonly heavyWork: HeavyWork
  /** Base of the URLs in a FHIR Bundle. */
  readonly fhirBase: string
}
