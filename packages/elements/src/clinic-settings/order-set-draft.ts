import type { LocalizedText, NoteTemplate, OrderSet } from '@visitkit/sdk'

/** The bounds of the contract. */
export const most = { diagnoses: 6, tests: 10, prescriptions: 5, letters: 4000 } as const

/** What the page needs to show an order set in words. */
export interface OrderSetsRead {
  readonly sets: readonly OrderSet[]
  readonly languages: readonly string[]
  readonly sections: ReadonlyMap<string, LocalizedText[]>
  readonly specialties: readonly string[]
  readonly tests: ReadonlyMap<string, LocalizedText[]>
}

/** An order set while it is written. Nothing is lost when it is refused. */
export interface OrderSetDraft {
  /** Null for a new one: its code is made from its name. */
  readonly code: string | null
  readonly names: Readonly<Record<string, string>>
  readonly specialties: readonly string[]
  readonly diagnoses: readonly { readonly code: string; readonly display: string }[]
  readonly sections: OrderSet['sections']
  readonly labTests: readonly string[]
  readonly prescriptions: OrderSet['prescriptions']
  readonly active: boolean
  readonly version: number
}

export const emptyDraft: OrderSetDraft = {
  ...{ code: null, names: {}, specialties: [], diagnoses: [], sections: [], labTests: [], prescriptions: [] },
  ...{ active: true, version: 0 },
}

export const draftOf = ({ name, diagnosisCodes, diagnoses, ...rest }: OrderSet): OrderSetDraft => ({
  ...rest,
  names: Object.fromEntries(name.map(({ language, text }) => [language, text])),
  // A code that is not in force any more has no wording, and stays until it is taken out.
  diagnoses: diagnosisCodes.map((code) => diagnoses.find((each) => each.code === code) ?? { code, display: '' }),
})

const namesOf = ({ names }: OrderSetDraft): LocalizedText[] =>
  Object.entries(names)
    .map(([language, text]) => ({ language, text: text.trim() }))
    .filter(({ text }) => text !== '')

/** The body of the request. */
export const contentOf = (draft: OrderSetDraft): Omit<OrderSet, 'code' | 'diagnoses'> => ({
  name: namesOf(draft),
  specialties: [...draft.specialties],
  diagnosisCodes: draft.diagnoses.map(({ code }) => code),
  sections: [...draft.sections],
  labTests: [...draft.labTests],
  prescriptions: [...draft.prescriptions],
  active: draft.active,
  version: draft.version,
})

/** The first field that is not as it must be: a name, or the text of a section. */
export const faultIn = (draft: OrderSetDraft): 'name' | `section-${string}` | null => {
  if (namesOf(draft).length === 0) return 'name'
  const section = draft.sections.find(({ text }) => text.trim() === '' || text.length > most.letters)
  return section ? `section-${section.code}` : null
}

/** A code from the English name or the first one, not yet taken. A name in another script has no letters of a code. */
export const codeFor = (draft: OrderSetDraft, taken: readonly string[]): string => {
  const names = namesOf(draft)
  const name = names.find(({ language }) => language === 'en') ?? names[0]
  const letters = (name?.text ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 32)
  const base = letters.length >= 2 ? letters : 'order-set'
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}-${number}`
    if (!taken.includes(code)) return code
  }
}

/** The sections of all templates, each once. */
export const sectionsOf = (templates: readonly NoteTemplate[]): ReadonlyMap<string, LocalizedText[]> =>
  new Map(templates.flatMap(({ sections }) => sections.map(({ code, heading }) => [code, heading] as const)))

/** The specialties that have a template. */
export const specialtiesOf = (templates: readonly NoteTemplate[]): readonly string[] =>
  [...new Set(templates.flatMap(({ specialties }) => specialties))].toSorted()
