import type { components } from '@visitkit/contract'
import type { SimulatedClearinghouse } from '../../../../../sandbox/src/clearinghouse/start-clearinghouse.ts'
import type { SimulatedProcessor } from '../../../../../sandbox/src/payments/start-payments.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { keepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createPreparedHospital } from '../../../test-kit/prepared-hospital.ts'
import type { TestHospital, TestHospitalOptions } from '../../../test-kit/test-hospital.ts'
import { visitChanged } from '../../visits/events.ts'
import { decryptVisit, readEncryptedVisit, replaceVisit } from '../../visits/store/visits.ts'
import { sampleLicense, type Person } from '../../visits/tests/hospital.testing.ts'
import {
  addPatient,
  addPractitioner,
  heldVisits,
  holdVisit,
  insure,
  payerNamed,
  signNote,
  type HeldVisit,
  type VisitOptions,
} from './held-visits.testing.ts'

type Schemas = components['schemas']

/** What people do from the end of a visit until it is paid. */
export interface BillingVerbs {
  readonly clearinghouse: SimulatedClearinghouse
  readonly processor: SimulatedProcessor
  readonly biller: SignedInClient
  /** Held the visits of `seenPatient`. */
  readonly practitionerId: string
  readonly shortVisit: Schemas['VisitType']
  /** A patient whose visit has ended and whose note is not signed. */
  seenPatient(): HeldVisit
  /** A patient who was not seen yet. */
  addPatient(given?: Partial<Schemas['CreatePatient']>): Promise<string>
  /** Without an NPI if `given` has none. */
  addPractitioner(licenses: Schemas['License'][], given?: Partial<Schemas['CreatePractitioner']>): Promise<Person>
  change(practitioner: Person, to: Omit<Schemas['UpdatePractitioner'], 'version'>): Promise<void>
  rename(patientId: string, name: Schemas['PersonName']): Promise<void>
  asPatient(patientId: string): Promise<SignedInClient>
  payer(name: string): Promise<Schemas['Payer']>
  insure(patientId: string, more?: object): Promise<Schemas['Coverage']>
  /** A visit of this patient, held now. */
  hold(patientId: string, options?: VisitOptions & { readonly practitioner?: Person }): Promise<HeldVisit>
  /** Signs the note of a visit. Its charges are captured when this returns. */
  sign(visit: HeldVisit): Promise<void>
  /** Writes down another location for a visit that has ended, as a correction of the record does. */
  correctLocation(visitId: string, location: Partial<Schemas['CheckIn']['location']>): Promise<void>
  /** A signed visit of a patient without insurance, who owes all of it. */
  signedVisit(): Promise<HeldVisit>
  /** A signed visit of an insured patient. */
  insuredVisit(): Promise<HeldVisit>
  /** An insured visit in Texas. Its practitioner lost the license for Texas before the note was signed. */
  visitWithoutLicense(): Promise<HeldVisit>
  claimOf(visitId: string): Promise<Schemas['Claim']>
  submit(claim: Schemas['Claim']): Promise<Schemas['Claim']>
  /** Sends what waits and fetches what has arrived. */
  exchange(): Promise<void>
}
export type BillingHospital = TestHospital<'clearinghouse' | 'payments'> & BillingVerbs

/** On the day on which the visits were held. */
const now = '2026-11-24T15:00:00Z'

export const startBillingHospital = async (
  engine: 'pglite' | 'postgres',
  overrides: TestHospitalOptions['overrides'] = {},
): Promise<BillingHospital> => {
  const { hospital, prepared } = await createPreparedHospital(heldVisits, {
    engine,
    now,
    partners: ['clearinghouse', 'payments'],
    overrides,
  })
  const [unsigned, insured, selfPay] = [[...prepared.unsigned], [...prepared.insured], [...prepared.selfPay]]
  const { shortVisit, practitioner: usual } = prepared
  const held = new Map<Person, number>()
  const biller = await hospital.as('biller')
  const verbs: BillingVerbs = {
    clearinghouse: hospital.partners.clearinghouse,
    processor: hospital.partners.payments,
    biller,
    shortVisit,
    practitionerId: usual.practitionerId ?? '',
    seenPatient: () => {
      const visit = unsigned.shift()
      if (!visit) throw new Error('This file needs more visits than `heldVisits` prepares.')
      return visit
    },
    addPatient: (given) => addPatient(hospital, given),
    addPractitioner: (licenses, given) => addPractitioner(hospital, licenses, given),
    change: async ({ practitionerId }, to) => {
      const administrator = await hospital.as('administrator')
      const path = `/v1/practitioners/${practitionerId}`
      const { version } = await answered(administrator.get(path), 200)
      await answered(administrator.patch(path, { ...to, version }), 200)
    },
    rename: async (patientId, name) => {
      const desk = await hospital.as('front-desk')
      const { version } = await answered(desk.get(`/v1/patients/${patientId}`), 200)
      await answered(desk.patch(`/v1/patients/${patientId}`, { version, name }), 200)
    },
    asPatient: (patientId) => hospital.as('patient', { personId: patientId, patientIds: [patientId] }),
    payer: (name) => payerNamed(biller, name),
    insure: (patientId, more) => insure(biller, patientId, 'Lakeside Mutual Health', more),
    hold: async (patientId, { practitioner = usual, ...options } = {}) => {
      // A practitioner has one visit at a time. Check-in is open for those that start within half an hour.
      const before = held.get(practitioner) ?? 0
      held.set(practitioner, before + 1)
      return holdVisit(hospital, shortVisit, practitioner, patientId, { inMinutes: 5 * before, ...options })
    },
    sign: async (visit) => {
      await signNote(hospital, visit)
      await hospital.settle()
    },
    correctLocation: async (visitId, location) => {
      const { organizationId, platform } = hospital
      const { database, unitOfWork, vault } = platform
      await keepForOrganization(unitOfWork, 'visits')(organizationId, hospital.clock.now(), async (_, context) => {
        const db = database.reader({ domain: 'visits', organizationId })
        const before = await decryptVisit(db, { ...context, vault }, await readEncryptedVisit(db, context, visitId))
        const [latest] = before.details.locations.slice(-1)
        if (!latest) throw new Error('The visit has no location.')
        const corrected = { ...latest, location: { ...latest.location, ...location } }
        const locations = [...before.details.locations, corrected] as typeof before.details.locations
        const visit = { ...before, version: before.version + 1, details: { ...before.details, locations } }
        return { writes: [replaceVisit(visit, before)], events: [visitChanged(visit)], answer: undefined }
      })
      await hospital.settle()
    },
    signedVisit: async () => {
      const known = selfPay.shift()
      if (known) return known
      const visit = verbs.seenPatient()
      await verbs.sign(visit)
      return visit
    },
    insuredVisit: async () => {
      const known = insured.shift()
      if (known) return known
      const visit = verbs.seenPatient()
      await verbs.insure(visit.patientId)
      await verbs.sign(visit)
      return visit
    },
    visitWithoutLicense: async () => {
      const practitioner = await verbs.addPractitioner([sampleLicense('OH'), sampleLicense('TX')])
      const patientId = await verbs.addPatient()
      await verbs.insure(patientId)
      const visit = await verbs.hold(patientId, { practitioner, location: { state: 'TX' } })
      await verbs.change(practitioner, { licenses: [sampleLicense('OH')] })
      await verbs.sign(visit)
      return visit
    },
    claimOf: (visitId) => answered(biller.get(`/v1/visits/${visitId}/claim`), 200),
    submit: ({ id, version }) => answered(biller.post(`/v1/claims/${id}/submit`, { version }), 200),
    exchange: async () => {
      await hospital.runJob('billing.transmit')
      await hospital.runJob('billing.fetch-mailbox')
    },
  }
  return { ...hospital, ...verbs }
}
