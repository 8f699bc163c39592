import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { storeChange } from '../../../../test-kit/store-change.ts'
import { writePayment } from '../../../../tests/hold-reasons/write-payment.testing.ts'
import { eraseKeys } from '../../../../platform/vault/erase-keys.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { emptyMailbox, receive } from './acknowledgments.testing.ts'
import { acceptedClaim, paymentFor, remitted } from './remittances.testing.ts'

type Schemas = components['schemas']

/** What a clearinghouse sent is kept as it came, also once it was read. */
describe('a file of the mailbox that was read', () => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
  })
  afterAll(() => hospital.stop())

  const received = async (): Promise<Schemas['MailboxFile'][]> => {
    const items: Schemas['MailboxFile'][] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await hospital.biller.get(`/v1/mailbox-files?all=true&limit=100${cursor && `&cursor=${cursor}`}`)
      items.push(...body.items)
      cursor = body.nextCursor
    }
    return items
  }
  const opened = async (id: string) => (await hospital.biller.get(`/v1/mailbox-files/${id}`)).body
  /** The newest ones. */
  const newest = async (count = 1) => Promise.all((await received()).slice(-count).map(({ id }) => opened(id)))
  const pieces = (fileId: string) =>
    hospital.keep('billing', async ({ tx }) => {
      const { rows } = await sql<{ patient_id: string | null; sealed: Uint8Array }>`
        select patient_id, sealed from billing.mailbox_pieces where file_id = ${fileId}`.execute(tx)
      return rows
    })

  it('has its bytes, its reader and the patients whom it is about; those who wait for a person are listed alone', async () => {
    emptyMailbox(hospital)
    const claim = await hospital.submit(await hospital.claimOf((await hospital.insuredVisit()).visitId))
    await hospital.runJob('billing.transmit')
    const sent = hospital.clearinghouse.mailbox.list(100).map(({ content }) => content)
    expect(sent.length).toBeGreaterThan(2)
    await hospital.exchange()
    const files = await newest(sent.length)
    expect(files.map(({ text }) => text).toSorted()).toEqual(sent.toSorted())
    for (const { text, patientIds, omitted, id, state } of files) {
      expect([state, omitted]).toEqual(['read', 0])
      // A 999 names the file, and no claim by its level.
      expect(patientIds).toEqual(text.includes('ST*999') ? [] : [claim.patientId])
      const stored = (await pieces(id)).map(({ sealed }) => Buffer.from(sealed).toString('latin1')).join()
      expect(stored).not.toContain(claim.number)
    }
    const rows = await hospital.accessRows({ operation: 'getMailboxFile' })
    expect(rows.filter(({ patientId }) => patientId === claim.patientId).length).toBeGreaterThanOrEqual(2)
    const readers = await hospital.keep('billing', async ({ tx }) => {
      const { rows: all } = await sql<{ reader: string }>`select distinct reader from billing.mailbox_files`.execute(tx)
      return all.map(({ reader }) => reader)
    })
    expect(readers).toEqual(['x12-mailbox-3'])
    expect((await hospital.biller.get('/v1/mailbox-files')).body.items).toEqual([])
  })

  it('about several patients has each under that patient’s key: erasing one leaves the others', async () => {
    const [{ claim: one }, { claim: other }] = [await acceptedClaim(hospital), await acceptedClaim(hospital)]
    const foreign = remitted({ number: 'ELSEWHERE1', chargeCents: 5_000 })
    const file = writePayment(paymentFor([remitted(one), foreign, remitted(other)]))
    await receive(hospital, file)
    const [before] = await newest()
    expect(before).toMatchObject({ text: file, omitted: 0 })
    expect(before.patientIds.toSorted()).toEqual([one.patientId, other.patientId].toSorted())
    const rows = await pieces(before.id)
    expect(rows).toHaveLength(3)
    const bytes = rows.reduce((sum, { sealed }) => sum + sealed.length, 0)
    expect(bytes).toBeLessThan(file.length + rows.length * 300)

    await hospital.keep('compliance', (context) => storeChange(context, { writes: eraseKeys(one.patientId) }))
    hospital.platform.vault.forget(hospital.organizationId, one.patientId)
    const after = await opened(before.id)
    expect(after).toMatchObject({ omitted: 1, patientIds: [other.patientId] })
    expect(after.text).not.toContain(one.number)
    for (const kept of [other.number, 'ELSEWHERE1', 'ISA*', 'IEA*']) expect(after.text).toContain(kept)
  })

  it('that is a repeat is kept too, and says that it changed nothing', async () => {
    const { claim } = await acceptedClaim(hospital)
    const payment = paymentFor([remitted(claim)])
    await receive(hospital, writePayment(payment))
    const again = writePayment(payment)
    await receive(hospital, again)
    const files = await newest(2)
    expect(files[1].text).toBe(again)
    expect(files.map(({ patientIds }) => patientIds)).toEqual([[claim.patientId], [claim.patientId]])
    expect((await hospital.biller.get(`/v1/claims/${claim.id}`)).body.paidCents).toBe(claim.chargeCents - 2_000)
  })

  it('or was resolved elsewhere is divided, and keeps its bytes as long as financial records', async () => {
    const { claim } = await acceptedClaim(hospital)
    const damaged = writePayment(paymentFor([remitted(claim)])).replace(/SE\*\d+/, 'SE*999')
    await receive(hospital, damaged)
    const [{ id }] = (await hospital.biller.get('/v1/mailbox-files')).body.items
    expect((await hospital.biller.post(`/v1/mailbox-files/${id}/resolve`, { reason: 'payer-corrected' })).status).toBe(
      200,
    )
    expect(await pieces(id)).toEqual([])
    await hospital.runJob('billing.divide-file-texts')
    expect((await pieces(id)).map(({ patient_id: patientId }) => patientId).toSorted()).toEqual([claim.patientId, null])
    const { resolvedAt, textRetainedUntil, ...file } = await opened(id)
    expect(file).toMatchObject({ text: damaged, patientIds: [claim.patientId], omitted: 0 })
    const years = (Date.parse(textRetainedUntil) - Date.parse(resolvedAt)) / (365.25 * 86_400_000)
    expect(years).toBeGreaterThanOrEqual(10)
  })

  it('about a patient whose record was erased is used for the others, without that patient’s piece', async () => {
    const [{ claim: gone }, { claim: other }] = [await acceptedClaim(hospital), await acceptedClaim(hospital)]
    const erase = async (patientId: string): Promise<void> => {
      await hospital.keep('compliance', (context) => storeChange(context, { writes: eraseKeys(patientId) }))
      hospital.platform.vault.forget(hospital.organizationId, patientId)
    }
    const waits = writePayment(paymentFor([remitted(gone)])).replace(/SE\*\d+/, 'SE*999')
    await receive(hospital, waits)
    const [{ id: waiting }] = (await hospital.biller.get('/v1/mailbox-files')).body.items
    await erase(gone.patientId)
    await receive(hospital, writePayment(paymentFor([remitted(gone), remitted(other)])))
    const [used] = await newest()
    expect(used).toMatchObject({ state: 'read', patientIds: [other.patientId] })
    expect(used.text).not.toContain(gone.number)
    expect((await hospital.biller.get(`/v1/claims/${other.id}`)).body.state).toBe('paid')

    expect((await hospital.biller.post(`/v1/mailbox-files/${waiting}/resolve`, { reason: 'not-ours' })).status).toBe(
      200,
    )
    await hospital.runJob('billing.divide-file-texts')
    const divided = await opened(waiting)
    expect(divided).toMatchObject({ patientIds: [], omitted: 0 })
    expect(divided.text).not.toContain(gone.number)
    expect(divided.text).toContain('ISA*')
  })

  it('loses what is about no patient after the years of financial records, and not a day before', async () => {
    const count = async () =>
      hospital.keep('billing', async ({ tx }) => {
        const { rows } = await sql<{ frames: number; patients: number }>`
          select count(*) filter (where patient_id is null)::integer as frames,
            count(*) filter (where patient_id is not null)::integer as patients from billing.mailbox_pieces`.execute(tx)
        return rows[0]
      })
    const { claim } = await acceptedClaim(hospital)
    await receive(hospital, writePayment(paymentFor([remitted(claim)])))
    const before = await count()
    expect(Math.min(before?.frames ?? 0, before?.patients ?? 0)).toBeGreaterThan(0)
    // By the clock of the database.
    const began = await hospital.keep('billing', async ({ tx }) => {
      const { rows } = await sql<{ at: Date }>`select min(created_at) as at from billing.mailbox_pieces`.execute(tx)
      return rows[0]?.at.getTime() ?? 0
    })
    const inYears = (years: number) => new Date(began + years * 365.25 * 86_400_000)
    await hospital.runJob('billing.delete-file-texts', inYears(9.9))
    expect(await count()).toEqual(before)
    await hospital.runJob('billing.delete-file-texts', inYears(10.1))
    expect(await count()).toEqual({ frames: 0, patients: before?.patients })
  })
})
