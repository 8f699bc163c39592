import type { NoteTemplate, PrefillRule, TemplateSection } from './note-template.ts'
import type { DatedTemplate } from './template-catalog.ts'

type Texts = Readonly<Record<string, string>>

/** The format of a file in `packs/note-templates`. */
export interface NoteTemplatePack {
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly source: string
  readonly template: {
    readonly code: string
    readonly name: Texts
    readonly kind: string
    readonly specialties: readonly string[]
    readonly sections: readonly {
      readonly code: string
      readonly loinc: string
      readonly heading: Texts
      readonly hint: Texts
      readonly required?: boolean
      readonly forPatient?: boolean
      readonly prefill?: readonly PrefillRule[]
    }[]
  }
}

const day = /^\d{4}-\d{2}-\d{2}$/
const loinc = /^\d{1,7}-\d$/
const code = /^[a-z][a-z0-9-]{0,59}$/
const languages = ['en', 'es']

/** Converts a pack to a template. Throws an error that names every fault if the template is unusable. */
export const readNoteTemplatePack = (pack: NoteTemplatePack): DatedTemplate => {
  const faults = faultsOf(pack)
  if (faults.length > 0) throw new Error(`Note template ${pack.template.code}: ${faults.join(' ')}`)
  const { template, effectiveFrom, effectiveTo } = pack
  return {
    effectiveFrom,
    effectiveTo,
    template: {
      code: template.code,
      name: localized(template.name),
      kind: template.kind,
      specialties: template.specialties,
      sections: template.sections.map((section): TemplateSection => ({
        code: section.code,
        loinc: section.loinc,
        heading: localized(section.heading),
        hint: localized(section.hint),
        required: section.required ?? false,
        forPatient: section.forPatient ?? false,
        prefill: section.prefill ?? [],
      })),
    } satisfies NoteTemplate,
  }
}

const localized = (texts: Texts): NoteTemplate['name'] =>
  Object.entries(texts).map(([language, text]) => ({ language, text }))

const faultsOf = ({ template, effectiveFrom, effectiveTo, source }: NoteTemplatePack): string[] => {
  const { sections } = template
  const codes = sections.map((section) => section.code)
  const texts: [string, Texts][] = [
    ['name', template.name],
    ...sections.flatMap((section): [string, Texts][] => [
      [`heading of ${section.code}`, section.heading],
      [`hint of ${section.code}`, section.hint],
    ]),
  ]
  return [
    ...(day.test(effectiveFrom) ? [] : ['effectiveFrom is not a date.']),
    ...(effectiveTo === null || day.test(effectiveTo) ? [] : ['effectiveTo is not a date.']),
    ...(source.trim() === '' ? ['It names no source.'] : []),
    ...(loinc.test(template.kind) ? [] : ['kind is no LOINC code.']),
    ...(sections.some(({ required }) => required === true) ? [] : ['No section is required.']),
    ...sections.filter((section) => !loinc.test(section.loinc)).map((section) => `${section.code} has no LOINC code.`),
    ...codes.filter((each) => !code.test(each)).map((each) => `${each} is no code of a section.`),
    ...codes.filter((each, at) => codes.indexOf(each) !== at).map((each) => `${each} is given twice.`),
    ...texts.flatMap(([what, given]) =>
      languages.filter((language) => !given[language]?.trim()).map((language) => `The ${what} lacks ${language}.`),
    ),
  ]
}
