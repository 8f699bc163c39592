import { expect, test } from 'vitest'
import { mergeDrafts, resolveConflicts } from './merge-drafts.ts'
import { withDiagnosis, withMainDiagnosis, withoutDiagnosis, withService, type NoteDraft } from './note-draft.ts'

const base: NoteDraft = {
  templateCode: 'soap',
  sections: new Map([['plan', 'Rest.']]),
  copied: new Map(),
  diagnoses: [{ code: 'R05.1' }, { code: 'I10' }],
  vitals: [],
  services: [{ codeSystem: 'local', code: 'TELE30', units: 1, diagnosisPointers: [2] }],
}
const plan = (text: string): NoteDraft => ({ ...base, sections: new Map([['plan', text]]) })

test('a part that one side changed is taken from that side', () => {
  const theirs = withDiagnosis(base, { code: 'J06.9' })
  const { merged, conflicts } = mergeDrafts(base, plan('Mine.'), theirs)
  expect([merged.sections.get('plan'), merged.diagnoses.length, conflicts]).toEqual(['Mine.', 3, []])
})

test('a part that both sides changed in the same way is no conflict', () => {
  expect(mergeDrafts(base, plan('Same.'), plan('Same.')).conflicts).toEqual([])
})

test.each([
  ['mine', 'Mine.'],
  ['theirs', 'Theirs.'],
  ['both', 'Mine.\n\nTheirs.'],
] as const)('a part that both changed can be resolved with %s', (side, text) => {
  const { merged, conflicts } = mergeDrafts(base, plan('Mine.'), plan('Theirs.'))
  expect(conflicts).toEqual(['section:plan'])
  expect(resolveConflicts(merged, plan('Theirs.'), new Map([['section:plan', side]])).sections.get('plan')).toBe(text)
})

test('services keep their diagnoses when these move or are removed', () => {
  expect(withMainDiagnosis(base, 1).services[0]?.diagnosisPointers).toEqual([1])
  expect(withoutDiagnosis(base, 0).services[0]?.diagnosisPointers).toEqual([1])
  expect(withoutDiagnosis(base, 1).services[0]?.diagnosisPointers).toEqual([])
})

test('the same diagnosis or service is listed once', () => {
  expect(withDiagnosis(base, { code: 'I10' })).toBe(base)
  expect(withService(base, { codeSystem: 'local', code: 'TELE30', name: 'Video visit' })).toBe(base)
})
