import type { components } from '@visitkit/contract'
import type { Reading } from '../../platform/contracts/context.ts'
import type { Laboratory } from '../../vendors/laboratory/provider.ts'
import type { LabCatalogue } from './model/lab-catalogue.ts'
import type { LabsPolicy } from './model/labs-policy.ts'

type Schemas = components['schemas']
export type Patient = Schemas['Patient']
export type PatientSummary = Schemas['PatientSummary']
export type Practitioner = Schemas['Practitioner']
export type PractitionerSummary = Schemas['PractitionerSummary']

/** A visit as far as an order rests on it. */
export interface OrderedInVisit {
  readonly visitId: string
  readonly patientId: string
  /** Where the patient said that they are. */
  readonly location: { readonly state: string } | null
}

/** What labs ask of the domains before them. Each function answers within the asker's organization and reach. */
export interface LabsPorts {
  readonly directory: {
    organization(reading: Reading): Promise<{ readonly zone: string }>
    /** Without opening the record. Throws `not_found` for somebody who is no patient here. */
    patientZone(reading: Reading, patientId: string): Promise<string>
    /** Opens the record and notes the access. Throws `not_found`. */
    patient(reading: Reading, patientId: string): Promise<Patient>
    /** Opens each record and notes the access. */
    patientSummaries(reading: Reading, patientIds: readonly string[]): Promise<ReadonlyMap<string, PatientSummary>>
    /** Throws `not_found`. */
    practitioner(reading: Reading, practitionerId: string): Promise<Practitioner>
    /** By id, also of those who no longer practise. */
    practitionerSummaries(
      reading: Reading,
      practitionerIds: readonly string[],
    ): Promise<ReadonlyMap<string, PractitionerSummary>>
    licensedIn(practitioner: Practitioner, state: string, at: Date): { readonly licensed: boolean }
    /** Throws `not_found`, or `outside_proxy_scope` for a proxy who may not read the record. */
    actingFor(reading: Reading, patientId: string, scope: 'record'): Promise<unknown>
    /** By `member:id`. */
    actorNames(
      reading: Reading,
      actors: readonly { readonly kind: 'member'; readonly id: string }[],
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>
    /** Every organization of the deployment, for timers. */
    organizationIds(): Promise<readonly string[]>
  }
  readonly visits: {
    /** Throws `not_found`. */
    visit(reading: Reading, visitId: string): Promise<OrderedInVisit>
  }
  readonly documentation: {
    /** The wording of each ICD-10-CM code that is in use on the day of `at` in a place; codes that are not are left out. */
    diagnosisNames(codes: readonly string[], at: Date, zone: string): ReadonlyMap<string, string>
  }
  readonly laboratory: Laboratory
}

/** What this domain's own handlers are given beside that. */
export interface LabsContext extends LabsPorts {
  readonly catalogue: LabCatalogue
  readonly policy: LabsPolicy
}
