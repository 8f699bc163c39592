import { body } from '../hospital/create-hospital.ts'
import { photographedCard } from './coverage-card.ts'
import { onePixel } from './one-pixel.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'
import { ready, coverageOfSpouse, insuredPatient, claimOf } from './claims.ts'
import { paidClaim } from './payer-payments.ts'

/** Coverage, prices and claims. Needs a server with `startPartners(hospital.id)`. */
export const billingRequests: Requests<
  | 'listPayers'
  | 'getCoverageCard'
  | 'putCoverageCardSide'
  | 'removeCoverageCardSide'
  | 'getCoverageCardPicture'
  | 'listCoverages'
  | 'listPatientClaims'
  | 'addCoverage'
  | 'endCoverage'
  | 'updateCoverage'
  | 'correctCoverage'
  | 'checkEligibility'
  | 'getFeeSchedule'
  | 'putFeeSchedule'
  | 'searchServiceCodes'
  | 'listClaims'
  | 'countClaims'
  | 'getClaim'
  | 'changeClaim'
  | 'refreshClaim'
  | 'submitClaim'
  | 'correctClaim'
  | 'voidClaim'
  | 'listClaimMessages'
  | 'getClaimForm'
  | 'getClaimOfVisit'
  | 'chooseSelfPay'
  | 'endSelfPay'
> = {
  listPayers: () => ({ names: 'nothing' }),
  listPatientClaims: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  listCoverages: async (hospital, person) => ({
    path: { patientId: (await insuredPatient(hospital, await accessiblePatient(hospital, person))).patientId },
    names: 'patient',
  }),
  addCoverage: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: await coverageOfSpouse(hospital),
    names: 'patient',
  }),
  getCoverageCard: async (hospital, person) => ({
    path: { patientId: (await photographedCard(hospital, person)).patientId },
    names: 'patient',
  }),
  putCoverageCardSide: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person), side: 'front' },
    body: onePixel,
    names: 'patient',
  }),
  removeCoverageCardSide: async (hospital, person) => ({
    path: { patientId: (await photographedCard(hospital, person)).patientId, side: 'front' },
    names: 'patient',
  }),
  getCoverageCardPicture: async (hospital, person) => {
    const { patientId, sides } = await photographedCard(hospital, person)
    return { path: { pictureId: sides[0]?.pictureId ?? '' }, names: 'patient', concerns: [patientId] }
  },
  endCoverage: async (hospital, person) => {
    const { id: coverageId, version } = await insuredPatient(hospital, await accessiblePatient(hospital, person))
    return { path: { coverageId }, body: { to: '2026-12-31', version }, names: 'patient' }
  },
  updateCoverage: async (hospital, person) => {
    const { id: coverageId, version } = await insuredPatient(hospital, await accessiblePatient(hospital, person))
    const nameOnCard = { given: 'Robin', family: 'Sample', middle: ['Lee'], suffix: 'Jr' }
    return { path: { coverageId }, body: { nameOnCard, version }, names: 'patient' }
  },
  correctCoverage: async (hospital, person) => {
    const { id: coverageId, version } = await insuredPatient(hospital, await accessiblePatient(hospital, person))
    return { path: { coverageId }, body: { ...(await coverageOfSpouse(hospital)), version }, names: 'patient' }
  },
  checkEligibility: async (hospital, person) => ({
    path: { coverageId: (await insuredPatient(hospital, await accessiblePatient(hospital, person))).id },
    names: 'patient',
  }),
  getFeeSchedule: async (hospital) => {
    await ready(hospital)
    return { names: 'nothing' }
  },
  putFeeSchedule: async (hospital) => {
    await ready(hospital)
    const { items, version } = await body(hospital.administrator.get('/v1/fee-schedule'))
    return { body: { items, version }, names: 'nothing' }
  },
  searchServiceCodes: () => ({ query: { search: 'clinic' }, names: 'nothing' }),
  listClaims: async (hospital, person) => {
    const { patientId } = await claimOf(hospital, person)
    return { query: { state: 'ready', limit: 100 }, names: 'nothing', concerns: [patientId] }
  },
  countClaims: () => ({ names: 'nothing' }),
  getClaim: async (hospital, person) => ({
    path: { claimId: (await claimOf(hospital, person)).id },
    names: 'patient',
  }),
  changeClaim: async (hospital, person) => {
    const { id: claimId, version } = await claimOf(hospital, person)
    return { path: { claimId }, body: { note: 'Called the payer.', version }, names: 'patient' }
  },
  refreshClaim: async (hospital, person) => ({
    path: { claimId: (await claimOf(hospital, person)).id },
    names: 'patient',
  }),
  submitClaim: async (hospital, person) => {
    const { id: claimId, version } = await claimOf(hospital, person)
    return { path: { claimId }, body: { version }, names: 'patient' }
  },
  correctClaim: async (hospital, person) => ({
    path: { claimId: (await paidClaim(hospital, person)).claim.id },
    names: 'patient',
  }),
  voidClaim: async (hospital, person) => ({
    path: { claimId: (await paidClaim(hospital, person)).claim.id },
    names: 'patient',
  }),
  listClaimMessages: async (hospital, person) => ({
    path: { claimId: (await paidClaim(hospital, person)).claim.id },
    names: 'patient',
  }),
  getClaimForm: async (hospital, person) => ({
    path: { claimId: (await claimOf(hospital, person)).id },
    names: 'patient',
  }),
  getClaimOfVisit: async (hospital, person) => ({
    path: { visitId: (await claimOf(hospital, person)).visitId },
    names: 'patient',
  }),
  chooseSelfPay: async (hospital, person) => ({
    path: { visitId: (await claimOf(hospital, person)).visitId },
    names: 'patient',
  }),
  endSelfPay: async (hospital, person) => ({
    path: { visitId: (await claimOf(hospital, person)).visitId },
    body: { asked: 'in-writing' },
    names: 'patient',
  }),
}
