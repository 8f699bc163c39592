import { createHash } from 'node:crypto'
import type { components } from '@visitkit/contract'
import {
  applyReports,
  type LoadedReport,
} from '../../packages/reference-server/src/domains/labs/inbound/apply-reports.ts'
import { keepMessages } from '../../packages/reference-server/src/domains/labs/inbound/keep-messages.ts'
import { loadLabsPolicy } from '../../packages/reference-server/src/domains/labs/index.ts'
import type {
  ReceivedReport,
  ResultDocument,
} from '../../packages/reference-server/src/domains/labs/model/lab-result.ts'
import { holdResponse } from '../../packages/reference-server/src/domains/labs/model/unmatched.ts'
import { readOrderWithTests } from '../../packages/reference-server/src/domains/labs/store/orders.ts'
import { insertUnmatched } from '../../packages/reference-server/src/domains/labs/store/unmatched.ts'
import type { ReadContext } from '../../packages/reference-server/src/platform/contracts/context.ts'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { keepForOrganization } from '../../packages/reference-server/src/platform/system/keep-for-organization.ts'
import { body, permissions, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'

type Schemas = components['schemas']

/** Laboratory orders and results. */
export const labRequests: Requests<
  | 'searchLabTests'
  | 'placeLabOrder'
  | 'listLabOrders'
  | 'getLabOrder'
  | 'cancelLabOrder'
  | 'listLabResults'
  | 'getLabResult'
  | 'getLabDocument'
  | 'listWaitingLabResults'
  | 'acknowledgeCriticalValue'
  | 'reviewLabResult'
  | 'listUnmatchedResults'
  | 'listUnmatchedMessages'
  | 'matchResult'
  | 'applyResponse'
  | 'returnResult'
> = {
  searchLabTests: () => ({ query: { search: 'potassium' }, names: 'nothing' }),
  placeLabOrder: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: orderBody(),
    names: 'patient',
  }),
  listLabOrders: async (hospital, person) => ({
    path: { patientId: (await placedOrder(hospital, person)).patientId },
    names: 'patient',
  }),
  getLabOrder: async (hospital, person) => ({
    path: { orderId: (await placedOrder(hospital, person)).id },
    names: 'patient',
  }),
  cancelLabOrder: async (hospital, person) => ({
    path: { orderId: (await placedOrder(hospital, person)).id },
    names: 'patient',
  }),
  listLabResults: async (hospital, person) => ({
    path: { patientId: (await receivedResult(hospital, person)).patientId },
    names: 'patient',
  }),
  getLabResult: async (hospital, person) => ({
    path: { resultId: (await receivedResult(hospital, person)).id },
    names: 'patient',
  }),
  getLabDocument: async (hospital, person) => {
    const { id, patientId } = await receivedResult(hospital, person)
    return { path: { resultId: id, documentId: document.id }, names: 'patient', concerns: [patientId] }
  },
  listWaitingLabResults: async (hospital, person) => {
    const { practitionerId, patientId } = await receivedResult(hospital, person, {
      isReviewed: false,
      by: await hospital.person('practitioner'),
    })
    return { query: { practitionerId }, names: 'nothing', concerns: [patientId] }
  },
  acknowledgeCriticalValue: async (hospital, person) => {
    const { id, version } = await receivedResult(hospital, person, { isReviewed: false })
    return { path: { resultId: id }, body: { version }, names: 'patient' }
  },
  reviewLabResult: async (hospital, person) => {
    const { id, version } = await receivedResult(hospital, person, { isReviewed: false })
    return {
      path: { resultId: id },
      body: { version, release: true, comment: 'Eat fewer bananas (sample).' },
      names: 'patient',
    }
  },
  listUnmatchedResults: async (hospital, person) => {
    const { patientId } = await placedOrder(hospital, person)
    await unmatchedReport(hospital, patientId)
    return { query: { limit: 100 }, names: 'nothing', concerns: [patientId] }
  },
  listUnmatchedMessages: async (hospital, person) => ({
    path: { unmatchedId: await unmatchedReport(hospital, (await placedOrder(hospital, person)).patientId) },
    names: 'organization',
  }),
  matchResult: async (hospital, person) => {
    const { id: orderId, patientId } = await placedOrder(hospital, person)
    return {
      path: { unmatchedId: await unmatchedReport(hospital, patientId) },
      body: { orderId },
      names: 'organization',
    }
  },
  applyResponse: async (hospital, person) => {
    const { id: orderId, patientId } = await placedOrder(hospital, person)
    return {
      path: { unmatchedId: await unmatchedResponse(hospital, patientId) },
      body: { orderId },
      names: 'organization',
    }
  },
  returnResult: async (hospital, person) => ({
    path: { unmatchedId: await unmatchedReport(hospital, (await placedOrder(hospital, person)).patientId) },
    names: 'organization',
  }),
}

/** A test with a free-text order-entry question. */
const orderBody = (): Schemas['PlaceLabOrder'] => ({
  tests: [{ code: 'UCULT', answers: [{ code: 'antibiotics', value: 'None that are known (sample)' }] }],
  diagnosisCodes: ['I10'],
  priority: 'routine',
  note: 'Sample note',
})

const placedOrder = async (hospital: Hospital, person: Person, practitioner?: Person): Promise<Schemas['LabOrder']> => {
  const patientId = await hospital.treat(await accessiblePatient(hospital, person))
  const by = practitioner ?? (await hospital.onDuty())
  return body(by.post(`/v1/patients/${patientId}/lab-orders`, orderBody()))
}

/** A message with a file, which stands for all messages of this page. */
const message = Buffer.from('MSH|^~\\&|LAB\rPID|1\rOBX|1|ED|||LAB^application^pdf^Base64^JVBERi0xLjc=\r')
const digest = createHash('sha256').update(message).digest()
const document: ResultDocument = {
  ...{ id: 'sample-0-2', digest: digest.toString('hex'), part: 0, segment: 2 },
  ...{ kind: 'pdf', bytes: 8, sha256: createHash('sha256').update('%PDF-1.7').digest('hex') },
}

const report = (): ReceivedReport => ({
  person: { given: 'Pat', family: 'Sample', birthDate: '1984-06-15', sex: 'F' },
  placerNumber: '',
  fillerNumber: newId(),
  test: { code: 'UCULT', loinc: '630-4', name: 'Urine culture' },
  parent: '',
  status: 'final',
  reportedAt: null,
  laboratory: 'Example Reference Laboratory',
  observations: [
    {
      key: '630-4/',
      block: '630-4/',
      loinc: '630-4',
      name: 'Bacteria identified',
      value: 'Sample organism',
      dataAbsentReason: null,
      unit: null,
      referenceRange: null,
      flag: 'AA',
      status: 'final',
      observedAt: null,
      note: null,
      document,
    },
  ],
})

/** A critical result, as the laboratory's message would have stored it; reviewed and released by default. */
const receivedResult = async (
  hospital: Hospital,
  person: Person,
  {
    isReviewed = permissions[person.role]['lab-result:read'] === 'own',
    by,
  }: { isReviewed?: boolean; by?: Person } = {},
): Promise<Schemas['LabResult']> => {
  const practitioner = by ?? (await hospital.onDuty())
  const { id: orderId } = await placedOrder(hospital, person, practitioner)
  await storeReport(hospital, async (context) => ({
    report: report(),
    found: {
      kind: 'matched',
      ...(await readOrderWithTests(context.db, context, orderId)),
      earlier: [],
      place: { kind: 'at', position: 1 },
      matchedPerson: null,
    },
  }))
  const { resultIds }: Schemas['LabOrder'] = await body(practitioner.get(`/v1/lab-orders/${orderId}`))
  const path = `/v1/lab-results/${resultIds[0]}`
  if (isReviewed) return body(practitioner.post(`${path}/review`, { version: 1, release: true }))
  return body(practitioner.get(path))
}

/** Stores a report as a message of the laboratory would. */
const storeReport = async (
  hospital: Hospital,
  load: (context: ReadContext) => Promise<LoadedReport>,
): Promise<void> => {
  const policy = await loadLabsPolicy()
  const { composed, clock } = hospital.server
  const { database, vault, unitOfWork } = composed.platform
  const db = database.reader({ domain: 'labs', organizationId: hospital.id })
  await keepForOrganization(unitOfWork, 'labs')(hospital.id, clock.now(), async (_, context) => {
    const loaded = await load({ ...context, vault, db })
    const source = 'LAB|EXAMPLE-LAB'
    const { kept, writes, events } = applyReports([loaded], { source, unmatched: [], policy, newId, now: context.now })
    const delivery = {
      ...{ organizationId: hospital.id, source, controlId: newId(), digest },
      ...{ parts: [message], parser: 'sample/1', laboratoryId: 'main' },
    }
    return { writes: [...writes, ...keepMessages(delivery, kept, context)], events, answer: undefined }
  })
}

/** A response about this patient's order that names another laboratory's number. */
const unmatchedResponse = async (hospital: Hospital, patientId: string): Promise<string> => {
  const { composed, clock } = hospital.server
  const id = newId()
  await keepForOrganization(composed.platform.unitOfWork, 'labs')(hospital.id, clock.now(), (_, { now }) => {
    const { person, placerNumber, fillerNumber, test } = report()
    const update = { person, placerNumber, fillerNumber, test, part: 0 }
    const status = { status: 'cancelled', text: 'Sample tube was broken' } as const
    const held = { id, reason: 'foreign-laboratory', patientId, source: 'LAB|EXAMPLE-LAB', now } as const
    return { writes: [insertUnmatched(holdResponse({ ...update, ...status }, held))], answer: undefined }
  })
  return id
}

/** A report in the inbox with the number of this patient's order. */
const unmatchedReport = async (hospital: Hospital, patientId: string): Promise<string> => {
  const given = report()
  await storeReport(hospital, async () => ({
    report: given,
    found: { kind: 'unmatched', reason: 'identity-differs', patientId },
  }))
  const { items } = await body((await hospital.onDuty()).get('/v1/unmatched-results?limit=100'))
  const found = (items as Schemas['UnmatchedResult'][]).find(({ fillerNumber }) => fillerNumber === given.fillerNumber)
  if (found === undefined) throw new Error('the report did not reach the inbox')
  return found.id
}
