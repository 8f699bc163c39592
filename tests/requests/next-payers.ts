import type { components } from '@visitkit/contract'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { biller, coverageBody, insuredPatient, ready, sentClaim } from './claims.ts'
import { paidClaim } from './payer-payments.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'

type Schemas = components['schemas']

/** What a payer leaves to the patient while another coverage is in force. */
export const nextPayerRequests: Requests<
  | 'listStatusInquiries'
  | 'askClaimStatus'
  | 'listWaitingBalances'
  | 'sendToNextPayer'
  | 'answerNextPayer'
  | 'undoNextPayer'
> = {
  listStatusInquiries: async (hospital, person) => {
    const claim = await sentClaim(hospital, person)
    return { path: { claimId: claim.id }, names: 'patient' }
  },
  askClaimStatus: async (hospital, person) => {
    const claim = await sentClaim(hospital, person)
    return { path: { claimId: claim.id }, names: 'patient' }
  },
  listWaitingBalances: async (hospital, person) => {
    const { claim } = await waitingClaim(hospital, person)
    return { query: { limit: 100 }, names: 'nothing', concerns: [claim.patientId] }
  },
  sendToNextPayer: async (hospital, person) => {
    const { claim, answer } = await waitingClaim(hospital, person)
    return { path: { claimId: claim.id }, body: { coverageId: answer.coverageId }, names: 'patient' }
  },
  answerNextPayer: async (hospital, person) => {
    const { claim, answer } = await waitingClaim(hospital, person)
    return { path: { claimId: claim.id }, body: answer, names: 'patient' }
  },
  undoNextPayer: async (hospital, person) => {
    const { claim, answer } = await waitingClaim(hospital, person)
    const desk = await biller(hospital)
    await body(desk.post(`/v1/claims/${claim.id}/next-payer-answers`, answer))
    return { path: { claimId: claim.id }, body: { coverageId: answer.coverageId }, names: 'patient' }
  },
}

/** Paid by the first payer, which left twenty dollars; a second coverage of the patient was in force. */
const waitingClaim = async (hospital: Hospital, person: Person) => {
  await ready(hospital)
  const patientId = await accessiblePatient(hospital, person)
  const path = `/v1/patients/${patientId}/coverages`
  const known: Schemas['Coverage'][] = (await body(hospital.desk.get(path))).items
  if (!known.some(({ order }) => order === 1)) await insuredPatient(hospital, patientId)
  const second =
    known.find(({ order }) => order === 2) ??
    (await body(hospital.desk.post(path, { ...(await coverageBody(hospital)), order: 2 })))
  const { claim } = await paidClaim(hospital, { ...person, patientIds: [patientId] })
  const answer = { coverageId: second.id, paidCents: 1_500, discountCents: 500, patientCents: 0 }
  return { claim, answer }
}
