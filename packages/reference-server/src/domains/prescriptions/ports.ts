import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { DrugChecks, KnownAllergy } from '../../vendors/drug-checks/provider.ts'
import type { PharmacyNetwork } from '../../vendors/pharmacy/provider.ts'
import type { MedicationSet } from './kernel/model/medication-set.ts'
import type { PrescribingPolicy } from './kernel/model/prescribing-policy.ts'

type Schemas = components['schemas']
export type Patient = Schemas['Patient']
export type Practitioner = Schemas['Practitioner']
export type PractitionerSummary = Schemas['PractitionerSummary']
export type PatientSummary = Schemas['PatientSummary']

/** A visit as far as a prescription needs it. */
export interface PrescribingVisit {
  readonly visitId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly seenBy: string | null
  /** Where the patient said last that they were. */
  readonly location:
    | (Pick<Schemas['Address'], 'line1' | 'city' | 'state'> &
        Partial<Pick<Schemas['Address'], 'line2' | 'postalCode'>> & { readonly kind: string })
    | null
}

/** What prescriptions ask of the domains before them and of the deployment. Each function answers within the asker's organization and reach. */
export interface PrescriptionsPorts {
  readonly directory: {
    /** Opens the record. Throws `not_found`, also beyond the caller's reach. */
    patient(context: ReadContext, patientId: string): Promise<Patient>
    /** Opens nothing; notes the access. Throws `not_found`, also beyond the caller's reach. */
    patientZone(context: ReadContext, patientId: string): Promise<string>
    patientSummaries(context: ReadContext, patientIds: readonly string[]): Promise<ReadonlyMap<string, PatientSummary>>
    /** Throws `not_found`. */
    practitioner(context: ReadContext, practitionerId: string): Promise<Practitioner>
    practitionerSummaries(
      context: ReadContext,
      practitionerIds: readonly string[],
    ): Promise<ReadonlyMap<string, PractitionerSummary>>
    licensedIn(practitioner: Practitioner, state: string, at: Date): { readonly licensed: boolean }
    /** Throws `not_found` or `outside_proxy_scope` when the caller may not act in this matter of the patient (any longer). */
    actingFor(context: ReadContext, patientId: string, scope: 'record' | 'visit'): Promise<unknown>
    organization(context: ReadContext): Promise<{ readonly name: string; readonly contact: { readonly phone: string } }>
    /** Every organization of the deployment, for timers. */
    organizationIds(): Promise<readonly string[]>
  }
  readonly visits: {
    /** Throws `not_found`, also beyond the caller's reach. */
    visit(context: ReadContext, visitId: string): Promise<PrescribingVisit>
  }
  readonly documentation: {
    /** Those in force. `asked` is false while nobody has asked the patient. */
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
  }
  readonly pharmacies: {
    /** The network as this organization may use it; null where it has none. */
    networkOf(organizationId: string): Promise<PharmacyNetwork | null>
  }
  /** Certifications of registered adapters, e.g. `epcs`. None is shipped. */
  readonly certifications: readonly string[]
}

/** What this domain's own handlers are given beside that. */
export interface PrescriptionsContext extends PrescriptionsPorts {
  readonly policy: PrescribingPolicy
  readonly medications: MedicationSet
  readonly checks: DrugChecks
}
