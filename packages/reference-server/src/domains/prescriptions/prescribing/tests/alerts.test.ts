import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../../test-kit/answered.ts'
import { startPractice, written, type Drafted, type TestPractice } from '../../tests/practice.testing.ts'

describe.each(domainEngines)('an alert about a medication, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())

  /** Signs one medication, drafts another, and returns the alerts of the second. */
  const extraStatements = async (first: string, second: string) => {
    const at = await practice.signed({ rxcui: first })
    const path = `/v1/patients/${at.patient.id}`
    const checked = await at.prescriber.client.post(`${path}/prescription-checks`, { rxcui: second })
    const draft = await at.prescriber.client.post(`${path}/prescriptions`, written({ rxcui: second }))
    expect(draft.body.alerts).toEqual(checked.body.alerts)
    return { ...at, prescription: draft.body }
  }
  const sign = ({ prescriber, prescription }: Drafted, version = prescription.version) =>
    prescriber.client.post(`/v1/prescriptions/${prescription.id}/sign`, { version })
  const reasoned = ({ prescriber, prescription }: Drafted, reason = 'Short course, INR in three days.') =>
    prescriber.client.put(`/v1/prescriptions/${prescription.id}`, {
      ...written({ rxcui: prescription.medication.rxcui }),
      acknowledgments: prescription.alerts.map(({ id: alertId }) => ({ alertId, reason })),
      version: prescription.version,
    })

  it('needs a reason before the signature, and the reason is stored', async () => {
    const at = await extraStatements('855332', '197806')
    expect(at.prescription.alerts).toMatchObject([
      { kind: 'interaction', severity: 'high', with: 'warfarin sodium 5 MG Oral Tablet' },
    ])
    expect((await sign(at)).body).toMatchObject({ code: 'alerts_open', errors: [{ code: 'interaction' }] })
    const { body } = await reasoned(at)
    expect(body.acknowledgments).toMatchObject([{ reason: 'Short course, INR in three days.' }])
    expect((await sign(at, body.version)).body).toMatchObject({ status: 'sending', acknowledgments: [{}] })
    // Patients do not see alerts and reasons.
    const seen = (await at.patient.client.get(`/v1/prescriptions/${at.prescription.id}`)).body
    expect([seen.alerts, seen.acknowledgments]).toEqual([[], []])
  })

  it('that arises between draft and signature prevents the signature', async () => {
    const at = await practice.drafted({ rxcui: '197806' })
    const path = `/v1/patients/${at.patient.id}/prescriptions`
    const { id } = (await at.prescriber.client.post(path, written({ rxcui: '855332' }))).body
    expect((await at.prescriber.client.post(`/v1/prescriptions/${id}/sign`, { version: 1 })).status).toBe(200)
    expect((await sign(at)).body.code).toBe('alerts_open')
  })

  it('that arises between two concurrent signatures prevents one of them', async () => {
    const at = await practice.drafted({ rxcui: '855332' })
    const path = `/v1/patients/${at.patient.id}/prescriptions`
    const ibuprofen = (await at.prescriber.client.post(path, written({ rxcui: '197806' }))).body
    const other = { ...at, prescription: ibuprofen }
    // Neither is stored before both are checked.
    const { current: checks } = practice.checking
    let checked = 0
    const bothChecked = new Promise<void>((resolve) => {
      practice.checking.current = {
        ...checks,
        check: async (...asked) => {
          const found = await checks.check(...asked)
          checked += 1
          if (checked === 2) resolve()
          await bothChecked
          return found
        },
      }
    })
    practice.checkLimits.timeoutMilliseconds = 10_000
    const both = await Promise.all([sign(at), sign(other)])
    practice.checking.current = checks
    practice.checkLimits.timeoutMilliseconds = 200
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const isFirst = both[0].status === 200
    expect(both[isFirst ? 1 : 0].body.code).toBe('medications_changed')
    // A second attempt is compared with the first signature.
    expect((await sign(isFirst ? other : at)).body).toMatchObject({
      code: 'alerts_open',
      errors: [{ code: 'interaction' }],
    })
  })

  it('covers allergies, and a patient who was not asked about allergies', async () => {
    const patient = await practice.addPatient({}, { allergies: 'not-asked' })
    const { client } = await practice.addPractitioner()
    const check = async () =>
      (await client.post(`/v1/patients/${patient.id}/prescription-checks`, { rxcui: '308191' })).body.alerts.map(
        ({ kind, with: other }: { kind: string; with?: string }) => [kind, other],
      )
    expect(await check()).toEqual([['check-unavailable', undefined]])
    const allergies = `/v1/patients/${patient.id}/allergies`
    const penicillin = { substance: { name: 'Penicillin' }, severity: 'severe' }
    const { id, version } = await answered(client.post(allergies, penicillin), 201)
    expect(await check()).toEqual([['allergy', 'Penicillin']])
    await answered(client.patch(`${allergies}/${id}`, { status: 'resolved', version }), 200)
    expect(await check()).toEqual([])
  })

  it.each([
    ['ampicillin', '733', '308191', 'allergy'],
    ['cefazolin', '2180', '309114', 'allergy'],
    ['something', '1234567', '308191', 'check-unavailable'],
  ])('covers an allergy to %s by its code', async (name, rxcui, prescribed, kind) => {
    const at = await practice.drafted()
    const substance = { name, rxcui }
    await answered(
      at.prescriber.client.post(`/v1/patients/${at.patient.id}/allergies`, { substance, severity: 'severe' }),
      201,
    )
    const body = written({ rxcui: prescribed, directions: { ...written().directions, doseUnit: 'capsule' } })
    const { body: draft } = await at.prescriber.client.post(`/v1/patients/${at.patient.id}/prescriptions`, body)
    expect(draft.alerts).toMatchObject([{ kind, with: name }])
    expect((await sign({ ...at, prescription: draft })).body.code).toBe('alerts_open')
  })

  it.each([
    ['fails', () => Promise.reject(new Error('down'))],
    ['never answers', () => new Promise<never>(() => undefined)],
  ])('is raised if the check %s', async (_, check) => {
    const { current: checks } = practice.checking
    practice.checking.current = { name: 'broken', check }
    try {
      const at = await practice.drafted()
      expect(at.prescription.alerts).toMatchObject([{ kind: 'check-unavailable', severity: 'high' }])
      expect((await sign(at)).body.code).toBe('alerts_open')
      const { body } = await reasoned({ ...at }, 'Looked it up by hand.')
      expect((await sign(at, body.version)).status).toBe(200)
    } finally {
      practice.checking.current = checks
    }
  })
})
