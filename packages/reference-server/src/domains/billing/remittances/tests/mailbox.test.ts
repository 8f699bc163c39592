import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { sql } from 'kysely'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { loadBillingPolicy } from '../../index.ts'
import { storeFiles } from '../../tests/mailbox-files.testing.ts'
import { listWaitingFiles } from '../store/mailbox-files.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Claim = components['schemas']['Claim']

describe.each(domainEngines)('the mailbox, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    const policy = await loadBillingPolicy()
    hospital = await startBillingHospital(engine, { packs: { billingPolicy: { ...policy, mailboxFiles: pageSize } } })
  })
  afterAll(() => hospital.stop())

  const pageSize = 5
  /** Sends a claim. The clearinghouse puts 999, 277CA and 835 into the mailbox. */
  const answered = async (): Promise<Claim> => {
    const claim = await hospital.submit(await hospital.claimOf((await hospital.insuredVisit()).visitId))
    await hospital.runJob('billing.transmit')
    return claim
  }
  const lock = () => hospital.runJob('billing.fetch-mailbox')
  const inMailbox = () => hospital.clearinghouse.mailbox.list(1_000)
  const keep = <A>(work: (context: WriteContext) => Promise<A>): Promise<A> => hospital.keep('billing', work)
  const claim = async ({ id }: Claim): Promise<Claim> => (await hospital.biller.get(`/v1/claims/${id}`)).body
  const messages = async ({ id }: Claim): Promise<string[]> =>
    (await hospital.biller.get(`/v1/claims/${id}/messages`)).body.items.map(({ kind }: { kind: string }) => kind)
  const balance = async ({ patientId }: Claim): Promise<object> => {
    const { balanceCents, pendingCents } = (await hospital.biller.get(`/v1/patients/${patientId}/statement`)).body
    return { balanceCents, pendingCents }
  }

  it('is emptied in one run when it holds several pages, and every claim is paid', async () => {
    const claims = [await answered(), await answered(), await answered(), await answered(), await answered()]
    expect(inMailbox().length).toBeGreaterThan(2 * pageSize)
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
    expect(await messages(claims[4] as Claim)).toEqual(['837P', '999', '277CA', '835'])
    const counts: { state: string; count: number }[] = (await hospital.biller.get('/v1/claim-counts')).body.items
    expect(counts.find(({ state }) => state === 'paid')).toMatchObject({ count: 5 })
  })

  it('counts nothing twice when the server stopped before the acknowledgment, and loses nothing when it stopped after it', async () => {
    const [before, after] = [await answered(), await answered()]
    const files = inMailbox()
    expect(files).toHaveLength(6)
    // All files are stored. Only those of the second claim are acknowledged.
    await keep((context) => storeFiles(context, files))
    for (const { id } of files.slice(3)) hospital.clearinghouse.mailbox.delete(id)
    await lock()
    await lock()
    expect(inMailbox()).toHaveLength(0)
    for (const each of [before, after]) {
      const { state, patientCents } = await claim(each)
      expect([state, await messages(each)]).toEqual(['paid', ['837P', '999', '277CA', '835']])
      expect(await balance(each)).toEqual({ balanceCents: patientCents, pendingCents: 0 })
    }
  })

  it('with a file that fails delays no other file, and tries the failed file again', async () => {
    const [first, second] = [await answered(), await answered()]
    const files = inMailbox()
    await keep((context) => storeFiles(context, files))
    const waiting = await keep(({ tx }) => listWaitingFiles(tx, 10))
    const [failing] = waiting
    const sealed = await keep(async ({ tx }) => {
      const { rows } = await sql<{ sealed: Buffer }>`
        select sealed from billing.mailbox_files where id = ${failing?.id}`.execute(tx)
      await sql`update billing.mailbox_files set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)
        where id = ${failing?.id}`.execute(tx)
      return rows[0]?.sealed
    })
    await lock()
    expect(await keep(({ tx }) => listWaitingFiles(tx, 10))).toMatchObject([{ id: failing?.id, attempts: 1 }])
    expect((await claim(first)).state).toBe('paid')
    expect(await messages(first)).toEqual(['837P', '277CA', '835'])
    expect((await claim(second)).state).toBe('paid')
    await keep(({ tx }) =>
      sql`update billing.mailbox_files set sealed = ${sealed} where id = ${failing?.id}`.execute(tx),
    )
    await lock()
    expect(await keep(({ tx }) => listWaitingFiles(tx, 10))).toEqual([])
    expect(await messages(first)).toEqual(['837P', '277CA', '835', '999'])
    expect((await claim(first)).state).toBe('paid')
  })

  it('that still lists acknowledged files does not keep a run from ending', async () => {
    const sent = await answered()
    const { mailbox } = hospital.clearinghouse
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

  it('of a slow clearinghouse does not delay the stop of the server, and keeps its files', async () => {
    const sent = await answered()
    hospital.clearinghouse.fail({ fault: { kind: 'slow', delayMs: 30_000 }, route: 'mailbox' })
    const looking = lock()
    const state = async () => (await fetch(`${hospital.clearinghouse.url}/control/state`)).json()
    await expect.poll(state).toMatchObject({ faults: 0 })
    const began = performance.now()
    hospital.stopJob('billing.fetch-mailbox')
    await looking
    expect(performance.now() - began).toBeLessThan(10_000)
    expect((await claim(sent)).state).toBe('sending')
    expect(inMailbox()).toHaveLength(3)
  })
})
