import { describe, expect, it } from 'vitest'
import { promiseFaults, type Proof } from './promise-faults.ts'

const journey = 'tests/sample-journey.test.ts'
const element = 'packages/elements/src/sample/sample.test.ts'
const tests: Readonly<Record<string, string>> = {
  [journey]: "it('shows it there', async () => { await readPromise(patient.page, 'sample.told') })",
  [element]: "test('shows it', async () => {})",
}
const readTest = (file: string): string | null => tests[file] ?? null
const proof = { file: journey, title: 'shows it there' }
const faultsOf = (texts: Readonly<Record<string, unknown>>, proofs: Readonly<Record<string, Proof>> = {}) =>
  promiseFaults({ name: 'sample', texts, proofs }, readTest)

const told = { told: 'The clinic has been told.' }

describe('sentences that claim an effect', () => {
  it.each([
    'The clinic has been told.',
    'Your clinician reads them before the visit.',
    'Someone will call you.',
    'Dr Sample has seen this.',
    'Mark as reviewed and show it',
    'You can change or cancel it until {until}.',
    'To stop these messages, change how we tell you.',
    'We play a sound.',
    'New results appear here by themselves.',
    'You get it by {date}.',
    'A time that becomes free is offered to the first one whom it suits.',
    'Only you see it.',
    'The patient gets a message.',
    'Everyone keeps their place.',
    'Nobody can change this list.',
  ])('need a test: %s', (sentence) => {
    expect(faultsOf({ told: sentence })).toHaveLength(1)
    expect(faultsOf({ told: sentence }, { told: proof })).toEqual([])
  })

  it('are found in the sentences of a problem and in plural forms', () => {
    expect(faultsOf({ problem_x: ['Not sent', 'Nothing was lost.', 'The clinic will read it later.'] })).toHaveLength(1)
    expect(faultsOf({ many: { one: 'One person has seen it.', other: '{count} people have seen it.' } })).toHaveLength(
      1,
    )
  })

  it('leave other sentences alone', () => {
    expect(faultsOf({ next: 'Next', check: 'Please check this answer.', act: 'I will act on this' })).toEqual([])
  })

  it('need a test that exists, and a text that exists', () => {
    expect(faultsOf(told, { told: { ...proof, file: 'tests/other-journey.test.ts' } })).toHaveLength(1)
    expect(faultsOf(told, { told: { ...proof, title: 'shows nothing' } })).toHaveLength(1)
    expect(faultsOf({}, { told: proof })).toHaveLength(1)
  })

  it('are read by their journey, by name: it then reads them in both languages and at both sizes', () => {
    expect(faultsOf({ ...told, seen: 'Dr Sample has seen this.' }, { told: proof, seen: proof })).toEqual([
      `sample.seen: ${journey} does not read 'sample.seen' with readPromise.`,
    ])
  })

  it('can have another test, which says why', () => {
    const other = { file: element, title: 'shows it' }
    expect(faultsOf(told, { told: other })).toEqual([
      `sample.told: ${element} is no journey. Say why a second browser cannot show it.`,
    ])
    expect(faultsOf(told, { told: { ...other, why: 'The other side is a pharmacy.' } })).toEqual([])
  })

  it('are proven one by one: a sentence that is added to a proven text needs a proof too', () => {
    const added = { told: 'The clinic has been told. Someone will call you. Next' }
    expect(faultsOf(added, { told: proof })).toEqual([
      'sample.told: 2 of its sentences are found to claim something. List those that are proven in "claims".',
    ])
    const first = { ...proof, claims: ['The clinic has been told.'] }
    expect(faultsOf(told, { told: first })).toEqual([])
    expect(faultsOf(added, { told: first })).toEqual([
      'sample.told: a sentence is not among its "claims": "Someone will call you."',
    ])
    const both = { ...proof, claims: ['The clinic has been told.', 'Someone will call you.'] }
    expect(faultsOf(added, { told: both })).toEqual([])
    expect(faultsOf(told, { told: both })).toEqual(['sample.told: there is no such sentence: "Someone will call you."'])
  })

  it('can be proven though no word of them is known, and another one next to them is still found', () => {
    const unknown = { told: 'It is in the list of the nurse.' }
    const listed = { ...proof, claims: ['It is in the list of the nurse.'] }
    expect(faultsOf(unknown, { told: listed })).toEqual([])
    expect(faultsOf({ told: 'It is in the list of the nurse. Someone will call you.' }, { told: listed })).toHaveLength(
      1,
    )
  })

  it('are one in all plural forms, and one each in lines', () => {
    const many = { told: { one: 'One person has seen it.', other: '{count} people have seen it.' } }
    expect(faultsOf(many, { told: proof })).toEqual([])
    expect(
      faultsOf({ told: ['Not sent', 'Someone will call you.\nThey will read it.'] }, { told: proof }),
    ).toHaveLength(1)
  })

  it('can promise nothing, for a reason, as long as they look like a promise', () => {
    const none = { none: 'Says what the browser does.' }
    expect(faultsOf(told, { told: none })).toEqual([])
    expect(faultsOf({ told: 'Next' }, { told: none })).toHaveLength(1)
  })
})
