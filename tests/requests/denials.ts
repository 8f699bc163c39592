import type { components } from '@visitkit/contract'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { biller, claimOf } from './claims.ts'
import { paidClaim } from './payer-payments.ts'
import type { Requests } from './prepared-request.ts'

type Schemas = components['schemas']

/** What the desk does about claims that were not paid in full. */
export const denialRequests: Requests<
  | 'getClaimAging'
  | 'searchClaims'
  | 'getClaimWork'
  | 'addClaimNote'
  | 'addAppeal'
  | 'changeAppeal'
  | 'askWriteOff'
  | 'listWriteOffs'
  | 'decideWriteOff'
  | 'undoWriteOff'
> = {
  getClaimAging: () => ({ names: 'nothing' }),
  searchClaims: async (hospital, person) => {
    const { number, patientId } = await claimOf(hospital, person)
    return { body: { text: number }, names: 'nothing', concerns: [patientId] }
  },
  getClaimWork: async (hospital, person) => ({
    path: { claimId: (await claimOf(hospital, person)).id },
    names: 'patient',
  }),
  addClaimNote: async (hospital, person) => ({
    path: { claimId: (await claimOf(hospital, person)).id },
    body: { text: 'Called the payer.' },
    names: 'patient',
  }),
  addAppeal: async (hospital, person) => ({
    path: { claimId: (await paidClaim(hospital, person)).claim.id },
    body: { text: 'Please decide again.', dueOn: '2027-03-01', attachNote: true },
    names: 'patient',
  }),
  changeAppeal: async (hospital, person) => {
    const { claim } = await paidClaim(hospital, person)
    const desk = await biller(hospital)
    const appeal = { text: 'Please decide again.', dueOn: '2027-03-01', attachNote: false }
    const { id: appealId, version } = await body(desk.post(`/v1/claims/${claim.id}/appeals`, appeal))
    return {
      path: { appealId },
      body: { text: 'Please decide again. The note goes with it.', version },
      names: 'patient',
    }
  },
  askWriteOff: async (hospital, person) => ({
    path: { claimId: (await claimOf(hospital, person)).id },
    body: { reason: 'small-amount', comment: 'Less than the postage.' },
    names: 'patient',
  }),
  listWriteOffs: async (hospital, person) => {
    const { patientId } = await askedWriteOff(hospital, person)
    return { query: { limit: 100 }, names: 'nothing', concerns: [patientId] }
  },
  decideWriteOff: async (hospital, person) => {
    const { id: writeOffId, version } = await askedWriteOff(hospital, person)
    return { path: { writeOffId }, body: { approved: true, version }, names: 'patient' }
  },
  undoWriteOff: async (hospital, person) => {
    const { id: writeOffId, version: asked } = await askedWriteOff(hospital, person)
    const second = await hospital.person('biller')
    const { version } = await body(
      second.post(`/v1/write-offs/${writeOffId}/decision`, { approved: true, version: asked }),
    )
    return { path: { writeOffId }, body: { version }, names: 'patient' }
  },
}

/** By another person than the one who decides. */
const askedWriteOff = async (hospital: Hospital, person: Person): Promise<Schemas['WriteOff']> => {
  const { id } = await claimOf(hospital, person)
  const desk = await biller(hospital)
  return body(desk.post(`/v1/claims/${id}/write-offs`, { reason: 'small-amount' }))
}
