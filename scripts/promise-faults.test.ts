import { describe, expect, it } from 'vitest'
import { promiseFaults } from './promise-faults.ts'

const tests: Readonly<Record<string, string>> = { 'tests/a.test.ts': "it('shows it there', async () => {})" }
const readTest = (file: string): string | null => tests[file] ?? null
const proof = { file: 'tests/a.test.ts', title: 'shows it there' }
const faultsOf = (texts: Readonly<Record<string, unknown>>, proofs = {}) =>
  promiseFaults({ element: 'sample', texts, proofs }, readTest)

describe('sentences that claim an effect', () => {
  it.each([
    'The clinic has been told.',
    'Your clinician reads them before the visit.',
    'Someone will call you.',
    'Dr Sample has seen this.',
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
    expect(faultsOf({ next: 'Next', check: 'Please check this answer.' })).toEqual([])
  })

  it('need a test that exists, and a text that exists', () => {
    expect(faultsOf({ told: 'Told.' }, { told: { ...proof, file: 'tests/b.test.ts' } })).toHaveLength(1)
    expect(faultsOf({ told: 'Told.' }, { told: { ...proof, title: 'shows nothing' } })).toHaveLength(1)
    expect(faultsOf({}, { told: proof })).toHaveLength(1)
  })
})
