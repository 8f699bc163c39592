import { operations } from '@visitkit/contract/operations'
import { expect, it } from 'vitest'

/** Control C09: what needs a recent authentication, as the page of controls names it. Another list is another promise. */
const confirmed = {
  'signing and co-signing notes, addenda': ['addendNote', 'cosignNote', 'nameSupervisor', 'signNote'],
  'signing prescriptions, answers to pharmacies': ['respondToPharmacyRequest', 'signPrescription'],
  refunds: ['refundPayment'],
  'members, proxies and care teams': [
    ...['createCareTeam', 'createMember', 'createProxy', 'updateCareTeam', 'updateMember', 'updateProxy'],
  ],
  'inviting and releasing a sign-in, linking records': [
    ...['inviteMember', 'invitePatient', 'inviteProxy', 'linkPatient', 'releaseMemberLogin', 'releasePatientLogin'],
  ],
  'the copy of a record, the list for when the system is down, the report of accesses as a document': [
    ...['exportDowntimeList', 'getAccessReportPdf', 'getRecordCopy'],
  ],
  'where events are sent': ['addWebhookEndpoint', 'changeWebhookEndpoint'],
  'an emergency access, and admission in an emergency': ['admitInEmergency', 'openEmergencyAccess'],
  'how long records are kept, and erasing them': ['approveErasure', 'changeRetentionSchedule', 'releaseLegalHold'],
  'reviews of access and incidents': ['assessIncident', 'reviewAccess'],
}

it('a recent authentication is needed for exactly what the page of controls names', () => {
  const declared = Object.entries(operations).flatMap(([id, { stepUp }]) => (stepUp ? id : []))
  expect(declared.toSorted()).toEqual(Object.values(confirmed).flat().toSorted())
})
