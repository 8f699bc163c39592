import { describe, expect, it } from 'vitest'
import type { ControlEvidence, Evidence } from './evidence.ts'
import { greenControl, noticed, openControl, partlyControl, passed, run, sampleEvidence } from './evidence.testing.ts'
import { judgeControls } from './judge-control.ts'

const judge = (control: ControlEvidence, other: Partial<Evidence> = {}) => {
  const [judged] = judgeControls({ ...sampleEvidence, controls: [control], ...other })
  return { color: judged?.color, reasons: judged?.reasons }
}
const withTest = (changes: object): ControlEvidence => ({ ...greenControl, tests: [{ ...passed, ...changes }] })
const withMutant = (changes: object): ControlEvidence => ({
  ...greenControl,
  clauses: [{ clause: 'The door is locked', mutants: [{ ...noticed, ...changes }] }],
})

describe('a control', () => {
  it('is green when each mutant was noticed and each test passed, on these files', () => {
    expect(judge(greenControl)).toEqual({ color: 'green', reasons: [] })
  })

  it('is partly when its page calls it so, and its tests passed', () => {
    expect(judge(partlyControl)).toEqual({ color: 'partly', reasons: ['The control is not complete.'] })
  })

  it('is red when there is nothing yet', () => {
    expect(judge(openControl)).toEqual({ color: 'red', reasons: ['There is nothing to rely on yet.'] })
  })

  it.each([
    [
      'failed',
      withTest({ result: 'failed' }),
      '1 of 1 test: failed in the last run (node-20261102T101500Z-4f9c1d2e7a)',
    ],
    ['was skipped', withTest({ result: 'skipped' }), 'was skipped in the last run'],
    [
      'was not run',
      withTest({ result: 'not run', run: null }),
      'no run is recorded: src/door.test.ts (opens with no other).',
    ],
    [
      'is of a run that is missing',
      withTest({ run: 'node-of-nowhere' }),
      'the run node-of-nowhere is not in the evidence',
    ],
    ['is not named at all', { ...greenControl, tests: [] }, 'No test is named for it.'],
  ])('is red when a test %s', (_, control, reason) => {
    expect(judge(control)).toEqual({ color: 'red', reasons: [expect.stringContaining(reason)] })
  })

  it.each([
    ['with changes that were not committed', { uncommitted: 2 }, 'ran with changes that were not committed'],
    ['at an older commit', { changedSince: 1 }, 'ran at an older commit; files have changed since'],
    ['at an unknown commit', { changedSince: null }, 'ran at a commit that this repository does not have'],
  ])('is red when its tests ran %s', (_, changes, reason) => {
    for (const control of [greenControl, partlyControl])
      expect(judge(control, { runs: [{ ...run, ...changes }] })).toEqual({
        color: 'red',
        reasons: [expect.stringContaining(reason)],
      })
  })

  it.each([
    ['was not noticed', { outcome: 'survived' }, 'was not noticed by its tests: C05-no-lock.'],
    ['broke the code', { outcome: 'broken' }, 'broke before any assertion'],
    ['was never run', { outcome: 'not run', commit: null, changedSince: null }, 'was never run'],
    ['ran before a change', { changedSince: ['src/door.ts'] }, 'ran before its code or its tests changed'],
    ['ran at an unknown commit', { changedSince: null }, 'ran at a commit that this repository does not have'],
  ])('is red when a mutant %s', (_, changes, reason) => {
    expect(judge(withMutant(changes))).toEqual({ color: 'red', reasons: [expect.stringContaining(reason)] })
  })

  it('is red when it is called done and a clause has no mutant, or there is no clause', () => {
    const clauses = [...greenControl.clauses, { clause: 'its key is kept', mutants: [] }]
    expect(judge({ ...greenControl, clauses }).reasons).toEqual([
      'No mutant shows that a test notices when this does not hold: its key is kept.',
    ])
    expect(judge({ ...greenControl, clauses: [] })).toEqual({ color: 'red', reasons: ['No clause is listed.'] })
  })

  it('is red when the files are in no repository', () => {
    expect(judge(greenControl, { commit: null }).color).toBe('red')
  })
})
