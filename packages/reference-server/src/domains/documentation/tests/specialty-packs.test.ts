import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadSpecialtyPacks } from '../../scheduling/index.ts'
import { templateForVisit, templatesNamedBy } from '../model/specialty-notes.ts'
import { loadNoteTemplates } from '../packs/load-note-templates.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withNoteVerbs, type NoteHospital } from './documenting-hospital.testing.ts'

const shipped = loadSpecialtyPacks('2026-11-24')
const templates = await loadNoteTemplates()
const now = new Date('2026-11-25T15:00:00Z')

describe('a visit of a specialty whose pack was changed', () => {
  let hospital: NoteHospital
  beforeAll(async () => {
    const primaryCare = shipped.get('primary-care')!
    const visitTypes = primaryCare.visitTypes.map((type) => ({
      ...type,
      care: { ...type.care, noteTemplate: 'dermatology' },
    }))
    const pack = { ...primaryCare, visitTypes, psychotherapyNotes: true }
    hospital = withNoteVerbs(
      await createTestHospital({
        engine: 'pglite',
        overrides: { packs: { specialties: new Map([['primary-care', pack]]) } },
      }),
    )
  })
  afterAll(() => hospital.stop())

  it('uses the template that the pack names, and psychotherapy notes if the pack allows them', async () => {
    const practitioner = await hospital.addClinician()
    const visit = await hospital.ended(await hospital.addPatient(), practitioner)
    const client = await hospital.signIn(practitioner)
    const { body: note } = await client.post(`/v1/visits/${visit.id}/note`)
    expect(note).toMatchObject({ templateCode: 'dermatology', psychotherapyNotes: true })
    const path = `/v1/visits/${visit.id}/psychotherapy-note`
    expect((await client.put(path, { text: 'For the therapist.', version: 0 })).status).toBe(200)
  })
})

describe('the packs in the release', () => {
  const begins = (specialty: string, visitTypeCode: string): string =>
    templateForVisit({ specialty, visitTypeCode }, shipped, templates, now).code

  it('start each visit type with the template that they name', () => {
    for (const { code: specialty, visitTypes } of shipped.values())
      for (const { code, care } of visitTypes) expect(begins(specialty, code)).toBe(care.noteTemplate)
    expect(begins('primary-care', 'primary-care-follow-up')).toBe('soap')
  })

  it('use the template of the specialty for visit types of an organization', () => {
    expect(begins('cardiology', 'heart-talk')).toBe('cardiology')
    expect(begins('podiatry', 'foot-talk')).toBe('soap')
  })

  it('offer every template that they name to authors', () => {
    expect(templatesNamedBy(new Set(['primary-care', 'podiatry']), shipped)).toEqual(new Set(['primary-care', 'soap']))
  })
})
