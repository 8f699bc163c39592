import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import { keepForOrganization } from '../../../../platform/system/keep-for-organization.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { professionalClaims } from '../../../../vendors/clearinghouse/grammar/guides.testing.ts'
import { faultsOfClaims, faultsOfLevels } from '../../../../vendors/clearinghouse/grammar/rules.testing.ts'
import { readStrictly } from '../../../../vendors/clearinghouse/grammar/strict-grammar.testing.ts'
import { insertCoverage, type Coverage } from '../../coverages/store/coverages.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { balancesOf } from './remittances.testing.ts'

type Schemas = components['schemas']
type Reason = Schemas['MedicareSecondaryReason']

describe.each(domainEngines)('Medicare after another payer, on %s', (engine) => {
  let hospital: BillingHospital
  let medicare: Schemas['Payer']
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
    medicare = await hospital.payer('Federal Senior Care')
  })
  afterAll(() => hospital.stop())

  const add = (patientId: string, more: object = {}) =>
    hospital.biller.post(`/v1/patients/${patientId}/coverages`, {
      payerId: medicare.id,
      ...{
        memberNumber: `1EG4${patientId.slice(-7).toUpperCase()}`,
        relationship: 'self',
        order: 2,
        from: '2026-01-01',
      },
      ...more,
    })
  const send = ({ id }: Schemas['Claim'], coverageId: string) =>
    hospital.biller.post(`/v1/claims/${id}/next-payer-claims`, { coverageId })
  /** The first payer has decided, and Medicare is awaited. */
  const decided = async (insure: (patientId: string) => Promise<unknown>) => {
    const { patientId, visitId } = await hospital.insuredVisit()
    await insure(patientId)
    await hospital.settle()
    await hospital.submit(await hospital.claimOf(visitId))
    await hospital.exchange()
    const claim = await hospital.claimOf(visitId)
    const { coverageId = '' } = claim.nextPayer?.waitsFor ?? {}
    return { patientId, claim, coverageId }
  }
  const fileOf = async ({ id }: Schemas['Claim']): Promise<string> => {
    const items: Schemas['ClaimMessage'][] = (await hospital.biller.get(`/v1/claims/${id}/messages`)).body.items
    return items.findLast(({ kind }) => kind === '837P')?.text ?? ''
  }

  it('is added with the reason why another payer comes first, and no other coverage has one', async () => {
    const patientId = await hospital.addPatient()
    const missing = await add(patientId)
    expect([missing.status, missing.body.errors]).toEqual([
      422,
      [
        {
          pointer: '/medicareSecondaryReason',
          code: 'required',
          message: 'Medicare is not the first payer. Say why another payer pays before it.',
        },
      ],
    ])
    const reason = { medicareSecondaryReason: 'working-aged' }
    const other = await hospital.payer('State Family Care')
    for (const unexpected of [{ order: 1 }, { payerId: other.id }])
      expect((await add(patientId, { ...reason, ...unexpected })).body).toMatchObject({
        code: 'invalid_request',
        errors: [
          { pointer: '/medicareSecondaryReason', code: 'unexpected', message: expect.stringContaining('Leave it out') },
        ],
      })
    expect((await add(patientId, { medicareSecondaryReason: '12' })).status).toBe(400)
    const first = await add(patientId, { order: 1 })
    expect([first.status, first.body.medicareSecondaryReason]).toEqual([201, undefined])
    const second = await add(patientId, reason)
    expect([second.status, second.body.medicareSecondaryReason]).toEqual([201, 'working-aged'])
    const change = (coverage: Schemas['Coverage'], more: object) =>
      hospital.biller.patch(`/v1/coverages/${coverage.id}`, { nameOnCard: null, version: coverage.version, ...more })
    expect((await change(first.body, reason)).body.errors).toMatchObject([{ code: 'unexpected' }])
    // A change of something else leaves the reason as it is.
    const renamed = await change(second.body, { nameOnCard: { given: 'Pat', family: 'Sample' } })
    expect(renamed.body.medicareSecondaryReason).toBe('working-aged')
  })

  it.each<[Reason, string]>([
    ['working-aged', '12'],
    ['renal-disease', '13'],
    ['no-fault', '14'],
    ['workers-compensation', '15'],
    ['federal-agency', '16'],
    ['black-lung', '41'],
    ['veterans', '42'],
    ['disability', '43'],
    ['liability', '47'],
  ])('receives the claim with the reason %s as %s, next to what the first payer decided', async (reason, code) => {
    const { patientId, claim, coverageId } = await decided((id) => add(id, { medicareSecondaryReason: reason }))
    expect((await send(claim, coverageId)).status).toBe(200)
    const file = await fileOf(claim)
    expect(file).toContain(`SBR*S*18***${code}****MB~`)
    expect(file).toMatch(/SBR\*P\*18\*[^*]*\*{6}CI~/)
    const reading = readStrictly(file, professionalClaims)
    expect([...faultsOfLevels(reading), ...faultsOfClaims(reading)]).toEqual([])
    await hospital.exchange()
    const after = await hospital.biller.get(`/v1/claims/${claim.id}`)
    expect(after.body.nextPayer).toMatchObject({ claim: { state: 'answered' }, answers: [{ coverageId }] })
    expect((await balancesOf(hospital, patientId)).pendingCents).toBe(0)
  })

  it('of a coverage without a reason blocks the claim and says where to choose it; then it is sent', async () => {
    const { organizationId, platform, clock } = hospital
    const before: Coverage = {
      ...{ id: newId(), patientId: '', payerId: medicare.id, order: 2, from: '2026-01-01', to: null, version: 1 },
      ...{ memberNumber: '1EG4TE5MK73', groupNumber: null, relationship: 'self', subscriber: null },
      ...{ nameOnCard: null, medicareSecondaryReason: null, correctedAt: null },
    }
    const { patientId, claim, coverageId } = await decided((id) =>
      keepForOrganization(platform.unitOfWork, 'billing')(organizationId, clock.now(), async (_, context) => {
        context.access.touch(id)
        return { writes: [insertCoverage({ ...before, patientId: id })], answer: undefined }
      }),
    )
    expect((await send(claim, coverageId)).body).toMatchObject({
      code: 'claim_blocked',
      errors: [
        {
          pointer: '/coverage/medicareSecondaryReason',
          message: 'Choose the reason with the coverage, then send the claim.',
        },
      ],
    })
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })
    const chosen = await hospital.biller.patch(`/v1/coverages/${coverageId}`, {
      ...{ nameOnCard: null, medicareSecondaryReason: 'disability', version: 1 },
    })
    expect([chosen.status, chosen.body.medicareSecondaryReason]).toEqual([200, 'disability'])
    expect((await send(claim, coverageId)).status).toBe(200)
    expect(await fileOf(claim)).toContain('SBR*S*18***43****MB~')
  })
})
