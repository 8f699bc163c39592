import { expect, test } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { testCaller, testRequestContext } from '../../../platform/tests/create-platform.testing.ts'
import { loadConsentPack } from '../index.ts'
import type { ConsentText } from '../model/consent-text.ts'
import { decideConsent } from '../operations/decide-consent.ts'
import { revokeConsent } from '../operations/revoke-consent.ts'
import { publishText } from '../workflows/publish-text.ts'
import { starter } from './consent-world.testing.ts'

const pack = await loadConsentPack()
const context = testRequestContext(testCaller())
const request = { query: {} as never, headers: {}, rawBody: new Uint8Array() }
const original = (): ConsentText => publishText(pack, starter('telehealth-treatment', 'en'), null, context).text

test('the first text of a purpose depends on there being no document; the next one on its version', () => {
  const first = publishText(pack, starter('telehealth-treatment', 'en'), null, context)
  const [document, text] = first.writes
  expect([document?.statement.isConditional, text?.statement.isConditional]).toEqual([true, false])
  expect(first.inTheWay().code).toBe('document_exists')
  const { documentId } = first.text
  const next = publishText(
    pack,
    { ...starter('telehealth-treatment', 'en'), documentId, material: false },
    { head: first.text, texts: [first.text] },
    context,
  )
  expect(next.writes.map(({ statement }) => [statement.table, statement.isConditional])).toEqual([
    ['consent.texts', true],
  ])
  expect(next.text).toMatchObject({ version: 2, material: false })
  expect(next.inTheWay().code).toBe('version_conflict')
})

test('a translation is of the newest version, by a named reviewer', () => {
  const head = original()
  const translate = (more: object) =>
    publishText(
      pack,
      { ...starter('telehealth-treatment', 'es'), documentId: head.documentId, translationOf: 1, ...more },
      { head, texts: [head] },
      context,
    ).text
  expect(translate({ reviewedBy: 'Quinn Reviewer' })).toMatchObject({ version: 1, translated: true, material: true })
  expect(() => translate({})).toThrow(expect.objectContaining({ code: 'translation_unreviewed' }))
  expect(() => translate({ reviewedBy: 'Quinn Reviewer', translationOf: 2 })).toThrow(
    expect.objectContaining({ code: 'version_conflict' }),
  )
})

const text = original()
const patientId = newId()
const granted = {
  id: newId(),
  patientId,
  purpose: text.purpose,
  documentId: text.documentId,
  documentVersion: 1,
  decision: 'granted',
  revokedAt: null,
  decidedAt: new Date('2026-11-25T15:00:00Z'),
  decidedByKind: 'patient',
  appointmentId: null,
  expiresAt: null,
} as const
const evidence = { signedName: 'Pat Sample', statement: '{}', signature: '', keyId: 'k1', publicKey: '' }

test('a decision depends on the one before and on the version that was shown; declining after a grant revokes it', () => {
  const decide = (decision: 'granted' | 'declined', before: typeof granted | undefined) =>
    decideConsent(pack).decide?.(
      { ...request, path: { patientId }, body: { decision } as never },
      {
        ...{ id: newId(), text, decidedByKind: 'patient', evidence, before },
        head: { documentId: text.documentId, purpose: text.purpose, version: 1, materialVersion: 1 },
      },
      context,
    )
  const declined = decide('declined', granted)
  expect(declined?.events?.map(({ type }) => type)).toEqual(['consent.consent-decided', 'consent.consent-revoked'])
  expect(declined?.writes?.map(({ statement }) => statement.kind)).toEqual(['check', 'check', 'insert'])
  expect(declined?.writes?.[1]?.values).toEqual([patientId, text.purpose, granted.id])
  expect(decide('declined', undefined)?.events).toHaveLength(1)
  expect(decide('granted', granted)?.answer.body.status).toBe('active')
})

test('only the latest grant is revoked, once', () => {
  const revoke = (latestId: string, more: object = {}) =>
    revokeConsent.decide?.(
      { ...request, path: { consentId: granted.id }, body: undefined },
      {
        latestId,
        evidence,
        consent: {
          ...{ ...granted, textId: text.id, language: 'en', title: text.title, contentHash: text.contentHash },
          ...{ decidedAt: context.now, decidedByKind: 'patient', sealed: new Uint8Array(), ...more },
        },
      },
      context,
    )
  expect(revoke(granted.id)?.answer.body.status).toBe('revoked')
  const code = (value: string) => expect.objectContaining({ code: value })
  expect(() => revoke(newId())).toThrow(code('consent_superseded'))
  expect(() => revoke(granted.id, { revokedAt: context.now })).toThrow(code('already_revoked'))
  expect(() => revoke(granted.id, { decision: 'declined' })).toThrow(code('not_granted'))
})
