import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

describe.each(domainEngines)('a name that claims cannot carry, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const name = { given: 'Юлия', family: 'Примерова' }
  const insuredVisit = async (given: object = { name }, coverage: object = {}) => {
    const patientId = await hospital.addPatient(given)
    const { id: coverageId, version } = await hospital.insure(patientId, coverage)
    const visit = await hospital.hold(patientId)
    await hospital.sign(visit)
    return { ...visit, patientId, coverageId, version, claim: await hospital.claimOf(visit.visitId) }
  }
  const sent = (containing: string): string | undefined =>
    [...hospital.clearinghouse.received.values()]
      .map(({ content }) => content)
      .find((text) => text.includes(containing))
  const paid = async (visitId: string) => {
    await hospital.submit(await hospital.claimOf(visitId))
    await hospital.exchange()
    return hospital.claimOf(visitId)
  }

  it('is sent in Latin letters, with a warning, and the payment is posted to the same patient', async () => {
    const { visitId, claim, patientId } = await insuredVisit()
    expect(claim).toMatchObject({
      state: 'ready',
      findings: [{ code: 'name-transliterated', severity: 'warning', pointer: '/subscriber/name' }],
    })
    const { state, number } = await paid(visitId)
    expect(state).toBe('paid')
    expect(sent(number)).toContain('NM1*IL*1*PRIMEROVA*YULIYA*')
    const desk = await hospital.as('front-desk')
    expect((await desk.get(`/v1/patients/${patientId}`)).body.name).toEqual(name)
  })

  it('is sent as the insurance card writes it, once someone has entered that', async () => {
    const { visitId, claim, coverageId, version } = await insuredVisit()
    const desk = await hospital.as('front-desk')
    const nameOnCard = { given: 'Julia', middle: ['Ann'], family: 'Primer', suffix: 'II' }
    const changed = await desk.patch(`/v1/coverages/${coverageId}`, { nameOnCard, version })
    expect(changed).toMatchObject({ status: 200, body: { nameOnCard, version: version + 1 } })
    expect((await hospital.biller.post(`/v1/claims/${claim.id}/refresh`)).body).toMatchObject({ findings: [] })
    const { state, number } = await paid(visitId)
    expect([state, sent(number)?.includes('NM1*IL*1*PRIMER*JULIA*ANN**II*')]).toEqual(['paid', true])
  })

  it('is sent as the card writes it, if that was entered with the coverage', async () => {
    const { visitId, claim } = await insuredVisit({ name }, { nameOnCard: { given: 'Jule', family: 'Primeroff' } })
    expect(claim.findings).toEqual([])
    const { number } = await paid(visitId)
    expect(sent(number)).toContain('NM1*IL*1*PRIMEROFF*JULE*')
  })

  it('on the card is not changed over another change, is removed by null, and is never blank', async () => {
    const { coverageId, version } = await insuredVisit()
    const desk = await hospital.as('front-desk')
    const patch = (body: object) => desk.patch(`/v1/coverages/${coverageId}`, body)
    const nameOnCard = { given: 'Julia', family: 'Primer' }
    expect((await patch({ nameOnCard, version })).status).toBe(200)
    expect(await patch({ nameOnCard, version })).toMatchObject({ status: 409, body: { code: 'version_conflict' } })
    const removed = await patch({ nameOnCard: null, version: version + 1 })
    expect([removed.status, removed.body.nameOnCard]).toEqual([200, undefined])
    expect(await patch({ nameOnCard: { given: ' ', family: '\u200b' }, version: version + 2 })).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: '/nameOnCard/given', code: 'blank' },
          { pointer: '/nameOnCard/family', code: 'blank' },
        ],
      },
    })
    expect(await patch({ nameOnCard: { given: '', family: '' }, version: version + 2 })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/nameOnCard', code: 'required' }] },
    })
  })
})
