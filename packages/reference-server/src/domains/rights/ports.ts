import type { components } from '@visitkit/contract'
import type { CallerReads } from '../../platform/contracts/caller-reads.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { HeavyWork } from '../../platform/heavy/heavy-work.ts'
import type { RecordTime } from './model/privacy-request.ts'

type Schemas = components['schemas']

interface RecipientsOf {
  recipientsOf(
    context: ReadContext,
    recordIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly visitId: string | null; readonly name: string; readonly address?: string }>>
}

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
    /** Decrypts the record. Throws `not_found`, also for a patient who is not accessible to the caller. */
    patient(
      context: ReadContext,
      patientId: string,
    ): Promise<{ readonly name: Schemas['PersonName']; readonly birthDate: string }>
    organization(context: ReadContext): Promise<Schemas['Organization']>
  }
  readonly documentation: {
    /** Null while a required signature is missing. Addenda in chronological order. */
    signedNote(
      context: ReadContext,
      visitId: string,
    ): Promise<{
      readonly patientId: string
      readonly signedAt: Date
      readonly addenda: readonly { readonly text: string; readonly at: Date; readonly by: string }[]
    } | null>
  }
  readonly retention: {
    /** Throws `not_found`. Decrypts the patient's record, and records the access. */
    recordTime(context: ReadContext, patientId: string): Promise<RecordTime>
  }
  readonly disclosures: {
    /** What was sent in six years: by the server, by its record, and what staff recorded. The latest first. */
    sentOf(
      context: ReadContext,
      patientId: string,
    ): Promise<{
      readonly records: readonly { readonly entity: string; readonly id: string; readonly on: string }[]
      readonly recorded: readonly { readonly name: string; readonly address?: string; readonly on: string }[]
    }>
  }
  /** Which recipient has each of these records. */
  readonly laboratories: RecipientsOf
  readonly pharmacies: RecipientsOf
  readonly payers: RecipientsOf
  /** The operations by which a patient reads each part of the record: what may leave in a copy is what they show. */
  readonly reads: CallerReads
  readonly heavyWork: HeavyWork
  /** Base of the URLs in a FHIR Bundle. */
  readonly fhirBase: string
}
