import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { PartTwoGate } from '../../platform/sensitive/part-two-gate.ts'
import type { Laboratories, ReadDocument } from '../../vendors/laboratory/provider.ts'
import type { LabCatalog } from './model/lab-catalog.ts'
import type { LabsPolicy } from './model/labs-policy.ts'

type Schemas = components['schemas']
/** Partners know the person by the record. What a partner may call is `call`. */
export type Patient = Omit<Schemas['Patient'], 'phone' | 'address'> & {
  readonly ofRecord: Pick<Schemas['Patient'], 'phone' | 'address'>
}
export type PatientSummary = Schemas['PatientSummary']
export type Practitioner = Schemas['Practitioner']
export type PractitionerSummary = Schemas['PractitionerSummary']

/** What an order needs to know of its visit. */
export interface OrderedInVisit {
  readonly visitId: string
  readonly patientId: string
  /** The location that the patient reported. */
  readonly location: { readonly state: string } | null
}

/** A coverage that was in force on a day. */
export interface CoverageInForce {
  readonly payerName: string
  /** The payer's id at the clearinghouse. */
  readonly payerId: string
  readonly memberNumber: string
  readonly groupNumber: string | null
  /** How the patient is related to the insured person. */
  readonly relationship: Schemas['Coverage']['relationship']
  /** Null if that is the patient. */
  readonly subscriber: NonNullable<Schemas['Coverage']['subscriber']> | null
  /** The patient's name as the card writes it; null if it is the patient's own. */
  readonly nameOnCard: Schemas['PersonName'] | null
  readonly from: string
  readonly to: string | null
}

/** What labs requires from other domains. Each function is limited to the caller's organization and reach. */
export interface LabsPorts {
  readonly directory: {
    organization(context: ReadContext): Promise<{ readonly zone: string }>
    /** Does not decrypt the record. Throws `not_found` if there is no such patient. */
    patientZone(context: ReadContext, patientId: string): Promise<string>
    /** Decrypts the record and records the access. Throws `not_found`. */
    patient(context: ReadContext, patientId: string): Promise<Patient>
    /** Decrypts each record and records the access. */
    patientSummaries(context: ReadContext, patientIds: readonly string[]): Promise<ReadonlyMap<string, PatientSummary>>
    /** Throws `not_found`. */
    practitioner(context: ReadContext, practitionerId: string): Promise<Practitioner>
    /** By id, including practitioners who no longer practice. */
    practitionerSummaries(
      context: ReadContext,
      practitionerIds: readonly string[],
    ): Promise<ReadonlyMap<string, PractitionerSummary>>
    licensedIn(practitioner: Practitioner, state: string, at: Date): { readonly licensed: boolean }
    /** Throws `not_found`, or `outside_proxy_scope` for a proxy who may not read the record. */
    actingFor(context: ReadContext, patientId: string, scope: 'record'): Promise<unknown>
    /** By `member:id`. */
    actorNames(
      context: ReadContext,
      actors: readonly { readonly kind: 'member'; readonly id: string }[],
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>
    /** Every organization of the deployment, for timers. */
    organizationIds(): Promise<readonly string[]>
  }
  readonly visits: {
    /** Throws `not_found`. */
    visit(context: ReadContext, visitId: string): Promise<OrderedInVisit>
  }
  readonly partTwo: Pick<PartTwoGate, 'visitBehind'>
  readonly documentation: {
    /** The text of each ICD-10-CM code that is valid on the local date of `at` in `zone`. Other codes are omitted. */
    diagnosisNames(codes: readonly string[], at: Date, zone: string): ReadonlyMap<string, string>
  }
  readonly billing: {
    /**
     * Coverages in force on a day, in order of billing. Empty for a visit that the patient asked not to disclose to a payer. Decrypts what it
     * returns.
     */
    coveragesOf(
      context: ReadContext,
      of: { readonly patientId: string; readonly visitId: string | null; readonly day: string },
    ): Promise<readonly CoverageInForce[]>
    /** Whether the patient asked by now that no payer learns of this visit. */
    isRestricted(organizationId: string, visitId: string): Promise<boolean>
  }
  readonly laboratories: Laboratories
  /** Reads a file out of a message. */
  readonly readDocument: ReadDocument
}

/** The ports, and what only this domain's handlers receive. */
export interface LabsContext extends LabsPorts {
  readonly catalog: LabCatalog
  readonly policy: LabsPolicy
}
