import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { PartTwoGate } from '../../platform/sensitive/part-two-gate.ts'
import type { DrugChecks, KnownAllergy } from '../../vendors/drug-checks/provider.ts'
import type { PharmacyNetwork } from '../../vendors/pharmacy/provider.ts'
import type { MedicationSet } from './kernel/model/medication-set.ts'
import type { PrescribingPolicy } from './kernel/model/prescribing-policy.ts'

type Schemas = components['schemas']
/** Partners know the person by the record. What a partner may call is `call`. */
export type Patient = Omit<Schemas['Patient'], 'phone' | 'address'> & {
  readonly ofRecord: Pick<Schemas['Patient'], 'phone' | 'address'>
}
export type Practitioner = Schemas['Practitioner']
export type PractitionerSummary = Schemas['PractitionerSummary']
export type PatientSummary = Schemas['PatientSummary']

/** What a prescription needs to know of a visit. */
export interface PrescribingVisit {
  readonly visitId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly seenBy: string | null
  /** The location that the patient last reported. */
  readonly location:
    | (Pick<Schemas['Address'], 'line1' | 'city' | 'state'> &
        Partial<Pick<Schemas['Address'], 'line2' | 'postalCode'>> & { readonly kind: string })
    | null
}

/**
 * What prescriptions require from other domains and from the deployment. Each function is limited to the caller's organization and reach.
 */
export interface PrescriptionsPorts {
  readonly directory: {
    /** Decrypts the record. Throws `not_found`, also outside the caller's reach. */
    patient(context: ReadContext, patientId: string): Promise<Patient>
    /** Decrypts nothing; records the access. Throws `not_found`, also outside the caller's reach. */
    patientZone(context: ReadContext, patientId: string): Promise<string>
    patientSummaries(context: ReadContext, patientIds: readonly string[]): Promise<ReadonlyMap<string, PatientSummary>>
    /** Throws `not_found`. */
    practitioner(context: ReadContext, practitionerId: string): Promise<Practitioner>
    practitionerSummaries(
      context: ReadContext,
      practitionerIds: readonly string[],
    ): Promise<ReadonlyMap<string, PractitionerSummary>>
    licensedIn(practitioner: Practitioner, state: string, at: Date): { readonly licensed: boolean }
    /** Throws `not_found` or `outside_proxy_scope` if the caller may not act for the patient in this scope (any longer). */
    actingFor(context: ReadContext, patientId: string, scope: 'record' | 'visit'): Promise<unknown>
    organization(
      context: ReadContext,
    ): Promise<{ readonly name: string; readonly contact: { readonly phone: string }; readonly zone: string }>
    /** Every organization of the deployment, for timers. */
    organizationIds(): Promise<readonly string[]>
  }
  readonly visits: {
    /** Throws `not_found`, also outside the caller's reach. */
    visit(context: ReadContext, visitId: string): Promise<PrescribingVisit>
  }
  readonly partTwo: Pick<PartTwoGate, 'visitBehind'>
  readonly documentation: {
    /** Names of ICD-10-CM codes in force on the day of `at` in a zone. Unknown codes and those that are not in force are left out. */
    diagnosisNames(codes: readonly string[], at: Date, zone: string): ReadonlyMap<string, string>
    /** Active allergies. `asked` is false if the patient was not asked yet. */
    allergies(
      context: ReadContext,
      patientId: string,
    ): Promise<{
      readonly asked: boolean
      readonly items: readonly {
        readonly substance: { readonly rxcui?: string; readonly name: string }
        readonly severity: KnownAllergy['severity']
      }[]
    }>
    /** What the patient takes that was not prescribed here, coded or in words. */
    reportedMedications(
      context: ReadContext,
      patientId: string,
    ): Promise<readonly { readonly rxcui?: string; readonly name: string }[]>
  }
  readonly pharmacies: {
    /** The network as configured for this organization; null if it has none. */
    networkOf(organizationId: string): Promise<PharmacyNetwork | null>
  }
  /** Certifications of registered adapters, e.g. `epcs`. None is shipped. */
  readonly certifications: readonly string[]
}

/** The ports, and what only this domain's handlers receive. */
export interface PrescriptionsContext extends PrescriptionsPorts {
  readonly policy: PrescribingPolicy
  readonly medications: MedicationSet
  readonly checks: DrugChecks
}
