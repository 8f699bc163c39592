import type { components } from '@visitkit/contract'
import { createAccess } from '../../../platform/audit/create-access.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { answered } from '../../../test-kit/answered.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { withVisitVerbs, type Booking, type Person, type VisitVerbs } from '../../visits/tests/hospital.testing.ts'

type Schemas = components['schemas']

/** The requests of people up to a visit's note. */
export interface NoteVerbs extends VisitVerbs {
  /** A practitioner who is a member with a name of their own. */
  addClinician(): Promise<Person>
  /** Checked in and admitted. Returns the practitioner's client. */
  admitted(patient: Person, practitioner: Person, booking?: Booking): Promise<Schemas['Visit']>
  /** Ends the visit and waits for its reactions. */
  ended(patient: Person, practitioner: Person, booking?: Booking): Promise<Schemas['Visit']>
  end(practitioner: Person, visitId: string): Promise<void>
  /** The provided interface, as another domain uses it with this caller. */
  readingOf(client: SignedInClient): ReadContext
}
export type NoteHospital = TestHospital & NoteVerbs

/** Content that a practitioner can save and then sign. */
export const complete = (note: Schemas['Note'], more: Partial<Schemas['SaveNote']> = {}): Schemas['SaveNote'] => ({
  sections: note.sections.map(({ code, text }) => ({ code, text: text === '' ? `Text of ${code}.` : text })),
  diagnoses: [{ code: 'I10' }],
  vitals: [{ loinc: '8867-4', value: 72, unit: '/min', source: 'patient-reported' }],
  services: [{ codeSystem: 'HCPCS', code: 'G2012', units: 1, diagnosisPointers: [1] }],
  version: note.version,
  ...more,
})

export const withNoteVerbs = <Hospital extends TestHospital>(bare: Hospital): Hospital & NoteVerbs => {
  const hospital = withVisitVerbs(bare)
  const admitted: NoteVerbs['admitted'] = async (patient, practitioner, booking) => {
    const visit = await hospital.checkedIn(patient, practitioner, booking)
    const client = await hospital.signIn(practitioner)
    return answered(client.post(`/v1/visits/${visit.id}/admit`), 200)
  }
  const end: NoteVerbs['end'] = async (practitioner, visitId) => {
    const client = await hospital.signIn(practitioner)
    await answered(client.post(`/v1/visits/${visitId}/end`, { outcome: 'completed' }), 200)
    await hospital.settle()
  }
  let members = 0
  return {
    ...hospital,
    addClinician: async () => {
      const practitioner = await hospital.addPractitioner()
      const administrator = await hospital.as('administrator')
      members += 1
      const member = await answered(
        administrator.post('/v1/members', {
          displayName: `Dr. Casey Example ${members}`,
          email: `casey.${members}@lakeside.example`,
          roles: ['practitioner'],
        }),
        201,
      )
      return { ...practitioner, personId: member.id }
    },
    admitted,
    end,
    ended: async (patient, practitioner, booking) => {
      const visit = await admitted(patient, practitioner, booking)
      await end(practitioner, visit.id)
      return visit
    },
    readingOf: ({ caller }) => ({
      caller,
      access: createAccess(caller, 'organization'),
      vault: hospital.platform.vault,
      db: hospital.platform.database.reader({ domain: 'documentation', organizationId: caller.organizationId }),
      now: hospital.clock.now(),
      requestId: newId(),
      newId: () => newId(),
    }),
  }
}
