import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { downtimeListCommand } from '../packages/reference-server/src/cli/downtime/downtime-list-command.ts'
import { writeDowntimeList } from '../packages/reference-server/src/composition/downtime/write-downtime-list.ts'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { migratedDatabase } from './migrated-database.ts'
import { body, createHospital, type Hospital } from './hospital/create-hospital.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { bookAppointment } from './requests/scheduling.ts'

let server: RunningServer
let hospital: Hospital
let folder: string
let booked: Awaited<ReturnType<typeof bookAppointment>>
const at = (name: string): string => join(folder, name)
const command = (...args: readonly string[]) => downtimeListCommand(args, {}, () => server.clock.now())
const writeList = (out: string, key = 'desk/downtime-key.pub.pem') =>
  writeDowntimeList(
    { platform: server.composed.platform, scheduling: server.composed.provides.scheduling },
    { organizationId: hospital.id, key: at(key), out: at(out), now: server.clock.now(), by: 'command-line' },
  )
const openList = async (name: string): Promise<string> => {
  const page = `${name}.html`
  const outcome = await command('open', at(name), '--key', at('desk/downtime-key.pem'), '--out', at(page))
  expect(outcome.exitCode, outcome.text).toBe(0)
  return readFile(at(page), 'utf8')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visitkit-downtime-'))
  expect((await downtimeListCommand(['key', '--folder', at('desk')], {}, () => new Date())).exitCode).toBe(0)
  server = await startServer({
    // The clock moves past the visit, which a job would mark as missed.
    timed: false,
    databaseUrl: await migratedDatabase(),
    environment: { VISITKIT_DOWNTIME_KEY: at('desk/downtime-key.pub.pem'), VISITKIT_DOWNTIME_FOLDER: at('stored') },
  })
  hospital = await createHospital(server, newId())
  expect((await command('key', '--folder', at('other'))).exitCode).toBe(0)
  const { id: patientId } = await body(
    hospital.desk.post('/v1/patients', {
      name: { given: '<b>Robin', family: 'Downtime' },
      birthDate: '1984-06-15',
      phone: '+16145550142',
      state: 'OH',
      language: 'es',
      zone: 'America/New_York',
    }),
  )
  booked = await bookAppointment(hospital, patientId, {
    when: 'soon',
    reason: `A cough\nfor ${'many '.repeat(30)}days`,
  })
  const { id: cancelledId } = await bookAppointment(hospital, (await hospital.patient()).id, { when: 'soon' })
  const cancelled = await hospital.desk.post(`/v1/appointments/${cancelledId}/cancel`, { reason: 'patient-request' })
  expect(cancelled.status).toBeLessThan(300)
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

test('the list has each visit of today and tomorrow with what the desk needs, and no other visit', async () => {
  const text = await writeList('today.list')
  expect(text).toContain('1 visits of 2026-11-25 and 2026-11-26')

  const page = await openList('today.list')
  expect(page).toContain('&lt;b&gt;Robin Downtime')
  for (const shown of ['1984-06-15', '6145550142', booked.practitioner.displayName, 'A cough for many', 'Spanish'])
    expect(page).toContain(shown)
  expect(page).not.toContain('days</td>')
  expect(page).not.toMatch(/<script|src=|href=|<b>Robin/)
  expect(page.match(/<tr>/g)).toHaveLength(2)
})

test('no name is in the file, only the secret of the desk opens it, and a changed file is refused', async () => {
  await writeList('sealed.list')
  const bytes = await readFile(at('sealed.list'))
  for (const shown of ['Downtime', '1984-06-15', 'Visits']) expect(bytes.includes(shown)).toBe(false)
  const wrong = await command(
    'open',
    at('sealed.list'),
    '--key',
    at('other/downtime-key.pem'),
    '--out',
    at('wrong.html'),
  )
  expect(wrong.exitCode).toBe(1)
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
  await writeFile(at('changed.list'), bytes)
  await writeFile(at('cut.list'), bytes.subarray(0, -40))
  for (const name of ['changed.list', 'cut.list'])
    expect(
      (await command('open', at(name), '--key', at('desk/downtime-key.pem'), '--out', at(`${name}.html`))).exitCode,
    ).toBe(1)
  const files = await readdir(folder)
  for (const absent of ['wrong.html', 'changed.list.html', 'cut.list.html', 'sealed.list.partial'])
    expect(files).not.toContain(absent)
})

test('each patient in it has a row of an export in the ledger, before there is a file', async () => {
  const exports = async (): Promise<readonly { patient_id: string | null; action: string }[]> => {
    const { rows } = await sql<{ patient_id: string | null; action: string }>`
      select patient_id, action from audit.accesses where operation = 'downtime-list.export' and actor_id = 'command-line' and organization_id = ${hospital.id}`.execute(
      server.composed.platform.database.readerAcross('audit'),
    )
    return rows
  }
  const before = (await exports()).length
  await writeList('audited.list')
  const rows = await exports()
  expect(rows.slice(before)).toHaveLength(1)
  expect(rows.at(-1)).toMatchObject({ action: 'export', patient_id: expect.any(String) })

  const { ledger } = server.composed.platform
  const { append } = ledger
  Object.assign(ledger, { append: () => Promise.reject(new Error('disk full')) })
  await expect(writeList('unaudited.list')).rejects.toThrow('disk full')
  Object.assign(ledger, { append })
  expect(await readdir(folder)).not.toContain('unaudited.list')
})

test('a list that cannot be written leaves the former one', async () => {
  await writeList('kept.list')
  const before = await readFile(at('kept.list'))
  await expect(writeList('kept.list', 'desk/missing.pem')).rejects.toThrow('holds no backup key')
  expect((await readFile(at('kept.list'))).equals(before)).toBe(true)
})

test('the front desk reads the same visits on its screen, as an export of each patient; no one else does', async () => {
  const answer = await hospital.desk.get('/v1/downtime-list')
  expect(answer.status).toBe(200)
  const visits = answer.body.days.flatMap((day: { visits: object[] }) => day.visits)
  expect(visits).toContainEqual({
    appointmentId: booked.id,
    patientId: booked.patientId,
    start: booked.start,
    patientName: '<b>Robin Downtime',
    birthDate: '1984-06-15',
    call: { rule: 'recorded', phone: '+16145550142' },
    practitionerName: booked.practitioner.displayName,
    reason: expect.stringMatching(/^A cough for many .*…$/),
    language: 'es',
  })
  const { rows } = await sql<{ patient_id: string }>`
    select patient_id from audit.accesses where operation = 'exportDowntimeList' and action = 'export'
      and organization_id = ${hospital.id}`.execute(server.composed.platform.database.readerAcross('audit'))
  expect(new Set(rows.map((row) => row.patient_id))).toEqual(
    new Set(visits.map(({ patientId }: { patientId: string }) => patientId)),
  )
  for (const role of ['practitioner', 'nurse', 'biller', 'privacy-officer', 'administrator'] as const)
    expect((await (await hospital.person(role)).get('/v1/downtime-list')).status, role).toBe(403)
})

const storeLists = async () => {
  const job = server.composed.jobs.find(({ name }) => name === 'downtime.store-lists')
  await job?.run(server.clock.now())
}
const storedList = () => at(`stored/${hospital.id}.list`)

test('the server stores the list of each organization once an hour by itself, and again soon when it failed', async () => {
  await storeLists()
  const stored = await readdir(at('stored')).catch(() => [])
  expect(stored).toContain(`${hospital.id}.list`)
  const first = await readFile(storedList())
  server.clock.advance({ minutes: 59 })
  await storeLists()
  expect((await readFile(storedList())).equals(first)).toBe(true)
  server.clock.advance({ minutes: 1 })

  const { ledger } = server.composed.platform
  const { append } = ledger
  Object.assign(ledger, { append: () => Promise.reject(new Error('disk full')) })
  await storeLists()
  Object.assign(ledger, { append })
  expect((await readFile(storedList())).equals(first), 'the former list stays').toBe(true)
  expect(server.logged.some((line) => line.includes('a downtime list could not be written'))).toBe(true)
  await storeLists()
  expect((await readFile(storedList())).equals(first)).toBe(false)
})

test('a clock that was set back keeps no old list', async () => {
  await storeLists()
  const before = await readFile(storedList())
  server.clock.advance({ minutes: -30 })
  await storeLists()
  expect((await readFile(storedList())).equals(before)).toBe(false)
  server.clock.advance({ minutes: 30 })
})

test('the stored list is read when the server is down, with nothing but the file and the key of the desk', async () => {
  await storeLists()
  const stored = await openList(`stored/${hospital.id}.list`)
  await server.close()
  const outcome = await downtimeListCommand(
    ['open', storedList(), '--key', at('desk/downtime-key.pem'), '--out', at('down.html')],
    { VISITKIT_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
    () => new Date(),
  )
  expect(outcome.exitCode, outcome.text).toBe(0)
  const page = await readFile(at('down.html'), 'utf8')
  expect(page).toContain('&lt;b&gt;Robin Downtime')
  expect(page).toBe(stored)
})
