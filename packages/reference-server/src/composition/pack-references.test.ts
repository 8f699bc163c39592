import { expect, test } from 'vitest'
import { loadSpecialtyPacks, type SpecialtyPack } from '../domains/scheduling/index.ts'
import { requirePackReferences } from './pack-references.ts'

const now = new Date('2026-11-24T12:00:00Z')
const shipped = loadSpecialtyPacks('2026-11-24')

test('every template, test, questionnaire, alert and consent that a specialty pack names exists', async () => {
  await expect(requirePackReferences(shipped, now)).resolves.toBeUndefined()
})

test('a server does not start with a pack that names missing entries, and lists each of them', async () => {
  const [original] = [...shipped.values()]
  if (!original) throw new Error('no specialty ships')
  const [visitType] = original.visitTypes
  if (!visitType) throw new Error('the specialty has no visit type')
  const lost = { questionnaires: ['gone'], care: { ...visitType.care, noteTemplate: 'forgotten' } }
  const dangling: SpecialtyPack = {
    ...original,
    code: 'sleep',
    visitTypes: [{ ...visitType, code: 'sleep-visit', ...lost }],
    followUp: { rules: [] },
  }
  await expect(requirePackReferences(new Map([['sleep', dangling]]), now)).rejects.toThrow(
    'sleep/sleep-visit names the note template forgotten, which no pack has.\n' +
      'sleep/sleep-visit names the questionnaire gone, which no pack has.',
  )
})
