import type { RecordRequest } from '../../generated/models.ts'
import type { SampleDomain } from './sample-domain.ts'
import { samplePatient } from './sample-people.ts'
import { instant, minute, page } from './sample-state.ts'

/** Requests for the record of the patient in legal proceedings, who has a visit about substance use and signed no consent to them. */
export const recordRequestsSample: SampleDomain = ({ now, newId }) => {
  const patientId = samplePatient.id
  const on = (days: number): string => instant(now() + days * 1440 * minute).slice(0, 10)
  let requests: RecordRequest[] = [
    {
      ...{ id: 'record-request-1', patientId, receivedOn: on(-9), proceeding: 'civil', basis: 'subpoena' },
      requester: { name: 'Specimen & Sample, attorneys', address: '2 Sample Square, Sampleton, OH' },
      what: 'All notes since January.',
      ...{ decision: 'refused', ground: 'no-consent-or-order' },
      decidedAt: instant(now() - 8 * 1440 * minute),
      decidedBy: 'Dr. Jo Sample',
    },
  ]
  return () => ({
    listRecordRequests: ({ query }) => ({ patientId, ...page(requests, query) }),
    decideRecordRequest: ({ body }) => {
      const isOrdered = body.basis === 'court-order-with-subpoena'
      const decided: RecordRequest = {
        ...{ id: newId('record-request'), ...body },
        decision: isOrdered ? 'permitted' : 'refused',
        ground: isOrdered ? 'court-order' : 'no-consent-or-order',
        decidedAt: instant(now()),
        decidedBy: 'Dr. Jo Sample',
      }
      requests = [decided, ...requests]
      return decided
    },
  })
}
