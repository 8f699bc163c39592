import type { components } from '@visitkit/contract'
import type { Caller } from '../../platform/contracts/caller.ts'
import type { ReadContext, RequestContext } from '../../platform/contracts/context.ts'
import type { SchedulingPolicy } from './kernel/model/scheduling-policy.ts'
import type { MinorConsentRule } from './kernel/model/sensitivity.ts'
import type { Specialties } from './kernel/model/specialty-pack.ts'
import type { ClaimSet } from './kernel/store/claim-set.ts'
import type { SlotIndex } from './kernel/store/slot-index.ts'

export type Practitioner = components['schemas']['Practitioner']
export type PractitionerSummary = components['schemas']['PractitionerSummary']
export type PatientSummary = components['schemas']['PatientSummary']

/** The properties of a patient that a booking needs. */
export interface BookablePatient {
  readonly id: string
  readonly birthDate: string
  /** Home state. */
  readonly state: string
  readonly zone: string
  readonly call: components['schemas']['HowToCall']
  readonly interpreterLanguage?: string | undefined
  readonly needsCaptions?: boolean | undefined
  /** The record of the same person that is used instead. */
  readonly replacedBy?: string | undefined
}

export type ScopesFor = (patientId: string) => ReadonlySet<components['schemas']['ProxyScope']>

/** What scheduling needs from the directory. */
export interface DirectoryPort {
  /** All active practitioners of the organization. */
  readonly practitioners: (context: ReadContext) => Promise<readonly Practitioner[]>
  /** Includes inactive practitioners. Throws `not_found`. */
  readonly practitioner: (context: ReadContext, practitionerId: string) => Promise<Practitioner>
  /** By id. Includes inactive practitioners: past appointments name them. */
  readonly practitionerSummaries: (
    context: ReadContext,
    practitionerIds: readonly string[],
  ) => Promise<ReadonlyMap<string, PractitionerSummary>>
  /** Decrypts the patient's record and records the access. Throws `not_found` for a patient who is not accessible to the caller. */
  readonly patient: (context: ReadContext, patientId: string) => Promise<BookablePatient>
  /** Decrypts the records and records the accesses. */
  readonly patientSummaries: (
    context: ReadContext,
    patientIds: readonly string[],
  ) => Promise<ReadonlyMap<string, PatientSummary>>
  /** Decrypts the records and records the accesses. */
  readonly birthDays: (
    context: ReadContext,
    patientIds: readonly string[],
  ) => Promise<ReadonlyMap<string, Pick<BookablePatient, 'birthDate' | 'zone'>>>
  /** Throws when the caller may not act for the patient in this scope. */
  readonly actingFor: (
    context: ReadContext,
    patientId: string,
    scope: 'schedule' | 'visit' | 'sensitive',
  ) => Promise<unknown>
  /** What the caller may do for each patient: nothing if the set is empty. */
  readonly scopesFor: (context: ReadContext) => Promise<ScopesFor>
  readonly organization: (
    context: ReadContext,
  ) => Promise<Pick<components['schemas']['Organization'], 'name' | 'zone' | 'contact'>>
}

/** What scheduling needs of consents. */
export interface ConsentPort {
  /** The status of each purpose, by patient. Decrypts nothing and records no access. */
  readonly currentOfEach: (
    context: ReadContext,
    asked: readonly {
      readonly patientId: string
      readonly purposes: readonly components['schemas']['ConsentPurpose'][]
    }[],
  ) => Promise<
    ReadonlyMap<
      string,
      ReadonlyMap<
        components['schemas']['ConsentPurpose'],
        { readonly reason?: components['schemas']['ConsentRequirementReason'] }
      >
    >
  >
}

/** Refuses a caller who may not lift the rules of this practitioner's calendar: `forbidden` or `not_assigned`. */
export type RequireOverride = (context: Pick<RequestContext, 'caller' | 'now'>, practitionerId: string) => Promise<void>

/** What the handlers of this domain receive. */
export interface SchedulingPorts {
  readonly directory: DirectoryPort
  readonly consent: ConsentPort
  readonly requireOverride: RequireOverride
  /** Read and recorded as an access of the server itself, for any caller. */
  readonly readBirthDays: (
    context: Pick<ReadContext, 'caller' | 'now' | 'requestId'>,
    patientIds: readonly string[],
  ) => Promise<ReadonlyMap<string, Pick<BookablePatient, 'birthDate' | 'zone'>>>
  readonly slots: SlotIndex
  readonly claims: ClaimSet
  readonly policy: SchedulingPolicy
  readonly minorConsent: readonly MinorConsentRule[]
  readonly specialties: Specialties
  /** Whether this caller may read appointments, in operations that others may call too. */
  readonly readsAppointments: (caller: Pick<Caller, 'roles'>) => boolean
}
