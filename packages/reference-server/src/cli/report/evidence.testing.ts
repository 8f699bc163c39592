import type { ControlEvidence, ControlException, Evidence, MutantEvidence, TestEvidence, TestRun } from './evidence.ts'

const commit = '4f9c1d2e7a8b3c5d6e0f1a2b3c4d5e6f7a8b9c0d'

export const run: TestRun = {
  id: 'node-20261102T101500Z-4f9c1d2e7a',
  project: 'node',
  commit,
  at: '2026-11-02T10:15:00Z',
  uncommitted: 0,
  changedSince: 0,
}

export const passed: TestEvidence = {
  file: 'src/door.test.ts',
  name: 'opens with no other',
  result: 'passed',
  run: run.id,
}

export const noticed: MutantEvidence = {
  id: 'C05-no-lock',
  outcome: 'red',
  date: '2026-11-02',
  commit: commit.slice(0, 10),
  changedSince: [],
}

export const greenControl: ControlEvidence = {
  control: 'C05',
  title: 'Idle timeout',
  rules: ['45 CFR 164.312(a)(2)(iii)', 'OWASP ASVS 5.0.0 7.3.1'],
  status: 'done',
  text: 'The door is locked after 15 minutes <at night & by day>.',
  clauses: [{ clause: 'The door is locked after 15 minutes <at night & by day>', mutants: [noticed] }],
  tests: [passed],
}

export const partlyControl: ControlEvidence = {
  control: 'C06',
  title: 'Absolute timeout',
  rules: ['45 CFR 164.312(a)(2)(iii)'],
  status: 'partly',
  text: 'The bell rings. It does not ring at night.',
  clauses: [],
  tests: [{ file: 'src/bell.test.ts', name: null, result: 'passed', run: run.id }],
}

export const openControl: ControlEvidence = {
  control: 'C14',
  title: 'Break-glass',
  rules: ['45 CFR 164.312(a)(2)(ii)'],
  status: 'not yet',
  text: '',
  clauses: [],
  tests: [],
}

/** One control of each kind. */
export const sampleEvidence: Evidence = {
  format: 'visitkit evidence v1',
  product: { name: '@visitkit/reference-server', version: '1.2.3' },
  commit,
  committedAt: '2026-11-02T09:00:00Z',
  uncommitted: 0,
  runs: [run],
  controls: [greenControl, partlyControl, openControl],
}

/** C01 to C60, all green. */
export const sixtyControls: readonly ControlEvidence[] = Array.from({ length: 60 }, (_, at) => ({
  ...greenControl,
  control: `C${String(at + 1).padStart(2, '0')}`,
}))

/** C24, of which a test failed. */
export const redControl: ControlEvidence = {
  ...greenControl,
  control: 'C24',
  tests: [{ ...passed, result: 'failed' }],
}

export const exceptionOf = (control: string, expires = '2027-03-31'): ControlException => ({
  control,
  owner: 'the release manager',
  reason: 'The bell is being repaired.',
  expires,
})
