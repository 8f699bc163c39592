import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { operations, type OperationId } from '@visitkit/contract/operations'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { onEvent } from '../packages/reference-server/src/platform/contracts/reaction.ts'
import { VisitError } from '../packages/sdk/src/index.ts'
import { migratedDatabase } from './migrated-database.ts'
import { createHospital, permissions, roles, type Hospital } from './hospital/create-hospital.ts'
import { callThroughSdk, sdkOf } from './hospital/sdk-of.ts'
import { startPartners, type HospitalPartners } from './hospital/start-partners.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { excludedOperations, ofOneRole, unrecordedHere } from './planted/not-planted.ts'
import { listPhiProperties, withPlantedTexts } from './planted/request-phi.ts'
import { searchFolder, wordsIn, type Hit } from './planted/search-bytes.ts'
import { everyRequest } from './requests/every-request.ts'
import { personIn } from './requests/guests.ts'
import type { PrepareRequest } from './requests/prepared-request.ts'
import { addressOf, send, type AnyRequest } from './requests/send-request.ts'
import { sampled } from './variants.testing.ts'

/**
 * A unique word is planted in every text of every request that the contract marks as PHI. Every operation is then called by every role that
 * may, with valid and with invalid requests. The word must be nowhere in what outlives a request.
 */
const letter = (): string => String.fromCharCode(97 + randomInt(26))
/** Unique for this run, so that nothing else on the machine matches. */
const stem = `Qvx${Array.from({ length: 6 }, letter).join('')}`
const control = `Kvz${Array.from({ length: 6 }, letter).join('')}`
const phone = `209555${randomInt(1000, 10_000)}`
const date = '1931-02-17'
const sought = [stem, phone, date]

const names = (Object.keys(operations) as OperationId[]).flatMap((id) => listPhiProperties(id).map(({ name }) => name))
/** `Address.line1` is always planted as the same word, so that a hit shows its origin. */
const wordOf = (name: string): string =>
  stem + String.fromCharCode(97 + Math.floor(names.indexOf(name) / 26), 97 + (names.indexOf(name) % 26))
const plant = ({ name, form }: { name: string; form: string }): string =>
  form === 'phone' ? phone : form === 'date' ? date : form === 'email' ? `${wordOf(name)}@mail.example` : wordOf(name)

/** Invalid in ways that tempt a server to repeat what it received. */
const corruptBodies = (body: unknown): { readonly type: string; readonly body: string }[] => {
  const whole = JSON.stringify(body)
  const json = 'application/json'
  const quoted = new RegExp(`"(${stem}\\w*|${phone}|${date})"`, 'g')
  return [
    { type: json, body: whole.slice(0, -1) },
    { type: json, body: `${whole.slice(0, -1)},"unheardOf":"${stem}"}` },
    { type: json, body: JSON.stringify(stem) },
    { type: json, body: `[${whole}]` },
    { type: json, body: whole.replaceAll(quoted, '{"nested":$&}') },
    { type: json, body: whole.replaceAll(quoted, '[$&]') },
    { type: json, body: whole.replaceAll(quoted, `"${stem.repeat(3_000)}"`) },
    { type: json, body: `{"__proto__":"${stem}",${whole.slice(1)}` },
    { type: 'text/plain', body: whole },
    { type: `application/json; charset=${stem}`, body: whole },
  ]
}

/** PGlite has every place on the disk that PostgreSQL has, in the same format, and the audit journal. */
const engines = process.env['TEST_VARIANTS'] === 'all' ? (['pglite', 'postgres'] as const) : (['pglite'] as const)

describe.each(engines)('a word planted in every text that is PHI (%s)', (engine) => {
  let server: RunningServer
  let partners: HospitalPartners
  let hospital: Hospital
  const plantedNames = new Set<string>()
  const urls: string[] = []
  const answers: string[] = []
  const problems: string[] = []
  const live: string[] = []
  const unexpected: string[] = []

  beforeAll(async () => {
    const id = newId()
    partners = await startPartners(id, () => server?.clock.now() ?? new Date())
    server = await startServer({
      databaseUrl: engine === 'pglite' ? null : await migratedDatabase(),
      environment: partners.environment,
      beforeListening: ({ platform }) =>
        platform.relay.subscribe({
          // A domain that receives no other events: only this subscription delivers to it.
          name: 'intake',
          accessReason: 'privacy-review',
          ports: {},
          reactions: [
            onEvent()(['scheduling.appointment-cancelled'], 'test.fails-loudly', {
              keep: async () => {
                throw new Error(`could not tell ${stem} at ${phone}`)
              },
            }),
          ],
        }),
    })
    hospital = await createHospital(server, id)
    server.composed.live.hub.observe((message) => live.push(JSON.stringify(message)))
  })
  afterAll(async () => {
    await server?.stop()
    await partners?.stop()
  })

  const prepare = async (id: OperationId, role: (typeof roles)[number]) => {
    const demographics = withPlantedTexts(
      'createPatient',
      (await (everyRequest.createPatient as PrepareRequest<'createPatient'>)(hospital, hospital.desk)).body,
      plant,
    )
    const { recordNumber: _recordNumber, ...given } = demographics
    const guestName = 'TokenRequest.guest_name'
    if (role === 'guest') plantedNames.add(guestName)
    const person =
      role === 'guest' ? await personIn(hospital, role, wordOf(guestName)) : await hospital.person(role, given)
    const request: AnyRequest = await (everyRequest[id] as PrepareRequest<OperationId>)(hospital, person)
    // A file, or a partner's signed message: nothing can be written into it.
    if (request.body instanceof Uint8Array) return { person, request }
    const more = ofOneRole[id]?.role === role ? ofOneRole[id].more : {}
    const whole = request.body === undefined ? undefined : { ...(request.body as object), ...more }
    const body = withPlantedTexts(id, whole, (place) => {
      plantedNames.add(place.name)
      return plant(place)
    })
    // A record number belongs to one patient: the second patient with the same one would be refused.
    const unique =
      id === 'createPatient' ? { recordNumber: `${wordOf('CreatePatient.recordNumber')}-${answers.length}` } : {}
    return {
      person,
      request: { ...request, ...(body === undefined ? {} : { body: { ...(body as object), ...unique } }) },
    }
  }

  const all = Object.keys(operations) as OperationId[]
  const withBody = all.filter((id) => listPhiProperties(id).length > 0)

  it.each(all)('%s succeeds with it for every role that may', async (id) => {
    const { permission, success } = operations[id]
    const mayCall =
      permission === 'none'
        ? (['service'] as const)
        : roles.filter((role) => permissions[role][permission] !== undefined)
    // Roles may send different texts.
    const allowed = withBody.includes(id) ? mayCall : sampled(mayCall, all.indexOf(id))
    for (const role of allowed) {
      const { person, request } = await prepare(id, role)
      if (!excludedOperations.has(id)) {
        const client = sdkOf(server.url, person, ({ url }) => urls.push(url))
        const answer = await callThroughSdk(client, id, request).finally(() => client.close())
        answers.push(JSON.stringify(answer) ?? '')
      } else {
        const answer = await send(permission === 'none' ? hospital.anonymous() : person, id, request)
        expect({ role, status: answer.status }).toEqual({ role, status: success })
        answers.push(answer.text)
      }
    }
  })

  it('was planted in every text of every request body that the contract marks', () => {
    expect(new Set(names).difference(plantedNames)).toEqual(new Set())
    expect(plantedNames.size).toBeGreaterThan(20)
  })

  it('is returned to those who may read it: it was stored', () => {
    const seen = answers.join('\n')
    for (const name of [
      'CreatePatient.email',
      'PersonName.family',
      'Address.line1',
      'BookAppointment.reason',
      'AnswerValue.text',
      'PatientLocation.line1',
      'ConsentSignature.name',
    ])
      expect(seen, name).toContain(wordOf(name))
    expect(seen).toContain(phone)
    expect(seen).toContain(date)
  })

  it.each(withBody)('%s refuses it in every invalid form without repeating it', async (id) => {
    const { permission } = operations[id]
    const mayCall = roles.find((each) => permissions[each][permission] !== undefined)
    const role = ofOneRole[id]?.role ?? (permission === 'none' ? 'service' : mayCall)
    if (role === undefined) throw new Error('nobody may')
    const { person, request } = await prepare(id, role)
    const method = operations[id].method.toUpperCase()
    for (const { type, body } of corruptBodies(request.body)) {
      const response = await person.fetch(addressOf(id, request), { method, headers: { 'content-type': type }, body })
      problems.push(JSON.stringify([...response.headers]) + (await response.text()))
      if (response.status < 400 || response.status >= 500)
        unexpected.push(`${id} answered ${response.status} to ${body.slice(0, 40)}`)
    }
    if (excludedOperations.has(id)) return
    // What was granted once is refused the second time, by a rule and not by its form.
    const client = sdkOf(server.url, person, ({ url }) => urls.push(url))
    for (let attempt = 0; attempt < 2; attempt++)
      await callThroughSdk(client, id, request).catch((error: unknown) => {
        if (!(error instanceof VisitError)) throw error
        problems.push(`${error.stack}${JSON.stringify(error)}`)
      })
    client.close()
  })

  it('causes no server error, and no success, in an invalid request', () => {
    expect(unexpected).toEqual([])
    expect(problems.length).toBeGreaterThan(withBody.length * 10)
  })

  it('is in no URL, no problem, no live message and no line of the log', async () => {
    const { platform } = server.composed
    await platform.relay.settle()
    expect(server.logged.filter((line) => line.includes('a reaction failed')).length).toBeGreaterThan(0)
    for (const place of [urls, problems, live, server.logged]) {
      expect(place.length).toBeGreaterThan(10)
      expect(wordsIn(place.join('\n'), sought)).toEqual([])
    }
    expect(wordsIn(answers.join('\n'), sought)).toEqual(sought)
  })

  it('is in no row of any table', async () => {
    const { database, checkpointer } = server.composed.platform
    await checkpointer.checkpointNow()
    const owner = database.owner()
    await sql`create table public.plain_control (word text, bytes bytea)`.execute(owner)
    await sql`insert into public.plain_control values (${`it says ${control}`}, ${Buffer.from(`xy${control}`)})`.execute(
      owner,
    )
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`.execute(owner)
    const hits: Hit[] = []
    const filled: string[] = []
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} as t`.execute(owner)
      if (rows.length > 0) filled.push(name)
      const words = wordsIn(rows.map(({ row }) => row).join('\n'), [...sought, control])
      if (words.length > 0) hits.push({ path: name, words })
    }
    expect(hits).toEqual([{ path: 'public.plain_control', words: [control] }])
    expect(filled).toEqual(
      expect.arrayContaining([
        'platform.event_rows',
        'platform.failed_deliveries',
        'audit.access_rows',
        'audit.link_groups',
        'audit.checkpoints',
        'directory.patients',
        'visits.visits',
        'intake.forms',
      ]),
    )
  })

  it('leaves a ledger in which every entity and reason has a text, and most are present', async () => {
    const { rows } = await sql<{ entity: string; reason: string }>`
      select distinct entity, because as reason from audit.accesses`.execute(server.composed.platform.database.owner())
    const entities = new Set<string>(rows.map(({ entity }) => entity))
    // Whether a notice was sent already depends on timing.
    const reasons = new Set<string>([...rows.map(({ reason }) => reason), 'notification'])
    const listed = {
      entities: new Set<string>(vocabularies.AuditedEntity),
      reasons: new Set<string>(vocabularies.AccessReason),
    }
    expect([...entities.difference(listed.entities), ...reasons.difference(listed.reasons)]).toEqual([])
    const missing = {
      entities: [...listed.entities.difference(entities)],
      reasons: [...listed.reasons.difference(reasons)],
    }
    // Some reasons are those of one role.
    if (process.env['TEST_SAMPLES'] === 'all') expect(missing).toEqual(unrecordedHere)
    else expect(missing.entities).toEqual(unrecordedHere.entities)
  })

  it('is in no byte on the disk: database, write-ahead log, audit journal, checkpoints, keys', async () => {
    await server.close()
    const own = await searchFolder(server.folder, [...sought, control])
    expect(own.files).toContain('checkpoints.ndjson')
    if (engine === 'pglite') {
      expect(own.files.some((file) => file.startsWith('audit.journal.'))).toBe(true)
      expect(own.files.some((file) => file.includes('pg_wal'))).toBe(true)
      // A plain-text value is found in the table's file and in the write-ahead log, so the search works.
      expect(own.hits.some(({ path }) => path.includes('pg_wal'))).toBe(true)
      expect(own.hits.some(({ path }) => /database\/base\//.test(path))).toBe(true)
      expect(own.hits.filter(({ words }) => words.some((word) => word !== control))).toEqual([])
      return
    }
    expect(own.hits).toEqual([])
    const cluster = await searchFolder(await flushedDataFolder(), [...sought, control])
    expect(cluster.hits.some(({ path }) => path.startsWith('pg_wal'))).toBe(true)
    expect(cluster.hits.some(({ path }) => path.startsWith(join('base')))).toBe(true)
    expect(cluster.hits.filter(({ words }) => words.some((word) => word !== control))).toEqual([])
  })
})

/** The folder of the running PostgreSQL, after a checkpoint. */
const flushedDataFolder = async (): Promise<string> => {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await client.query('checkpoint')
    return (await client.query<{ data_directory: string }>('show data_directory')).rows[0]?.data_directory ?? ''
  } finally {
    await client.end()
  }
}
