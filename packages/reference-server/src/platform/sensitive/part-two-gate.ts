import type { GivenConsent, PartTwoAnswer, PartTwoDisclosure } from '../contracts/part-two.ts'
import { decidePartTwo } from './part-two.ts'

/** Decides whether something about a visit may leave the organization (42 CFR part 2). Decrypts nothing and records no access. */
export interface PartTwoGate {
  /** Never call it inside a transaction. Nothing is cached: a consent that was revoked a moment ago permits nothing. */
  ask(
    organizationId: string,
    about: { readonly patientId: string; readonly visitId: string },
    disclosure: PartTwoDisclosure,
    now: Date,
  ): Promise<PartTwoAnswer>
  /** Whether the patient has visits about substance use. */
  hasRecords(organizationId: string, patientId: string): Promise<boolean>
}

export interface PartTwoPorts {
  /** The appointments of a patient about substance use. None for most. */
  readonly appointmentsOf: (organizationId: string, patientId: string) => Promise<readonly string[]>
  readonly visitsOf: (organizationId: string, appointmentIds: readonly string[]) => Promise<readonly string[]>
  /** The last consent to disclosure that the patient gave. */
  readonly consentOf: (organizationId: string, patientId: string) => Promise<GivenConsent | null>
}

export const createPartTwoGate = ({ appointmentsOf, visitsOf, consentOf }: PartTwoPorts): PartTwoGate => ({
  ask: async (organizationId, { patientId, visitId }, disclosure, now) => {
    const appointmentIds = await appointmentsOf(organizationId, patientId)
    if (appointmentIds.length === 0) return { outcome: 'unprotected' }
    const visitIds = await visitsOf(organizationId, appointmentIds)
    if (!visitIds.includes(visitId)) return { outcome: 'unprotected' }
    return decidePartTwo(await consentOf(organizationId, patientId), disclosure, now)
  },
  hasRecords: async (organizationId, patientId) => (await appointmentsOf(organizationId, patientId)).length > 0,
})
