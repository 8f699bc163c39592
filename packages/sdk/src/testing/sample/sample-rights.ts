import type { PrivacyRequest } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { samplePatient, samplePatientSummary } from './sample-people.ts'
import { find, instant, minute, page } from './sample-state.ts'

const day = 1440 * minute

/** What the patient asked about their record, and what the clinic answered. */
export const rightsSample: SampleDomain = ({ now, newId, live }) => {
  const patientId = samplePatient.id
  const on = (days: number) => instant(now() + days * day)
  let requests: PrivacyRequest[] = [
    {
      id: 'request-2',
      patientId,
      kind: 'restriction',
      what: 'Please do not share my visit with my employer.',
      askedAt: on(-3),
      askedByKind: 'patient',
      status: 'waiting',
      dueAt: on(27),
      version: 1,
    },
    {
      id: 'request-1',
      patientId,
      kind: 'correction',
      what: 'The note says that I smoke. I never smoked.',
      why: 'My insurance asks about it.',
      askedAt: on(-20),
      askedByKind: 'patient',
      status: 'denied',
      dueAt: on(40),
      decision: {
        at: on(-6),
        by: 'Kim Sample',
        ground: 'accurate-and-complete',
        text: 'You told us so at your visit in May. We can talk about it at your next visit.',
      },
      version: 2,
    },
  ]
  const tell = (requestId: string): void =>
    live.emit({ type: 'privacy-request.changed', ids: { requestId, patientId } })
  const change = (id: string, version: number, changed: Partial<PrivacyRequest>) => {
    const before = find(requests, id)
    if (before.version !== version) return problem(409, 'version_conflict')
    const after = { ...before, ...changed, version: version + 1 }
    requests = requests.map((each) => (each.id === id ? after : each))
    tell(id)
    return after
  }
  return () => ({
    getRecordCopy: () => new Blob([Uint8Array.of(0x50, 0x4b, 5, 6, ...Array.from<number>({ length: 18 }).fill(0))]),
    listPrivacyRequests: ({ query }) => ({ patientId, ...page(requests, query) }),
    createPrivacyRequest: ({ body }) => {
      const days = body.kind === 'correction' ? 60 : 30
      const request: PrivacyRequest = {
        ...{ id: newId('request'), patientId, ...body },
        ...{ askedAt: on(0), askedByKind: 'patient', status: 'waiting', dueAt: on(days), version: 1 },
      }
      requests = [request, ...requests]
      tell(request.id)
      return request
    },
    listWaitingPrivacyRequests: ({ query }) =>
      page(
        requests
          .filter(({ status }) => status === 'waiting')
          .toReversed()
          .map((request) => ({ ...request, patient: samplePatientSummary })),
        query,
      ),
    decidePrivacyRequest: ({ path, body: { decision, ground, text, version } }) =>
      decision === 'denied' && ground === undefined
        ? problem(422, 'ground_missing')
        : change(path.requestId, version, {
            status: decision,
            decision: { at: on(0), by: 'Kim Sample', text, ...(ground && { ground }) },
          }),
    extendPrivacyRequest: ({ path, body: { reason, version } }) => {
      const { extension, dueAt } = find(requests, path.requestId)
      return extension
        ? problem(409, 'extension_refused')
        : change(path.requestId, version, {
            extension: { at: on(0), reason },
            dueAt: instant(Date.parse(dueAt) + 30 * day),
          })
    },
    disagreeWithDenial: ({ path, body: { text, version } }) =>
      change(path.requestId, version, { disagreement: { at: on(0), text } }),
  })
}
