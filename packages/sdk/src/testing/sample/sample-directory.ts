import type { Practitioner } from '../../generated/models.ts'
import type { TestHandlers } from '../test-handlers.ts'
import { problem } from '../test-problem.ts'
import { sampleMe, sampleOtherPatients, samplePatientSummary, samplePractitioners } from './sample-people.ts'
import { shownPatient } from './sample-reach.ts'
import { endRecordings } from './sample-recordings.ts'
import { onePixel } from './one-pixel.ts'
import { find, instant, minute, page, type SampleContext, type SamplePerson } from './sample-state.ts'

/** The organization, the caller, practitioners, patients and their access log. */
export function directoryHandlers(context: SampleContext, person: SamplePerson): TestHandlers {
  const { state, now } = context
  // A session expires by the clock of the browser that holds it, whatever the date in the sample.
  const startedAt = Date.now()
  const changedPractitioners = new Map<string, Partial<Practitioner>>()
  return {
    getOrganization: () => state.organization,
    updateOrganization: ({ body: { version, ...changes } }) => {
      if (version !== state.organization.version) throw problem(409, 'version_conflict')
      state.organization = { ...state.organization, ...changes, version: version + 1 }
      if (changes.callRecording === false) endRecordings(context)
      return state.organization
    },
    getMe: () => (person === 'guest' ? problem(404, 'not_found') : sampleMe[person]),
    listPractitioners: ({ query: { specialty, language, state: licensedIn, ...paging } }) =>
      page(
        samplePractitioners.filter(
          (one) =>
            (!specialty || one.specialties.includes(specialty)) &&
            (!language || one.languages.includes(language)) &&
            (!licensedIn || one.states.includes(licensedIn)),
        ),
        paging,
      ),
    getPractitioner: ({ path }): Practitioner => {
      const { states, ...one } = find(samplePractitioners, path.practitionerId)
      const expiresOn = `${new Date(now()).getUTCFullYear() + 4}-12-31`
      const licenses = states.map(
        (code) => ({ state: code, number: 'SAMPLE', kind: 'full', status: 'active', expiresOn }) as const,
      )
      return { ...one, memberId: null, licenses, active: true, version: 1, ...changedPractitioners.get(one.id) }
    },
    updatePractitioner: ({ path, body: { version, affected: _affected, ...changes } }) => {
      const before = changedPractitioners.get(path.practitionerId)
      if (version !== (before?.version ?? 1)) return problem(409, 'version_conflict')
      changedPractitioners.set(path.practitionerId, { ...before, ...changes, version: version + 1 })
      return {
        ...find(samplePractitioners, path.practitionerId),
        ...changedPractitioners.get(path.practitionerId),
      } as never
    },
    getPractitionerPhoto: () => new Blob([onePixel]),
    getPatient: ({ path }) => find([shownPatient(state, person)], path.patientId),
    updatePatient: ({ path, body: { version, ...changes } }) => {
      const patient = find([state.patient], path.patientId)
      if (patient.version !== version) return problem(409, 'version_conflict')
      state.patient = { ...patient, ...changes, version: version + 1 }
      return shownPatient(state, person)
    },
    searchPatients: ({ query }) => page([samplePatientSummary, ...sampleOtherPatients], query),
    listPatientAccesses: ({ path, query: { others, from, to, ...paging } }) => ({
      patientId: path.patientId,
      ...page(
        state.accesses.filter(
          ({ actor, at }) => (!others || actor.id !== state.patient.id) && (!from || at >= from) && (!to || at < to),
        ),
        paging,
      ),
    }),
    getSession: () => ({
      id: 'session-sample',
      kind: person === 'patient' ? 'patient' : 'member',
      clientId: 'sample-portal',
      createdAt: instant(startedAt),
      lastActiveAt: instant(Date.now()),
      idleEndsAt: instant(Date.now() + 15 * minute),
      absoluteEndsAt: instant(startedAt + 480 * minute),
      current: true,
      neededSignIn: null,
      trainingEndsAt: null,
    }),
    endSession: () => undefined,
  }
}
