import { describe, expect, it } from 'vitest'
import { missingParts } from './missing-parts.ts'
import type { NoteContent, NoteService } from './note.ts'

const content = (services: NoteService[]): NoteContent => ({
  templateCode: 'x',
  sections: [],
  diagnoses: [{ code: 'I10', display: 'Essential (primary) hypertension' }],
  vitals: [],
  services,
  prefilled: [],
})
const service = (more: Partial<NoteService> = {}): NoteService => ({
  codeSystem: 'HCPCS',
  code: 'G2012',
  units: 1,
  diagnosisPointers: [1],
  ...more,
})

describe('what stands in the way of signing', () => {
  it('is a service that points at a diagnosis which is not there', () => {
    expect(missingParts({ content: content([service({ diagnosisPointers: [2] })]), modality: 'video' }, null)).toEqual([
      'services',
    ])
    expect(missingParts({ content: content([service()]), modality: 'video' }, null)).toEqual([])
  })

  it('is a visit by sound alone whose services do not say why there was no picture', () => {
    expect(missingParts({ content: content([service()]), modality: 'audio' }, null)).toEqual(['services'])
    const said = service({ audioOnlyReason: 'patient-choice' })
    expect(missingParts({ content: content([said]), modality: 'audio' }, null)).toEqual([])
  })
})
