import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { sql } from 'kysely'
import { insertMailboxFiles } from '../store/mailbox-files.ts'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'

type Schemas = components['schemas']

describe.each(['pglite', 'postgres'] as const)('files of the mailbox that wait for a person, on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.stop())

  const lock = () => clinic.job('billing.fetch-mailbox')
  const list = async (): Promise<Schemas['MailboxFile'][]> => (await clinic.biller.get('/v1/mailbox-files')).body.items
  const claim = async ({ id }: Schemas['Claim']): Promise<Schemas['Claim']> =>
    (await clinic.biller.get(`/v1/claims/${id}`)).body
  const messages = async ({ id }: Schemas['Claim']): Promise<string[]> =>
    (await clinic.biller.get(`/v1/claims/${id}/messages`)).body.items.map(({ kind }: { kind: string }) => kind)
  const answered = async (): Promise<Schemas['Claim']> => {
    const patientId = await clinic.addPatient()
    await clinic.insure(patientId)
    const sent = await clinic.submit(await clinic.claimOf(await clinic.visitOf(patientId)))
    await clinic.job('billing.transmit')
    return sent
  }
  /** One answer arrives with a wrong count of its segments; the others as they are. Answers the damaged text. */
  const damagedIn = (kind: '999' | '277' | '835'): string => {
    const { mailbox } = clinic.clearinghouse
    const file = mailbox.list(1_000).find(({ content }) => content.includes(`ST*${kind}`))
    if (!file) throw new Error('no such answer')
    mailbox.delete(file.id)
    const damaged = file.content.replace(/SE\*\d+\*/, 'SE*999*')
    mailbox.post(damaged, clinic.server.clock.now())
    return damaged
  }
  /** The server stumbles over what is stored; done twice, no more. */
  const flipped = (name: string): Promise<unknown> =>
    clinic.server.keep('billing', ({ tx }) =>
      sql`update billing.mailbox_files set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)
        where file_id = ${name}`.execute(tx),
    )
  const later = (days: number, from = clinic.server.clock.now()): Date => new Date(from.getTime() + days * 86_400_000)
  const storedText = ({ id }: Schemas['MailboxFile']): Promise<boolean> =>
    clinic.server.keep('billing', async ({ tx }) => {
      const { rows } = await sql<{ is: boolean }>`
        select sealed is not null as is from billing.mailbox_files where id = ${id}`.execute(tx)
      return rows[0]?.is ?? false
    })
  const unreadable = async (): Promise<{ readonly file: Schemas['MailboxFile']; readonly text: string }> => {
    await answered()
    const text = damagedIn('835')
    await lock()
    const file = (await list()).at(-1)
    if (!file) throw new Error('the file was read')
    return { file, text }
  }

  it('show what is wrong in the list, and their text only where one is opened', async () => {
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
    expect((await clinic.biller.get(`/v1/mailbox-files/${items[0]?.id}`)).body).toEqual({ ...items[0], text })
    // The other answers are booked, and the money of the damaged one is not.
    expect([(await claim(sent)).state, await messages(sent)]).toEqual(['accepted', ['837P', '999', '277CA']])
  })

  it('can be read again: what is still unreadable comes back into the list', async () => {
    const { file } = await unreadable()
    const { status, body } = await clinic.biller.post(`/v1/mailbox-files/${file.id}/reprocess`)
    expect([status, body.state, body.fault]).toEqual([200, 'waiting', undefined])
    expect((await list()).map(({ id }) => id)).not.toContain(file.id)
    await lock()
    expect((await list()).find(({ id }) => id === file.id)).toEqual(file)
  })

  it('that fail for a fault of ours show how often, and leave the list once they are read', async () => {
    const sent = await answered()
    const { mailbox } = clinic.clearinghouse
    const [first] = mailbox.list(1_000)
    if (!first) throw new Error('no answer')
    await clinic.server.keep('billing', (context) => insertMailboxFiles(context, [first]))
    mailbox.delete(first.id)
    await flipped(first.id)
    await lock()
    await lock()
    const failing = (await list()).find(({ name }) => name === first.id)
    expect(failing).toMatchObject({ state: 'failing', attempts: 2 })
    expect(failing?.fault).toMatch(/^\w+/)
    expect(failing?.segment).toBeUndefined()
    await flipped(first.id)
    expect((await clinic.biller.post(`/v1/mailbox-files/${failing?.id}/reprocess`)).body).toMatchObject({
      state: 'waiting',
      attempts: 0,
    })
    await lock()
    const { body } = await clinic.biller.get(`/v1/mailbox-files/${failing?.id}`)
    expect([body.state, body.fault, body.text]).toEqual(['read', undefined, undefined])
    expect((await list()).map(({ id }) => id)).not.toContain(failing?.id)
    expect(await messages(sent)).toContain('999')
    const again = await clinic.biller.post(`/v1/mailbox-files/${failing?.id}/reprocess`)
    expect([again.status, again.body.code]).toEqual([409, 'already_resolved'])
  })

  it('that fail and are then read by themselves leave every list that is open', async () => {
    await answered()
    const { mailbox } = clinic.clearinghouse
    const [first] = mailbox.list(1_000)
    if (!first) throw new Error('no answer')
    await clinic.server.keep('billing', (context) => insertMailboxFiles(context, [first]))
    mailbox.delete(first.id)
    await flipped(first.id)
    await lock()
    const failing = (await list()).find(({ name }) => name === first.id)
    await flipped(first.id)
    await clinic.server.settle()
    const { delivered } = clinic.server.live
    const before = delivered.length
    await lock()
    await clinic.server.settle()
    expect(JSON.stringify(delivered.slice(before))).toContain('claim.changed')
    expect((await list()).map(({ id }) => id)).not.toContain(failing?.id)
  })

  it('that were dealt with elsewhere are read no more, keep their text for a while, and cannot be worked twice', async () => {
    const { file, text } = await unreadable()
    const aside = (reason: string) => clinic.biller.post(`/v1/mailbox-files/${file.id}/resolve`, { reason })
    expect((await aside('no-such-reason')).status).toBe(400)
    const { status, body } = await aside('payer-corrected')
    expect([status, body]).toEqual([
      200,
      {
        ...file,
        state: 'resolved-externally',
        externalResolution: 'payer-corrected',
        resolvedAt: clinic.server.clock.now().toISOString(),
        textRetainedUntil: later(14).toISOString(),
      },
    ])
    expect((await list()).map(({ id }) => id)).not.toContain(file.id)
    await lock()
    expect((await clinic.biller.get(`/v1/mailbox-files/${file.id}`)).body).toEqual({ ...body, text })
    expect((await aside('no-money')).body.code).toBe('already_resolved')
    expect((await clinic.biller.post(`/v1/mailbox-files/${file.id}/reprocess`)).body.code).toBe('already_resolved')
  })

  it('are forgotten some days after they were dealt with elsewhere, and never while they wait', async () => {
    const [worked, waiting] = [await unreadable(), await unreadable()]
    await clinic.biller.post(`/v1/mailbox-files/${worked.file.id}/resolve`, { reason: 'payer-corrected' })
    const texts = () => Promise.all([worked, waiting].map(({ file }) => storedText(file)))
    const began = clinic.server.clock.now()
    try {
      clinic.server.clock.set(new Date(later(14).getTime() - 1_000))
      await clinic.job('billing.delete-file-texts')
      expect(await texts()).toEqual([true, true])
      clinic.server.clock.set(later(14, began))
      await clinic.job('billing.delete-file-texts')
      expect(await texts()).toEqual([false, true])
    } finally {
      clinic.server.clock.set(began)
    }
    const { body } = await clinic.biller.get(`/v1/mailbox-files/${worked.file.id}`)
    const { name, fault } = worked.file
    expect(body).toMatchObject({ name, fault, state: 'resolved-externally', externalResolution: 'payer-corrected' })
    expect(body).not.toHaveProperty('text')
    expect((await clinic.biller.get(`/v1/mailbox-files/${waiting.file.id}`)).body.text).toBe(waiting.text)
  })

  it('come page by page, the oldest first', async () => {
    await unreadable()
    const all = await list()
    const pages = []
    let cursor: string | null = null
    do {
      const { body } = await clinic.biller.get(`/v1/mailbox-files?limit=1${cursor ? `&cursor=${cursor}` : ''}`)
      pages.push(...body.items)
      cursor = body.nextCursor
    } while (cursor)
    expect(pages).toEqual(all)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map(({ id }) => id)).toEqual(pages.map(({ id }) => id).sort())
  })

  it('are nobody’s but the organization’s', async () => {
    const { file } = await unreadable()
    const patient = await clinic.asPatient(await clinic.addPatient())
    expect((await patient.get('/v1/mailbox-files')).status).toBe(403)
    expect((await patient.get(`/v1/mailbox-files/${file.id}`)).status).toBe(403)
    expect((await clinic.biller.get(`/v1/mailbox-files/${crypto.randomUUID()}`)).status).toBe(404)
  })
})
