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

describe('what stands in the way of signing', () => {
  it('is a required section that holds nothing but what the server wrote', async () => {
    const template = (await loadNoteTemplates()).of('behavioral-health', new Date('2026-11-25T15:00:00Z'))
    const sections = template.sections.map(({ code }) => ({ code, text: 'Text.' }))
    const note = (derived: string[]) => ({ content: { ...content([]), sections, derived }, modality: 'video' as const })
    expect(missingParts(note(['measures', 'mental-status', 'risk']), template)).toEqual({
      sections: ['mental-status', 'risk'],
      parts: [],
    })
    expect(missingParts(note([]), template)).toEqual(nothing)
  })

  it('is a service that points at a diagnosis which is not there', () => {
    expect(missingParts({ content: content([service({ diagnosisPointers: [2] })]), modality: 'video' }, null)).toEqual({
      sections: [],
      parts: ['services'],
    })
    expect(missingParts({ content: content([service()]), modality: 'video' }, null)).toEqual(nothing)
  })

  it('is a visit by sound alone whose services do not say why there was no picture', () => {
    expect(missingParts({ content: content([service()]), modality: 'audio' }, null).parts).toEqual(['services'])
    const said = service({ audioOnlyReason: 'patient-choice' })
    expect(missingParts({ content: content([said]), modality: 'audio' }, null)).toEqual(nothing)
  })
})
