import { expect, test } from 'vitest'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { testCaller, testRow } from '../../tests/create-platform.testing.ts'
import { auditEventOf } from './audit-event.ts'
import { balpFaults } from './balp-rules.testing.ts'
import { consentDecisionOf } from './consent-decision.ts'
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

const known = { tokenId: '0b6f3c1e-0000-4000-8000-000000000001', clientAddress: '192.0.2.7' }
const tokenUrn = `urn:ietf:params:oauth:jti:${known.tokenId}`

test.each(withProfile)('with its token and address (%s) it conforms to the profile of the token too', (action) => {
  const event = auditEventOf({ ...row, action }, server, known)
  expect(event.meta?.profile).toHaveLength(2)
  expect(event.meta?.profile[1]).toContain('OAUTHaccessTokenUse.Minimal')
  expect(balpFaults(event)).toEqual([])
  const [client, own, user] = event.agent
  expect(client?.network).toEqual({ address: '192.0.2.7', type: '2' })
  expect(own?.network).toEqual({ address: server.address, type: '5' })
  expect(user?.policy).toEqual([tokenUrn])
})

test('the query of a search is what was asked, and of an older row its operation', () => {
  const queryOf = (query?: string) => {
    const { entity } = auditEventOf({ ...row, action: 'search' }, server, query === undefined ? {} : { query })
    return Buffer.from(entity.find(({ role }) => role?.code === '24')?.query ?? '', 'base64').toString()
  }
  expect(queryOf('GET /v1/appointments?status=booked&cursor')).toBe('GET /v1/appointments?status=booked&cursor')
  expect(queryOf()).toBe(row.operation)
})

test('what consents permitted is a decision of its own, with each consent and the token, and nothing else is', () => {
  const consents = 'consent-1 consent-2'
  const decision = consentDecisionOf({ ...row, consents }, server, known)
  expect(decision?.meta?.profile).toEqual([expect.stringContaining('IHE.BasicAudit.AuthZconsent')])
  expect(decision && balpFaults(decision)).toEqual([])
  expect(decision?.entity.map(({ what }) => what)).toEqual([
    { reference: 'Patient/patient-1' },
    { reference: 'Consent/consent-1' },
    { reference: 'Consent/consent-2' },
    { identifier: { value: tokenUrn } },
  ])
  expect(consentDecisionOf({ ...row, consents }, server, {})?.entity).toHaveLength(3)
  expect(consentDecisionOf(row, server, known)).toBeNull()
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
