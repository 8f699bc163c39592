import { describe, expect, test } from 'vitest'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { Message } from '../src/core/message-types.ts'
import { holdDesks, type HoldVocabulary } from './hold-desks.ts'

/* One list of all hold reasons of partners: each has a text in three languages, an action at a desk, and a walk to its end. */

const walks = import.meta.glob<string>('../src/**/*.test.ts', { query: '?raw', import: 'default' })
const names = Object.keys(holdDesks) as HoldVocabulary[]

/** A vocabulary of the contract whose name says that something waits, or is at fault. */
const namedLikeOne = /HoldReason$|UnmatchedReason$|MailboxFault$|Attention$/u

test('the list has every vocabulary of the contract that says why something of a partner waits', () => {
  expect(names.toSorted()).toEqual(
    Object.keys(vocabularies)
      .filter((name) => namedLikeOne.test(name))
      .toSorted(),
  )
})

describe.each(names)('each reason of %s', (name) => {
  const desk = holdDesks[name]
  const says = desk.says as (reason: string) => readonly string[]
  const actions = desk.actions as Readonly<Record<string, readonly string[]>>
  const reasons: readonly string[] = vocabularies[name]
  const textsIn = async (language: string): Promise<Readonly<Record<string, Message>>> =>
    language === 'en' ? desk.bundle.en : ((await desk.bundle.languages[language]?.()) ?? {})

  test.each(['en', 'es', 'ar'])('has words of its own in %s, and the words of its actions', async (language) => {
    const texts = await textsIn(language)
    for (const reason of reasons)
      for (const key of [...says(reason), ...(actions[reason] ?? [])])
        expect([key, String(texts[key] ?? '').trim().length > 0]).toEqual([key, true])
    const own = reasons.map((reason) => says(reason).map((key) => texts[key]))
    expect(new Set(own.map(String)).size, 'two reasons with the same words').toBe(reasons.length)
  })

  test('has an action at the desk, and nothing else has one', () => {
    expect(Object.keys(actions).toSorted()).toEqual([...reasons].toSorted())
    for (const reason of reasons) expect([reason, actions[reason]?.length ?? 0]).not.toEqual([reason, 0])
  })

  test('is walked in the browser at its desk, from arrival to settled', async () => {
    const walk = await walks[`../src/${desk.walkedIn}`]?.()
    // A commit walks a part of a long list.
    expect(walk, desk.walkedIn).toMatch(new RegExp(`\\.each\\((?:sampled\\()?vocabularies\\.${name}\\)`))
    expect(walk, desk.walkedIn).toContain(`define/${desk.element.replace('visit-', '')}.ts`)
  })
})
