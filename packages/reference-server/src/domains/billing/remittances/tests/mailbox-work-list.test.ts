import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { sql } from 'kysely'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { storeFiles } from '../../tests/mailbox-files.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Schemas = components['schemas']

describe.each(domainEngines)('files of the mailbox that wait for a person, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const lock = () => hospital.runJob('billing.fetch-mailbox')
  const list = async (): Promise<Schemas['MailboxFile'][]> =>
    (await hospital.biller.get('/v1/mailbox-files')).body.items
  const claim = async ({ id }: Schemas['Claim']): Promise<Schemas['Claim']> =>
    (await hospital.biller.get(`/v1/claims/${id}`)).body
  const messages = async ({ id }: Schemas['Claim']): Promise<string[]> =>
    (await hospital.biller.get(`/v1/claims/${id}/messages`)).body.items.map(({ kind }: { kind: string }) => kind)
  const answered = async (): Promise<Schemas['Claim']> => {
    const sent = await hospital.submit(await hospital.claimOf((await hospital.insuredVisit()).visitId))
    await hospital.runJob('billing.transmit')
    return sent
  }
  /** Damages the segment count of one answer in the mailbox. Returns the damaged text. */
  const damagedIn = (kind: '999' | '277' | '835'): string => {
    const { mailbox } = hospital.clearinghouse
    const file = mailbox.list(1_000).find(({ content }) => content.includes(`ST*${kind}`))
    if (!file) throw new Error('no such answer')
    mailbox.delete(file.id)
    const damaged = file.content.replace(/SE\*\d+\*/, 'SE*999*')
    mailbox.post(damaged, hospital.clock.now())
    return damaged
  }
  /** Damages the stored file, so that the server cannot read it. A second call repairs it. */
  const flipped = (name: string): Promise<unknown> =>
    hospital.keep('billing', ({ tx }) =>
      sql`update billing.mailbox_files set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)
        where file_id = ${name}`.execute(tx),
    )
  /** In days. */
  const tenYears = 3_653
  const later = (days: number, from = hospital.clock.now()): Date => new Date(from.getTime() + days * 86_400_000)
  const unreadable = async (): Promise<{ readonly file: Schemas['MailboxFile']; readonly text: string }> => {
    await answered()
    const text = damagedIn('835')
    await lock()
    const file = (await list()).at(-1)
    if (!file) throw new Error('the file was read')
    return { file, text }
  }

  it('show their fault in the list, and their text only when one is opened, on the record', async () => {
    const sent = await answered()
    const text = damagedIn('835')
    await lock()
    const items = await list()
    expect(items).toEqual([
      {
        id: expect.any(String),
        name: expect.any(String),
        postedAt: expect.any(String),
        state: 'unreadable',
        fault: 'count',
        segment: 'SE',
        attempts: 0,
      },
    ])
    const opened = await hospital.biller.get(`/v1/mailbox-files/${items[0]?.id}`)
    expect(opened.body).toEqual({ ...items[0], text })
    // It may name many patients, and no one knows which.
    expect(await hospital.accessRows({ operation: 'getMailboxFile' })).toMatchObject([
      { action: 'read', entity: 'MailboxFile', outcome: 'done', patientId: null },
    ])
    await hospital.biller.get('/v1/remittances')
    expect(await hospital.accessRows({ operation: 'listRemittances' })).toMatchObject([{ patientId: null }])
    // The other answers are processed. The payment in the damaged one is not.
    expect([(await claim(sent)).state, await messages(sent)]).toEqual(['accepted', ['837P', '999', '277CA']])
  })

  it('can be read again, and come back into the list when they are still unreadable', async () => {
    const { file } = await unreadable()
    const { status, body } = await hospital.biller.post(`/v1/mailbox-files/${file.id}/reprocess`)
    expect([status, body.state, body.fault]).toEqual([200, 'waiting', undefined])
    expect((await list()).map(({ id }) => id)).not.toContain(file.id)
    await lock()
    expect((await list()).find(({ id }) => id === file.id)).toEqual(file)
  })

  it('that fail for an internal fault show the attempts, and leave the list when they are read', async () => {
    const sent = await answered()
    const { mailbox } = hospital.clearinghouse
    const [first] = mailbox.list(1_000)
    if (!first) throw new Error('no answer')
    await hospital.keep('billing', (context) => storeFiles(context, [first]))
    mailbox.delete(first.id)
    await flipped(first.id)
    await lock()
    await lock()
    const failing = (await list()).find(({ name }) => name === first.id)
    expect(failing).toMatchObject({ state: 'failing', attempts: 2 })
    expect(failing?.fault).toMatch(/^\w+/)
    expect(failing?.segment).toBeUndefined()
    await flipped(first.id)
    expect((await hospital.biller.post(`/v1/mailbox-files/${failing?.id}/reprocess`)).body).toMatchObject({
      state: 'waiting',
      attempts: 0,
    })
    await lock()
    const { body } = await hospital.biller.get(`/v1/mailbox-files/${failing?.id}`)
    expect([body.state, body.fault, body.text]).toEqual(['read', undefined, first.content])
    expect((await list()).map(({ id }) => id)).not.toContain(failing?.id)
    expect(await messages(sent)).toContain('999')
    const again = await hospital.biller.post(`/v1/mailbox-files/${failing?.id}/reprocess`)
    expect([again.status, again.body.code]).toEqual([409, 'already_resolved'])
  })

  it('that fail and are read later leave every open list', async () => {
    await answered()
    const { mailbox } = hospital.clearinghouse
    const [first] = mailbox.list(1_000)
    if (!first) throw new Error('no answer')
    await hospital.keep('billing', (context) => storeFiles(context, [first]))
    mailbox.delete(first.id)
    await flipped(first.id)
    await lock()
    const failing = (await list()).find(({ name }) => name === first.id)
    await flipped(first.id)
    await hospital.settle()
    const { delivered } = hospital.live
    const before = delivered.length
    await lock()
    await hospital.settle()
    expect(JSON.stringify(delivered.slice(before))).toContain('claim.changed')
    expect((await list()).map(({ id }) => id)).not.toContain(failing?.id)
  })

  it('that were resolved elsewhere are not read again, keep their text, and cannot be resolved twice', async () => {
    const { file, text } = await unreadable()
    const aside = (reason: string) => hospital.biller.post(`/v1/mailbox-files/${file.id}/resolve`, { reason })
    expect((await aside('no-such-reason')).status).toBe(400)
    const { status, body } = await aside('payer-corrected')
    expect([status, body]).toEqual([
      200,
      {
        ...file,
        state: 'resolved-externally',
        externalResolution: 'payer-corrected',
        resolvedAt: hospital.clock.now().toISOString(),
        textRetainedUntil: later(tenYears).toISOString(),
      },
    ])
    expect((await list()).map(({ id }) => id)).not.toContain(file.id)
    await lock()
    expect((await hospital.biller.get(`/v1/mailbox-files/${file.id}`)).body).toEqual({ ...body, text })
    expect((await aside('no-money')).body.code).toBe('already_resolved')
    expect((await hospital.biller.post(`/v1/mailbox-files/${file.id}/reprocess`)).body.code).toBe('already_resolved')
  })

  it('can be read for ten years after they were resolved elsewhere, and for ever while they wait', async () => {
    const [worked, waiting] = [await unreadable(), await unreadable()]
    await hospital.biller.post(`/v1/mailbox-files/${worked.file.id}/resolve`, { reason: 'payer-corrected' })
    const textsAt = async (moment: Date) => {
      hospital.clock.set(moment)
      for (const job of ['divide-file-texts', 'delete-file-texts']) await hospital.runJob(`billing.${job}`)
      const biller = await hospital.as('biller')
      const read = ({ file }: typeof worked) => biller.get(`/v1/mailbox-files/${file.id}`)
      return [(await read(worked)).body, (await read(waiting)).body]
    }
    const began = hospital.clock.now()
    try {
      const before = await textsAt(new Date(later(tenYears, began).getTime() - 1_000))
      expect(before.map(({ text }) => text)).toEqual([worked.text, waiting.text])
      const [gone, kept] = await textsAt(later(tenYears, began))
      const { name, fault } = worked.file
      expect(gone).toMatchObject({ name, fault, state: 'resolved-externally', externalResolution: 'payer-corrected' })
      expect(gone).not.toHaveProperty('text')
      expect(kept.text).toBe(waiting.text)
    } finally {
      hospital.clock.set(began)
    }
  })

  it('come page by page, the oldest first', async () => {
    await unreadable()
    const all = await list()
    const pages = []
    let cursor: string | null = null
    do {
      const { body } = await hospital.biller.get(`/v1/mailbox-files?limit=1${cursor ? `&cursor=${cursor}` : ''}`)
      pages.push(...body.items)
      cursor = body.nextCursor
    } while (cursor)
    expect(pages).toEqual(all)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map(({ id }) => id)).toEqual(pages.map(({ id }) => id).sort())
  })

  it('are visible to the staff of the organization only', async () => {
    const { file } = await unreadable()
    const patient = await hospital.asPatient(await hospital.addPatient())
    expect((await patient.get('/v1/mailbox-files')).status).toBe(403)
    expect((await patient.get(`/v1/mailbox-files/${file.id}`)).status).toBe(403)
    expect((await hospital.biller.get(`/v1/mailbox-files/${crypto.randomUUID()}`)).status).toBe(404)
  })
})
