import { expect, test } from 'vitest'
import { chooseRecipients, isShown, withRecipients } from './pass-on-correction.ts'
import { ask, type PrivacyRequest } from './privacy-request.ts'

const now = new Date('2026-11-25T15:00:00Z')
const ids = (): (() => string) => {
  let count = 0
  return () => `recipient-${(count += 1)}`
}
const asked = ask(
  { id: 'r', patientId: 'p', kind: 'correction', visitId: null, what: 'My address', why: null, askedByKind: 'patient' },
  now,
)
const accepted: PrivacyRequest = { ...asked, status: 'accepted' }
const sent = (recordId: string, name: string, on: string) =>
  ({ kind: 'pharmacy', name, content: 'prescription', recordId, on }) as const

test('what was sent to one recipient several times is one recipient, with the last day', () => {
  const { recipients } = withRecipients(
    accepted,
    [sent('a', 'One', '2026-01-01'), sent('b', 'Two', '2026-02-01'), sent('c', 'One', '2026-03-01')],
    ids(),
  )
  expect(recipients).toMatchObject([
    { name: 'One', lastSentOn: '2026-03-01', recordIds: ['c', 'a'], state: 'asking' },
    { name: 'Two', lastSentOn: '2026-02-01', recordIds: ['b'], state: 'asking' },
  ])
})

test('a person from whom a recipient is withheld neither sees nor chooses it', () => {
  const withheld = new Set(['a'])
  const before = withRecipients(
    accepted,
    [sent('a', 'Sensitive', '2026-01-01'), sent('b', 'Other', '2026-02-01')],
    ids(),
  )
  const [other, sensitive] = before.recipients
  expect(before.recipients.map((one) => isShown(one, withheld))).toEqual([true, false])
  const choose = (notify: readonly string[]) =>
    chooseRecipients(before, { notify, others: [], version: 1 }, { withheld, newId: ids(), now })
  expect(choose([]).recipients.map(({ state }) => state)).toEqual(['declined', 'asking'])
  expect(choose([other?.id ?? '']).recipients.map(({ state }) => state)).toEqual(['to-notify', 'asking'])
  expect(() => choose([sensitive?.id ?? ''])).toThrow()
})
