import { describe, expect, it } from 'vitest'
import type { Evidence } from './evidence.ts'
import { exceptionOf, partlyControl, redControl, sampleEvidence, sixtyControls } from './evidence.testing.ts'
import { makeReport } from './make-report.ts'
import { releaseRefusals } from './release-refusals.ts'

const now = new Date('2027-03-31T23:59:00Z')
const refusals = (evidence: Partial<Evidence>) =>
  releaseRefusals(makeReport({ ...sampleEvidence, controls: sixtyControls, ...evidence }), now)
const withRed = sixtyControls.with(23, redControl)

describe('a release', () => {
  it('is permitted when each of the sixty controls is green', () => {
    expect(refusals({})).toEqual([])
  })

  it('is refused for a control that is red or partly, with the reason', () => {
    const controls = withRed.with(5, partlyControl)
    expect(refusals({ controls })).toEqual([
      'C06 Absolute timeout is partly. The control is not complete.',
      expect.stringMatching(/^C24 Idle timeout is red\. 1 of 1 test: failed in the last run/),
    ])
  })

  it('is refused for a row that is missing', () => {
    expect(refusals({ controls: sixtyControls.filter(({ control }) => control !== 'C60') })).toEqual([
      'C60 is not in the report.',
    ])
  })

  it.each([
    ['files that are not committed', { uncommitted: 1 }, 'Files that differ from the commit: 1.'],
    ['files of no repository', { commit: null }, 'These files are in no repository.'],
  ])('is refused for %s', (_, evidence, reason) => {
    expect(refusals(evidence)).toContainEqual(expect.stringContaining(reason))
  })

  it('is permitted with an exception up to its last day, and not after it', () => {
    expect(refusals({ controls: withRed, exceptions: [exceptionOf('C24', '2027-03-31')] })).toEqual([])
    expect(refusals({ controls: withRed, exceptions: [exceptionOf('C24', '2027-03-30')] })).toEqual([
      expect.stringContaining('C24 Idle timeout is red, and its exception ended on 2027-03-30.'),
    ])
  })

  it('is refused for an exception of another control, of a green one, or of none', () => {
    expect(refusals({ controls: withRed, exceptions: [exceptionOf('C25')] })).toEqual([
      expect.stringContaining('C24 Idle timeout is red.'),
      'C25 Idle timeout is green and has an exception: remove the exception.',
    ])
    expect(refusals({ exceptions: [exceptionOf('C61')] })).toEqual([
      'The exception of C61 is of no control: remove it.',
    ])
  })
})
