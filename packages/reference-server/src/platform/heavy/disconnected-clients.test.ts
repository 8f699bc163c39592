import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OperationDeclaration } from '../http/contract.ts'
import { notesContract, notesPermissions } from '../http/tests/notes-contract.testing.ts'
import { createNotesDomain, type NotesFaults } from '../http/tests/notes-domain.testing.ts'
import { startTestServer, type TestServer } from '../http/tests/start-test-server.testing.ts'
import { readPolicies } from '../http/read-policies.ts'
import { createLogger } from '../logging/logger.ts'
import { createHeavyWork } from './heavy-work.ts'

const faults: NotesFaults = {}
const exportNote: OperationDeclaration = { ...notesContract.operations['exportNote']!, cost: 'heavy' }
const heavyWork = createHeavyWork({
  threads: 1,
  policy: readPolicies().heavyWork,
  logger: createLogger({ level: 'error' }),
})
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({
    engine: 'pglite',
    now: '2026-11-25T15:00:00Z',
    modules: () => [createNotesDomain(faults, 'secret-of-the-webhook')],
    contract: { ...notesContract, operations: { ...notesContract.operations, exportNote } },
    policies: { permissions: notesPermissions },
  })
})
afterAll(async () => {
  await server.stop()
  await heavyWork.close()
})

it('a document is not made for a page that was closed while it waited, and others do not wait for it', async () => {
  const gate = new SharedArrayBuffer(4)
  const module = new URL('./where-it-ran.testing.ts', import.meta.url)
  faults.printing = ({ caller, disconnected }) =>
    heavyWork.run(caller, { module, name: 'waitsAt', input: gate }, disconnected)
  const [impatient, calm] = [await server.as('patient'), await server.as('patient')]
  const pathOf = async (person: typeof calm): Promise<string> => {
    const created = await person.post('/v1/notes', { patientId: person.caller.personId, text: 'A sample note' })
    return `/v1/notes/${created.body.id}/file`
  }
  const [theirs, own] = [await pathOf(impatient), await pathOf(calm)]

  const page = new AbortController()
  const asked = Array.from({ length: 5 }, () => impatient.fetch(theirs, { signal: page.signal }).catch(() => 'closed'))
  // One is under way on the only thread. The other two of the five wait for the person's turn.
  await expect.poll(() => heavyWork.waiting).toBe(2)
  page.abort()
  expect(await Promise.all(asked)).toEqual(Array.from({ length: 5 }, () => 'closed'))
  await expect.poll(() => heavyWork.waiting).toBe(0)

  const answer = calm.get(own)
  await expect.poll(() => heavyWork.waiting).toBe(1)
  Atomics.store(new Int32Array(gate), 0, 1)
  Atomics.notify(new Int32Array(gate), 0)
  expect(await answer).toMatchObject({ status: 200, body: 'A sample note' })
  expect(heavyWork.finished).toBe(2)
  // The one that was under way is recorded like an answer; of the others, nothing left the server.
  const rows = await server.accessRows({ operation: 'exportNote' })
  expect(rows.map(({ patientId }) => patientId).toSorted()).toEqual(
    [impatient.caller.personId, calm.caller.personId].toSorted(),
  )
})
