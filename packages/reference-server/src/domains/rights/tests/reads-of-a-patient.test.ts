import { operations, type OperationId } from '@visitkit/contract/operations'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPolicies } from '../../../platform/http/read-policies.ts'

/** What a patient may read about themselves that a copy does not read, and why. */
const notRead: Partial<Record<OperationId, string>> = {
  getAppointment: 'listAppointments',
  listAppointmentAlerts: 'the emergencies of a form',
  searchSlots: 'free times',
  getAppointmentCalendar: 'the appointment as a calendar file',
  getContactChoice: 'getPatient: how the patient is called and written to',
  getDisclosureAccountingPdf: 'the accounting as a PDF',
  getEstimatePdf: 'the estimate as a PDF',
  getGuestVisit: 'of guests',
  getLabOrder: 'listLabOrders',
  getLabResult: 'listLabResults',
  getMe: 'the session',
  getNetworkTest: 'the connection to the room, now',
  getNotePdf: 'the note as a PDF',
  getOnDemand: 'listOwnOnDemand',
  getOwnDraft: 'what is typed and not sent',
  getPayment: 'the payments of the statement',
  getPrescription: 'listPrescriptions',
  getQueuePosition: 'the queue, now',
  getRecordCopy: 'the copy itself',
  getSession: 'the session',
  getStatementPdf: 'the statement as a PDF',
  getSuperbill: 'the charges of the statement as a PDF',
  getVisit: 'getVisitOfAppointment',
  getVisitAttachmentContent: 'getAttachmentContent',
  listConsentUses: 'getVisitOfAppointment: each visit has the consents on which it relied',
  getVisitSummaryPdf: 'the summary as a PDF',
  getVisitThread: 'listThreads has it too',
  listConsentRequirements: 'what would be asked now',
  listHolds: 'times that are kept for minutes',
  listInvitations: 'codes to sign in',
  listSessions: 'where they are signed in',
  streamLive: 'news',
  countThreads: 'a number of threads',
  countInbox: 'of members',
}

describe('a copy of the record', () => {
  it('is read by every operation that shows a patient something about themselves', () => {
    const { patient = {} } = readPolicies().permissions.roles
    const source = ['gather-record.ts', 'gather-files.ts']
      .map((name) => readFileSync(join(import.meta.dirname, '../workflows', name), 'utf8'))
      .join('\n')
    const read = new Set([...source.matchAll(/'((?:get|list)[A-Z]\w+)'/g)].map(([, id]) => id))
    const shown = (Object.keys(operations) as OperationId[]).filter(
      (id) => operations[id].method === 'get' && patient[operations[id].permission] === 'own',
    )
    expect(shown.filter((id) => !read.has(id) && notRead[id] === undefined)).toEqual([])
    expect(shown.length).toBeGreaterThan(40)
    // What it reads of the catalog is about no one.
    expect([...read].filter((id) => !shown.includes(id as OperationId))).toEqual([
      'listQuestionnaires',
      'getQuestionnaire',
    ])
  })
})
