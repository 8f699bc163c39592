import { operation } from '../../../platform/http/operation.ts'
import type { DocumentationContext } from '../ports.ts'

export const listNoteTemplates = operation<DocumentationContext>()('listNoteTemplates', {
  gather: (_, { scheduling }, reading) => scheduling.visitTypes(reading),
  read: async (_, visitTypes, { now }, { templates }) => {
    const offered = new Set(visitTypes.filter(({ active }) => active).map(({ specialty }) => specialty))
    const items = templates
      .all(now)
      .filter(({ specialties }) => specialties.length === 0 || specialties.some((code) => offered.has(code)))
      .map(({ code, name, kind, specialties, sections }) => ({
        code,
        name,
        kind,
        specialties: [...specialties],
        sections: sections.map((section) => ({
          code: section.code,
          loinc: section.loinc,
          heading: section.heading,
          hint: section.hint,
          required: section.required,
          forPatient: section.forPatient,
        })),
      }))
    return { status: 200, body: { items } }
  },
})
