import type { CounselingNotesConsent, GivenConsent, PartTwoAnswer, PartTwoDisclosure } from '../contracts/part-two.ts'
import { counselingNotesConsent, decidePartTwo } from './part-two.ts'

/** Decides whether something about a visit may leave the organization (42 CFR part 2). Decrypts nothing and records no access. */
export interface PartTwoGate {
  /** Never call it inside a transaction. Consents and visits are read each time: a consent that was revoked a moment ago permits nothing. */
  ask(
    organizationId: string,
    about: { readonly patientId: string; readonly visitId: string },
    disclosure: PartTwoDisclosure,
    now: Date,
  ): Promise<PartTwoAnswer>
  /** Whether the patient has visits about substance use. */
  hasRecords(organizationId: string, patientId: string): Promise<boolean>
  /** Whether this visit of the patient is about substance use. */
  isProtected(organizationId: string, patientId: string, visitId: string): Promise<boolean>
  /**
   * The last visit about substance use that the practitioner held with the patient; null if there is none. What they prescribe or order
   * between visits, without naming a visit, is protected as that visit is.
   */
  visitBehind(organizationId: string, patientId: string, practitionerId: string): Promise<string | null>
  /** The consent in force to the counseling notes of the patient. No other consent covers them (2.31(b)). */
  counselingNotes(organizationId: string, patientId: string, now: Date): Promise<CounselingNotesConsent | null>
}

export interface PartTwoPorts {
  /** The appointments of a patient about substance use. None for most. */
  readonly appointmentsOf: (organizationId: string, patientId: string) => Promise<readonly string[]>
  /** In the order in which they began. With a practitioner: only those that they held. */
  readonly visitsOf: (
    organizationId: string,
    appointmentIds: readonly string[],
    practitionerId?: string,
  ) => Promise<readonly string[]>
  /** The last consent of this kind that the patient gave. */
  readonly consentOf: (
    organizationId: string,
    patientId: string,
    kind: 'part-two-disclosure' | 'part-two-counseling-notes',
  ) => Promise<GivenConsent | null>
}

export const createPartTwoGate = ({ appointmentsOf, visitsOf, consentOf }: PartTwoPorts): PartTwoGate => {
  const visitsAbout = async (
    organizationId: string,
    patientId: string,
    practitionerId?: string,
  ): Promise<readonly string[]> => {
    const appointmentIds = await appointmentsOf(organizationId, patientId)
    return appointmentIds.length === 0 ? [] : visitsOf(organizationId, appointmentIds, practitionerId)
  }
  return {
    ask: async (organizationId, { patientId, visitId }, disclosure, now) => {
      const visitIds = await visitsAbout(organizationId, patientId)
      if (!visitIds.includes(visitId)) return { outcome: 'unprotected' }
      return decidePartTwo(await consentOf(organizationId, patientId, 'part-two-disclosure'), disclosure, now)
    },
    hasRecords: async (organizationId, patientId) => (await appointmentsOf(organizationId, patientId)).length > 0,
    isProtected: async (organizationId, patientId, visitId) =>
      (await visitsAbout(organizationId, patientId)).includes(visitId),
    visitBehind: async (organizationId, patientId, practitionerId) =>
      (await visitsAbout(organizationId, patientId, practitionerId)).at(-1) ?? null,
    counselingNotes: async (organizationId, patientId, now) =>
      counselingNotesConsent(await consentOf(organizationId, patientId, 'part-two-counseling-notes'), now),
  }
}
