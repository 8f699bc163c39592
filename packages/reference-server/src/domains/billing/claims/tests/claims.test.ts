import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { readPdf } from '../../../../platform/documents/read-pdf.testing.ts'
import { readZip } from '../../../../platform/documents/read-zip.testing.ts'
import { answered } from '../../../../test-kit/answered.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Claim = components['schemas']['Claim']

describe.each(domainEngines)('a claim, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const paidVisit = async () => {
    const visit = await hospital.insuredVisit()
    await hospital.submit(await hospital.claimOf(visit.visitId))
    await hospital.exchange()
    return { ...visit, claim: await hospital.claimOf(visit.visitId) }
  }
  const statement = async (patientId: string) =>
    (await hospital.biller.get(`/v1/patients/${patientId}/statement`)).body as components['schemas']['Statement']
  const statesOf = ({ history }: Claim) => history.map(({ state }) => state)
  it('is made when the note is signed, then sent, received, accepted, paid and posted', async () => {
    const { visitId, patientId } = await hospital.insuredVisit()
    const claim = await hospital.claimOf(visitId)
    expect(claim).toMatchObject({ state: 'ready', findings: [], placeOfService: '10', patientId, frequency: '1' })
    expect(await statement(patientId)).toMatchObject({ balanceCents: 0, pendingCents: claim.chargeCents })
    expect((await hospital.submit(claim)).state).toBe('sending')
    await hospital.exchange()
    const paid = await hospital.claimOf(visitId)
    expect(statesOf(paid)).toEqual(['ready', 'sending', 'received', 'accepted', 'paid'])
    expect(paid.paidCents).toBeGreaterThan(0)
    const { items } = (await hospital.biller.get(`/v1/claims/${paid.id}/messages`)).body
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

  it('is read by the patient and is in the copy of the record once it was sent, with what the payer decided', async () => {
    const { visitId, patientId } = await hospital.insuredVisit()
    const patient = await hospital.asPatient(patientId)
    const read = async () => (await answered(patient.get(`/v1/patients/${patientId}/claims`), 200)).items
    expect(await read(), 'it is work of the clinic until it is sent').toEqual([])
    await hospital.submit(await hospital.claimOf(visitId))
    await hospital.exchange()
    const claim = await hospital.claimOf(visitId)
    const [own, ...others] = await read()
    expect(others).toEqual([])
    const { number, lines, diagnosisCodes, paidCents } = claim
    expect(own).toMatchObject({
      state: 'paid',
      number,
      lines,
      diagnosisCodes,
      paidCents,
      payer: 'Lakeside Mutual Health',
    })
    expect(Object.keys(own)).not.toContain('findings')

    const response = await patient.fetch(`/v1/record-copy?patientId=${patientId}`)
    const files = readZip(new Uint8Array(await response.arrayBuffer()))
    const text = (name: string): string => files.get(name)?.toString('utf8') ?? ''
    expect((JSON.parse(text('record.json')) as { claims: unknown[] }).claims).toEqual([own])
    const { entry } = JSON.parse(text('record.fhir.json')) as {
      entry: {
        resource: { resourceType: string; total?: { value: number }; payment?: { amount: { value: number } } }
      }[]
    }
    const found = (type: string) =>
      entry.map(({ resource }) => resource).find(({ resourceType }) => resourceType === type)
    expect(found('Claim')?.total?.value).toBe(claim.chargeCents / 100)
    expect(found('ExplanationOfBenefit')?.payment?.amount.value).toBe(paidCents / 100)
    const pdf = await readPdf(new Uint8Array(files.get('record.pdf') ?? []))
    for (const page of [text('record.html'), pdf.text]) expect(page).toContain(number)
    const stranger = await hospital.asPatient(await hospital.addPatient())
    expect((await stranger.get(`/v1/patients/${patientId}/claims`)).status).toBe(404)
  })

  it('is never shown as paid by an acknowledgment alone', async () => {
    const { visitId } = await hospital.insuredVisit()
    const claim = await hospital.claimOf(visitId)
    hospital.clearinghouse.script({ match: { control: claim.number }, outcome: { kind: 'silence' } })
    await hospital.submit(claim)
    await hospital.exchange()
    expect(await hospital.claimOf(visitId)).toMatchObject({ state: 'accepted', paidCents: 0 })
  })

  it('is taken once when the first answer of the clearinghouse was lost', async () => {
    const { visitId } = await hospital.insuredVisit()
    await hospital.submit(await hospital.claimOf(visitId))
    hospital.clearinghouse.fail({ fault: { kind: 'drop-after' }, route: 'interchanges' })
    await hospital.runJob('billing.transmit')
    hospital.clock.advance({ seconds: 5 })
    await hospital.exchange()
    expect(await hospital.claimOf(visitId)).toMatchObject({ state: 'paid' })
    expect([...hospital.clearinghouse.received.values()].at(-1)?.times).toBe(2)
  })

  it('is posted once when the same files are in the mailbox several times', async () => {
    const { visitId, patientId } = await hospital.insuredVisit()
    await hospital.submit(await hospital.claimOf(visitId))
    await hospital.runJob('billing.transmit')
    const files = hospital.clearinghouse.mailbox.list(100)
    await fetch(`${hospital.clearinghouse.url}/control/mailbox/repeat`, { method: 'POST' })
    await hospital.exchange()
    const before = [await hospital.claimOf(visitId), await statement(patientId)]
    const { items } = (await hospital.biller.get('/v1/remittances')).body
    // The same files again, and the same content with other line breaks.
    for (const { content } of files) hospital.clearinghouse.post(content)
    for (const { content } of files)
      hospital.clearinghouse.post(content.replaceAll('~', '~\n').replaceAll('\n\n', '\n'))
    await hospital.exchange()
    expect(hospital.clearinghouse.mailbox.waiting).toBe(0)
    expect([await hospital.claimOf(visitId), await statement(patientId)]).toEqual(before)
    expect((await hospital.biller.get('/v1/remittances')).body.items).toEqual(items)
  })

  it('that is denied stays with the insurer, whatever group the payer gave, and is corrected and paid', async () => {
    const { visitId, patientId } = await hospital.insuredVisit()
    const claim = await hospital.claimOf(visitId)
    const match = { control: claim.number }
    hospital.clearinghouse.script({ match, outcome: { kind: 'deny', group: 'CO', reason: '16' } })
    await hospital.submit(claim)
    await hospital.exchange()
    const denied = await hospital.claimOf(visitId)
    expect(denied).toMatchObject({ state: 'denied', paidCents: 0, patientCents: 0 })
    expect(denied.lines[0]?.adjustments).toEqual([{ group: 'CO', reason: '16', amountCents: claim.chargeCents }])
    expect(await statement(patientId)).toMatchObject({ balanceCents: 0, pendingCents: claim.chargeCents })

    const corrected = await hospital.biller.post(`/v1/claims/${denied.id}/correct`)
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(201)
    expect(corrected.body).toMatchObject({ frequency: '7', follows: denied.id, state: 'ready' })
    await hospital.submit(corrected.body)
    await hospital.exchange()
    expect((await hospital.biller.get(`/v1/claims/${denied.id}`)).body.state).toBe('replaced')
    const paid = await hospital.claimOf(visitId)
    expect(paid).toMatchObject({ id: corrected.body.id, state: 'paid' })
    expect(await statement(patientId)).toMatchObject({ balanceCents: paid.patientCents, pendingCents: 0 })
  })

  it('that was paid and then corrected is paid once', async () => {
    const { claim, visitId, patientId } = await paidVisit()
    const { body: correction } = await hospital.biller.post(`/v1/claims/${claim.id}/correct`)
    const [line] = correction.lines
    const cheaper = await hospital.biller.put(`/v1/claims/${correction.id}`, {
      version: correction.version,
      lines: [{ number: 1, modifiers: line.modifiers, units: 1, chargeCents: 10_000, diagnosisPointers: [1] }],
    })
    expect(cheaper.status, JSON.stringify(cheaper.body)).toBe(200)
    await hospital.submit(cheaper.body)
    await hospital.exchange()
    const after = await hospital.claimOf(visitId)
    expect(after).toMatchObject({ state: 'paid', chargeCents: 10_000 })
    const { visits, balanceCents, pendingCents } = await statement(patientId)
    expect(visits[0]).toMatchObject({ chargeCents: 10_000, insurancePaidCents: after.paidCents })
    expect([balanceCents, pendingCents]).toEqual([after.patientCents, 0])
  })

  it('that is voided leaves no balance', async () => {
    const { claim, patientId } = await paidVisit()
    const taken = await hospital.biller.post(`/v1/claims/${claim.id}/void`)
    expect(taken.status, JSON.stringify(taken.body)).toBe(201)
    expect(taken.body).toMatchObject({ frequency: '8', state: 'sending', follows: claim.id })
    expect((await hospital.biller.post(`/v1/claims/${claim.id}/void`)).body.code).toBe('claim_not_adjudicated')
    await hospital.exchange()
    expect((await hospital.biller.get(`/v1/claims/${claim.id}`)).body.state).toBe('voided')
    expect((await hospital.biller.get(`/v1/claims/${taken.body.id}`)).body.state).toBe('voided')
    const { balanceCents, pendingCents, visits } = await statement(patientId)
    expect([balanceCents, pendingCents, visits[0]?.dueCents]).toEqual([0, 0, 0])
  })

  it('that was rejected can be corrected and sent again', async () => {
    const { visitId } = await hospital.insuredVisit()
    const claim = await hospital.claimOf(visitId)
    hospital.clearinghouse.script({
      match: { control: claim.number },
      outcome: { kind: 'reject', status: 'A7:562:85' },
    })
    await hospital.submit(claim)
    await hospital.exchange()
    const rejected = await hospital.claimOf(visitId)
    expect(rejected).toMatchObject({ state: 'rejected' })
    expect(rejected.history.at(-1)).toMatchObject({ by: 'payer', code: expect.stringContaining('A7') })
    await fetch(`${hospital.clearinghouse.url}/control/reset`, { method: 'POST' })
    await hospital.submit(rejected)
    await hospital.exchange()
    expect((await hospital.claimOf(visitId)).state).toBe('paid')
  })

  it('takes the place of service from the visit, and is marked when the visit changes later', async () => {
    const patientId = await hospital.addPatient()
    await hospital.insure(patientId)
    const visit = await hospital.hold(patientId, { location: { kind: 'other' } })
    await hospital.sign(visit)
    const { visitId } = visit
    const claim = await hospital.claimOf(visitId)
    expect(claim.placeOfService).toBe('02')
    await hospital.correctLocation(visitId, { kind: 'home' })
    const marked = await hospital.claimOf(visitId)
    expect(marked.stale).toBe(true)
    const refused = await hospital.biller.post(`/v1/claims/${marked.id}/submit`, { version: marked.version })
    expect(refused.body).toMatchObject({ code: 'claim_blocked', errors: [{ code: 'claim-stale' }] })
    const refreshed = await hospital.biller.post(`/v1/claims/${marked.id}/refresh`)
    expect(refreshed.body).toMatchObject({ stale: false, placeOfService: '10', state: 'ready' })
  })

  it('is not sent without a license for the patient’s state, and says what to do', async () => {
    const { visitId } = await hospital.visitWithoutLicense()
    const claim = await hospital.claimOf(visitId)
    expect(claim.state).toBe('blocked')
    expect(claim.findings.every(({ remedy }) => remedy.length > 10)).toBe(true)
    const refused = await hospital.biller.post(`/v1/claims/${claim.id}/submit`, { version: claim.version })
    expect(refused).toMatchObject({ status: 409, body: { code: 'claim_blocked' } })
    await hospital.exchange()
    expect(JSON.stringify([...hospital.clearinghouse.received.values()])).not.toContain(claim.number)
  })

  it('is not sent to a payer when the patient has restricted disclosure', async () => {
    const { visitId, patientId } = await hospital.insuredVisit()
    const before = await hospital.claimOf(visitId)
    const patient = await hospital.asPatient(patientId)
    const asked = await patient.post(`/v1/visits/${visitId}/self-pay`)
    expect(asked, JSON.stringify(asked.body)).toMatchObject({ status: 200, body: { restricted: true } })
    const claim = await hospital.claimOf(visitId)
    expect(claim).toMatchObject({ state: 'self-pay', payer: { kind: 'self-pay' } })
    expect(await statement(patientId)).toMatchObject({ balanceCents: before.chargeCents, pendingCents: 0 })
    for (const path of [`/v1/claims/${claim.id}/submit`])
      expect((await hospital.biller.post(path, { version: claim.version })).body.code).toBe('claim_blocked')
    expect((await hospital.biller.get(`/v1/claims/${claim.id}/cms-1500`)).body.code).toBe('claim_blocked')
    const again = await hospital.biller.post(`/v1/claims/${claim.id}/refresh`)
    expect(again.body.state).toBe('self-pay')
    await hospital.exchange()
    expect(JSON.stringify([...hospital.clearinghouse.received.values()])).not.toContain(claim.number)
  })

  it('that was sent cannot become self-pay', async () => {
    const { visitId, patientId } = await paidVisit()
    const patient = await hospital.asPatient(patientId)
    expect((await patient.post(`/v1/visits/${visitId}/self-pay`)).body.code).toBe('claim_sent')
  })

  it('that was paid is not charged to the patient again while a correction is open', async () => {
    const { visitId, patientId, claim } = await paidVisit()
    const before = await statement(patientId)
    const corrected = (await hospital.biller.post(`/v1/claims/${claim.id}/correct`)).body
    const patient = await hospital.asPatient(patientId)
    expect((await patient.post(`/v1/visits/${visitId}/self-pay`)).body.code).toBe('claim_sent')
    expect(await statement(patientId)).toEqual(before)
    expect(await hospital.claimOf(visitId)).toMatchObject({ id: corrected.id, state: 'ready' })
  })

  it('is listed by state, the earliest filing date first, and counted', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`
      const { body } = await hospital.biller.get(`/v1/claims?state=ready&limit=5${query}`)
      seen.push(...body.items.map(({ id }: Claim) => id))
      cursor = body.nextCursor
    } while (cursor !== null)
    expect(seen.length).toBeGreaterThan(5)
    expect(new Set(seen).size).toBe(seen.length)
    const { items } = (await hospital.biller.get('/v1/claim-counts')).body
    expect(items.find(({ state }: { state: string }) => state === 'ready')).toMatchObject({ count: seen.length })
  })

  it.each([
    ['signs of X12', 'PAT*A~SE', 'B^C:D'],
    ['one name only', 'Pat', ''],
    ['marks of a script', '<script>alert(1)</script>', '=HYPERLINK("x")'],
    ['line breaks', 'Pat\r\nCLP*X', 'Sample'],
    ['letters beyond Latin', 'مريض\u202e', '患者'],
  ])('whose patient has %s in the name is well formed, or says what to correct', async (_, given, family) => {
    const patientId = await hospital.addPatient({ name: { given, family } })
    await hospital.insure(patientId)
    const visit = await hospital.hold(patientId)
    await hospital.sign(visit)
    const { visitId } = visit
    const claim = await hospital.claimOf(visitId)
    const patient = await hospital.asPatient(patientId)
    expect((await patient.get(`/v1/visits/${visitId}/superbill`)).status).toBe(200)
    if (claim.state === 'blocked') {
      expect(claim.findings).toContainEqual(expect.objectContaining({ pointer: expect.stringContaining('/name') }))
      return
    }
    await hospital.submit(claim)
    await hospital.exchange()
    expect(statesOf(await hospital.claimOf(visitId))).toEqual(['ready', 'sending', 'received', 'accepted', 'paid'])
    const { items } = (await hospital.biller.get(`/v1/claims/${claim.id}/messages`)).body
    const [{ text }] = items
    expect(text.split(text.charAt(105)).filter((each: string) => each.trim().startsWith('SE')).length).toBe(1)
  })

  it('is changed only by a caller who has read the latest version', async () => {
    const { visitId } = await hospital.insuredVisit()
    const claim = await hospital.claimOf(visitId)
    const note = (text: string) => hospital.biller.put(`/v1/claims/${claim.id}`, { version: claim.version, note: text })
    expect((await note('Called the payer')).status).toBe(200)
    expect((await note('Called again')).body.code).toBe('version_conflict')
    expect((await hospital.claimOf(visitId)).note).toBe('Called the payer')
  })
})
