import { readdir, readFile } from 'node:fs/promises'
import { questionnaireCatalog, type QuestionnaireCatalog } from '../model/questionnaire-catalog.ts'
import { readQuestionnairePack, type QuestionnairePack } from '../model/read-questionnaire-pack.ts'

const shipped = new URL('../../../../packs/questionnaires/', import.meta.url)

/** Loads every pack of the folder. Throws on an invalid pack; the server then does not start. */
export const loadQuestionnaires = async (folder: URL = shipped): Promise<QuestionnaireCatalog> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  const packs = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8')) as QuestionnairePack),
  )
  return questionnaireCatalog(packs.map(readQuestionnairePack))
}
