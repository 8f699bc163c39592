import type { Me, Patient, PatientBackground } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'

/** A second record of the sample's patient. */
const twice: Patient = {
  id: 'patient-twice',
  name: { given: 'Robin', family: 'Example' },
  birthDate: '1984-02-29',
  phone: '+16145550188',
  call: { rule: 'recorded', phone: '+16145550188' },
  letters: { rule: 'recorded' },
  state: 'OH',
  language: 'en',
  zone: 'America/New_York',
  version: 1,
}

/** Makes the sample's member the front desk, with two records of one person and one of another. */
export const createFrontDesk = () => {
  const world = createSampleWorld()
  const records = new Map<string, Patient>([
    [world.state.patient.id, world.state.patient],
    [twice.id, twice],
  ])
  let background: PatientBackground = { patientId: world.state.patient.id, changedAt: null, version: 0 }
  const summaryOf = ({ id, name, state, language, zone, replacedBy }: Patient) => ({
    ...{ id, displayName: `${name.given} ${name.family}`, age: 42, state, language, zone },
    ...(replacedBy !== undefined && { replacedBy }),
  })
  const handlers: TestHandlers = {
    getMe: async (input) => ({
      ...((await world.handlersFor('practitioner').getMe!(input)) as Me),
      roles: ['front-desk'],
      practitionerId: null,
      permissions: ['patient:link', 'patient:read', 'patient:search', 'patient-background:write'],
    }),
    searchPatients: () => ({ items: [...records.values()].map(summaryOf), nextCursor: null }),
    getPatient: ({ path }) => records.get(path.patientId) ?? problem(404, 'not_found'),
    linkPatient: ({ path, body: { replacedBy, reason, version } }) => {
      const record = records.get(path.patientId)
      if (!record) return problem(404, 'not_found')
      if (record.version !== version) return problem(409, 'version_conflict')
      const { replacedBy: _before, replacementReason: _reason, ...rest } = record
      const after: Patient = {
        ...rest,
        ...(replacedBy !== null && { replacedBy, ...(reason && { replacementReason: reason }) }),
        version: version + 1,
      }
      records.set(after.id, after)
      return after
    },
    getPatientBackground: () => background,
    putPatientBackground: ({ path, body: { version, toldBy, ...answers } }) => {
      if (background.version !== version) return problem(409, 'version_conflict')
      background = {
        ...{ patientId: path.patientId, ...answers, recordedBy: 'staff', changedAt: '2026-11-25T15:00:00Z' },
        ...(toldBy && { toldBy }),
        version: version + 1,
      }
      return background
    },
  }
  return { world, records, handlers, background: () => background }
}
