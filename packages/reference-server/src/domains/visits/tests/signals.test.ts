import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { listenLive } from '../../../test-kit/listen-live.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withVisitVerbs, type VisitHospital } from './hospital.testing.ts'
import { roomVerbs } from './room-verbs.testing.ts'

describe.each(domainEngines)('signals between browsers on %s', (engine) => {
  let hospital: VisitHospital
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { bothIn } = roomVerbs(() => hospital)
  const signal = (data: unknown, to?: string) => ({ data, ...(to && { to }) })

  it('reach the other seats, with the sender set by the server', async () => {
    const { path, visit, doctorClient, patientClient, doctorSeat, patientSeat } = await bothIn()
    const [atDoctor, atPatient] = [doctorClient, patientClient].map((client) => listenLive(hospital, client))
    expect((await doctorClient.post(`${path}/signals`, signal({ offer: 1 }))).status).toBe(204)
    expect((await patientClient.post(`${path}/signals`, signal({ answer: 1 }, doctorSeat.id))).status).toBe(204)
    const received = { type: 'signal', ids: { visitId: visit.id }, cursor: expect.any(String) }
    expect(atPatient).toEqual([{ ...received, from: doctorSeat.id, data: { offer: 1 } }])
    expect(atDoctor).toEqual([{ ...received, from: patientSeat.id, data: { answer: 1 } }])
  })

  it('are refused without a current seat, and from another session', async () => {
    const { path, patient, doctorClient, patientClient, patientSeat } = await bothIn()
    const pages = [doctorClient, patientClient].map((client) => listenLive(hospital, client))
    const refused = async (client: typeof doctorClient) => (await client.post(`${path}/signals`, signal('x'))).body.code
    expect(await refused(await hospital.as('nurse'))).toBe('no_seat')
    expect(await refused(await hospital.signIn(patient))).toBe('no_seat')
    await patientClient.post(`${path}/seats/${patientSeat.id}/leave`)
    expect(await refused(patientClient)).toBe('no_seat')
    expect((await doctorClient.post(`${path}/signals`, signal('anyone there'))).status).toBe(204)
    expect(pages).toEqual([[], []])
  })

  it('end with the visit', async () => {
    const { path, doctorClient } = await bothIn()
    await doctorClient.post(`${path}/end`, { outcome: 'completed' })
    expect((await doctorClient.post(`${path}/signals`, signal('x'))).body.code).toBe('no_seat')
  })

  it('carry at most 16 KB', async () => {
    const { path, doctorClient } = await bothIn()
    expect((await doctorClient.post(`${path}/signals`, signal('x'.repeat(16_000)))).status).toBe(204)
    expect((await doctorClient.post(`${path}/signals`, signal('x'.repeat(17_000)))).status).toBe(413)
  })
})
