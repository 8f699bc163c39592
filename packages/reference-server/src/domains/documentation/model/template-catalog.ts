import type { NoteTemplate, NotePhrases, TemplateCatalog } from './note-template.ts'

export interface DatedTemplate {
  readonly template: NoteTemplate
  /** `YYYY-MM-DD`, inclusive. */
  readonly effectiveFrom: string
  /** `YYYY-MM-DD`, the first day on which it is no longer in effect. */
  readonly effectiveTo: string | null
}

/** Throws unless a template serves the specialties that have none of their own. */
export const templateCatalog = (
  dated: readonly DatedTemplate[],
  phrases: ReadonlyMap<string, NotePhrases>,
): TemplateCatalog => {
  const english = phrases.get('en')
  if (english === undefined) throw new Error('The note templates have no English phrases.')
  const newestFirst = dated.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
  const all = (now: Date): readonly NoteTemplate[] => {
    const day = now.toISOString().slice(0, 10)
    const given = newestFirst.filter(
      ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day < effectiveTo),
    )
    return given
      .filter(({ template }, at) => given.findIndex((each) => each.template.code === template.code) === at)
      .map(({ template }) => template)
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  }
  if (!dated.some(({ template }) => template.specialties.length === 0))
    throw new Error('No note template serves the specialties that have none of their own.')
  return {
    all,
    find: (code, now) => all(now).find((template) => template.code === code) ?? null,
    of: (specialty, now) => {
      const given = all(now)
      const found =
        given.find(({ specialties }) => specialties.includes(specialty)) ??
        given.find(({ specialties }) => specialties.length === 0)
      if (found === undefined) throw new Error(`no note template is in force for ${specialty}`)
      return found
    },
    phrases: (language) => phrases.get(language.split('-', 1)[0] ?? language) ?? english,
  }
}
