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
  const plainDay = (days: number): string => on(days).slice(0, 10)
  let requests: PrivacyRequest[] = [
    {
      id: 'request-3',
      patientId,
      kind: 'correction',
      what: 'The note says that I am allergic to penicillin. It is my sister.',
      askedAt: on(-12),
      askedByKind: 'patient',
      status: 'accepted',
      dueAt: on(48),
      decision: { at: on(-2), by: 'Kim Sample', text: 'The note has the correction now.' },
      recipients: [
        {
          ...{ id: 'recipient-1', kind: 'pharmacy', name: 'Exampleville Pharmacy', address: '7 Sample Street' },
          ...{ content: 'prescription', lastSentOn: plainDay(-14), state: 'to-notify', chosenAt: on(-1) },
        },
        {
          ...{ id: 'recipient-2', kind: 'laboratory', name: 'Sample Laboratory', content: 'lab-order' },
          ...{ lastSentOn: plainDay(-14), state: 'asking' },
        },
        {
          ...{ id: 'recipient-3', kind: 'payer', name: 'Sample Health Plan', content: 'claim' },
          ...{ lastSentOn: plainDay(-13), state: 'notified', chosenAt: on(-1) },
          notification: { on: plainDay(-1), channel: 'fax', by: 'Kim Sample' },
        },
        {
          ...{ id: 'recipient-4', kind: 'named', name: 'Dr. Sample', address: '5 Example Road' },
          ...{ state: 'not-possible', chosenAt: on(-1) },
          notification: { on: plainDay(-1), channel: 'telephone', by: 'Kim Sample', note: 'The number is out of use.' },
        },
      ],
      version: 4,
    },
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
          .filter(({ status, recipients = [] }) =>
            query.waitsFor === 'notification'
              ? recipients.some(({ state }) => state === 'asking' || state === 'to-notify')
              : status === 'waiting',
          )
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
      change(path.requestId, version, { disagreement: { at: on(0), text }, recipients: [] }),
    chooseCorrectionRecipients: ({ path, body: { notify, others, version } }) => {
      const { recipients = [] } = find(requests, path.requestId)
      return change(path.requestId, version, {
        recipients: [
          ...recipients.map((one) =>
            one.notification
              ? one
              : { ...one, state: notify.includes(one.id) ? ('to-notify' as const) : ('declined' as const) },
          ),
          ...others.map((one) => ({
            ...one,
            ...({ id: newId('recipient'), kind: 'named', state: 'to-notify', chosenAt: on(0) } as const),
          })),
        ],
      })
    },
    recordCorrectionNotification: ({ path, body: { outcome, version, ...notification } }) => {
      const { recipients = [] } = find(requests, path.requestId)
      return change(path.requestId, version, {
        recipients: recipients.map((one) =>
          one.id === path.recipientId
            ? { ...one, state: outcome, notification: { ...notification, by: 'Kim Sample' } }
            : one,
        ),
      })
    },
    getCorrectionLetterPdf: () => new Blob(['%PDF-1.7'], { type: 'application/pdf' }),
  })
}
