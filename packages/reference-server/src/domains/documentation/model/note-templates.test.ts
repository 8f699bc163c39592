import { vocabularies } from '@visitkit/contract/vocabularies'
import { describe, expect, it } from 'vitest'
import { loadSpecialtyPacks } from '../../scheduling/supply/packs/load-specialty-packs.ts'
import { loadNoteTemplates } from '../packs/load-note-templates.ts'
import { readNoteTemplatePack, type NoteTemplatePack } from './read-note-template-pack.ts'
import { templateCatalog } from './template-catalog.ts'

const now = new Date('2026-11-25T15:00:00Z')
const templates = await loadNoteTemplates()

describe('note templates', () => {
  it.each([...loadSpecialtyPacks('2026-11-25').keys()])('include one for %s', (specialty) => {
    const template = templates.of(specialty, now)
    expect(template.specialties).toEqual([specialty])
    expect(template.sections.filter(({ forPatient }) => forPatient)).toHaveLength(1)
    expect(template.sections.map(({ code }) => code)).toContain('assessment')
  })

  it('use SOAP for a specialty without one', () => {
    const template = templates.of('podiatry', now)
    expect([template.code, template.kind]).toEqual(['soap', '11506-3'])
  })

  it('are not available before they take effect', () => {
    expect(templates.all(new Date('2025-12-31T23:59:59Z'))).toEqual([])
  })

  it('keep the headings of the day on which a note was drafted, whatever earlier or later versions say', () => {
    const soap = templates.of('podiatry', now)
    const version = (effectiveFrom: string, effectiveTo: string | null, kind: string) => ({
      template: { ...soap, kind },
      effectiveFrom,
      effectiveTo,
    })
    const catalog = templateCatalog(
      [version('2026-01-01', '2030-01-01', 'now'), version('2030-01-01', null, 'later')],
      new Map([['en', templates.phrases('en')]]),
    )
    expect(catalog.find('soap', now)?.kind).toBe('now')
    expect(catalog.find('soap', new Date('2030-01-01T12:00:00Z'))?.kind).toBe('later')
  })

  it('have the same phrases in every language, and a name for every vital sign', () => {
    const [en, es] = [templates.phrases('en-US'), templates.phrases('es')]
    expect(templates.phrases('ar')).toBe(en)
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shape(member)]))
        : String(value).match(/\{\w+\}/g)
    expect(shape(es)).toEqual(shape(en))
    expect(Object.keys(en.print.vitalNames).toSorted()).toEqual([...vocabularies.VitalSign].toSorted())
    expect(Object.keys(en.alerts).toSorted()).toEqual([...vocabularies.IntakeAlert].toSorted())
  })

  it('name every fault of an invalid pack', () => {
    const section = { code: 'Plan!', loinc: 'plan', heading: { en: 'Plan' }, hint: { en: 'a', es: 'b' } }
    const pack = {
      effectiveFrom: 'soon',
      effectiveTo: null,
      source: '',
      template: {
        code: 'bad',
        name: { en: 'Bad', es: 'Mala' },
        kind: 'note',
        specialties: [],
        sections: [section, section],
      },
    } as NoteTemplatePack
    expect(() => readNoteTemplatePack(pack)).toThrow(
      /effectiveFrom is not a date\. It names no source\. kind is no LOINC code\. No section is required\. .*no LOINC code.*no code of a section.*twice.*heading of Plan! lacks es/s,
    )
  })
})
