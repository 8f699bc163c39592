import type { components } from '@visitkit/contract'
import type { PartTwoGate } from '../../platform/sensitive/part-two-gate.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { HeavyWork } from '../../platform/heavy/heavy-work.ts'
import type { ClearinghouseAccount, ClearinghouseProvider } from '../../vendors/clearinghouse/provider.ts'
import type { PaymentProcessor } from '../../vendors/payments/provider.ts'
import type { BillingPack } from './kernel/model/billing-pack.ts'
import type { BillingPolicy } from './kernel/model/billing-policy.ts'

type Schemas = components['schemas']
/** Partners know the person by the record. What a partner may call is `call`. */
export type Patient = Omit<Schemas['Patient'], 'phone' | 'address'> & {
  readonly ofRecord: Pick<Schemas['Patient'], 'phone' | 'address'>
}
export type PatientSummary = Schemas['PatientSummary']
export type Practitioner = Schemas['Practitioner']
export type PractitionerSummary = Schemas['PractitionerSummary']

/** What billing needs to know of a visit. */
export interface BilledVisit {
  readonly visitId: string
  readonly appointmentId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly seenBy: string | null
  readonly specialty: string
  readonly visitTypeCode: string
  readonly visitTypeName: Schemas['LocalizedText'][]
  readonly modality: Schemas['Modality']
  readonly location: { readonly state: string; readonly kind: 'home' | 'other' } | null
  readonly checkedInAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly outcome: Schemas['VisitOutcome'] | null
  readonly version: number
}

/** The diagnoses and services of a signed note, without its text: minimum necessary (45 CFR 164.502(b)). */
export interface SignedNote {
  readonly noteId: string
  readonly visitId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly signedAt: Date
  readonly version: number
  readonly diagnoses: readonly { readonly code: string; readonly display: string }[]
  readonly services: readonly {
    readonly codeSystem: 'HCPCS' | 'CPT' | 'local'
    readonly code: string
    readonly units: number
    readonly diagnosisPointers: readonly number[]
    readonly audioOnlyReason?: string | undefined
  }[]
}

export interface BookedAppointment {
  readonly id: string
  readonly patientId: string
  readonly practitionerId: string
  readonly start: Date
  readonly status: string
  readonly type: { readonly code: string; readonly specialty: string; readonly name: Schemas['LocalizedText'][] }
}

/** An organization's own connection to payers. One mailbox belongs to one organization: its content is that organization's PHI. */
export interface ClearinghouseAccess {
  readonly provider: ClearinghouseProvider
  readonly account: ClearinghouseAccount
}

/** What billing requires from other domains and from its partners. Each function is limited to the caller's organization and reach. */
export interface BillingPorts {
  readonly documentation: {
    /** Null if no note is signed. Records the access. */
    signedNote(context: ReadContext, visitId: string): Promise<SignedNote | null>
  }
  readonly visits: {
    /** Throws `not_found`. Records the access. */
    visit(context: ReadContext, visitId: string): Promise<BilledVisit>
  }
  readonly scheduling: {
    /** Throws `not_found`. Decrypts nothing. */
    appointment(context: ReadContext, appointmentId: string): Promise<BookedAppointment>
    /** NUCC taxonomy of a specialty pack; null if it has none. */
    taxonomyOf(specialty: string): string | null
  }
  readonly directory: {
    patient(context: ReadContext, patientId: string): Promise<Patient>
    patientSummaries(context: ReadContext, patientIds: readonly string[]): Promise<ReadonlyMap<string, PatientSummary>>
    practitioner(context: ReadContext, practitionerId: string): Promise<Practitioner>
    practitionerSummaries(
      context: ReadContext,
      practitionerIds: readonly string[],
    ): Promise<ReadonlyMap<string, PractitionerSummary>>
    /** By `kind:id`. Unknown actors are left out. */
    actorNames(
      context: ReadContext,
      actors: readonly { readonly kind: 'member'; readonly id: string }[],
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>
    /** Ids of patients with this family name, at most `limit`. Decrypts nothing. */
    patientIdsByFamily(context: ReadContext, family: string, limit: number): Promise<readonly string[]>
    organization(context: ReadContext): Promise<Pick<Schemas['Organization'], 'name' | 'zone' | 'brand' | 'contact'>>
    /** Throws `not_found` or `outside_proxy_scope`. */
    actingFor(
      context: ReadContext,
      patientId: string,
      scope: 'record',
    ): Promise<{ readonly as: 'patient' | 'proxy' | 'staff' }>
    /** Throws `not_found`, also outside the caller's reach. Decrypts nothing. */
    patientZone(context: ReadContext, patientId: string): Promise<string>
    organizationIds(): Promise<readonly string[]>
  }
  readonly consent: {
    inForceAt(
      context: ReadContext,
      patientId: string,
      purpose: 'telehealth-treatment',
      at: Date,
    ): Promise<object | null>
  }
  readonly clearinghouse: {
    /** Null if this organization has none: its claims cannot be sent. */
    of(organizationId: string): ClearinghouseAccess | null
  }
  /** Threads for documents and images. */
  readonly heavyWork: HeavyWork
  readonly payments: {
    /** Null if this organization does not accept cards. */
    of(organizationId: string): PaymentProcessor | null
    /** The organizations that share its account. */
    readonly together: readonly string[]
  }
}

/** The ports, and what only this domain's handlers receive. */
export interface BillingContext extends BillingPorts {
  readonly partTwo: Pick<PartTwoGate, 'ask'>
  readonly policy: BillingPolicy
  readonly pack: BillingPack
}
