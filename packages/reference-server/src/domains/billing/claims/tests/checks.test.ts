import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'

type Claim = components['schemas']['Claim']

describe.each(['pglite', 'postgres'] as const)('what is checked at the moment of sending, on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.stop())

  const send = ({ id, version }: Claim) => clinic.biller.post(`/v1/claims/${id}/submit`, { version })

  it('is that the coverage still holds on the day of the visit', async () => {
    const patientId = await clinic.addPatient()
    const { id, version } = await clinic.insure(patientId)
    const claim = await clinic.claimOf(await clinic.visitOf(patientId))
    expect(claim.state).toBe('ready')
    expect((await clinic.biller.post(`/v1/coverages/${id}/end`, { to: claim.serviceDate, version })).status).toBe(200)
    const refreshed = (await clinic.biller.post(`/v1/claims/${claim.id}/refresh`)).body
    expect(refreshed.findings).toEqual([])
    await clinic.biller.post(`/v1/coverages/${id}/end`, { to: '2026-02-01', version: version + 1 })
    expect((await send(refreshed)).body).toMatchObject({
      code: 'claim_blocked',
      errors: [{ pointer: '/subscriber/memberId', code: 'coverage-not-in-force' }],
    })
  })

  it('is that the same was not sent before: of two that say the same, either can go, and the other cannot', async () => {
    const patientId = await clinic.addPatient()
    await clinic.insure(patientId)
    const first = await clinic.claimOf(await clinic.visitOf(patientId))
    const second = await clinic.claimOf(await clinic.visitOf(patientId))
    expect([first.state, second.state]).toEqual(['ready', 'ready'])
    expect((await send(second)).status).toBe(200)
    expect((await send(first)).body).toMatchObject({ code: 'claim_blocked', errors: [{ code: 'duplicate' }] })
    // Until the other has come back.
    clinic.clearinghouse.script({ match: { control: second.number }, outcome: { kind: 'reject', status: 'A7:562:85' } })
    await clinic.exchange()
    expect((await send(first)).status).toBe(200)
    await fetch(`${clinic.clearinghouse.url}/control/reset`, { method: 'POST' })
  })
})
