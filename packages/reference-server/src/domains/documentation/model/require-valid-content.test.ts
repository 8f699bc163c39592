import { expect, it } from 'vitest'
import { loadNoteTemplates } from '../packs/load-note-templates.ts'
import { requireValidContent } from './require-valid-content.ts'
import { localDay } from './local-day.ts'
import { diagnosisCatalog } from './diagnosis-catalog.ts'
import type { Note } from './note.ts'

const templates = await loadNoteTemplates()
const diagnoses = diagnosisCatalog([
  { code: 'X00.0', display: 'Until September', effectiveFrom: '2025-10-01', effectiveTo: '2026-10-01' },
  { code: 'X00.1', display: 'From October', effectiveFrom: '2026-10-01', effectiveTo: null },
])
const before = {
  templateCode: 'soap',
  draftedAt: new Date('2026-10-02T12:00:00Z'),
  content: { sections: [], diagnoses: [], prefilled: [], derived: [] },
}
const codesTaken = (visitAt: string, code: string): string[] => {
  const body = { sections: [], diagnoses: [{ code }], vitals: [], services: [], version: 1 }
  const day = localDay(new Date(visitAt), 'America/New_York')
  return requireValidContent(
    body,
    before as unknown as Note,
    { templates, diagnoses, copied: new Map() },
    day,
    new Date(visitAt),
  ).diagnoses.map((one) => one.display)
}

it('uses the codes in effect on the day and in the zone of the visit, whenever the note is written', () => {
  // 22:30 on 30 September in New York.
  const lastEvening = '2026-10-01T02:30:00Z'
  expect(codesTaken(lastEvening, 'X00.0')).toEqual(['Until September'])
  expect(() => codesTaken(lastEvening, 'X00.1')).toThrow(expect.objectContaining({ code: 'unknown_code' }))
  expect(codesTaken('2026-10-01T14:00:00Z', 'X00.1')).toEqual(['From October'])
})
