import { describe, expect, it } from 'vitest'
import { loadNoteTemplates } from '../packs/load-note-templates.ts'
import { missingParts } from './missing-parts.ts'
import type { NoteContent, NoteService } from './note.ts'

const content = (services: NoteService[]): NoteContent => ({
  templateCode: 'x',
  sections: [],
  diagnoses: [{ code: 'I10', display: 'Essential (primary) hypertension' }],
  vitals: [],
  services,
  prefilled: [],
  derived: [],
})
const service = (more: Partial<NoteService> = {}): NoteService => ({
  codeSystem: 'HCPCS',
  code: 'G2012',
  units: 1,
  diagnosisPointers: [1],
  ...more,
})

const nothing = { sections: [], parts: [] }

describe('a note cannot be signed', () => {
  it('while a required section contains only what the server wrote', async () => {
    const template = (await loadNoteTemplates()).of('behavioral-health', new Date('2026-11-25T15:00:00Z'))
    const sections = template.sections.map(({ code }) => ({ code, text: 'Text.' }))
    const note = (derived: string[]) => ({ content: { ...content([]), sections, derived }, modality: 'video' as const })
    expect(missingParts(note(['measures', 'mental-status', 'risk']), template)).toEqual({
      sections: ['mental-status', 'risk'],
      parts: [],
    })
    expect(missingParts(note([]), template)).toEqual(nothing)
  })

  it('with a service that points to a missing diagnosis', () => {
    expect(missingParts({ content: content([service({ diagnosisPointers: [2] })]), modality: 'video' }, null)).toEqual({
      sections: [],
      parts: ['services'],
    })
    expect(missingParts({ content: content([service()]), modality: 'video' }, null)).toEqual(nothing)
  })

  it('for an audio-only visit whose services do not say why there was no video', () => {
    expect(missingParts({ content: content([service()]), modality: 'audio' }, null).parts).toEqual(['services'])
    const said = service({ audioOnlyReason: 'patient-choice' })
    expect(missingParts({ content: content([said]), modality: 'audio' }, null)).toEqual(nothing)
  })
})
