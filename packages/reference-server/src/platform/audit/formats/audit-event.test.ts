import { expect, test } from 'vitest'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { testCaller, testRow } from '../../tests/create-platform.testing.ts'
import { auditEventOf } from './audit-event.ts'
import { balpFaults } from './balp-rules.testing.ts'
import { csvHeading, csvLine } from './ledger-csv.ts'

const server = { address: 'https://visits.example.org' }
const row = { ...testRow(testCaller(), 'patient-1'), entityId: 'thing-1' }
const withProfile = vocabularies.AuditAction.filter((action) => action !== 'execute')

test.each(withProfile)(
  'what a person did (%s) has every required element of its profile, and nothing that it forbids',
  (action) => {
    const event = auditEventOf({ ...row, action }, server)
    expect(event.meta?.profile[0]).toMatch(/Patient|PrivacyDisclosure/)
    expect(balpFaults(event)).toEqual([])
  },
)

test.each(['read', 'print', 'search', 'create', 'update'] as const)(
  'without a patient (%s) it has the profile without one',
  (action) => {
    const event = auditEventOf({ ...row, action, patientId: null }, server)
    expect(event.meta?.profile[0]).not.toContain('Patient')
    expect(balpFaults(event)).toEqual([])
  },
)

test.each(withProfile)(
  'what the server itself did (%s) has no user, and the server’s program as the requestor',
  (action) => {
    const event = auditEventOf(
      { ...row, action, actorKind: 'system', actorId: 'labs.timer', actorRole: 'system' },
      server,
    )
    expect(event.agent).toHaveLength(2)
    expect(balpFaults(event)).toEqual([])
  },
)

test('a refusal, a failure, an operation and a delete without a patient claim no profile', () => {
  for (const changed of [
    { outcome: 'refused', refusal: 'forbidden' },
    { outcome: 'failed' },
    { action: 'execute' },
    { action: 'delete', patientId: null },
  ] as const)
    expect(auditEventOf({ ...row, ...changed }, server)).not.toHaveProperty('meta')
  expect(auditEventOf({ ...row, outcome: 'refused', refusal: 'forbidden' }, server)).toMatchObject({
    outcome: '4',
    outcomeDesc: 'forbidden',
  })
})

test('the direction of a read is that of the data: the client is its destination; of all other acts the client is the source', () => {
  const clientOf = (action: 'read' | 'search' | 'create' | 'update') =>
    auditEventOf({ ...row, action }, server).agent[0]?.type.coding[0]?.code
  expect(clientOf('read')).toBe('110152')
  for (const action of ['search', 'create', 'update'] as const) expect(clientOf(action)).toBe('110153')
})

test('a cell of a CSV file cannot run as a formula, and a comma, a quote or a line end stays in its cell', () => {
  const names = csvHeading.trimEnd().split(',')
  const line = csvLine(7, { ...row, entityId: '=1+1', clientId: 'a,"b"\r\nc' })
  expect(line.startsWith('7,')).toBe(true)
  expect(line).toContain(`"'=1+1"`)
  expect(line).toContain('"a,""b""\r\nc"')
  expect(names).toContain('purpose')
})
