import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { sql } from 'kysely'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { insertMailboxFiles, listWaitingFiles } from '../store/mailbox-files.ts'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'

type Claim = components['schemas']['Claim']

describe.each(['pglite', 'postgres'] as const)('the mailbox, on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.stop())

  /** At the clearinghouse, which has put 999, 277CA and 835 into the mailbox. */
  const answered = async (): Promise<Claim> => {
    const patientId = await clinic.addPatient()
    await clinic.insure(patientId)
    const claim = await clinic.submit(await clinic.claimOf(await clinic.visitOf(patientId)))
    await clinic.job('billing.transmit')
    return claim
  }
  const lock = () => clinic.job('billing.fetch-mailbox')
  const inMailbox = () => clinic.clearinghouse.mailbox.list(1_000)
  const keep = <A>(work: (context: WriteContext) => Promise<A>): Promise<A> => clinic.server.keep('billing', work)
  const claim = async ({ id }: Claim): Promise<Claim> => (await clinic.biller.get(`/v1/claims/${id}`)).body
  const messages = async ({ id }: Claim): Promise<string[]> =>
    (await clinic.biller.get(`/v1/claims/${id}/messages`)).body.items.map(({ kind }: { kind: string }) => kind)
  const balance = async ({ patientId }: Claim): Promise<object> => {
    const { balanceCents, pendingCents } = (await clinic.biller.get(`/v1/patients/${patientId}/statement`)).body
    return { balanceCents, pendingCents }
  }

  it('is empty after one look, however many pages it held, and every claim has gone all its way', async () => {
    const claims: Claim[] = []
    for (let count = 0; count < 45; count += 1) claims.push(await answered())
    expect(inMailbox()).toHaveLength(135)
    await lock()
    expect(inMailbox()).toHaveLength(0)
    expect(await keep(({ tx }) => listWaitingFiles(tx, 10))).toEqual([])
    for (const each of claims) {
      const { state, history } = await claim(each)
      expect([state, history.map((step) => step.state)]).toEqual([
        'paid',
        ['ready', 'sending', 'received', 'accepted', 'paid'],
      ])
    }
    expect(await messages(claims[44] as Claim)).toEqual(['837P', '999', '277CA', '835'])
    const counts: { state: string; count: number }[] = (await clinic.biller.get('/v1/claim-counts')).body.items
    expect(counts.filter(({ count }) => count > 0)).toMatchObject([{ state: 'paid', count: 45 }])
  })

  it('counts nothing twice when the server was killed before it acknowledged, and loses nothing when after', async () => {
    const [before, after] = [await answered(), await answered()]
    const files = inMailbox()
    expect(files).toHaveLength(6)
    // Stored, and no word to the clearinghouse yet; of the second claim the clearinghouse knows that we have it.
    await keep((context) => insertMailboxFiles(context, files))
    for (const { id } of files.slice(3)) clinic.clearinghouse.mailbox.delete(id)
    await lock()
    await lock()
    expect(inMailbox()).toHaveLength(0)
    for (const each of [before, after]) {
      const { state, patientCents } = await claim(each)
      expect([state, await messages(each)]).toEqual(['paid', ['837P', '999', '277CA', '835']])
      expect(await balance(each)).toEqual({ balanceCents: patientCents, pendingCents: 0 })
    }
  })

  it('with a file over which the server stumbles delays no other file, and tries that one again', async () => {
    const [first, second] = [await answered(), await answered()]
    const files = inMailbox()
    await keep((context) => insertMailboxFiles(context, files))
    const waiting = await keep(({ tx }) => listWaitingFiles(tx, 10))
    const [stumbling] = waiting
    const sealed = await keep(async ({ tx }) => {
      const { rows } = await sql<{ sealed: Buffer }>`
        select sealed from billing.mailbox_files where id = ${stumbling?.id}`.execute(tx)
      await sql`update billing.mailbox_files set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)
        where id = ${stumbling?.id}`.execute(tx)
      return rows[0]?.sealed
    })
    await lock()
    expect(await keep(({ tx }) => listWaitingFiles(tx, 10))).toMatchObject([{ id: stumbling?.id, attempts: 1 }])
    expect((await claim(first)).state).toBe('paid')
    expect(await messages(first)).toEqual(['837P', '277CA', '835'])
    expect((await claim(second)).state).toBe('paid')
    await keep(({ tx }) =>
      sql`update billing.mailbox_files set sealed = ${sealed} where id = ${stumbling?.id}`.execute(tx),
    )
    await lock()
    expect(await keep(({ tx }) => listWaitingFiles(tx, 10))).toEqual([])
    expect(await messages(first)).toEqual(['837P', '277CA', '835', '999'])
    expect((await claim(first)).state).toBe('paid')
  })

  it('that shows again what was acknowledged does not keep the server going round', async () => {
    const sent = await answered()
    const { mailbox } = clinic.clearinghouse
    const forget = mailbox.delete.bind(mailbox)
    mailbox.delete = () => true
    try {
      await lock()
    } finally {
      mailbox.delete = forget
    }
    expect([(await claim(sent)).state, inMailbox().length]).toEqual(['paid', 3])
    await lock()
    expect(inMailbox()).toHaveLength(0)
  })

  it('of a clearinghouse that is slow is left at once when the server stops, to be read by the next one', async () => {
    const sent = await answered()
    clinic.clearinghouse.fail({ fault: { kind: 'slow', delayMs: 30_000 }, route: 'mailbox' })
    const looking = lock()
    await expect
      .poll(async () => (await fetch(`${clinic.clearinghouse.url}/control/state`)).json())
      .toMatchObject({ faults: 0 })
    const began = performance.now()
    clinic.stopJob('billing.fetch-mailbox')
    await looking
    expect(performance.now() - began).toBeLessThan(20_000)
    expect((await claim(sent)).state).toBe('sending')
    expect(inMailbox()).toHaveLength(3)
  })
})
