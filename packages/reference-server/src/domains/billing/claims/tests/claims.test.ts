import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'

type Claim = components['schemas']['Claim']

describe.each(['pglite', 'postgres'] as const)('a claim, on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.stop())

  const insuredVisit = async (more: Parameters<TestClinic['visitOf']>[1] = {}) => {
    const patientId = await clinic.addPatient()
    const coverage = await clinic.insure(patientId)
    return { patientId, coverage, visitId: await clinic.visitOf(patientId, more) }
  }
  const paidVisit = async () => {
    const visit = await insuredVisit()
    await clinic.submit(await clinic.claimOf(visit.visitId))
    await clinic.exchange()
    return { ...visit, claim: await clinic.claimOf(visit.visitId) }
  }
  const statement = async (patientId: string) =>
    (await clinic.biller.get(`/v1/patients/${patientId}/statement`)).body as components['schemas']['Statement']
  const statesOf = ({ history }: Claim) => history.map(({ state }) => state)
  it('is made when the note is signed, sent, read, taken in, paid and posted', async () => {
    const { visitId, patientId } = await insuredVisit()
    const claim = await clinic.claimOf(visitId)
    expect(claim).toMatchObject({ state: 'ready', findings: [], placeOfService: '10', patientId, frequency: '1' })
    expect(await statement(patientId)).toMatchObject({ balanceCents: 0, pendingCents: claim.chargeCents })
    expect((await clinic.submit(claim)).state).toBe('sending')
    await clinic.exchange()
    const paid = await clinic.claimOf(visitId)
    expect(statesOf(paid)).toEqual(['ready', 'sending', 'received', 'accepted', 'paid'])
    expect(paid.paidCents).toBeGreaterThan(0)
    const { items } = (await clinic.biller.get(`/v1/claims/${paid.id}/messages`)).body
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['837P', '999', '277CA', '835'])
    const after = await statement(patientId)
    expect(after).toMatchObject({ balanceCents: paid.patientCents, pendingCents: 0 })
    expect(after.visits[0]).toMatchObject({
      chargeCents: claim.chargeCents,
      insurancePaidCents: paid.paidCents,
      dueCents: paid.patientCents,
      state: 'due',
    })
    const [visit] = after.visits
    expect(visit?.lines.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(paid.patientCents)
  })

  it('is never shown as paid by an acknowledgment alone', async () => {
    const { visitId } = await insuredVisit()
    const claim = await clinic.claimOf(visitId)
    clinic.clearinghouse.script({ match: { control: claim.number }, outcome: { kind: 'silence' } })
    await clinic.submit(claim)
    await clinic.exchange()
    expect(await clinic.claimOf(visitId)).toMatchObject({ state: 'accepted', paidCents: 0 })
  })

  it('goes out once, although the first answer of the clearinghouse was lost', async () => {
    const { visitId } = await insuredVisit()
    await clinic.submit(await clinic.claimOf(visitId))
    clinic.clearinghouse.fail({ fault: { kind: 'drop-after' }, route: 'interchanges' })
    await clinic.job('billing.transmit')
    clinic.server.clock.advance({ seconds: 5 })
    await clinic.exchange()
    expect(await clinic.claimOf(visitId)).toMatchObject({ state: 'paid' })
    expect([...clinic.clearinghouse.received.values()].at(-1)?.times).toBe(2)
  })

  it('is posted once, however often the same files lie in the mailbox', async () => {
    const { visitId, patientId } = await insuredVisit()
    await clinic.submit(await clinic.claimOf(visitId))
    await clinic.job('billing.transmit')
    const files = clinic.clearinghouse.mailbox.list(100)
    await fetch(`${clinic.clearinghouse.url}/control/mailbox/repeat`, { method: 'POST' })
    await clinic.exchange()
    const before = [await clinic.claimOf(visitId), await statement(patientId)]
    const { items } = (await clinic.biller.get('/v1/remittances')).body
    // The very same again, and the same said with another layout.
    for (const { content } of files) clinic.clearinghouse.post(content)
    for (const { content } of files) clinic.clearinghouse.post(content.replaceAll('~', '~\n').replaceAll('\n\n', '\n'))
    await clinic.exchange()
    expect(clinic.clearinghouse.mailbox.waiting).toBe(0)
    expect([await clinic.claimOf(visitId), await statement(patientId)]).toEqual(before)
    expect((await clinic.biller.get('/v1/remittances')).body.items).toEqual(items)
  })

  it('that is denied stays with the insurer, whatever group the payer gave, and is corrected and paid', async () => {
    const { visitId, patientId } = await insuredVisit()
    const claim = await clinic.claimOf(visitId)
    const match = { control: claim.number }
    clinic.clearinghouse.script({ match, outcome: { kind: 'deny', group: 'CO', reason: '16' } })
    await clinic.submit(claim)
    await clinic.exchange()
    const denied = await clinic.claimOf(visitId)
    expect(denied).toMatchObject({ state: 'denied', paidCents: 0, patientCents: 0 })
    expect(denied.lines[0]?.adjustments).toEqual([{ group: 'CO', reason: '16', amountCents: claim.chargeCents }])
    expect(await statement(patientId)).toMatchObject({ balanceCents: 0, pendingCents: claim.chargeCents })

    const corrected = await clinic.biller.post(`/v1/claims/${denied.id}/correct`)
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(201)
    expect(corrected.body).toMatchObject({ frequency: '7', follows: denied.id, state: 'ready' })
    await clinic.submit(corrected.body)
    await clinic.exchange()
    expect((await clinic.biller.get(`/v1/claims/${denied.id}`)).body.state).toBe('replaced')
    const paid = await clinic.claimOf(visitId)
    expect(paid).toMatchObject({ id: corrected.body.id, state: 'paid' })
    expect(await statement(patientId)).toMatchObject({ balanceCents: paid.patientCents, pendingCents: 0 })
  })

  it('that was paid and is corrected is paid once in the end', async () => {
    const { claim, visitId, patientId } = await paidVisit()
    const { body: correction } = await clinic.biller.post(`/v1/claims/${claim.id}/correct`)
    const [line] = correction.lines
    const cheaper = await clinic.biller.put(`/v1/claims/${correction.id}`, {
      version: correction.version,
      lines: [{ number: 1, modifiers: line.modifiers, units: 1, chargeCents: 10_000, diagnosisPointers: [1] }],
    })
    expect(cheaper.status, JSON.stringify(cheaper.body)).toBe(200)
    await clinic.submit(cheaper.body)
    await clinic.exchange()
    const after = await clinic.claimOf(visitId)
    expect(after).toMatchObject({ state: 'paid', chargeCents: 10_000 })
    const { visits, balanceCents, pendingCents } = await statement(patientId)
    expect(visits[0]).toMatchObject({ chargeCents: 10_000, insurancePaidCents: after.paidCents })
    expect([balanceCents, pendingCents]).toEqual([after.patientCents, 0])
  })

  it('that is taken back leaves nobody owing anything', async () => {
    const { claim, patientId } = await paidVisit()
    const taken = await clinic.biller.post(`/v1/claims/${claim.id}/void`)
    expect(taken.status, JSON.stringify(taken.body)).toBe(201)
    expect(taken.body).toMatchObject({ frequency: '8', state: 'sending', follows: claim.id })
    expect((await clinic.biller.post(`/v1/claims/${claim.id}/void`)).body.code).toBe('claim_not_adjudicated')
    await clinic.exchange()
    expect((await clinic.biller.get(`/v1/claims/${claim.id}`)).body.state).toBe('voided')
    expect((await clinic.biller.get(`/v1/claims/${taken.body.id}`)).body.state).toBe('voided')
    const { balanceCents, pendingCents, visits } = await statement(patientId)
    expect([balanceCents, pendingCents, visits[0]?.dueCents]).toEqual([0, 0, 0])
  })

  it('that comes back unread can be put right and sent again', async () => {
    const { visitId } = await insuredVisit()
    const claim = await clinic.claimOf(visitId)
    clinic.clearinghouse.script({ match: { control: claim.number }, outcome: { kind: 'reject', status: 'A7:562:85' } })
    await clinic.submit(claim)
    await clinic.exchange()
    const rejected = await clinic.claimOf(visitId)
    expect(rejected).toMatchObject({ state: 'rejected' })
    expect(rejected.history.at(-1)).toMatchObject({ by: 'payer', code: expect.stringContaining('A7') })
    await fetch(`${clinic.clearinghouse.url}/control/reset`, { method: 'POST' })
    await clinic.submit(rejected)
    await clinic.exchange()
    expect((await clinic.claimOf(visitId)).state).toBe('paid')
  })

  it('cannot disagree with its visit: where the patient was decides, and what changes later marks the claim', async () => {
    const { visitId, patientId } = await insuredVisit({ location: { state: 'OH', kind: 'other' } })
    const claim = await clinic.claimOf(visitId)
    expect(claim.placeOfService).toBe('02')
    const visit = clinic.visits.get(visitId)
    if (visit) clinic.visits.set(visitId, { ...visit, location: { state: 'OH', kind: 'home' }, version: 9 })
    await clinic.emit('visits.changed', { visitId, patientId, version: 9 })
    const marked = await clinic.claimOf(visitId)
    expect(marked.stale).toBe(true)
    const refused = await clinic.biller.post(`/v1/claims/${marked.id}/submit`, { version: marked.version })
    expect(refused.body).toMatchObject({ code: 'claim_blocked', errors: [{ code: 'claim-stale' }] })
    const refreshed = await clinic.biller.post(`/v1/claims/${marked.id}/refresh`)
    expect(refreshed.body).toMatchObject({ stale: false, placeOfService: '10', state: 'ready' })
  })

  it('does not leave for a state without a license, and says what to do', async () => {
    const { visitId } = await insuredVisit({ location: { state: 'TX', kind: 'home' } })
    const claim = await clinic.claimOf(visitId)
    expect(claim.state).toBe('blocked')
    expect(claim.findings.every(({ remedy }) => remedy.length > 10)).toBe(true)
    const refused = await clinic.biller.post(`/v1/claims/${claim.id}/submit`, { version: claim.version })
    expect(refused).toMatchObject({ status: 409, body: { code: 'claim_blocked' } })
    await clinic.exchange()
    expect(JSON.stringify([...clinic.clearinghouse.received.values()])).not.toContain(claim.number)
  })

  it('never goes to a payer of whom the patient said to tell nothing', async () => {
    const { visitId, patientId } = await insuredVisit()
    const before = await clinic.claimOf(visitId)
    const patient = await clinic.asPatient(patientId)
    const asked = await patient.post(`/v1/visits/${visitId}/self-pay`)
    expect(asked, JSON.stringify(asked.body)).toMatchObject({ status: 200, body: { restricted: true } })
    const claim = await clinic.claimOf(visitId)
    expect(claim).toMatchObject({ state: 'self-pay', payer: { kind: 'self-pay' } })
    expect(await statement(patientId)).toMatchObject({ balanceCents: before.chargeCents, pendingCents: 0 })
    for (const path of [`/v1/claims/${claim.id}/submit`])
      expect((await clinic.biller.post(path, { version: claim.version })).body.code).toBe('claim_blocked')
    expect((await clinic.biller.get(`/v1/claims/${claim.id}/cms-1500`)).body.code).toBe('claim_blocked')
    const again = await clinic.biller.post(`/v1/claims/${claim.id}/refresh`)
    expect(again.body.state).toBe('self-pay')
    await clinic.exchange()
    expect(JSON.stringify([...clinic.clearinghouse.received.values()])).not.toContain(claim.number)
  })

  it('of a visit already sent cannot be kept silent any more', async () => {
    const { visitId, patientId } = await paidVisit()
    const patient = await clinic.asPatient(patientId)
    expect((await patient.post(`/v1/visits/${visitId}/self-pay`)).body.code).toBe('claim_sent')
  })

  it('of a visit that was paid is not charged to the patient once more while a correction lies here', async () => {
    const { visitId, patientId, claim } = await paidVisit()
    const before = await statement(patientId)
    const corrected = (await clinic.biller.post(`/v1/claims/${claim.id}/correct`)).body
    const patient = await clinic.asPatient(patientId)
    expect((await patient.post(`/v1/visits/${visitId}/self-pay`)).body.code).toBe('claim_sent')
    expect(await statement(patientId)).toEqual(before)
    expect(await clinic.claimOf(visitId)).toMatchObject({ id: corrected.id, state: 'ready' })
  })

  it('is listed by state, the earliest filing date first, and counted', async () => {
    for (let each = 0; each < 3; each += 1) await insuredVisit()
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`
      const { body } = await clinic.biller.get(`/v1/claims?state=ready&limit=2${query}`)
      seen.push(...body.items.map(({ id }: Claim) => id))
      cursor = body.nextCursor
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(seen.length)
    const { items } = (await clinic.biller.get('/v1/claim-counts')).body
    expect(items.find(({ state }: { state: string }) => state === 'ready')).toMatchObject({ count: seen.length })
  })

  it.each([
    ['signs of X12', 'PAT*A~SE', 'B^C:D'],
    ['one name only', 'Pat', ''],
    ['marks of a script', '<script>alert(1)</script>', '=HYPERLINK("x")'],
    ['line breaks', 'Pat\r\nCLP*X', 'Sample'],
    ['letters beyond Latin', 'مريض\u202e', '患者'],
  ])(
    'whose patient has %s in the name is whole, or says what to correct, and forges nothing',
    async (_, given, family) => {
      const patientId = await clinic.addPatient({ name: { given, family } })
      await clinic.insure(patientId)
      const visitId = await clinic.visitOf(patientId)
      const claim = await clinic.claimOf(visitId)
      const patient = await clinic.asPatient(patientId)
      expect((await patient.get(`/v1/visits/${visitId}/superbill`)).status).toBe(200)
      if (claim.state === 'blocked') {
        expect(claim.findings).toContainEqual(expect.objectContaining({ pointer: expect.stringContaining('/name') }))
        return
      }
      await clinic.submit(claim)
      await clinic.exchange()
      expect(statesOf(await clinic.claimOf(visitId))).toEqual(['ready', 'sending', 'received', 'accepted', 'paid'])
      const { items } = (await clinic.biller.get(`/v1/claims/${claim.id}/messages`)).body
      const [{ text }] = items
      expect(text.split(text.charAt(105)).filter((each: string) => each.trim().startsWith('SE')).length).toBe(1)
    },
  )

  it('is changed only by who read it last', async () => {
    const { visitId } = await insuredVisit()
    const claim = await clinic.claimOf(visitId)
    const note = (text: string) => clinic.biller.put(`/v1/claims/${claim.id}`, { version: claim.version, note: text })
    expect((await note('Called the payer')).status).toBe(200)
    expect((await note('Called again')).body.code).toBe('version_conflict')
    expect((await clinic.claimOf(visitId)).note).toBe('Called the payer')
  })
})
