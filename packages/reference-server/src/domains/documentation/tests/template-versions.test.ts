import { afterAll, beforeAll, expect, it } from 'vitest'
import type { NoteTemplate } from '../model/note-template.ts'
import { templateCatalog } from '../model/template-catalog.ts'
import { loadNoteTemplates } from '../packs/load-note-templates.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { complete, withNoteVerbs, type NoteHospital } from './documenting-hospital.testing.ts'

const shipped = await loadNoteTemplates()
const soap = shipped.of('podiatry', new Date('2026-11-25T15:00:00Z'))
const headed = (text: string): NoteTemplate => ({
  ...soap,
  name: [{ language: 'en', text }],
  sections: soap.sections.map((section) => ({ ...section, heading: [{ language: 'en', text }] })),
})
const templates = templateCatalog(
  [
    { template: headed('Before'), effectiveFrom: '2026-01-01', effectiveTo: '2026-12-01' },
    { template: headed('After'), effectiveFrom: '2026-12-01', effectiveTo: null },
  ],
  new Map([['en', shipped.phrases('en')]]),
)

let hospital: NoteHospital
beforeAll(async () => {
  hospital = withNoteVerbs(
    await createTestHospital({ engine: 'pglite', overrides: { packs: { noteTemplates: templates } } }),
  )
})
afterAll(() => hospital.stop())

it('a note keeps the name and headings with which it was written and signed, whatever later versions of its template say', async () => {
  const practitioner = await hospital.addClinician()
  const visit = await hospital.ended(await hospital.addPatient(), practitioner)
  const client = await hospital.signIn(practitioner)
  const { body: note } = await client.post(`/v1/visits/${visit.id}/note`)
  const { body: saved } = await client.put(`/v1/notes/${note.id}`, complete(note))
  expect((await client.post(`/v1/notes/${note.id}/sign`, { version: saved.version })).status).toBe(200)
  hospital.moveTo('2026-12-02T15:00:00Z')
  const later = await hospital.signIn(practitioner)
  const headings = (sections: NoteTemplate['sections']) => new Set(sections.map(({ heading }) => heading[0]?.text))
  const { body: signed } = await later.get(`/v1/notes/${note.id}`)
  expect(headings(signed.template.sections)).toEqual(new Set(['Before']))
  const { body: chart } = await later.get(`/v1/patients/${visit.patientId}/notes`)
  expect(chart.items[0].templateName).toEqual([{ language: 'en', text: 'Before' }])
  const { body: today } = await later.get('/v1/note-templates')
  expect(headings(today.items[0].sections)).toEqual(new Set(['After']))
})
