import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeServer, type ComposedServer } from '../compose-server.ts'
import { lakesideHealth, prepareServerFixture, type ServerFixture } from '../tests/compose-server.testing.ts'
import { readConfig } from '../config.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import type { Change } from '../platform/contracts/change.ts'
import { operatorRequestContext, type DeadLetterServer } from './list-dead-letters.ts'
import { deadLetters, deadLettersCommand, deadLettersUsage } from './dead-letters.ts'
import { registerOrganization } from './register-organization.ts'
import { platformEngines } from '../platform/database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('visitkit-server parked, on %s', (engine) => {
  let place: ServerFixture
  let composed: ComposedServer
  let server: DeadLetterServer
  /** The sender finds changes made outside its process only in its sweep, every 30 seconds. So each use advances the clock by that much. */
  let ahead = 0
  const clock = (): Date => new Date(Date.now() + ahead)
  const organizationId = newId()
  const other = newId()

  beforeAll(async () => {
    place = await prepareServerFixture(engine)
    composed = await composeServer(readConfig(place.environment), { clock })
    await composed.listen()
    server = { ...composed, organizationIds: composed.provides.directory.organizationIds }
    for (const id of [organizationId, other]) await registerOrganization(composed, lakesideHealth(id))
  })
  afterAll(async () => {
    await composed.close()
    await place.remove()
  })

  const keep = (domain: string, change: Omit<Change<void>, 'answer'>, organization = organizationId) => {
    const context = operatorRequestContext(organization)
    const request = { domain, context, idempotency: null, audit: () => [] }
    return composed.platform.unitOfWork.keep<void>(request, () => ({ ...change, answer: undefined }))
  }
  const list = async () => JSON.parse((await deadLetters(server, { what: 'list', json: true })).text)
  const audited = async (entityId: string) => {
    await composed.platform.ledger.settle()
    const { rows } = await sql`select operation, action, entity, patient_id, actor_kind, actor_id, because, purpose
      from audit.accesses where entity_id = ${entityId} and operation = 'parked.retry'`.execute(
      composed.platform.database.owner(),
    )
    return rows
  }
  /** A dead letter to the laboratory whose payload cannot be decrypted. `mend` repairs the payload. */
  const parkOrder = async ({ subjectId = newId(), organization = organizationId } = {}) => {
    const patientId = newId()
    const id = newId()
    const payload = { name: 'Ana Fictional' }
    const notBefore = new Date(Date.now() + 3_600_000)
    await keep(
      'labs',
      { transmissions: [{ id, kind: 'order', subjectId, patientId, visitId: null, payload, notBefore }] },
      organization,
    )
    const owner = composed.platform.database.owner()
    const { rows } = await sql<{ sealed: Uint8Array }>`select sealed from labs.transmissions where id = ${id}`.execute(
      owner,
    )
    await sql`update labs.transmissions set sealed = 'nonsense'::bytea, due_at = now() - interval '1 second' where id = ${id}`.execute(
      owner,
    )
    const job = composed.modules.find(({ name }) => name === 'labs')?.jobs.find(({ name }) => name === 'labs.transmit')
    ahead += 31_000
    await job?.run(clock())
    await expect
      .poll(async () => (await list()).some((each: { id: string }) => each.id === id), { timeout: 20_000 })
      .toBe(true)
    const mend = () => sql`update labs.transmissions set sealed = ${rows[0]?.sealed} where id = ${id}`.execute(owner)
    return { id, patientId, subjectId, mend }
  }

  it('reports that there are no dead letters', async () => {
    expect(await deadLetters(server, { what: 'list', json: false })).toEqual({
      exitCode: 0,
      text: 'Nothing is parked.',
    })
    expect(await deadLetters(server, { what: 'retry-all' })).toEqual({ exitCode: 0, text: 'Nothing is parked.' })
  })

  it('lists a message to a partner by ids, code and time, and retries it with a row in the ledger', async () => {
    const { id, patientId, mend } = await parkOrder()
    const { text } = await deadLetters(server, { what: 'list', json: false })
    expect(text).toMatch(
      new RegExp(
        `^transmission  ${id}  organization ${organizationId}  since 20.*  labs.order  sealed: DecryptionFailed`,
        'm',
      ),
    )
    expect(text).not.toContain(patientId)
    await mend()
    expect(await deadLetters(server, { what: 'retry-one', kind: 'transmission', id })).toEqual({
      exitCode: 0,
      text: `transmission ${id}: retried.`,
    })
    expect(await list()).toEqual([])
    expect(await audited(id)).toEqual([
      {
        operation: 'parked.retry',
        action: 'execute',
        entity: 'Transmission',
        patient_id: patientId,
        actor_kind: 'system',
        actor_id: 'command-line',
        because: 'operator',
        purpose: 'HSYSADMIN',
      },
    ])
    const again = await deadLetters(server, { what: 'retry-one', kind: 'transmission', id })
    expect(again).toMatchObject({ exitCode: 1, text: expect.stringContaining('No transmission') })
  })

  it('retries the dead letters of every organization; one that a later message overtook is retried only by id', async () => {
    const first = await parkOrder()
    const elsewhere = await parkOrder({ organization: other })
    const later = newId()
    const { subjectId } = first
    const notBefore = new Date(Date.now() + 3_600_000)
    await keep('labs', {
      transmissions: [
        { id: later, kind: 'cancellation', subjectId, patientId: null, visitId: null, payload: {}, notBefore },
      ],
    })
    await sql`update labs.transmissions set state = 'answered', attempt = 1 where id = ${later}`.execute(
      composed.platform.database.owner(),
    )
    await first.mend()
    await elsewhere.mend()
    const outcome = await deadLetters(server, { what: 'retry-all' })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text).toContain(`transmission ${elsewhere.id}: retried.`)
    expect(outcome.text).toContain(`transmission ${first.id}: not retried`)
    expect(await list()).toMatchObject([{ id: first.id, isOvertaken: true }])
    expect(await deadLetters(server, { what: 'retry-one', kind: 'transmission', id: first.id })).toMatchObject({
      exitCode: 0,
    })
    expect(await list()).toEqual([])
  })

  it('lists an event that a reaction gave up, and delivers it again', async () => {
    const missing = newId()
    await keep('prescriptions', {
      events: [{ type: 'prescriptions.pharmacy-message-received', data: { messageId: missing } }],
    })
    const owner = composed.platform.database.owner()
    await expect
      .poll(
        async () => {
          await sql`update platform.failed_deliveries set next_at = now() - interval '1 hour' where parked_at is null`.execute(
            owner,
          )
          await composed.platform.relay.settle()
          return (await list()).map(({ kind, what, fault }: Record<string, string>) => ({ kind, what, fault }))
        },
        { timeout: 20_000 },
      )
      .toEqual([
        {
          kind: 'event',
          what: 'prescriptions.update-prescription-on-pharmacy-message-received',
          fault: 'Problem not_found',
        },
      ])
    const [{ id }] = await list()
    expect(await deadLetters(server, { what: 'retry-one', kind: 'event', id })).toMatchObject({ exitCode: 0 })
    expect(await list()).toEqual([])
    expect(await audited(id)).toMatchObject([{ entity: 'Event', patient_id: null, actor_id: 'command-line' }])
    expect(await deadLetters(server, { what: 'retry-one', kind: 'event', id })).toMatchObject({ exitCode: 1 })
  })

  it.each([
    [['again']],
    [['retry']],
    [['retry', 'transmission']],
    [['retry', 'letter', newId()]],
    [['retry', 'event', newId(), 'more']],
    [['retry', '--all', 'event']],
    [['--all']],
    [['--unknown']],
  ])('prints its usage for missing or wrong arguments: %j', async (args) => {
    expect(await deadLettersCommand(args, place.environment)).toEqual({ exitCode: 2, text: deadLettersUsage })
  })

  it('opens the configured database itself', async () => {
    if (engine === 'pglite') return
    expect(await deadLettersCommand([], place.environment)).toEqual({ exitCode: 0, text: 'Nothing is parked.' })
    const named = await deadLettersCommand(['retry', 'message', 'no-id'], place.environment)
    expect(named).toMatchObject({ exitCode: 1, text: expect.stringContaining('No message') })
  })
})
