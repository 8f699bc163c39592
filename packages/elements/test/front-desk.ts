import type { Me, Patient, PatientBackground, PatientLogin, Proxy } from '@visitkit/sdk'
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

/** Acts for the sample's patient. */
const caregiver: Proxy = {
  ...{ id: 'proxy-casey', patientId: 'patient-robin', displayName: 'Casey Example', relationship: 'caregiver' },
  ...{ scope: ['schedule'], from: '2026-01-01', to: null, status: 'active' },
}

/** Makes the sample's member the front desk, with two records of one person and one of another. */
export const createFrontDesk = ({ login = 'linked' }: { login?: PatientLogin['status'] } = {}) => {
  const world = createSampleWorld()
  const records = new Map<string, Patient>([
    [world.state.patient.id, world.state.patient],
    [twice.id, twice],
  ])
  let status = login
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
      permissions: [
        ...(['patient:link', 'patient:read', 'patient:search', 'patient-background:write'] as const),
        ...(['patient-login:invite', 'patient-login:release', 'proxy:read'] as const),
      ],
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
    getPatientLogin: ({ path }) => ({ ...path, status }),
    invitePatient: ({ path }) => {
      if (status === 'linked') return problem(409, 'login_exists')
      return {
        ...{ id: 'invitation-robin', kind: 'patient', ...path, memberId: null, proxyId: null, status: 'pending' },
        ...{ createdAt: '2026-11-25T15:00:00Z', expiresAt: '2026-12-09T15:00:00Z', secret: '7K3M9-QXT4W-ZR8NB-H2CVD' },
      }
    },
    signOutPatient: ({ path }) => ({ ...path, status }),
    releasePatientLogin: ({ path }) => {
      status = 'none'
      return { ...path, status }
    },
    listProxies: ({ path }) => ({ ...path, items: [caregiver, { ...caregiver, id: 'proxy-old', status: 'invited' }] }),
    signOutProxy: () => caregiver,
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
  return { world, records, handlers, background: () => background, caregiver }
}
