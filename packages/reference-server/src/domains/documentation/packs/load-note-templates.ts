import { readdir, readFile } from 'node:fs/promises'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { NotePhrases, TemplateCatalog } from '../model/note-template.ts'
import { readNoteTemplatePack, type NoteTemplatePack } from '../model/read-note-template-pack.ts'
import { templateCatalog } from '../model/template-catalog.ts'

const shipped = new URL('../../../../packs/note-templates/', import.meta.url)
const phrasesFile = 'phrases.json'

/** Loads every template of the folder. Throws on an unusable one; the server then does not start. */
export const loadNoteTemplates = async (folder: URL = shipped): Promise<TemplateCatalog> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== phrasesFile).toSorted()
  const [phrases, ...packs] = await Promise.all([
    read<Record<string, NotePhrases>>(folder, phrasesFile),
    ...names.map((name) => read<NoteTemplatePack>(folder, name)),
  ])
  for (const [language, { alerts, print }] of Object.entries(phrases)) {
    requireWords(language, 'alert', vocabularies.IntakeAlert, alerts)
    requireWords(language, 'vital sign', vocabularies.VitalSign, print.vitalNames)
  }
  return templateCatalog(packs.map(readNoteTemplatePack), new Map(Object.entries(phrases)))
}

const requireWords = (
  language: string,
  what: string,
  codes: readonly string[],
  words: Readonly<Record<string, string>> = {},
): void => {
  const missing = codes.filter((code) => !words[code])
  if (missing.length > 0)
    throw new Error(`${phrasesFile} (${language}) has no words for the ${what} ${missing.join(', ')}.`)
}

const read = async <T>(folder: URL, name: string): Promise<T> =>
  JSON.parse(await readFile(new URL(name, folder), 'utf8')) as T
